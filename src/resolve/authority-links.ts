/** Whether authority files agree with one another: keys, links, names, years. */
import type { AgreementAuthority, AuthorityFile, Names } from './authorities.ts';
import { mergeStates } from './states.ts';

type NamedFile = Readonly<{ name: string; content: AuthorityFile }>;
type Section = keyof AuthorityFile;
type Entry = Readonly<{ key?: string; code?: string }>;
type Located<T> = Readonly<{ entry: T; at: string }>;
type Report = (at: string, problem: string) => void;

const SECTIONS = ['sources', 'agreements', 'organizations', 'states', 'places'] as const;
const DATES = ['adopted', 'signed', 'in_force', 'ended'] as const;

/** Problems between entries that are each well-formed. */
export function checkLinks(files: readonly NamedFile[]): string[] {
  const problems: string[] = [];
  const report: Report = (at, problem) => problems.push(`${at}: ${problem}`);
  for (const section of SECTIONS) checkKeys(files, section, report);
  const known = knownKeys(files);
  checkAgreements(located(files, 'agreements'), known, report);
  checkOrganizations(files, known, report);
  checkStates(files, known, report);
  checkNames(files, report);
  return problems;
}

function located<S extends Section>(
  files: readonly NamedFile[],
  section: S,
): Located<NonNullable<AuthorityFile[S]>[number]>[] {
  return files.flatMap(({ name, content }) => {
    const entries: readonly NonNullable<AuthorityFile[S]>[number][] = content[section] ?? [];
    return entries.map((entry) => ({ entry, at: `${name}: ${section}: ${nameOf(entry)}` }));
  });
}

function nameOf(entry: Entry): string {
  return entry.key ?? entry.code ?? '';
}

/** Each list sorted, each key once. */
function checkKeys(files: readonly NamedFile[], section: Section, report: Report): void {
  const seen = new Set<string>();
  for (const file of files) {
    let before = '';
    for (const { entry, at } of located([file], section)) {
      const key = nameOf(entry);
      if (seen.has(key)) report(at, 'the key is there already: join the two or rename one');
      else if (key < before) report(at, `stands after ${before}: sort the list by key`);
      seen.add(key);
      before = key;
    }
  }
}

type Known = Readonly<Record<Section, ReadonlySet<string>>>;

function knownKeys(files: readonly NamedFile[]): Known {
  const keys = (section: Section) => new Set(located(files, section).map(({ entry }) => nameOf(entry)));
  const states = mergeStates(files.flatMap(({ content }) => content.states ?? []));
  const territories = [...states.values()].filter((state) => state.territory === true);
  return {
    sources: keys('sources'),
    agreements: keys('agreements'),
    organizations: keys('organizations'),
    states: new Set(states.keys()),
    places: new Set([...keys('places'), ...territories.map((state) => state.code.toLowerCase())]),
  };
}

function checkAgreements(
  agreements: readonly Located<AgreementAuthority>[],
  known: Known,
  report: Report,
): void {
  const isBody = (key: string) => known.states.has(key) || known.organizations.has(key);
  for (const { entry, at } of agreements) {
    checkSources(entry, at, known, report);
    if (entry.unverified === true)
      for (const date of DATES)
        if (entry[date] !== undefined)
          report(at, `${date}: an unverified entry gives no dates: check it or take it out`);
    checkOrder(entry, at, report);
    if (entry.place !== undefined && !known.places.has(entry.place))
      report(at, `place ${entry.place} is not among the places: add it there`);
    if (entry.adopted_by !== undefined && !known.organizations.has(entry.adopted_by))
      report(at, `adopted_by ${entry.adopted_by} is not among the organizations: add it there`);
    for (const field of ['parties', 'depositary'] as const)
      for (const key of entry[field] ?? [])
        if (!isBody(key)) report(at, `${field}: ${key} is no state code and no organization: correct it`);
    for (const { to, source } of entry.relations ?? []) {
      if (!known.agreements.has(to)) report(at, `relations: ${to} is not among the agreements: add it there`);
      checkSource(source, at, known, report);
    }
  }
  const next = new Map(
    agreements.map(({ entry }) => [entry.key, (entry.relations ?? []).map((one) => one.to)]),
  );
  checkCircles('agreements', next, report);
}

/** In force no earlier than signed, ended no earlier than in force; equal precision compares as text. */
function checkOrder(entry: AgreementAuthority, at: string, report: Report): void {
  const order = [entry.signed ?? entry.adopted, entry.ended] as const;
  if (order[0] !== undefined && order[1] !== undefined && order[1] < order[0].slice(0, order[1].length))
    report(at, `ended ${order[1]} is before ${order[0]}: correct one`);
}

function checkSources(
  entry: Readonly<{ sources: readonly string[]; unverified?: true }>,
  at: string,
  known: Known,
  report: Report,
): void {
  if (entry.sources.length === 0 && entry.unverified !== true)
    report(at, 'sources is empty: name what was read, or mark the entry "unverified": true');
  for (const source of entry.sources) checkSource(source, at, known, report);
}

function checkSource(reference: string, at: string, known: Known, report: Report): void {
  const [key = ''] = reference.split(':');
  if (!known.sources.has(key)) report(at, `source ${key} is not among the sources: add it there`);
}

function checkOrganizations(files: readonly NamedFile[], known: Known, report: Report): void {
  const organizations = located(files, 'organizations');
  for (const { entry, at } of organizations) {
    checkSources(entry, at, known, report);
    for (const field of ['organ_of', 'predecessor'] as const) {
      const key = entry[field];
      if (key !== undefined && !known.organizations.has(key))
        report(at, `${field} ${key} is not among the organizations: add it there`);
    }
    if (entry.founded_by !== undefined && !known.agreements.has(entry.founded_by))
      report(at, `founded_by ${entry.founded_by} is not among the agreements: add it there`);
  }
  for (const field of ['organ_of', 'predecessor'] as const) {
    const next = organizations.map(({ entry }): [string, string[]] => {
      const key = entry[field];
      return [entry.key, key === undefined ? [] : [key]];
    });
    checkCircles('organizations', new Map(next), report);
  }
}

function checkStates(files: readonly NamedFile[], known: Known, report: Report): void {
  const states = located(files, 'states');
  for (const { entry, at } of states)
    for (const code of entry.successors ?? [])
      if (!known.states.has(code)) report(at, `successors: ${code} is no state's code: correct it`);
  checkCircles('states', new Map(states.map(({ entry }) => [entry.code, entry.successors ?? []])), report);
}

/** Reports each entry from which a chain of links leads back to itself. */
function checkCircles(section: Section, next: ReadonlyMap<string, readonly string[]>, report: Report): void {
  for (const start of next.keys()) {
    const open = [...(next.get(start) ?? [])];
    const seen = new Set<string>();
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (key === start) {
        report(`${section}: ${start}`, 'its links lead back to itself: take one out');
        break;
      }
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(...(next.get(key) ?? []));
    }
  }
}

/** No name that belongs to two entries, unless each lists it as ambiguous; no entry without a name. */
function checkNames(files: readonly NamedFile[], report: Report): void {
  const owners = new Map<string, string>();
  for (const { entry, at } of everyNamed(files)) {
    const own = new Set(everyName(entry.names));
    const apart = everyName(entry.ambiguous ?? {});
    if (own.size + apart.length === 0) report(at, 'names is empty: give at least one name');
    for (const name of apart)
      if (own.has(name)) report(at, `‘${name}’ is both in names and in ambiguous: take it out of names`);
    for (const name of own) {
      const owner = owners.get(name);
      if (owner !== undefined) report(at, `‘${name}’ is a name of ${owner} too: move it to ambiguous`);
      owners.set(name, at);
    }
  }
}

function everyNamed(files: readonly NamedFile[]): Located<{ names: Names; ambiguous?: Names }>[] {
  const states = mergeStates(files.flatMap(({ content }) => content.states ?? []));
  return [
    ...located(files, 'agreements'),
    ...located(files, 'organizations'),
    ...[...states.values()].map((entry) => ({ entry, at: `states: ${entry.code}` })),
    ...located(files, 'places'),
  ];
}

/** Without regard to case; a name that two languages share counts once. */
function everyName(names: Names): string[] {
  return [...new Set(Object.values(names).flatMap((list) => list.map((name) => name.toLowerCase())))];
}
