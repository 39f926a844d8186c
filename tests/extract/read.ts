/** Short ways to write what a text should read as. */
import { documentId } from '../../src/ingest/index.ts';
import { extract } from '../../src/pipeline.ts';
import type { AgreementEntity, Entity, Extraction, Mention, MentionType } from '../../src/records.ts';
import { loadAuthorities } from '../../src/seed.ts';

const authorities = await loadAuthorities();

export function read(text: string, language = 'zh'): Extraction {
  return extract({ id: documentId('test'), source: 'test', sha256: 'test', language, text }, authorities);
}

/** Mentions of one type as `text → what they lead to`: EDTF, codes, names, titles; `?` where unresolved. */
export function said(extraction: Extraction, type: MentionType): string[] {
  const entities = new Map(extraction.entities.map((entity) => [entity.id, entity]));
  return extraction.mentions
    .filter((mention) => mention.type === type)
    .map((mention) => `${mention.text} → ${namesOf(mention, entities)}`);
}

function namesOf({ entities: ids }: Mention, entities: ReadonlyMap<string, Entity>): string {
  const values = ids.map((id) => {
    const entity = entities.get(id);
    return entity ? nameOf(entity) : 'nothing';
  });
  return values.join(' ') || '?';
}

function nameOf(entity: Entity): string {
  switch (entity.type) {
    case 'agreement':
      return entity.authority ?? entity.title;
    case 'state':
      return entity.code;
    case 'organization':
      return entity.authority ?? entity.name;
    case 'place':
    case 'person':
      return entity.name;
    case 'date':
      return entity.edtf;
    case 'provision':
      return entity.number;
  }
}

/** The agreements that are not the text's own, in order of first mention. */
export function cited({ entities, instrument }: Extraction): AgreementEntity[] {
  return entities.filter(
    (entity): entity is AgreementEntity => entity.type === 'agreement' && entity.id !== instrument?.entity,
  );
}

export function ownOf({ entities, instrument }: Extraction): AgreementEntity | null {
  const own = entities.find(({ id }) => id === instrument?.entity);
  return own?.type === 'agreement' ? own : null;
}

/** Relations as `type title`, with `planned` before what is prospective. */
export function related({ relations, entities }: Extraction): string[] {
  return relations.map(({ type, to, prospective }) => {
    const entity = entities.find(({ id }) => id === to);
    const name = entity ? nameOf(entity) : 'nothing';
    return `${prospective ? 'planned ' : ''}${type} ${name}`;
  });
}
