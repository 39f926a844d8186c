/** Names as a search compares them. */
import hongKong from 'opencc-js/dict/HKVariantsRev';
import traditional from 'opencc-js/dict/TSCharacters';
import taiwan from 'opencc-js/dict/TWVariantsRev';

/** One character, of one unit or two. */
const ONE = /^.$/su;

let simplified: ReadonlyMap<string, string> | undefined;

/**
 * Folds case, full width, accents, traditional characters, punctuation and spaces away:
 *
 *     《聯合國憲章》 → 联合国宪章      Ｔｒａｉｔé de paix → traite de paix      1994-09-03 → 1994 09 03
 */
export function foldName(text: string): string {
  simplified ??= readPairs();
  const map = simplified;
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/\p{Script=Han}/gu, (character) => map.get(character) ?? character)
    .replace(/[\p{P}\p{S}\p{Z}\p{C}]+/gu, ' ')
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
    .trim();
}

/** Single characters only, first reading each; a variant goes on to its simplified form (衞 → 衛 → 卫). */
function readPairs(): ReadonlyMap<string, string> {
  const toSimple = pairsOf(traditional);
  const variants = [...pairsOf(hongKong), ...pairsOf(taiwan)];
  return new Map([...variants.map(([from, to]) => [from, toSimple.get(to) ?? to] as const), ...toSimple]);
}

function pairsOf(dictionary: string): Map<string, string> {
  const pairs = dictionary.split('|').map((pair) => pair.split(' '));
  return new Map(
    pairs.flatMap(([from, to]) => (from && to && ONE.test(from) && ONE.test(to) ? [[from, to]] : [])),
  );
}
