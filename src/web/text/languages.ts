/** The languages of the interface, an entry each. To add one: write its file of words, and list it here. */
import { en } from './en.ts';
import { fr } from './fr.ts';
import type { Script } from './names.ts';
import { ru } from './ru.ts';
import { zh } from './zh.ts';

/** Every word of the interface: English has them all. */
export type Messages = typeof en;
/** Some of them; what is missing is said in English. */
export type SomeMessages = { readonly [Key in keyof Messages]?: Part<Messages[Key]> };
type Part<Value> = Value extends (...given: never) => unknown
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: Part<Value[Key]> }
    : string;

type InterfaceLanguage = Readonly<{
  /** As HTML and Intl name it. */
  tag: string;
  /** What it calls itself, in full and on a button. */
  name: string;
  short: string;
  script: Script;
  /** Whether the page offers it; another one is spoken when the address asks for it (`?lang=fr`). */
  offered: boolean;
  words: SomeMessages;
}>;

const LIST = {
  en: { tag: 'en-GB', name: 'English', short: 'EN', script: 'latin', offered: true, words: en },
  zh: { tag: 'zh-CN', name: '中文', short: '中', script: 'han', offered: true, words: zh satisfies Messages },
  ru: { tag: 'ru', name: 'Русский', short: 'RU', script: 'cyrillic', offered: false, words: ru },
  fr: { tag: 'fr', name: 'Français', short: 'FR', script: 'latin', offered: false, words: fr },
} as const satisfies Readonly<Record<string, InterfaceLanguage>>;

export type Language = keyof typeof LIST;
export const INTERFACE_LANGUAGES: Readonly<Record<Language, InterfaceLanguage>> = LIST;
