/** What every extraction keeps, whatever the text: the promises of the output's format. */
import type { Document, Entity, Extraction, MentionType } from '../../src/records.ts';
import { isEdtf } from '../../src/text/edtf.ts';

const TYPES: readonly MentionType[] = [
  'agreement',
  'state',
  'organization',
  'person',
  'place',
  'date',
  'provision',
];

/** What is broken, one line each; empty when all is well. */
export function findFaults(document: Document, extraction: Extraction): string[] {
  return [...mentionFaults(document, extraction), ...entityFaults(extraction), ...relationFaults(extraction)];
}

function mentionFaults({ text }: Document, { mentions, entities }: Extraction): string[] {
  const faults: string[] = [];
  const ids = new Set(entities.map(({ id }) => id));
  const ends = new Map<MentionType, number>();
  let last = 0;
  mentions.forEach((mention, index) => {
    const at = `${mention.id} ${mention.type} ${mention.start}–${mention.end} ${mention.rule}`;
    const fault = (what: string) => faults.push(`${at}: ${what}`);
    if (mention.id !== `m${index + 1}`) fault('is out of number');
    if (text.slice(mention.start, mention.end) !== mention.text) fault('has another text than its span');
    if (mention.end <= mention.start || mention.end > text.length) fault('has no span');
    if (mention.start < last) fault('starts before the one before it');
    if (mention.start < (ends.get(mention.type) ?? 0)) fault('overlaps one of its type');
    if (!TYPES.includes(mention.type)) fault('has no known type');
    if (!(mention.confidence > 0 && mention.confidence <= 1)) fault(`is sure to ${mention.confidence}`);
    if ((mention.via !== undefined) !== (mention.type === 'agreement')) fault(`has via ${mention.via}`);
    if ((mention.entities.length === 0) !== (mention.unresolved !== undefined))
      fault('leads nowhere and does not say why, or does both');
    for (const id of [...mention.entities, ...(mention.candidates ?? [])])
      if (!ids.has(id)) fault(`leads to ${id}, which is no entity`);
    last = mention.start;
    ends.set(mention.type, Math.max(mention.end, ends.get(mention.type) ?? 0));
  });
  return faults;
}

function entityFaults({ entities, instrument }: Extraction): string[] {
  const byId = new Map(entities.map((entity) => [entity.id, entity]));
  const faults = entities.flatMap((entity) => faultsOf(entity, byId).map((what) => `${entity.id}: ${what}`));
  if (byId.size < entities.length) faults.push('an entity is given twice');
  if (instrument && byId.get(instrument.entity)?.type !== 'agreement')
    faults.push('the instrument is no agreement among the entities');
  return faults;
}

function faultsOf(entity: Entity, byId: ReadonlyMap<string, Entity>): string[] {
  const faults: string[] = [];
  if (entity.type === 'agreement') {
    for (const date of [entity.signed, entity.in_force, entity.ended])
      if (date !== undefined && !isEdtf(date)) faults.push(`${date} is no date`);
    if (entity.title.trim() === '') faults.push('has no title');
    if (/[\n\r]|^《[^》]*》$/u.test(entity.title))
      faults.push(`has marks or breaks in its title: ${entity.title}`);
    if (new Set(entity.parties).size !== (entity.parties ?? []).length) faults.push('names a party twice');
  }
  if (entity.type === 'date' && !isEdtf(entity.edtf)) faults.push(`${entity.edtf} is no date`);
  if (entity.type === 'provision' && byId.get(entity.agreement)?.type !== 'agreement')
    faults.push(`is of ${entity.agreement}, which is no entity`);
  if (entity.type === 'organization' && entity.organ_of !== undefined && !byId.has(entity.organ_of))
    faults.push(`is an organ of ${entity.organ_of}, which is no entity`);
  return faults;
}

function relationFaults({ document, instrument, relations, entities, mentions }: Extraction): string[] {
  const from = instrument?.entity ?? document.id;
  const agreements = new Set(entities.filter(({ type }) => type === 'agreement').map(({ id }) => id));
  const ids = new Set(mentions.map(({ id }) => id));
  return relations.flatMap((relation) => {
    const faults: string[] = [];
    const fault = (what: string) => faults.push(`${relation.type} ${relation.to}: ${what}`);
    if (relation.from !== from) fault(`comes from ${relation.from}`);
    if (!agreements.has(relation.to)) fault('leads to no agreement');
    if (relation.to === relation.from) fault('leads to itself');
    if (relation.mentions.length === 0 || relation.mentions.some((id) => !ids.has(id)))
      fault('has no mention');
    const { start, end } = relation.evidence;
    if (!(start >= 0 && start < end && end <= document.length)) fault(`has no evidence: ${start}–${end}`);
    return faults;
  });
}
