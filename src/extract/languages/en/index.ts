/** English. */
import type { Language } from '../../language.ts';
import { fold } from './fold.ts';
import { makeReader } from './reader.ts';

export const en: Language = { code: 'en', fold, reader: makeReader };
