/** The seed authorities, read as the edge reads them. */
import { readdirSync, readFileSync } from 'node:fs';
import { type Authorities, type NamedJson, parseAuthorities } from '../../src/resolve/authorities.ts';

const FOLDER = new URL('../../seed/authorities/', import.meta.url);

export const FILES: readonly NamedJson[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => ({ name, json: JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')) as unknown }));

export const SEED: Authorities = parseAuthorities(FILES);
