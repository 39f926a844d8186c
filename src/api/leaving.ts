/** Whether somebody still waits for an answer. */
import type { FastifyReply } from 'fastify';

/** Aborted when the connection closes before the answer is sent. (`request.signal` is aborted as soon as a body was read.) */
export function leavingSignal(reply: FastifyReply): AbortSignal {
  const leaving = new AbortController();
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) leaving.abort();
  });
  return leaving.signal;
}
