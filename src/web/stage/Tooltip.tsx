/** The full name of the node under the pointer, beside it; the panel and the table say the same without a pointer. */
import { evidenceOf } from '../state/evidence.ts';
import { isByAuthorityAlone, signatureOf } from '../state/graph.ts';
import { useGraph, useInterface, useLanguage, useMessages } from '../state/stores.ts';
import { writeDate } from '../text/dates.ts';
import type { Messages } from '../text/messages.ts';
import { nameIn, shortNameIn } from '../text/names.ts';
import { labelName, typeName } from '../text/terms.ts';
import { LineMark } from '../view/LabelMark.tsx';
import type { Scene } from './scene.ts';
import { useSigma } from './sigma-context.tsx';

const WIDTH = 280;
const GAP = 12;
/** As high as it may get. */
const ROOM = 160;

export function Tooltip({ scene }: { scene: Scene }) {
  const t = useMessages();
  const language = useLanguage();
  const sigma = useSigma();
  const hovered = useInterface((state) => state.hovered);
  const index = useGraph((state) => state.index);
  const node = hovered === null ? undefined : index.nodes.get(hovered);
  if (!node || !scene.graph.hasNode(node.id)) return null;
  const mark = scene.graph.getNodeAttributes(node.id);
  const { x, y } = sigma.graphToViewport(mark);
  const { width, height } = sigma.getDimensions();
  // On the side of the mark where its name is not, as long as there is room.
  const above = mark.side === 'below' ? y > ROOM : y > height - ROOM;
  const gap = mark.size + GAP;
  const { kind, edtf } = node.properties;
  const signed = signatureOf(index, node.id);
  const facts = [
    typeof kind === 'string'
      ? (t.kinds[kind as keyof Messages['kinds']] ?? kind)
      : labelName(node.label, language),
    signed && `${writeDate(signed.edtf, language)}${signed.by === 'authority' ? ` ${t.byAuthority}` : ''}`,
    node.properties.status === 'prospective' && t.planned,
  ].filter((fact) => typeof fact === 'string');
  return (
    <div
      className="tooltip"
      role="tooltip"
      style={{
        maxWidth: WIDTH,
        left: Math.min(Math.max(x, WIDTH / 2 + GAP), Math.max(WIDTH / 2 + GAP, width - WIDTH / 2 - GAP)),
        ...(above ? { bottom: height - y + gap } : { top: y + gap }),
      }}
    >
      <strong dir="auto">
        {typeof edtf === 'string' ? writeDate(edtf, language) : nameIn(node, language)}
      </strong>
      <span>{facts.join(' · ')}</span>
    </div>
  );
}

/** Who says what of whom, for the line under the pointer, with the first sentence that says so. */
export function EdgeTooltip({ scene }: { scene: Scene }) {
  const language = useLanguage();
  const sigma = useSigma();
  const at = useInterface((state) => state.hoveredEdge);
  const over = useInterface((state) => state.hovered);
  const index = useGraph((state) => state.index);
  const edge = at === null || over !== null ? undefined : index.edges.get(at.id);
  const from = edge && index.nodes.get(edge.from);
  const to = edge && index.nodes.get(edge.to);
  if (!at || !edge || !from || !to || !scene.graph.hasEdge(edge.id)) return null;
  const { width, height } = sigma.getDimensions();
  const [evidence] = evidenceOf(edge);
  return (
    <div
      className="tooltip"
      role="tooltip"
      style={{
        maxWidth: WIDTH,
        left: Math.min(Math.max(at.x, WIDTH / 2 + GAP), Math.max(WIDTH / 2 + GAP, width - WIDTH / 2 - GAP)),
        ...(at.y > ROOM ? { bottom: height - at.y + GAP } : { top: at.y + GAP }),
      }}
    >
      <strong dir="auto">
        {shortNameIn(from, language)} <LineMark type={edge.type} dashed={isByAuthorityAlone(edge)} />{' '}
        {shortNameIn(to, language)}
      </strong>
      <span>{typeName(edge.type, language)}</span>
      {evidence && <q className="tooltip-sentence">{evidence.sentence}</q>}
    </div>
  );
}
