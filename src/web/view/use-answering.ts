/** Asks queries, and says how far the last one is. */
import { useEffect, useRef, useState } from 'react';
import type { CypherResponse } from '../../api/types.ts';
import { ApiError, api } from '../state/api.ts';
import { parseParameters } from '../state/asked.ts';
import { useAnswered } from '../state/shown-now.ts';
import { useMessages } from '../state/stores.ts';

export type Answering =
  | { status: 'idle' }
  | { status: 'running' }
  | { status: 'stopped' }
  | { status: 'done'; answer: CypherResponse }
  | { status: 'failed'; message: string };

/** Runs queries one at a time: a new one, or leaving, stops the one before. */
export function useAnswering() {
  const t = useMessages();
  const [state, setState] = useState<Answering>({ status: 'idle' });
  const underway = useRef<AbortController | null>(null);
  const stop = () => underway.current?.abort();
  useEffect(
    () => () => {
      underway.current?.abort();
      useAnswered.setState({ graph: null });
    },
    [],
  );
  const run = async (cypher: string, params: string): Promise<boolean> => {
    stop();
    useAnswered.setState({ graph: null });
    const given = parseParameters(params);
    if (given === null) {
      setState({ status: 'failed', message: t.parametersWrong });
      return false;
    }
    const abort = new AbortController();
    underway.current = abort;
    setState({ status: 'running' });
    try {
      const answer = await api.cypher(cypher, given, { signal: abort.signal });
      if (underway.current !== abort) return true;
      useAnswered.setState({ graph: answer.graph });
      setState({ status: 'done', answer });
    } catch (cause) {
      if (underway.current !== abort) return true;
      if (abort.signal.aborted) setState({ status: 'stopped' });
      else setState({ status: 'failed', message: cause instanceof ApiError ? cause.message : String(cause) });
    }
    return true;
  };
  return { state, run, stop };
}
