/** What the vocabulary's terms are called in a language of the interface; English where it has no word of its own. */
import {
  EDGE_FAMILIES,
  type EdgeFamily,
  NODE_LABELS,
  type NodeLabel,
  RELATIONSHIP_TYPES,
  type RelationshipType,
} from '../../../graph/vocabulary.ts';
import type { Language } from './messages.ts';

type Texts<T> = Readonly<{ en: T } & Partial<Record<Language, T>>>;

export function inLanguage<T>(texts: Texts<T>, language: Language): T {
  return texts[language] ?? texts.en;
}

export const labelName = (label: NodeLabel, language: Language) =>
  inLanguage(NODE_LABELS[label].display, language);
export const typeName = (type: RelationshipType, language: Language) =>
  inLanguage(RELATIONSHIP_TYPES[type].display, language);
export const familyName = (family: EdgeFamily, language: Language) =>
  inLanguage(EDGE_FAMILIES[family].display, language);
