/** Every word of the interface. `Messages` is what English has; a key that another language misses does not compile. */
import { en } from './en.ts';
import { zh } from './zh.ts';

export const UI_LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof UI_LANGUAGES)[number];
export type Messages = typeof en;

export const MESSAGES: Readonly<Record<Language, Messages>> = { en, zh };
