/** Parameters that hold several words: `label=Agreement,State`, or `label=Agreement&label=State`. */
import Type from 'typebox';
import { HttpProblem } from './problem.ts';

/** A parameter of some of these words. */
export const someOf = (words: readonly string[], description: string) =>
  Type.Optional(
    Type.Array(Type.String(), {
      description: `${description}: some of ${words.join(', ')}; separated by commas, or given several times.`,
    }),
  );

/** The words given; undefined when none are. Throws BAD_REQUEST at another word. */
export function listed<W extends string>(
  given: readonly string[] | undefined,
  words: readonly W[],
  name: string,
): W[] | undefined {
  const parts = (given ?? []).flatMap((part) => part.split(',')).filter((part) => part !== '');
  if (parts.length === 0) return undefined;
  return parts.map((part) => {
    const word = words.find((word) => word === part);
    if (word === undefined)
      throw new HttpProblem('BAD_REQUEST', `${name} “${part}” is none of ${words.join(', ')}`);
    return word;
  });
}
