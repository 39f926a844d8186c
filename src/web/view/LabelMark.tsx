/** The marks of the drawing, small, for legend, lists and panel. */
import type { NodeLabel, RelationshipType } from '../../../graph/vocabulary.ts';
import { RELATIONSHIP_TYPES } from '../../../graph/vocabulary.ts';
import { FAMILY_LINES, LABEL_SHAPES, type NodeShape } from '../appearance.ts';

export type MarkState = 'full' | 'hollow' | 'dashed';

function Shape({
  shape,
  ...paint
}: {
  shape: NodeShape;
  fill: string;
  stroke: string;
  strokeWidth: number;
  strokeDasharray?: string;
  fillOpacity?: number;
}) {
  if (shape === 'circle') return <circle cx="8" cy="8" r="4.75" {...paint} />;
  if (shape === 'square') return <rect x="4" y="4" width="8" height="8" {...paint} />;
  if (shape === 'diamond') return <path d="M8 2.800 13.200 8 8 13.200 2.800 8Z" {...paint} />;
  return <path d="M8 3.200 13 12H3Z" {...paint} />;
}

export function LabelMark({ label, state = 'full' }: { label: NodeLabel; state?: MarkState }) {
  const color = `var(--label-${label})`;
  return (
    <svg className="label-mark" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <Shape
        shape={LABEL_SHAPES[label].shape}
        fill={state === 'hollow' ? 'none' : color}
        fillOpacity={state === 'dashed' ? 0.28 : 1}
        stroke={color}
        strokeWidth={state === 'full' ? 0 : 1.75}
        {...(state === 'dashed' ? { strokeDasharray: '2.2 1.1' } : {})}
      />
    </svg>
  );
}

/** A piece of the line that a relation is drawn with. */
export function LineMark({
  type,
  dashed = false,
  wide = false,
}: {
  type: RelationshipType;
  dashed?: boolean;
  wide?: boolean;
}) {
  const { family } = RELATIONSHIP_TYPES[type];
  const { form, width, head } = FAMILY_LINES[family];
  const color = `var(--family-${family})`;
  const end = wide ? 40 : 24;
  const stop = head === 'none' ? end : head === 'open' ? end - 1.5 : end - 6;
  const stroke = {
    stroke: color,
    strokeWidth: form === 'rails' ? 1.5 : width,
    strokeDasharray: dashed ? '4 3' : 'none',
  };
  return (
    <svg className="line-mark" viewBox={`0 0 ${end} 12`} width={end} height="12" aria-hidden="true">
      {form === 'rails' ? (
        <path d={`M0 4.250H${stop}M0 7.750H${stop}`} {...stroke} fill="none" />
      ) : (
        <path d={`M0 6H${stop}`} {...stroke} fill="none" />
      )}
      {head === 'filled' && <path d={`M${end - 7} 2.250 ${end} 6 ${end - 7} 9.750Z`} fill={color} />}
      {head === 'open' && (
        <path
          d={`M${end - 6.5} 2.250 ${end - 1} 6 ${end - 6.5} 9.750`}
          fill="none"
          stroke={color}
          strokeWidth="1.5"
        />
      )}
    </svg>
  );
}
