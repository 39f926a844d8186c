/** What a register costs extraction: the same texts with several registers, in turn. */
import { readFileSync } from 'node:fs';
import { ingest } from '../../src/ingest/index.ts';
import { extract } from '../../src/pipeline.ts';
import type { Document } from '../../src/records.ts';
import type { Authorities } from '../../src/resolve/authorities.ts';
import { filesIn, type Language } from './texts.ts';

/** A clock cannot tell shares of less: where there are few texts, they are read again up to so many units. */
const LEAST_UNITS = 700_000;

/** Texts of a language, up to so many UTF-16 code units in all; none where there are none beside the project. */
export function documentsIn(language: Language, most = Infinity): Document[] {
  let units = 0;
  return filesIn(language).flatMap((path) => {
    if (units > most) return [];
    const document = ingest(readFileSync(path), path);
    units += document.text.length;
    return [document];
  });
}

/** Milliseconds of processor time for reading all texts with each register: the best of several rounds, in turn. */
export function timesOf(
  texts: readonly Document[],
  registers: readonly Authorities[],
  rounds: number,
): number[] {
  const units = texts.reduce((sum, { text }) => sum + text.length, 0);
  const again = Math.max(1, Math.ceil(LEAST_UNITS / units));
  const best = registers.map(() => Infinity);
  for (let turn = 0; turn < rounds * registers.length; turn += 1) {
    // There and back, so that none always pays for what another left behind.
    const round = Math.floor(turn / registers.length);
    const index =
      round % 2 === 0 ? turn % registers.length : registers.length - 1 - (turn % registers.length);
    const register = registers[index];
    if (register === undefined) continue;
    const ms = cpuMs(() => {
      for (let time = 0; time < again; time += 1) for (const text of texts) extract(text, register);
    });
    best[index] = Math.min(best[index] ?? Infinity, ms);
  }
  return best;
}

/** The register without the names of what no text refers to, so that both lead to the same mentions. States stay. */
export function onlyNamed(texts: readonly Document[], all: Authorities): Authorities {
  const named = new Set(
    texts.flatMap((text) =>
      extract(text, all).entities.flatMap((entity) =>
        'authority' in entity && entity.authority !== undefined ? [entity.authority] : [],
      ),
    ),
  );
  return {
    ...all,
    namesOf: (language) =>
      all.namesOf(language).filter(({ type, key }) => type === 'state' || named.has(key)),
  };
}

export function countMentions(texts: readonly Document[], register: Authorities): number {
  return texts.reduce((sum, text) => sum + extract(text, register).mentions.length, 0);
}

/** Of all cores together, so that other work on the machine makes no difference. */
export function cpuMs(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
