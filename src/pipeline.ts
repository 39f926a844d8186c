/** The whole flow of one document: bytes are read by `ingest`, graphs are made by `assemble`. */
import type { Language } from './extract/language.ts';
import { languageOf } from './extract/languages/index.ts';
import type { Document, Extraction } from './records.ts';
import type { Authorities } from './resolve/authorities.ts';
import { resolve } from './resolve/index.ts';

export { assemble } from './assemble.ts';

type Reader = ReturnType<Language['reader']>;
/** A reader's lexicon is costly: one for each language and set of authorities. */
const readers = new WeakMap<Authorities, Map<string, Reader>>();

/** Reads a document: mentions, entities and relations, every one with its span. */
export function extract(document: Document, authorities: Authorities): Extraction {
  const language = languageOf(document.language);
  const view = language.fold(document.text);
  const reading = readerOf(language, authorities)(view);
  return resolve(document, view, reading, authorities);
}

function readerOf(language: Language, authorities: Authorities): Reader {
  const known = readers.get(authorities) ?? new Map<string, Reader>();
  readers.set(authorities, known);
  const reader = known.get(language.code) ?? language.reader(authorities);
  known.set(language.code, reader);
  return reader;
}
