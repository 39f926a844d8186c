import fc from 'fast-check';
import { expect, it } from 'vitest';
import { toLine } from '../../src/cli/commands/extract.ts';
import { linesOf } from '../../src/cli/extraction-files.ts';

async function linesIn(text: string, size = 3): Promise<string[]> {
  const bytes = Buffer.from(text);
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  }
  const lines: string[] = [];
  for await (const line of linesOf(chunks())) lines.push(line);
  return lines;
}

it.each([
  ['', []],
  ['{"a":1}', ['{"a":1}']],
  ['{"a":1}\n', ['{"a":1}']],
  ['{"a":1}\n\n{"b":2}\n', ['{"a":1}', '', '{"b":2}']],
  ['{"a":"条约"}\r\n{"b":2}', ['{"a":"条约"}\r', '{"b":2}']],
  // Parts of a text, and no ends of a line.
  [
    '{"a":"one\u2028two\u2029three\u0085four"}\n{"b":2}\n',
    ['{"a":"one\u2028two\u2029three\u0085four"}', '{"b":2}'],
  ],
])('%j', async (text, lines) => {
  expect(await linesIn(text)).toEqual(lines);
});

it('gives every JSON text back, wherever the bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.string({ unit: 'binary' })),
      fc.integer({ min: 1, max: 9 }),
      async (texts, size) => {
        const written = texts.map((text) => `${JSON.stringify({ text })}\n`).join('');
        expect((await linesIn(written, size)).map((line) => JSON.parse(line))).toEqual(
          texts.map((text) => ({ text })),
        );
      },
    ),
  );
});

it('writes JSON that no reader parts inside of a text', () => {
  const value = { text: 'a\u2028b\u2029c\u0085d\n条约' };
  expect(toLine(value)).toBe('{"text":"a\\u2028b\\u2029c\\u0085d\\n条约"}');
  expect(JSON.parse(toLine(value))).toEqual(value);
});
