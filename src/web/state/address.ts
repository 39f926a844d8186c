/** What the address of the page holds, and nothing else does: view, selection, filters, steps taken, language. Pure. */
import {
  NODE_LABELS,
  type NodeLabel,
  RELATIONSHIP_TYPES,
  type RelationshipType,
} from '../../../graph/vocabulary.ts';
import type { Span } from '../../records.ts';
import { type Language, UI_LANGUAGES } from '../text/messages.ts';
import { WAYS, type Way } from './graph.ts';
import { LANES, type Lanes } from './lanes.ts';

export const VIEWS = ['lineage', 'network', 'text', 'table', 'query'] as const;
export type View = (typeof VIEWS)[number];

/** What the table lists. */
export const LISTS = ['things', 'relations'] as const;

/** How the answer of a query is shown. */
export const FORMS = ['table', 'graph', 'raw'] as const;

/** A node whose neighbours are shown whatever the filters say, so many of them. */
export type Opened = Readonly<{ id: string; count: number }>;

export type Address = Readonly<{
  view: View;
  /** The selected node; `null` when the panel is closed, `undefined` when the address does not say. */
  node: string | null | undefined;
  /** The agreement in the middle of the lineage. */
  root: string | null;
  /** How many citing steps from the root are shown; `null` is all. */
  steps: number | null;
  /** Which way the steps go. */
  way: Way;
  /** What agreements stand together by, along time. */
  lanes: Lanes;
  /** The labels that are shown; `null` is what the view shows by itself. */
  labels: readonly NodeLabel[] | null;
  /** The relationship types that are hidden. */
  hidden: readonly RelationshipType[];
  years: Readonly<{ from: number | null; to: number | null }>;
  /** Ids of parties that an agreement must have, all of them. */
  parties: readonly string[];
  /** Ids of documents that must say so, any of them. */
  documents: readonly string[];
  /** Nodes that are shown whatever the filters say. */
  pinned: readonly string[];
  /** Nodes that are not shown whatever the filters say. */
  without: readonly string[];
  opened: readonly Opened[];
  /** The citing agreement and the cited one, between which paths are shown. */
  path: Readonly<{ from: string; to: string }> | null;
  /** What the colours of the network tell: what a node is, or its community. */
  coloring: 'label' | 'community';
  /** Whether all of a large graph is drawn, as points. */
  whole: boolean;
  /** Whose dates place an agreement in time: the texts' alone, or the authorities' too. */
  dates: 'text' | 'all';
  list: (typeof LISTS)[number];
  /** The column by which the table is sorted, `-` before it for the greatest first. */
  sort: string | null;
  /** What the table's rows must hold. */
  rowText: string;
  document: string | null;
  /** The passage that is marked in the text. */
  at: Span | null;
  /** The Cypher in the editor. */
  cypher: string | null;
  /** Its parameters, a JSON object. */
  params: string | null;
  form: (typeof FORMS)[number];
  language: Language;
  /** Shown inside of another page: the view alone, with a way out. */
  embed: boolean;
}>;

export const DEFAULT_ADDRESS: Omit<Address, 'language'> = {
  view: 'lineage',
  node: undefined,
  root: null,
  steps: 1,
  way: 'both',
  lanes: 'none',
  labels: null,
  hidden: [],
  years: { from: null, to: null },
  parties: [],
  documents: [],
  pinned: [],
  without: [],
  opened: [],
  path: null,
  coloring: 'label',
  whole: false,
  dates: 'text',
  list: 'things',
  sort: null,
  rowText: '',
  document: null,
  at: null,
  cypher: null,
  params: null,
  form: 'table',
  embed: false,
};

function oneOf<T extends string>(list: readonly T[], value: string | null): T | null {
  return list.find((one) => one === value) ?? null;
}
function someOf<T extends string>(list: readonly T[], value: string | null): T[] | null {
  if (value === null) return null;
  const asked = new Set(value.split(','));
  return list.filter((one) => asked.has(one));
}
function integer(value: string | null): number | null {
  return value !== null && /^-?\d{1,5}$/.test(value) ? Number(value) : null;
}
function natural(value: string | null): number | null {
  return value !== null && /^[1-9]\d?$/.test(value) ? Number(value) : null;
}
function span(value: string | null): Span | null {
  const found = /^(\d{1,9})-(\d{1,9})$/.exec(value ?? '');
  return found ? { start: Number(found[1]), end: Number(found[2]) } : null;
}

/** `10 agr:x`: ten neighbours of agr:x. */
function opened(value: string): Opened[] {
  const found = /^([1-9]\d{0,3}) (.+)$/s.exec(value);
  return found ? [{ id: found[2] ?? '', count: Number(found[1]) }] : [];
}
const ids = (values: readonly string[]) => [...new Set(values.filter((value) => value !== ''))];

const ALL_LABELS = Object.keys(NODE_LABELS) as NodeLabel[];
const ALL_TYPES = Object.keys(RELATIONSHIP_TYPES) as RelationshipType[];

/** Reads a query string; what it does not say, or says wrongly, is the default. */
export function parseAddress(search: string, language: Language): Address {
  const given = new URLSearchParams(search);
  const node = given.get('node');
  const [from, to] = given.getAll('path');
  return {
    view: oneOf(VIEWS, given.get('view')) ?? DEFAULT_ADDRESS.view,
    node: node === null ? undefined : node === '' ? null : node,
    root: given.get('root') || null,
    steps: given.get('steps') === 'all' ? null : (natural(given.get('steps')) ?? DEFAULT_ADDRESS.steps),
    way: oneOf(WAYS, given.get('way')) ?? DEFAULT_ADDRESS.way,
    lanes: oneOf(LANES, given.get('lanes')) ?? DEFAULT_ADDRESS.lanes,
    labels: someOf(ALL_LABELS, given.get('show')),
    hidden: someOf(ALL_TYPES, given.get('hide')) ?? [],
    years: { from: integer(given.get('from')), to: integer(given.get('to')) },
    parties: ids(given.getAll('party')),
    documents: ids(given.getAll('said')),
    pinned: ids(given.getAll('pin')),
    without: ids(given.getAll('without')),
    opened: given.getAll('open').flatMap(opened),
    path: from && to ? { from, to } : null,
    coloring: given.get('color') === 'community' ? 'community' : 'label',
    whole: given.get('whole') === '1',
    dates: given.get('dates') === 'all' ? 'all' : 'text',
    list: oneOf(LISTS, given.get('list')) ?? DEFAULT_ADDRESS.list,
    sort: given.get('sort') || null,
    rowText: given.get('rows') ?? '',
    document: given.get('document') || null,
    at: span(given.get('at')),
    cypher: given.get('cypher'),
    params: given.get('params') || null,
    form: oneOf(FORMS, given.get('form')) ?? DEFAULT_ADDRESS.form,
    language: oneOf(UI_LANGUAGES, given.get('lang')) ?? language,
    embed: given.get('embed') === '1',
  };
}

/** The query string of an address; `parseAddress` of it gives the address back. */
export function formatAddress(address: Address): string {
  const said = new URLSearchParams();
  const say = (key: string, value: string | number | null | undefined) => {
    if (value !== null && value !== undefined && value !== '') said.set(key, String(value));
  };
  if (address.view !== DEFAULT_ADDRESS.view) say('view', address.view);
  if (address.node === null) said.set('node', '');
  else say('node', address.node);
  say('root', address.root);
  if (address.steps !== DEFAULT_ADDRESS.steps) say('steps', address.steps ?? 'all');
  if (address.way !== DEFAULT_ADDRESS.way) say('way', address.way);
  if (address.lanes !== DEFAULT_ADDRESS.lanes) say('lanes', address.lanes);
  if (address.labels) said.set('show', address.labels.join(','));
  say('hide', address.hidden.join(','));
  say('from', address.years.from);
  say('to', address.years.to);
  const list = (key: string, values: readonly string[]) => {
    for (const value of values) said.append(key, value);
  };
  list('party', address.parties);
  list('said', address.documents);
  list('pin', address.pinned);
  list('without', address.without);
  list(
    'open',
    address.opened.map(({ id, count }) => `${count} ${id}`),
  );
  if (address.path) list('path', [address.path.from, address.path.to]);
  if (address.coloring !== DEFAULT_ADDRESS.coloring) say('color', address.coloring);
  if (address.whole) say('whole', 1);
  if (address.dates !== DEFAULT_ADDRESS.dates) say('dates', address.dates);
  if (address.list !== DEFAULT_ADDRESS.list) say('list', address.list);
  say('sort', address.sort);
  say('rows', address.rowText);
  say('document', address.document);
  say('at', address.at && `${address.at.start}-${address.at.end}`);
  say('cypher', address.cypher);
  say('params', address.params);
  if (address.form !== DEFAULT_ADDRESS.form) say('form', address.form);
  say('lang', address.language);
  if (address.embed) say('embed', 1);
  return `?${said}`;
}
