/** Whether authority files agree with one another: keys, links, names, years. */
import { LANGUAGES } from '../../graph/vocabulary.ts';
import type {
  AgreementAuthority,
  AuthorityFile,
  Names,
  OrganizationAuthority,
  StateAuthority,
} from './authorities.ts';
import { mergeStates } from './states.ts';

type NamedFile = Readonly<{ name: string; content: AuthorityFile }>;
type Section = keyof AuthorityFile;
type Entry = Readonly<{ key?: string; code?: string }>;
type Located<T> = Readonly<{ entry: T; at: string }>;
type Report = (at: string, problem: string) => void;

const DATES = ['adopted', 'signed', 'in_force', 'ended'] as const;

/** Problems between entries that are each well-formed. */
export function checkLinks(files: readonly NamedFile[]): string[] {
  const problems: string[] = [];
  const report: Report = (at, problem) => problems.push(`${at}: ${problem}`);
  const sections = {
    sources: located(files, 'sources'),
    agreements: located(files, 'agreements'),
    organizations: located(files, 'organizations'),
    states: located(files, 'states'),
    places: located(files, 'places'),
  };
  for (const section of Object.values(sections)) checkKeys(section, report);
  const states = mergeStates(sections.states.map(({ entry }) => entry));
  const known = knownKeys(sections, states);
  checkAgreements(sections.agreements, known, report);
  checkOrganizations(sections.organizations, known, report);
  checkStates(sections.states, known, report);
  const listed = [...states.values()].map((entry) => ({ entry, at: `states: ${entry.code}` }));
  checkNames([...sections.agreements, ...sections.organizations, ...listed, ...sections.places], report);
  return problems;
}

function located<S extends Section>(
  files: readonly NamedFile[],
  section: S,
): Located<NonNullable<AuthorityFile[S]>[number]>[] {
  return files.flatMap(({ name, content }) => {
    const entries: readonly NonNullable<AuthorityFile[S]>[number][] = content[section] ?? [];
    return entries.map((entry) => ({ entry, file: name, at: `${name}: ${section}: ${nameOf(entry)}` }));
  });
}

function nameOf(entry: Entry): string {
  return entry.key ?? entry.code ?? '';
}

/** Each list sorted, each key once. */
function checkKeys(entries: readonly (Located<Entry> & { file?: string })[], report: Report): void {
  const seen = new Set<string>();
  let before = { key: '', file: '' };
  for (const { entry, at, file = '' } of entries) {
    const key = nameOf(entry);
    if (seen.has(key)) report(at, 'the key is there already: join the two or rename one');
    else if (file === before.file && key < before.key)
      report(at, `stands after ${before.key}: sort the list by key`);
    seen.add(key);
    before = { key, file };
  }
}

type Known = Readonly<Record<Section, ReadonlySet<string>>>;

function knownKeys(
  sections: Readonly<Record<Section, readonly Located<Entry>[]>>,
  states: ReadonlyMap<string, StateAuthority>,
): Known {
  const keys = (section: Section) => new Set(sections[section].map(({ entry }) => nameOf(entry)));
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
  checkCircles(agreements, (entry) => (entry.relations ?? []).map((one) => one.to), report);
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

function checkOrganizations(
  organizations: readonly Located<OrganizationAuthority>[],
  known: Known,
  report: Report,
): void {
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
  for (const field of ['organ_of', 'predecessor'] as const)
    checkCircles(organizations, (entry) => [entry[field]].filter((key) => key !== undefined), report);
}

function checkStates(states: readonly Located<StateAuthority>[], known: Known, report: Report): void {
  for (const { entry, at } of states) {
    for (const source of entry.sources ?? []) checkSource(source, at, known, report);
    for (const code of entry.successors ?? [])
      if (!known.states.has(code)) report(at, `successors: ${code} is no state's code: correct it`);
  }
  checkCircles(states, (entry) => entry.successors ?? [], report);
}

/** Reports each entry from which a chain of links leads back to itself. */
function checkCircles<T extends Entry>(
  entries: readonly Located<T>[],
  linksOf: (entry: T) => readonly string[],
  report: Report,
): void {
  const next = new Map(entries.map(({ entry }) => [nameOf(entry), linksOf(entry)]));
  for (const { entry, at } of entries) {
    const open = [...linksOf(entry)];
    const seen = new Set<string>();
    for (let key = open.pop(); key !== undefined; key = open.pop()) {
      if (key === nameOf(entry)) {
        report(at, 'its links lead back to itself: take one out');
        break;
      }
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(...(next.get(key) ?? []));
    }
  }
}

/** No name that belongs to two entries, unless each lists it as ambiguous; no entry without a name. */
function checkNames(named: readonly Located<{ names: Names; ambiguous?: Names }>[], report: Report): void {
  // Twelve thousand names at every start: nothing is made for an entry that is as it should be.
  const owners = new Map<string, string>();
  for (const { entry, at } of named) {
    let count = 0;
    for (const name of everyName(entry.names)) {
      count += 1;
      const owner = owners.get(name);
      if (owner === at) continue;
      if (owner !== undefined) report(at, `‘${name}’ is a name of ${owner} too: move it to ambiguous`);
      owners.set(name, at);
    }
    for (const name of new Set(entry.ambiguous ? everyName(entry.ambiguous) : [])) {
      count += 1;
      if (owners.get(name) === at)
        report(at, `‘${name}’ is both in names and in ambiguous: take it out of names`);
    }
    if (count === 0) report(at, 'names is empty: give at least one name');
  }
}

/** Without regard to case; a name that two languages share comes twice. */
function everyName(names: Names): string[] {
  const all: string[] = [];
  for (const language of LANGUAGES) for (const name of names[language] ?? []) all.push(name.toLowerCase());
  return all;
}
