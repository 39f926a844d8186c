/** Whole things, broken a little: what random bytes alone never get as far as. */
import fc from 'fast-check';

/** Some edits of a text: pieces cut out, doubled, put in, moved. */
export function mutated(whole: fc.Arbitrary<string>, pieces: readonly string[]): fc.Arbitrary<string> {
  const edit = fc.record({
    how: fc.constantFrom('cut', 'double', 'insert', 'replace', 'move'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 1, max: 12 }),
    piece: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary', maxLength: 8 })),
  });
  return fc.tuple(whole, fc.array(edit, { maxLength: 5 })).map(([text, edits]) =>
    edits.reduce((given, { how, at, length, piece }) => {
      const place = Math.floor(at * given.length);
      const [before, taken, after] = [
        given.slice(0, place),
        given.slice(place, place + length),
        given.slice(place + length),
      ];
      if (how === 'cut') return before + after;
      if (how === 'double') return before + taken + taken + after;
      if (how === 'insert') return before + piece + taken + after;
      if (how === 'replace') return before + piece + after;
      return after + taken + before;
    }, text),
  );
}

/** Bytes of a text in some encoding, some of them changed, with a head or an end of something else. */
export function bytesOf(text: fc.Arbitrary<string>): fc.Arbitrary<Uint8Array> {
  const heads = ['', '\ufeff', '%PDF-1.7\n', 'PK\u0003\u0004', 'GIF8', '\u0000', '\u001f\u008b'];
  const written = fc
    .tuple(text, fc.constantFrom('utf8', 'utf16le', 'latin1'), fc.constantFrom(...heads))
    .map(([given, encoding, head]) => {
      const mark = encoding === 'utf16le' ? Buffer.from([0xff, 0xfe]) : Buffer.from(head, 'latin1');
      return Buffer.concat([mark, Buffer.from(given, encoding as BufferEncoding)]);
    });
  const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(255));
  const changed = fc.tuple(written, fc.array(change, { maxLength: 8 })).map(([bytes, changes]) => {
    const copy = Uint8Array.from(bytes);
    for (const [at, byte] of changes) if (copy.length > 0) copy[Math.floor(at * (copy.length - 1))] = byte;
    return copy;
  });
  return fc.oneof({ weight: 4, arbitrary: changed }, fc.uint8Array({ maxLength: 2000 }));
}

/** A JSON value with some of its parts replaced, dropped or doubled. */
export function brokenJson(whole: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const change = fc.record({
    steps: fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }),
    how: fc.constantFrom('replace', 'replace', 'drop', 'double', 'swap'),
    value: fc.oneof(
      fc.constantFrom<unknown>(null, true, '', -1, 0, 1, 1e9, 0.5, [], {}, 'doc:0', '__proto__', 'agreement'),
      fc.anything({ maxDepth: 1 }).filter(isJson),
      fc.string({ unit: 'binary', maxLength: 20 }),
    ),
  });
  return fc.tuple(whole, fc.array(change, { maxLength: 4 })).map(([value, changes]) => {
    const copy = structuredClone(value);
    for (const { steps, how, value: other } of changes) breakAt(copy, steps, how, other);
    return copy;
  });
}

function isJson(value: unknown): boolean {
  try {
    return JSON.stringify(value) !== undefined;
  } catch {
    return false;
  }
}

/** Walks down by the steps, and changes what is there. */
function breakAt(value: unknown, [step = 0, ...rest]: readonly number[], how: string, other: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  const parts = value as Record<string, unknown>;
  const names = Object.keys(parts);
  const name = names[step % Math.max(1, names.length)];
  if (name === undefined) return;
  const part = parts[name];
  if (rest.length > 0 && typeof part === 'object' && part !== null) breakAt(part, rest, how, other);
  else if (how === 'replace') parts[name] = other;
  else if (how === 'swap') parts[name] = parts[names[(step + 1) % names.length] ?? name];
  else if (how === 'double' && Array.isArray(value)) value.push(part);
  else if (Array.isArray(value)) value.splice(Number(name), 1);
  else delete parts[name];
}
