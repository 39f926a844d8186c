/** What is wrong with authority files, each problem in one line: file, entry, field, what to do. */
import { AGREEMENT_KINDS, CITING_TYPES, LANGUAGES } from '../../graph/vocabulary.ts';
import type { AuthorityFile, NamedJson } from './authorities.ts';
import { checkLinks } from './authority-links.ts';

/** What is wrong with a value, as the end of a sentence; undefined when nothing is. */
type Check = (value: unknown) => string | undefined;
type Field = Readonly<{ check: Check; required?: true }>;
type Shape = Readonly<Record<string, Field>>;

const KEY = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const CODE = /^[A-Z]{3}$/;
const DAY = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const RELATION_TYPES = CITING_TYPES.map((type) => type.toLowerCase());

const text: Check = (value) =>
  typeof value === 'string' && value.trim() === value && value !== ''
    ? undefined
    : 'must be a text without blanks around it';
const key: Check = (value) =>
  typeof value === 'string' && KEY.test(value)
    ? undefined
    : 'must be a key of small letters, digits and hyphens';
const code: Check = (value) =>
  typeof value === 'string' && CODE.test(value) ? undefined : 'must be an alpha-3 code';
const yes: Check = (value) => (value === true ? undefined : 'must be true or left out');
const oneOf =
  (allowed: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && allowed.includes(value) ? undefined : `must be one of ${allowed.join(', ')}`;
const listOf =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value)) return 'must be a list';
    const items: readonly unknown[] = value;
    if (items.length > 1 && new Set(items).size !== items.length)
      return 'names something twice: take one out';
    for (const item of items) {
      const problem = check(item);
      if (problem !== undefined) return problem;
    }
    return undefined;
  };
const names: Check = (value) => {
  if (!isRecord(value)) return 'must be an object of lists by language';
  const language = Object.keys(value).find((one) => !(LANGUAGES as readonly string[]).includes(one));
  if (language !== undefined) return `has the language ‘${language}’: use ${LANGUAGES.join(', ')}`;
  for (const list of Object.values(value)) {
    const problem = listOf(text)(list);
    if (problem !== undefined) return problem;
  }
  return undefined;
};
const zhCharacter: Check = (value) =>
  isRecord(value) && typeof value.zh === 'string' && value.zh.length === 1
    ? undefined
    : 'must be {"zh": one character}';

/** A real calendar date, month or year, or two of them with a slash; years from 1000. */
const edtf: Check = (value) => {
  const bad = 'must be a real date: 1994-09-03, 1994-09, 1994 or two with a slash';
  if (typeof value !== 'string') return bad;
  const ends = value.split('/');
  return ends.length <= 2 && ends.every(isRealDate) ? undefined : bad;
};

function isRealDate(value: string): boolean {
  const [, year, month, day] = DAY.exec(value) ?? [];
  if (year === undefined) return false;
  const date = new Date(Date.UTC(Number(year), Number(month ?? '1') - 1, Number(day ?? '1')));
  return date.getUTCMonth() + 1 === Number(month ?? '1') && date.getUTCDate() === Number(day ?? '1');
}

const RELATION: Shape = {
  type: { check: oneOf(RELATION_TYPES), required: true },
  to: { check: key, required: true },
  source: { check: text, required: true },
};
const relations: Check = (value) => {
  if (!Array.isArray(value)) return 'must be a list';
  for (const relation of value as readonly unknown[]) {
    const [problem] = shapeProblems(relation, RELATION);
    if (problem !== undefined) return `has one whose ${problem}`;
  }
  return undefined;
};

const NAMED: Shape = {
  key: { check: key, required: true },
  names: { check: names, required: true },
  ambiguous: { check: names },
};
const SOURCED: Shape = { sources: { check: listOf(text), required: true }, unverified: { check: yes } };

/** The fields that each kind of entry may have. */
const SHAPES: Readonly<Record<keyof AuthorityFile, Shape>> = {
  sources: {
    key: { check: key, required: true },
    title: { check: text, required: true },
    publisher: { check: text },
    address: { check: text },
  },
  agreements: {
    ...NAMED,
    ...SOURCED,
    kind: { check: oneOf(AGREEMENT_KINDS), required: true },
    adopted: { check: edtf },
    signed: { check: edtf },
    in_force: { check: edtf },
    ended: { check: edtf },
    place: { check: key },
    parties: { check: listOf(text) },
    depositary: { check: listOf(text) },
    adopted_by: { check: key },
    relations: { check: relations },
  },
  organizations: {
    ...NAMED,
    ...SOURCED,
    organ_of: { check: key },
    founded_by: { check: key },
    predecessor: { check: key },
  },
  states: {
    code: { check: code, required: true },
    names: { check: names, required: true },
    official: { check: names },
    ambiguous: { check: names },
    adjectives: { check: names },
    abbreviation: { check: zhCharacter },
    territory: { check: yes },
    former_codes: { check: listOf(code) },
    from: { check: edtf },
    until: { check: edtf },
    successors: { check: listOf(code) },
    sources: { check: listOf(text) },
  },
  places: NAMED,
};

/**
 * Lists what is wrong, in order of files: shapes, then (when all shapes are right) keys, links and names.
 * Files are looked at together: one may refer to what another defines.
 */
export function checkAuthorities(files: readonly NamedJson[]): string[] {
  const shapes = files.flatMap((file) => fileProblems(file));
  if (shapes.length > 0) return shapes;
  return checkLinks(files.map(({ name, json }) => ({ name, content: json as AuthorityFile })));
}

function fileProblems({ name, json }: NamedJson): string[] {
  if (!isRecord(json)) return [`${name}: must be an object with some of ${Object.keys(SHAPES).join(', ')}`];
  return Object.entries(json).flatMap(([section, entries]) => {
    const shape = Object.hasOwn(SHAPES, section) ? SHAPES[section as keyof AuthorityFile] : undefined;
    if (shape === undefined) return [`${name}: ${section} is unknown: use ${Object.keys(SHAPES).join(', ')}`];
    if (!Array.isArray(entries)) return [`${name}: ${section} must be a list of entries`];
    return (entries as readonly unknown[]).flatMap((entry, index) =>
      shapeProblems(entry, shape).map(
        (problem) => `${name}: ${section}: ${entryName(entry, index)}: ${problem}`,
      ),
    );
  });
}

/** What is wrong with one entry, each beginning with the field's name. */
function shapeProblems(entry: unknown, shape: Shape): string[] {
  if (!isRecord(entry)) return ['must be an object'];
  const problems: string[] = [];
  for (const field in shape)
    if (shape[field]?.required && entry[field] === undefined) problems.push(`${field} is missing: add it`);
  for (const field of Object.keys(entry)) {
    const problem = Object.hasOwn(shape, field)
      ? shape[field]?.check(entry[field])
      : `is unknown: use ${Object.keys(shape).join(', ')}`;
    if (problem !== undefined) problems.push(`${field} ${problem}`);
  }
  return problems;
}

function entryName(entry: unknown, index: number): string {
  const name = isRecord(entry) ? (entry.key ?? entry.code) : undefined;
  return typeof name === 'string' ? name : `entry ${String(index + 1)}`;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
