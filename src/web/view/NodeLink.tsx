/** The name of a node; a click selects it. */
import type { GraphNode } from '../../records.ts';
import { select, useLanguage } from '../state/stores.ts';
import { writeDate } from '../text/dates.ts';
import { nameIn } from '../text/names.ts';

export function NodeLink({ node }: { node: GraphNode }) {
  const language = useLanguage();
  const { edtf } = node.properties;
  return (
    <button type="button" className="link node-link" dir="auto" onClick={() => select(node.id)}>
      {node.label === 'Date' && typeof edtf === 'string' ? writeDate(edtf, language) : nameIn(node, language)}
    </button>
  );
}
