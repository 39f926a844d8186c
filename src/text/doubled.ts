/** The same numbers at the beginning of twice the room. */
export function doubled<T extends Int32Array | Uint16Array | Uint8Array>(old: T): T {
  const wider = new (old.constructor as new (length: number) => T)(old.length * 2);
  wider.set(old);
  return wider;
}
