/** Over a drawing: what could not be loaded. */
import { useGraph, useMessages } from '../state/stores.ts';

export function StageHead() {
  const t = useMessages();
  const { partial, total, index } = useGraph();
  if (!partial) return null;
  return (
    <p className="stage-note" role="status">
      {t.tooMuch(index.nodes.size, total)}
    </p>
  );
}
