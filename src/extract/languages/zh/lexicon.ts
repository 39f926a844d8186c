/** All that a Chinese text is scanned for, in one pass: names from the authorities, nouns of agreements, words. */
import type { Authorities } from '../../../resolve/authorities.ts';
import { pushNew } from '../../../text/multimap.ts';
import { type Hit, Trie } from '../../../text/trie.ts';
import { foldText } from './characters.ts';
import { coreOf, lookupKey } from './core.ts';
import { KIND_NOUNS, SUM_NOUNS } from './kinds.ts';
import { readParties } from './parties.ts';
import { WORDS, type WordClass } from './words.ts';

/** What a stretch of text is. A name can be several things at once until the context tells. */
export type Term =
  | Readonly<{ type: 'state'; codes: readonly string[] }>
  | Readonly<{ type: 'organization'; keys: readonly string[]; name: string }>
  | Readonly<{ type: 'place'; key: string; name: string }>
  | Readonly<{ type: 'agreement'; name: string }>
  | Readonly<{ type: 'kind'; noun: string }>
  | Readonly<{ type: 'sum'; noun: string }>
  | Readonly<{ type: 'body' }>
  | Readonly<{ type: 'word'; class: WordClass }>;
export type TermHit = Hit<Term>;

export type Lexicon = Readonly<{
  terms: Trie<Term>;
  /** States, organizations and the words between them alone. */
  parties: Trie<Term>;
  /** Authority keys by name, and by parties and core; `weak` are those of ambiguous names. */
  strong: ReadonlyMap<string, readonly string[]>;
  weak: ReadonlyMap<string, readonly string[]>;
  /** The name to show of an organization, by its authority key. */
  bodies: ReadonlyMap<string, string>;
  /** Keys of places by a name that is a state's too: 新加坡. */
  cities: ReadonlyMap<string, string>;
  /** State codes by their one-character form: 俄 → RUS. */
  abbreviations: ReadonlyMap<string, string>;
  /** State codes by the first character of a state that one text names in full: 秘 → PER, for 中秘. */
  initials: ReadonlyMap<string, string>;
}>;

/** Characters that several states are called by: which, only their full names in the text tell. */
const SHARED_ABBREVIATIONS = '乌土瑞捷新阿巴马尼南伊';
/** Characters of names that states had. */
const OLD_ABBREVIATIONS: readonly (readonly [string, string])[] = [['暹', 'THA']];
const LEADERS = '中俄美日英法德苏印朝韩越蒙';

export function buildLexicon(authorities: Authorities): Lexicon {
  const terms = new Trie<Term>('none');
  for (const kind of ['plain', 'generic', 'stop', 'party', 'joint'] as const)
    for (const word of WORDS[kind]) terms.add(word, { type: 'word', class: kind });
  const strong = new Map<string, string[]>();
  const weak = new Map<string, string[]>();
  const bodies = new Map<string, string>();
  const cities = new Map<string, string>();
  addNames(authorities, { terms, strong, weak, bodies, cities });
  addAcronyms(authorities, terms);
  const abbreviations = readAbbreviations(authorities);
  const parties = new Trie<Term>('none');
  for (const kind of ['party', 'joint'] as const)
    for (const word of WORDS[kind]) parties.add(word, { type: 'word', class: kind });
  addParties(authorities, parties);
  for (const noun of Object.keys(KIND_NOUNS)) terms.add(noun, { type: 'kind', noun });
  for (const noun of SUM_NOUNS) terms.add(noun, { type: 'sum', noun });
  for (const noun of BODY_NOUNS)
    terms.add(noun, { type: 'body' }, (old) => (old.type === 'word' ? { type: 'body' } : old));
  const lexicon = { terms, parties, strong, weak, bodies, cities, abbreviations, initials: new Map() };
  addCores(authorities, lexicon, { strong, weak });
  return lexicon;
}

/** Nouns for bodies; what stands before them makes the name. */
const BODY_NOUNS = (
  '委员会 分委会 混委会 常设委员会 理事会 元首理事会 首脑理事会 秘书处 论坛 组织 联盟 共同体 银行 法院 法庭 仲裁院 ' +
  '机构 协会 代表处 办事处 基金会 总署 执行局 对话会 磋商机制'
).split(' ');

/** The key that a title with these parties and this core has. */
export function partyKey(codes: readonly string[], core: string): string {
  return `${[...codes].sort().join('+')}|${lookupKey(core)}`;
}

/**
 * 中俄睦邻友好合作条约 is also 中华人民共和国和俄罗斯联邦睦邻友好合作条约. Where nothing but 联合声明 is left, two states
 * have made many: only the date tells.
 */
function addCores(
  authorities: Authorities,
  lexicon: Lexicon,
  { strong, weak }: Pick<Tables, 'strong' | 'weak'>,
): void {
  for (const { type, key, name: written, ambiguous } of authorities.namesOf('zh')) {
    if (type !== 'agreement' || ambiguous) continue;
    const name = foldText(written);
    const parties = readParties(name, 0, lexicon);
    if (!parties) continue;
    const core = coreOf(name, parties.end);
    pushNew(core in KIND_NOUNS ? weak : strong, partyKey(parties.codes, core), key);
  }
}

type Tables = {
  terms: Trie<Term>;
  strong: Map<string, string[]>;
  weak: Map<string, string[]>;
  bodies: Map<string, string>;
  cities: Map<string, string>;
};

/** ICOMOS, UNESCO: acronyms stand in Chinese texts as they are. */
function addAcronyms(authorities: Authorities, terms: Trie<Term>): void {
  for (const { type, key, name, ambiguous } of authorities.namesOf('en'))
    if (type === 'organization' && !ambiguous && /^[A-Z][A-Z0-9-]{2,}$/u.test(name))
      terms.add(name, { type: 'organization', keys: [key], name }, (old) => old);
}

function addNames(authorities: Authorities, { terms, strong, weak, bodies, cities }: Tables): void {
  for (const { type, key, name: written, ambiguous } of authorities.namesOf('zh')) {
    const name = foldText(written);
    if (name.length < 2) continue;
    switch (type) {
      case 'agreement':
        pushNew(ambiguous ? weak : strong, lookupKey(name), key);
        if (!ambiguous) terms.add(name, { type: 'agreement', name });
        break;
      case 'state':
        if (!ambiguous) terms.add(name, { type: 'state', codes: [key] });
        break;
      case 'organization':
        // 大会, 理事会: which one, only the context tells.
        if (ambiguous) break;
        if (!bodies.has(key)) bodies.set(key, name);
        terms.add(name, { type: 'organization', keys: [key], name }, (old, added) =>
          old.type === 'organization' && added.type === 'organization'
            ? { ...old, keys: [...old.keys, ...added.keys] }
            : old.type === 'word'
              ? added
              : old,
        );
        break;
      case 'place':
        if (ambiguous) cities.set(name, key);
        else
          terms.add(name, { type: 'place', key, name }, (old, added) => (old.type === 'word' ? added : old));
        break;
    }
  }
}

function addParties(authorities: Authorities, parties: Trie<Term>): void {
  for (const { type, key, name: written, ambiguous } of authorities.namesOf('zh')) {
    const name = foldText(written);
    if (ambiguous || name.length < 2) continue;
    if (type === 'state') parties.add(name, { type: 'state', codes: [key] });
    if (type === 'organization') parties.add(name, { type: 'organization', keys: [key], name }, (old) => old);
  }
}

function readAbbreviations(authorities: Authorities): Map<string, string> {
  const abbreviations = new Map<string, string>();
  for (const { code, abbreviation } of authorities.states.values())
    if (abbreviation) abbreviations.set(foldText(abbreviation.zh), code);
  for (const [character, code] of OLD_ABBREVIATIONS) abbreviations.set(character, code);
  return abbreviations;
}

/**
 * The lexicon for one text: 中瑞 where the text names 瑞士 and not 瑞典 is Switzerland, where it names both or
 * neither it is no state's name.
 */
export function forText(text: string, hits: readonly TermHit[], lexicon: Lexicon): Lexicon {
  const named = new Map<string, string | null>();
  for (const { start, end, value } of hits) {
    const character = text.charAt(start);
    if (value.type !== 'state' || end - start < 2 || !SHARED_ABBREVIATIONS.includes(character)) continue;
    const [code = null, ...others] = value.codes;
    const known = named.get(character);
    named.set(character, others.length > 0 || (known !== undefined && known !== code) ? null : code);
  }
  const abbreviations = new Map(lexicon.abbreviations);
  for (const character of SHARED_ABBREVIATIONS) {
    const code = named.get(character) ?? null;
    if (code === null) abbreviations.delete(character);
    else abbreviations.set(character, code);
  }
  return { ...lexicon, abbreviations, initials: initialsOf(text, hits, lexicon) };
}

/** First characters that begin words behind 中: 中文, 中立, 中东, 中小. */
const IN_WORDS = '文立东小央部间外期等心方共华学级医药年介断';

function initialsOf(text: string, hits: readonly TermHit[], lexicon: Lexicon): Map<string, string> {
  const initials = new Map<string, string | null>();
  for (const { start, end, value } of hits) {
    const character = text.charAt(start);
    if (value.type !== 'state' || end - start < 2 || value.codes.length !== 1) continue;
    if (
      lexicon.abbreviations.has(character) ||
      isSharedAbbreviation(character) ||
      IN_WORDS.includes(character)
    )
      continue;
    const [code = null] = value.codes;
    initials.set(character, (initials.get(character) ?? code) === code ? code : null);
  }
  return new Map([...initials].filter((entry): entry is [string, string] => entry[1] !== null));
}

/** Whether several states are called by this character. */
export function isSharedAbbreviation(character: string): boolean {
  return SHARED_ABBREVIATIONS.includes(character);
}

/**
 * 中俄, 中哈, 俄美, 中日韩: the codes of the states that a combination at `start` names, or null. The first
 * character is 中 or a state that combinations are wont to begin with.
 */
export function readCombination(
  text: string,
  start: number,
  lexicon: Pick<Lexicon, 'abbreviations' | 'initials' | 'terms'>,
): Readonly<{ end: number; codes: readonly string[] }> | null {
  const leader = text.charAt(start);
  const first = lexicon.abbreviations.get(leader);
  const follower = text.charAt(start + 1);
  const second =
    lexicon.abbreviations.get(follower) ??
    (leader === '中' && OF_TWO.test(text.charAt(start + 2)) ? lexicon.initials.get(follower) : undefined);
  if (first === undefined || second === undefined || first === second || !LEADERS.includes(leader))
    return null;
  if (leader !== '中' && !LEADERS.includes(follower)) return null;
  if ((NOT_A_STATE[follower] ?? '').includes(text.charAt(start + 2))) return null;
  if (isProse(text, start)) return null;
  const codes = [first, second];
  let at = start + 2;
  for (; at < text.length; at += 1) {
    const character = text.charAt(at);
    const code = lexicon.abbreviations.get(character);
    if (code === undefined || codes.includes(code)) break;
    if ((NOT_A_STATE[character] ?? '').includes(text.charAt(at + 1))) break;
    // 中美日本: a whole name or word begins here.
    const hit = lexicon.terms.longestAt(text, at);
    if (hit && hit.end - hit.start > 1) break;
    codes.push(code);
  }
  return { end: at, codes };
}

/** What 中秘 and its like go on with: 关系, 两国, 双方, 自由贸易协定. */
const OF_TWO = /[关两双友合睦经贸战政文科教投传边国人建各自避引领渔航海农税民共互全企高中]/u;

/** 名单中以, 法院中保, 国内法中: characters that words are made of, which only what follows makes states. */
function isProse(text: string, start: number): boolean {
  if (/^(?:法中|中[以保])/u.test(text.slice(start, start + 2)))
    return !/[两双关友建政经贸合联协投]/u.test(text.charAt(start + 2));
  return (
    /^两?(?:文(?![化教艺])|[语种])/u.test(text.slice(start + 2, start + 5)) ||
    text.startsWith('两种文', start + 2)
  );
}

/** What the last character of a combination may not begin: 中美法律, 中英文本. */
const NOT_A_STATE: Readonly<Record<string, string>> = {
  法: '律院规治定学文语',
  日: '期常益后前本文语',
  德: '国文语',
  英: '文语国',
  印: '度发刷章',
  西: '部方北南侧',
  意: '见义图',
  新: '的型增',
  加: '强入快大',
  以: '及来内外下上',
  比: '较例',
  马: '上',
  南: '部方亚海北',
  哈: '萨',
};
