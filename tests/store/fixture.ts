/** A small graph by hand: two declarations of a lineage, what they stand on, who signed, and where it stands. */
import type { NodeLabel, RelationshipType } from '../../graph/vocabulary.ts';
import { edgeId, type Graph, type GraphEdge, type GraphNode, type Properties } from '../../src/records.ts';

const node = (label: NodeLabel, id: string, name: string, properties: Properties = {}): GraphNode => ({
  id,
  label,
  properties: { name, names: [name], ...properties },
});
const edge = (from: string, type: RelationshipType, to: string, properties: Properties = {}): GraphEdge => ({
  id: edgeId(from, type, to),
  type,
  from,
  to,
  properties,
});
const cited = (mention: string, sentence: string, properties: Properties = {}): Properties => ({
  documents: ['doc:1996'],
  mentions: [mention],
  evidence: [sentence],
  asserted_by: ['text'],
  confidence: 0.9,
  prospective: false,
  ...properties,
});

/** Contains every character that has given a store or a protocol trouble. */
export const CONTROL = 'a\u0000b\u0001c\td\r\ne\u007f\u0085\u2028f\u{20bb7}g"\'`\\$h\ufeff';
/** Longer than 4 KiB, which has cost other engines their files. */
export const LONG = `开头${'条约文本、'.repeat(2000)}结尾`;

const agreements: readonly GraphNode[] = [
  node('Agreement', 'agr:un-charter', '联合国宪章', {
    names: ['联合国宪章', 'Charter of the United Nations', 'Устав Организации Объединённых Наций'],
    title: '联合国宪章',
    kind: 'charter',
    status: 'concluded',
    signed: '1945-06-26',
    earliest: 19450626,
    latest: 19450626,
    authority: 'un-charter',
    aliases: ['agr:宪章'],
  }),
  node('Agreement', 'agr:npt', '不扩散核武器条约', {
    names: ['不扩散核武器条约', '核不扩散条约', 'Treaty on the Non-Proliferation of Nuclear Weapons'],
    title: '核不扩散条约',
    kind: 'treaty',
    status: 'concluded',
    signed: '1968-07-01',
    earliest: 19680701,
    latest: 19680701,
  }),
  node('Agreement', 'agr:ctbt', '全面禁止核试验条约', {
    names: ['全面禁止核试验条约', 'Comprehensive Nuclear-Test-Ban Treaty'],
    title: '全面禁止核试验条约',
    kind: 'treaty',
    status: 'prospective',
  }),
  node('Agreement', 'agr:1992', '关于中俄相互关系基础的联合声明', {
    title: '关于中华人民共和国和俄罗斯联邦相互关系基础的联合声明',
    names: ['关于中华人民共和国和俄罗斯联邦相互关系基础的联合声明', '關於中俄相互關係基礎的聯合聲明'],
    kind: 'joint-statement',
    status: 'concluded',
    signed: '1992-12-18',
    earliest: 19921218,
    latest: 19921218,
  }),
  node('Agreement', 'agr:1994', '中俄联合声明', {
    title: '中俄联合声明',
    names: ['中俄联合声明', 'Sino-Russian Joint Statement'],
    kind: 'joint-statement',
    status: 'concluded',
    signed: '1994',
    earliest: 19940101,
    latest: 19941231,
  }),
  node('Agreement', 'agr:1996', '中俄联合声明（1996）', {
    title: '中俄联合声明',
    names: ['中俄联合声明', '中俄聯合聲明', 'Ｊｏｉｎｔ Statement 1996'],
    kind: 'joint-statement',
    status: 'concluded',
    signed: '1996-04-25',
    earliest: 19960425,
    latest: 19960425,
  }),
  node('Agreement', 'agr:protocol', '补充议定书', {
    title: '补充议定书',
    kind: 'protocol',
    status: 'concluded',
  }),
];

const ground: readonly GraphNode[] = [
  node('State', 'state:CHN', '中国', { names: ['中国', '中华人民共和国', 'China'], code: 'CHN' }),
  node('State', 'state:RUS', '俄罗斯', { names: ['俄罗斯', '俄罗斯联邦', 'Russia', 'Россия'], code: 'RUS' }),
  node('State', 'state:SUN', '苏联', { names: ['苏联', 'USSR'], code: 'SUN' }),
  node('Organization', 'org:un', '联合国', { names: ['联合国', 'United Nations', 'ООН'], authority: 'un' }),
  node('Organization', 'org:unsc', '联合国安全理事会', { names: ['安理会', 'Security Council'] }),
  node('Person', 'person:江泽民', '江泽民'),
  node('Person', 'person:叶利钦', '叶利钦', { names: ['叶利钦', 'Ельцин'] }),
  node('Place', 'place:北京', '北京', { names: ['北京', 'Beijing', 'Pékin'] }),
  node('Date', 'date:1945-06-26', '1945-06-26', { edtf: '1945-06-26', earliest: 19450626, latest: 19450626 }),
  node('Date', 'date:1968-07-01', '1968-07-01', { edtf: '1968-07-01', earliest: 19680701, latest: 19680701 }),
  node('Date', 'date:1968', '1968', { edtf: '1968', earliest: 19680101, latest: 19681231 }),
  node('Date', 'date:1992-12-18', '1992-12-18', { edtf: '1992-12-18', earliest: 19921218, latest: 19921218 }),
  node('Date', 'date:1994', '1994', { edtf: '1994', earliest: 19940101, latest: 19941231 }),
  node('Date', 'date:1996-04-25', '1996-04-25', { edtf: '1996-04-25', earliest: 19960425, latest: 19960425 }),
  node('Provision', 'prov:un-charter/chapter-8', '联合国宪章第八章', {
    label: '第八章',
    number: 'chapter-8',
  }),
  node('Document', 'doc:1996', '1996-04-25-中俄联合声明.txt', {
    sources: ['seed/documents/zh/1996-04-25-中俄联合声明.txt'],
    sha256: 'ab'.repeat(32),
    language: 'zh',
    length: 3673,
    extractor: '0.1.0',
  }),
  node('Document', 'doc:news', 'news.txt', {
    sources: ['news.txt', 'copy.txt'],
    sha256: 'cd'.repeat(32),
    language: 'zh',
    length: 10,
    extractor: '0.1.0',
  }),
  node('Mention', 'doc:1996#m1', '《联合国宪章》', {
    type: 'agreement',
    text: '《联合国宪章》',
    start: 12,
    end: 19,
    sentence: '按照《联合国宪章》第八章的规定。',
    via: 'title',
    rule: 'zh/titled',
    confidence: 1,
  }),
  node('Mention', 'doc:1996#m2', '联合国', {
    type: 'organization',
    text: '联合国',
    start: 40,
    end: 43,
    sentence: '双方支持联合国的工作。',
    rule: 'zh/name',
    confidence: 0.98,
    candidates: [],
  }),
  node('Mention', 'doc:news#m1', '该协定', {
    type: 'agreement',
    text: '该协定',
    start: 0,
    end: 3,
    sentence: CONTROL,
    via: 'anaphor',
    rule: 'zh/anaphor',
    confidence: 0.5,
    unresolved: LONG,
    candidates: ['agr:1994', 'agr:1992'],
  }),
];

const citing: readonly GraphEdge[] = [
  edge('agr:1996', 'REAFFIRMS', 'agr:1992', cited('doc:1996#m1', '双方重申恪守这一声明。')),
  edge(
    'agr:1996',
    'REAFFIRMS',
    'agr:1994',
    cited('doc:1996#m1', '双方重申恪守这一声明。', { confidence: 1 }),
  ),
  edge('agr:1996', 'CITES', 'agr:1992', cited('doc:1996#m1', '提到。')),
  edge('agr:1996', 'BASED_ON', 'agr:un-charter', cited('doc:1996#m1', '按照《联合国宪章》第八章的规定。')),
  edge('agr:1996', 'SUPPORTS', 'agr:npt', cited('doc:1996#m1', '欢迎无限期延长核不扩散条约。')),
  edge(
    'agr:1996',
    'CALLS_FOR',
    'agr:ctbt',
    cited('doc:1996#m1', '尽早缔结全面禁止核试验条约。', { prospective: true }),
  ),
  edge(
    'agr:1994',
    'REAFFIRMS',
    'agr:1992',
    cited('x', '恪守。', { documents: [], asserted_by: ['authority'] }),
  ),
  edge('agr:1992', 'BASED_ON', 'agr:un-charter', cited('x', '遵循联合国宪章。')),
  edge('agr:protocol', 'SUPPLEMENTS', 'agr:1992', cited('x', '补充。')),
  edge('doc:news', 'CITES', 'agr:1996', cited('doc:news#m1', '据报道。')),
];

const facts: readonly GraphEdge[] = [
  ...['agr:1992', 'agr:1994', 'agr:1996'].flatMap((id) => [
    edge(id, 'HAS_PARTY', 'state:CHN', { asserted_by: ['text'], documents: ['doc:1996'], evidence: [] }),
    edge(id, 'HAS_PARTY', 'state:RUS', { asserted_by: ['text', 'authority'] }),
  ]),
  edge('agr:un-charter', 'SIGNED_ON', 'date:1945-06-26', { asserted_by: ['authority'] }),
  edge('agr:npt', 'SIGNED_ON', 'date:1968-07-01', { asserted_by: ['authority'] }),
  edge('agr:npt', 'SIGNED_ON', 'date:1968', { asserted_by: ['text'] }),
  edge('agr:1992', 'SIGNED_ON', 'date:1992-12-18', { asserted_by: ['authority'] }),
  edge('agr:1994', 'SIGNED_ON', 'date:1994', { asserted_by: ['text'] }),
  edge('agr:1996', 'SIGNED_ON', 'date:1996-04-25', { asserted_by: ['text'] }),
  edge('agr:1996', 'SIGNED_AT', 'place:北京'),
  edge('agr:1996', 'SIGNED_BY', 'person:江泽民', { party: 'CHN', office: '中华人民共和国主席' }),
  edge('agr:1996', 'SIGNED_BY', 'person:叶利钦', { party: 'RUS', office: '俄罗斯联邦总统' }),
  edge('person:江泽民', 'REPRESENTS', 'state:CHN'),
  edge('person:叶利钦', 'REPRESENTS', 'state:RUS'),
  edge('agr:1996', 'MENTIONS', 'org:un', { count: 5, documents: ['doc:1996'] }),
  edge('agr:1996', 'MENTIONS', 'org:unsc', { count: 1, documents: ['doc:1996'] }),
  edge('doc:news', 'MENTIONS', 'org:un', { count: 2, documents: ['doc:news'] }),
  edge(
    'agr:1996',
    'CITES_PROVISION',
    'prov:un-charter/chapter-8',
    cited('doc:1996#m1', '按照第八章的规定。'),
  ),
  edge('agr:un-charter', 'HAS_PROVISION', 'prov:un-charter/chapter-8'),
  edge('org:unsc', 'ORGAN_OF', 'org:un'),
  edge('state:RUS', 'SUCCESSOR_OF', 'state:SUN'),
  edge('doc:1996', 'TEXT_OF', 'agr:1996'),
  edge('doc:1996#m1', 'FOUND_IN', 'doc:1996'),
  edge('doc:1996#m2', 'FOUND_IN', 'doc:1996'),
  edge('doc:news#m1', 'FOUND_IN', 'doc:news'),
  edge('doc:1996#m1', 'REFERS_TO', 'agr:un-charter'),
  edge('doc:1996#m2', 'REFERS_TO', 'org:un'),
];

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

export const FIXTURE: Graph = {
  nodes: [...agreements, ...ground].sort(byId),
  edges: [...citing, ...facts].sort(byId),
};
