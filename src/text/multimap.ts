/** Adds a value to those of a key. */
export function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** Adds a value to those of a key, once. */
export function pushNew<T>(map: Map<string, T[]>, key: string, value: T): void {
  if (!map.get(key)?.includes(value)) push(map, key, value);
}
