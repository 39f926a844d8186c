/** Simplified → traditional, unit by unit: a text as it is written elsewhere, with the same offsets. */
import characters from 'opencc-js/dict/STCharacters';

const TRADITIONAL = new Map(
  characters
    .split('|')
    .map((pair) => pair.split(' '))
    .filter(([from, to]) => from?.length === 1 && to?.length === 1)
    .map(([from = '', to = '']) => [from, to]),
);

export function toTraditional(text: string): string {
  let written = '';
  for (let at = 0; at < text.length; at += 1) written += TRADITIONAL.get(text.charAt(at)) ?? text.charAt(at);
  return written;
}
