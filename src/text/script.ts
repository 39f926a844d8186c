/** Traditional → simplified, unit by unit, so that offsets stay. Source: OpenCC's character tables. */
import hongKong from 'opencc-js/dict/HKVariantsRev';
import traditional from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariantsRev';

/** For each UTF-16 code unit, what it is in simplified script; itself for most. */
const SIMPLIFIED: Uint16Array = readTables();

function readTables(): Uint16Array {
  const map = new Uint16Array(65536).map((_, unit) => unit);
  for (const [from, to] of readPairs(traditional)) map[from] = to;
  // Regional forms lead to the traditional one, and from there on.
  for (const table of [taiwan, hongKong])
    for (const [from, to] of readPairs(table)) if (map[from] === from) map[from] = map[to] ?? to;
  return map;
}

/** Pairs of units. Characters outside the basic plane take two units; leaving them alone costs nothing here. */
function readPairs(table: string): [from: number, to: number][] {
  return table
    .split('|')
    .map((pair) => pair.split(' '))
    .filter(([from, to]) => from?.length === 1 && to?.length === 1)
    .map(([from = '', to = '']) => [from.charCodeAt(0), to.charCodeAt(0)]);
}

/** The simplified form of one UTF-16 code unit. */
export function simplifyUnit(unit: number): number {
  return SIMPLIFIED[unit] ?? unit;
}

/** A text in simplified script, of the same length. */
export function simplify(text: string): string {
  let simplified = '';
  for (let i = 0; i < text.length; i += 1)
    simplified += String.fromCharCode(simplifyUnit(text.charCodeAt(i)));
  return simplified;
}
