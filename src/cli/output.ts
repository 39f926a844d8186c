/** Results go to stdout, everything else to stderr; a reader that stops reading ends the command quietly. */

let gone = false;

/** Call once, before anything is written. */
export function guardOutput(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    // `stemma extract … | head -1`: nobody reads on.
    gone = true;
    process.exit(0);
  });
  process.stderr.on('error', () => undefined);
}

/** Writes to stdout and waits until there is room for more. */
export function write(text: string | Uint8Array): Promise<void> {
  if (gone || process.stdout.write(text)) return Promise.resolve();
  return new Promise((done) => {
    process.stdout.once('drain', done);
  });
}

/** One line of a result. */
export function line(text: string): Promise<void> {
  return write(`${text}\n`);
}

/** One line for a person, beside the results. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** One line that says what went wrong. */
export function complain(text: string): void {
  say(`stemma: ${text.replace(/\s*\n\s*/g, ' ')}`);
}

/** How many columns a terminal gives a text: two for a Chinese character, none for a combining mark. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) columns += WIDE.test(character) ? 2 : NONE.test(character) ? 0 : 1;
  return columns;
}
const WIDE =
  /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303e\uff01-\uff60\uffe0-\uffe6]/u;
const NONE = /[\p{Mn}\p{Me}\p{Cf}]/u;

/**
 * Columns lined up, for a person.
 *
 *     label      count
 *     ---------  -----
 *     Agreement     12
 */
export function table(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const cells = rows.map((row) =>
    row.map((cell) => ({ text: printable(String(cell)), right: typeof cell === 'number' })),
  );
  const widths = heads.map((head, column) =>
    cells.reduce((most, row) => Math.max(most, width(row[column]?.text ?? '')), width(head)),
  );
  const padded = (text: string, column: number, right: boolean) => {
    const blanks = ' '.repeat(Math.max(0, (widths[column] ?? 0) - width(text)));
    return right ? blanks + text : text + blanks;
  };
  const lines = [
    heads.map((head, column) => padded(printable(head), column, false)),
    widths.map((columns) => '-'.repeat(columns)),
    ...cells.map((row) => row.map(({ text, right }, column) => padded(text, column, right))),
  ];
  return lines.map((line) => `${line.join('  ').trimEnd()}\n`).join('');
}

/** On one line, and nothing in it that a terminal obeys. */
function printable(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, ' ').replace(/\p{Cc}/gu, '�');
}
