/** One Sigma for as long as its element lives, handed to the controllers inside. */
import { MultiDirectedGraph } from 'graphology';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { Sigma } from 'sigma';
import type { Settings } from 'sigma/settings';
import type { EdgeMark, NodeMark } from './marks.ts';

export type StageSigma = Sigma<NodeMark, EdgeMark>;

const SigmaContext = createContext<StageSigma | null>(null);

/** The Sigma of the drawing that this is inside of. */
export function useSigma(): StageSigma {
  const sigma = useContext(SigmaContext);
  if (!sigma) throw new Error('useSigma outside of a SigmaCanvas');
  return sigma;
}

/** Settings are those of the first time. */
export function SigmaCanvas({
  settings,
  children,
}: {
  settings: Partial<Settings<NodeMark, EdgeMark>>;
  children: ReactNode;
}) {
  const place = useRef<HTMLDivElement>(null);
  const first = useRef(settings);
  const [sigma, setSigma] = useState<StageSigma | null>(null);
  useEffect(() => {
    if (!place.current) return;
    const made = new Sigma(new MultiDirectedGraph<NodeMark, EdgeMark>(), place.current, first.current);
    setSigma(made);
    return () => {
      setSigma(null);
      made.kill();
    };
  }, []);
  return (
    <>
      <div className="stage-canvas" ref={place} />
      {sigma && <SigmaContext.Provider value={sigma}>{children}</SigmaContext.Provider>}
    </>
  );
}
