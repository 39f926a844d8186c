/** One thread of `Extractors`: texts come in as messages, extractions go out. */
import { parentPort, workerData } from 'node:worker_threads';
import { asStemmaError, extractBytes } from './extract-bytes.ts';
import type { Done, Task } from './extractors.ts';
import { loadAuthorities } from './seed.ts';

const authorities = await loadAuthorities(workerData as readonly string[]);

parentPort?.on('message', ({ number, bytes, name }: Task) => {
  parentPort?.postMessage(done(number, bytes, name));
});

function done(number: number, bytes: Uint8Array, name: string): Done {
  try {
    return { number, json: JSON.stringify(extractBytes(bytes, name, authorities)) };
  } catch (error) {
    const { code, message } = asStemmaError(error, name);
    return { number, code, message };
  }
}
