import { describe, expect, test } from 'vitest';
import { Persons } from '../../src/resolve/persons.ts';

describe('persons of one text', () => {
  test.each<[string[], string[]]>([
    [
      ['PETER M Towe', 'PM TOWE', 'P. M. Towe'],
      ['PETER M Towe', 'PETER M Towe', 'PETER M Towe'],
    ],
    [
      ['E. Pflügl', 'Emerich PFLÜGL'],
      ['E. Pflügl', 'E. Pflügl'],
    ],
    [
      ['j. luns', 'johan luns'],
      ['j. luns', 'j. luns'],
    ],
  ])('%j are one', (names, expected) => {
    const persons = new Persons();
    expect(names.map((name) => persons.nameOf(name))).toEqual(expected);
  });

  test.each([
    [['Paul Martin', 'Peter Martin']],
    [['P. Martin', 'M. Martin']],
    [['Paul Martin', 'Peter Martin', 'P. Martin']],
    [['Towe', 'P. Towe']],
    [['江泽民', '江泽']],
  ])('%j are as many as they are', (names) => {
    const persons = new Persons();
    expect(names.map((name) => persons.nameOf(name))).toEqual(names);
  });
});
