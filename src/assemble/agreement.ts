/** What all texts together say of an agreement → its node. */
import { LANGUAGES, type LanguageCode } from '../../graph/vocabulary.ts';
import type { AgreementEntity } from '../records.ts';
import type { Authorities } from '../resolve/authorities.ts';
import { boundsOf } from '../text/edtf.ts';
import type { GraphBuilder } from './builder.ts';
import { namesOfEntry } from './entities.ts';

type Sayable = Pick<AgreementEntity, 'title' | 'kind' | 'status' | 'signed' | 'names' | 'authority'>;
/** What one text says of an agreement, its own or another; `id` is the one that it has in this text. */
export type Said = Sayable & Readonly<{ id: string; own: boolean; language: string }>;

/** What counts for the node, without the rest. */
export function sayable({ title, kind, status, signed, names, authority }: Sayable): Sayable {
  return {
    title,
    kind,
    status,
    ...(signed !== undefined && { signed }),
    ...(names && { names }),
    ...(authority !== undefined && { authority }),
  };
}

/** Adds the node that the texts make together. */
export function addAgreement(
  graph: GraphBuilder,
  id: string,
  said: readonly Said[],
  authorities: Authorities,
): void {
  const key = said.find(({ authority }) => authority !== undefined)?.authority;
  const entry = key === undefined ? undefined : authorities.agreements.get(key);
  const best = bestTitled(said);
  const names = namesOfEntry(entry);
  for (const language of LANGUAGES) names[`name_${language}`] ??= titleIn(said, language);
  const signed = said.map((each) => each.signed).find((date) => date !== undefined);
  const isConcluded = said.some(({ status }) => status === 'concluded') || hasHappened(entry);
  graph.node(id, 'Agreement', {
    ...names,
    name: best?.title,
    title: best?.title,
    kind: best?.kind,
    status: isConcluded ? 'concluded' : 'prospective',
    ...(signed === undefined ? {} : { signed, ...boundsOf(signed) }),
    authority: key,
  });
  graph.node(id, 'Agreement', {
    names: [
      ...new Set(said.flatMap(({ title, names: more }) => [title, ...Object.values(more ?? {}).flat()])),
    ],
    aliases: [...new Set(said.map(({ id: alias }) => alias))].filter((alias) => alias !== id),
  });
}

function hasHappened(entry: { signed?: string; adopted?: string } | undefined): boolean {
  return entry?.signed !== undefined || entry?.adopted !== undefined;
}

function bestTitled(said: readonly Said[]): Said | undefined {
  return said.reduce<Said | undefined>((a, b) => (a && titleRank(b) <= titleRank(a) ? a : b), undefined);
}

/** The instrument's own title first, then a full title, then the longest; ties by the alphabet. */
function titleRank({ title, signed, own }: Said): string {
  const length = String(Math.min(title.length, 99)).padStart(2, '0');
  return `${own ? 1 : 0} ${signed === undefined ? 0 : 1} ${length} ${title}`;
}

function titleIn(said: readonly Said[], language: LanguageCode): string | undefined {
  return bestTitled(said.filter((each) => each.language === language))?.title;
}
