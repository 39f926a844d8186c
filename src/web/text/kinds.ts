/** Kinds that the interface has words for, as types. */
import type { MentionType } from '../../records.ts';

export type { AgreementKind } from '../../../graph/vocabulary.ts';
export type MentionKind = MentionType;
