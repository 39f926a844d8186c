/**
 * The files of an embedded store. A folder holds one read-only generation that `current.json` points at, and while
 * a write runs the next one beside it:
 *
 *     .stemma/graph/current.json          {"format":1,"file":"generation-000002.grafeo","content":"5f…"}
 *     .stemma/graph/generation-000002.grafeo
 *     .stemma/graph/generation-000002.grafeo.digests   what it holds, in short
 *     .stemma/graph/generation-000003.grafeo   being built
 *     .stemma/graph/writer.lock                who builds it
 */
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StemmaError } from '../errors.ts';
import { diskReason, isFull } from './disk-errors.ts';

const FORMAT = 1;
const POINTER = 'current.json';
const GENERATION = /^generation-(\d{6,})\.grafeo/;

export type Generation = Readonly<{ path: string /** The fingerprint of its graph. */; content: string }>;
type Pointer = Readonly<{ format: number; file: string; content: string }>;

export class Generations {
  readonly folder: string;
  /** Whether there was a pointer; it never goes away by itself. */
  #seen = false;

  private constructor(folder: string) {
    this.folder = folder;
  }

  /** Makes the folder if it is not there. Throws STORE_UNAVAILABLE. */
  static async at(folder: string): Promise<Generations> {
    try {
      await mkdir(folder, { recursive: true });
      await readdir(folder);
    } catch (cause) {
      throw unavailable(folder, cause);
    }
    return new Generations(folder);
  }

  /** The generation to read; undefined as long as nothing was written. Throws STORE_CORRUPT, also when what was there is gone. */
  async current(): Promise<Generation | undefined> {
    const text = await this.#pointer();
    if (text === undefined) {
      if (this.#seen) throw corrupt(this.folder, `${POINTER} is gone`);
      return undefined;
    }
    this.#seen = true;
    const pointer = parse(text);
    if (!pointer) throw corrupt(this.folder, `${POINTER} cannot be understood`);
    if (pointer.format !== FORMAT)
      throw corrupt(this.folder, `its format is ${pointer.format}, not ${FORMAT}`);
    return { path: join(this.folder, pointer.file), content: pointer.content };
  }

  /** Where the next generation goes; what a killed build left there is taken away. Only for who holds the lock. */
  async next(): Promise<string> {
    await this.sweep();
    const numbers = (await readdir(this.folder)).map((name) => Number(GENERATION.exec(name)?.[1] ?? 0));
    const number = String(Math.max(0, ...numbers) + 1).padStart(6, '0');
    return join(this.folder, `generation-${number}.grafeo`);
  }

  /** Makes a finished generation the current one: on the disk first, then pointed at in one step. */
  async flip(path: string, content: string): Promise<void> {
    await sync(path);
    const pointer: Pointer = { format: FORMAT, file: path.slice(this.folder.length + 1), content };
    const beside = join(this.folder, `${POINTER}.new`);
    const file = await open(beside, 'w');
    try {
      await file.writeFile(`${JSON.stringify(pointer)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, join(this.folder, POINTER));
    await sync(this.folder);
  }

  /** Takes away every generation but the current one. Who has one open goes on reading it, or it stays for the next sweep. */
  async sweep(): Promise<void> {
    const keep = (await this.current().catch(unlessCorrupt))?.path;
    for (const name of await readdir(this.folder)) {
      const path = join(this.folder, name);
      if (GENERATION.test(name) && path !== keep && path !== `${keep}.digests`)
        await rm(path, { recursive: true, force: true }).catch(() => undefined);
    }
  }

  async #pointer(): Promise<string | undefined> {
    try {
      return await readFile(join(this.folder, POINTER), 'utf8');
    } catch (cause) {
      if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return undefined;
      throw unavailable(this.folder, cause);
    }
  }
}

/** For a `catch`: what is damaged is as good as not there. */
export function unlessCorrupt(error: unknown): undefined {
  if (!(error instanceof StemmaError && error.code === 'STORE_CORRUPT')) throw error;
}

function parse(text: string): Pointer | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { format, file, content } = value as Partial<Record<keyof Pointer, unknown>>;
    if (typeof format !== 'number' || typeof file !== 'string' || typeof content !== 'string')
      return undefined;
    return file.startsWith('generation-') && GENERATION.test(file) ? { format, file, content } : undefined;
  } catch {
    return undefined;
  }
}

async function sync(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } catch (cause) {
    // Windows does not let a folder be synced.
    if (process.platform !== 'win32') throw cause;
  } finally {
    await file.close();
  }
}

/** The folder cannot be used; says why in a person's words. */
export function unavailable(folder: string, cause: unknown): StemmaError {
  return new StemmaError(
    'STORE_UNAVAILABLE',
    `${folder} cannot be used as a store: ${diskReason(cause)}${isFull(cause) ? '; the graph is as it was before' : ''}`,
    cause,
  );
}

/** The files do not fit together; the way out is always to build again. */
export function corrupt(folder: string, what: string, cause?: unknown): StemmaError {
  const message = `${folder} is damaged: ${what}; \`stemma build\` makes it again from the documents kept beside it`;
  return new StemmaError('STORE_CORRUPT', message, cause);
}
