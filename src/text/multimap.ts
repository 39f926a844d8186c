/** Adds a value to those of a key. */
export function push<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}

/** Adds a value to those of a key, once. */
export function pushNew<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  if (!map.get(key)?.includes(value)) push(map, key, value);
}
