/** What all words that point at an agreement share. */
import type { Span } from '../../../records.ts';
import type { AgreementDraft, Anaphor } from '../../draft.ts';

/** 基本, 日本, 根本 … are no 本, but 构成本… is; 应该 is no 该; 其他 is no 其. */
const NOT_A_POINTER =
  /(?:[基日根原资样版副文课剧]本|(?<![构组完达形])成本|[应活]该|[彼因从如]此|[极尤与土]其)$/u;

/** A pointer stands within so many units before its noun. */
export const POINTER_UNITS = 12;

/** Whether a pointer that begins at `start` is the end of another word. */
export function isInWord(text: string, start: number): boolean {
  return NOT_A_POINTER.test(text.slice(Math.max(0, start - 2), start + 1));
}

export function anaphorOf(span: Span, anaphor: Anaphor, rule: string, confidence: number): AgreementDraft {
  return {
    start: span.start,
    end: span.end,
    type: 'agreement',
    via: 'anaphor',
    facts: [],
    anaphor,
    rule: `zh/${rule}`,
    confidence,
  };
}
