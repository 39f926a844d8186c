/** Drafts → mentions that lead to entities, and relations between them. */
import { LANGUAGES } from '../../graph/vocabulary.ts';
import type { Draft, Reading } from '../extract/draft.ts';
import type { Document, Extraction, Mention } from '../records.ts';
import type { View } from '../text/view.ts';
import type { Authorities } from './authorities.ts';
import type { Cluster } from './cluster.ts';
import { type Coreference, resolveAgreements } from './coreference.ts';
import { Excerpts } from './excerpts.ts';
import { agreementId } from './identity.ts';
import { linkAgreement } from './linking.ts';
import { linkTitle } from './name-index.ts';
import type { Reference } from './reference.ts';
import { type Identified, Register } from './register.ts';
import { relate } from './relations.ts';
import { sentencesOf } from './sentences.ts';

/** Resolves what a language pack read in a document. */
export function resolve(
  document: Document,
  view: View,
  reading: Reading,
  authorities: Authorities,
): Extraction {
  const coreference = resolveAgreements(reading);
  const agreements = identify(document, coreference, authorities);
  const excerpts = new Excerpts(document.text);
  const register = new Register(document, authorities, reading.instrument, agreements, excerpts);
  const mentions: Mention[] = [];
  const mentionIds: (string | undefined)[] = [];
  reading.drafts.forEach((draft, index) => {
    const reference = coreference.references[draft.type === 'provision' ? draft.of : index];
    const entities = register.lead(draft, reference);
    if (entities === null) return;
    const mention = makeMention(mentionId(mentions.length + 1), draft, entities, reference);
    mentionIds[index] = mention.id;
    mentions.push(mention);
  });
  const own = coreference.own ? (agreements[coreference.own.index]?.id ?? null) : null;
  if (coreference.own) register.agreement(coreference.own);
  for (const { cluster } of coreference.parents) register.agreement(cluster);
  const idOf = (cluster: Cluster) => agreements[cluster.index]?.id ?? '';
  const sentences = sentencesOf(excerpts, view, reading);
  excerpts.giveBack();
  return {
    document: {
      id: document.id,
      source: document.source,
      sha256: document.sha256,
      language: document.language,
      length: document.text.length,
    },
    instrument: own === null ? null : { entity: own },
    mentions,
    entities: register.entities(),
    relations: relate(reading, coreference, view, {
      from: own ?? document.id,
      of: idOf,
      mentions: mentionIds,
    }),
    sentences,
  };

  /** Each kind of mention is written in one go: there are many, and they leave in this order of properties. */
  function makeMention(
    id: string,
    draft: Draft,
    entities: readonly string[],
    reference: Reference | undefined,
  ): Mention {
    const { type, rule, confidence } = draft;
    const { start, end } = view.toOriginal(draft.start, draft.end);
    const text = excerpts.cut(start, end);
    if (type !== 'agreement') return { id, type, start, end, text, entities, rule, confidence };
    const { via } = draft;
    if (entities.length > 0) return { id, type, start, end, text, entities, via, rule, confidence };
    const unresolved = reference?.unresolved ?? 'not resolved';
    const candidates = (reference?.candidates ?? []).flatMap((cluster) => register.agreement(cluster));
    return { id, type, start, end, text, entities, via, unresolved, candidates, rule, confidence };
  }
}

/** Ids are the same in every text: these are made once. */
const MENTION_IDS: readonly string[] = Array.from({ length: 4096 }, (_, n) => `m${n}`);

function mentionId(n: number): string {
  return MENTION_IDS[n] ?? `m${n}`;
}

/** An id for every agreement, by index of its cluster; two that are linked to one authority entry share it. */
function identify(
  document: Document,
  { clusters }: Coreference,
  authorities: Authorities,
): readonly Identified[] {
  const language = LANGUAGES.find((code) => code === document.language);
  return clusters.map(({ facts, index }) => {
    // The pack's own look-up knows the words around a name; the index knows more ways of writing one.
    const key =
      linkAgreement(facts, authorities) ??
      (language && (facts.keys ?? []).length === 0 ? linkTitle(facts, language, authorities) : null);
    return { id: agreementId(key, facts, document.id, index), key };
  });
}
