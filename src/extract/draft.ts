/**
 * What a language pack hands over: what it found and what the words say, with nothing resolved yet.
 * Spans count in the pack's folded view. `resolve` turns drafts into mentions that lead to entities.
 */
import type { AgreementKind, RelationType } from '../../graph/vocabulary.ts';
import type { Signatory, Span, Via } from '../records.ts';

type Found = Span & Readonly<{ rule: string /** 0 to 1. */; confidence: number }>;

/** What the words around one agreement say of it. */
export type AgreementFacts = Readonly<{
  /** As the text has it, without title marks, spacing tidied. */
  title?: string;
  /**
   * The title with everything left out that may differ between two ways of naming one agreement: parties,
   * “关于”, articles, case. Two mentions with one core and no clash of date, kind or parties are one agreement.
   */
  core?: string;
  kind?: AgreementKind;
  /** EDTF. */
  signed?: string;
  /** State codes and organization authority keys. Only when all are named. */
  parties?: readonly string[];
  place?: string;
  in_force?: string;
  ended?: string;
  adopted_by?: string;
  /** Asked for or planned, here. */
  prospective?: boolean;
  /** It is not called anything but what it is (“the Convention of 27 July 1929”): only its date tells which one. */
  nameless?: true;
  /** The title is so short that it can be the end of one named before: 《停火协定》 of 《卢萨卡停火协定》. */
  brief?: true;
  /** Authority keys that the name means, unless date, kind or parties say otherwise. */
  keys?: readonly string[];
  /** Authority keys that the name can mean, among other things: only a date that agrees makes it one. */
  weakKeys?: readonly string[];
}>;

/** How an anaphor looks for its antecedent. */
export type Anaphor = Readonly<{
  /** `own`: the text's own instrument. `before`, `after`: the nearest that fit. `former`, `latter`, `both`: of the last pair. */
  reach: 'own' | 'before' | 'after' | 'former' | 'latter' | 'both';
  /** How many are meant; `all` of the last list where no number is given (“the above agreements”). */
  count: number | 'all';
  /** Kinds that the noun fits; empty when any (“前者”). */
  kinds: readonly AgreementKind[];
  /** The noun as written (框架协议): one that is called so is meant rather than a nearer one that is not. */
  noun?: string;
  /** Of the last list the one at this place, counted from 1 (“the second of the said treaties”). */
  nth?: number;
  /** EDTF: only one of this date will do (“the 1972 Convention”). */
  signed?: string;
  /** Only one that is called so will do. */
  strict?: true;
  /** The words can mean other things: a mention only where there is something for it to mean. */
  tentative?: true;
  /**
   * “its Protocol”: something of this kind made to the antecedent; a new agreement, not the antecedent.
   * In its title `%` stands for the antecedent's title: `Protocol to the %`, `%议定书`.
   */
  child?: Readonly<{ kind: AgreementKind; title: string }>;
}>;

export type AgreementDraft = Found &
  Readonly<{
    type: 'agreement';
    via: Via;
    /** One for each agreement meant; several for “the joint statements of 1993, 1995 and 1999”; none for an anaphor. */
    facts: readonly AgreementFacts[];
    anaphor?: Anaphor;
    /** A short form that this mention introduces or uses (“the Convention”, 《条约》), folded. */
    alias?: string;
    /** With `alias`: `introduces` it for the draft at this index of the list; otherwise the mention uses it. */
    aliasOf?: number;
    /** A heading that names the text's own instrument. (“This Agreement” is an anaphor that reaches `own`.) */
    own?: true;
    /** What the words say of the agreement that an anaphor means (“the said Convention, signed on …”). */
    adds?: AgreementFacts;
    /** Named in one breath with the agreement before it (“the Treaty and the Protocol”): together they are a pair. */
    joined?: true;
  }>;
export type StateDraft = Found & Readonly<{ type: 'state'; codes: readonly string[] }>;
export type OrganizationDraft = Found &
  Readonly<{
    type: 'organization';
    name: string;
    /** Authority keys that the name can mean. */
    keys: readonly string[];
    /** Authority key or name of the body that it is an organ of, where the words say so. */
    organOf?: string;
  }>;
export type PersonDraft = Found & Readonly<{ type: 'person'; name: string }>;
export type PlaceDraft = Found & Readonly<{ type: 'place'; name: string; key?: string }>;
export type DateDraft = Found & Readonly<{ type: 'date'; edtf: string }>;
export type ProvisionDraft = Found &
  Readonly<{
    type: 'provision';
    label: string;
    number: string;
    /** Index in the list of drafts of the agreement mention that it is a provision of. */
    of: number;
  }>;
export type Draft =
  | AgreementDraft
  | StateDraft
  | OrganizationDraft
  | PersonDraft
  | PlaceDraft
  | DateDraft
  | ProvisionDraft;

/** What the words do to one mentioned agreement. */
export type Cue = Readonly<{
  /** Index in the list of drafts. */
  draft: number;
  type: RelationType;
  /** The sentence, or the part of it that carries the relation. */
  evidence: Span;
  prospective: boolean;
  rule: string;
  confidence: number;
}>;

/**
 * An agreement that the heading says the instrument is made to (“Protocol to the Convention on …”), and what it
 * does to it. It has no mention of its own: the heading is one mention, which is the evidence.
 */
export type Parent = AgreementFacts & Readonly<{ relation: RelationType; rule: string; confidence: number }>;

/** The document's own instrument as its heading, first lines and signatures tell it. */
export type InstrumentDraft = AgreementFacts &
  Readonly<{
    title: string;
    kind: AgreementKind;
    signatories?: readonly Signatory[];
    authentic_languages?: readonly string[];
    depositary?: string;
    /** In the order of the heading. An antecedent like any other: “the Convention” in a protocol is its parent. */
    parents?: readonly Parent[];
  }>;

export type Reading = Readonly<{
  /** Sorted by start; spans of one type do not overlap. */
  drafts: readonly Draft[];
  cues: readonly Cue[];
  /** Null when the text is none (news, a law). */
  instrument: InstrumentDraft | null;
  /** Of the view, in order. */
  sentences: readonly Span[];
}>;
