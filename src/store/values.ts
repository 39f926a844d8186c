/** Reading columns of our own queries. */
import type { QueryValue } from './port.ts';

/** A column that holds a text or a number; '' where it holds nothing. */
export function asText(value: QueryValue | undefined): string {
  if (typeof value === 'string') return value;
  return typeof value === 'number' || typeof value === 'boolean' ? `${value}` : '';
}

/** A column that holds a text or nothing. */
export function asTextOrNull(value: QueryValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** A column that holds a list of texts; none where it holds nothing. */
export function asTexts(value: QueryValue | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}
