/** The answer of a query: as rows, as a graph, as it came. */
import { useMemo } from 'react';
import type { CypherResponse } from '../../api/types.ts';
import type { GraphEdge, GraphNode } from '../../records.ts';
import type { QueryValue } from '../../store/port.ts';
import { networkScene } from '../stage/network-scene.ts';
import { Stage } from '../stage/Stage.tsx';
import { indexGraph, mergeGraph } from '../state/graph.ts';
import { select, useAddress, useGraph, useLanguage, useMessages, useSelected } from '../state/stores.ts';
import { toCsv } from '../text/csv.ts';
import type { Language } from '../text/messages.ts';
import { nameIn } from '../text/names.ts';
import { typeName } from '../text/terms.ts';
import { LabelMark, LineMark } from './LabelMark.tsx';
import { useLayout } from './use-layout.ts';
import { usePalette } from './use-palette.ts';
import { measure, useFonts, useSize } from './use-stage.ts';

type Kinded = { kind?: unknown };
const isObject = (value: QueryValue): value is Extract<QueryValue, object> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isNode = (value: QueryValue): value is QueryValue & GraphNode =>
  isObject(value) && (value as Kinded).kind === 'node';
const isEdge = (value: QueryValue): value is QueryValue & GraphEdge =>
  isObject(value) && (value as Kinded).kind === 'edge';
const isPath = (value: QueryValue): value is QueryValue & { nodes: readonly GraphNode[] } =>
  isObject(value) && (value as Kinded).kind === 'path';

function NodeValue({ node }: { node: GraphNode }) {
  const language = useLanguage();
  return (
    <button type="button" className="chip" onClick={() => select(node.id)}>
      <LabelMark label={node.label} />
      {nameIn(node, language)}
    </button>
  );
}

function Value({ value }: { value: QueryValue }) {
  const language = useLanguage();
  if (value === null) return <span className="null">∅</span>;
  if (Array.isArray(value)) {
    return (
      <ul className="values">
        {value.map((one: QueryValue, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: values of a list have no other name
          <li key={i}>
            <Value value={one} />
          </li>
        ))}
      </ul>
    );
  }
  if (isNode(value)) return <NodeValue node={value} />;
  if (isEdge(value)) {
    return (
      <span className="chip plain">
        <LineMark type={value.type} />
        {typeName(value.type, language)}
      </span>
    );
  }
  if (isPath(value)) {
    return (
      <span className="path">
        {value.nodes.map((node, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a path may pass a node twice
          <span key={i}>
            {i > 0 && ' → '}
            <NodeValue node={node} />
          </span>
        ))}
      </span>
    );
  }
  return <span dir="auto">{typeof value === 'object' ? JSON.stringify(value) : String(value)}</span>;
}

/** A value as a cell of a spreadsheet. */
function cellOf(value: QueryValue, language: Language): string | number {
  if (value === null) return '';
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((one: QueryValue) => cellOf(one, language)).join('; ');
  if (isNode(value)) return nameIn(value, language);
  if (isEdge(value)) return typeName(value.type, language);
  if (isPath(value)) return value.nodes.map((node) => nameIn(node, language)).join(' → ');
  return JSON.stringify(value);
}

export function answerCsv({ columns, rows }: CypherResponse, language: Language): string {
  return toCsv([columns, ...rows.map((row) => row.map((value) => cellOf(value, language)))]);
}

export function AnswerRows({ answer }: { answer: CypherResponse }) {
  const t = useMessages();
  if (answer.rows.length === 0) return <p className="quiet-note">{t.noRows}</p>;
  return (
    <div className="table-scroll">
      <table className="table answer">
        <thead>
          <tr>
            {answer.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of an answer have no other name
            <tr key={i}>
              {row.map((value, j) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor have its cells
                <td key={j}>
                  <Value value={value} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const noCaption = () => '';

export function AnswerGraph({ answer }: { answer: CypherResponse }) {
  const t = useMessages();
  const language = useLanguage();
  const palette = usePalette();
  const selected = useSelected();
  const [ref, size] = useSize();
  const whole = useGraph((state) => state.index);
  const cypher = useAddress((state) => state.address.cypher);
  const { nodes, edges } = answer.graph;
  const fonts = useFonts(nodes, language);
  const shown = useMemo(() => {
    const { nodes: byId, edges: kept } = indexGraph(nodes, edges);
    return { nodes: [...byId.values()], edges: [...kept.values()] };
  }, [nodes, edges]);
  const laid = useLayout(shown, false);
  const scene = useMemo(() => {
    if (!size || !fonts || !laid) return null;
    // What is known of a node besides, such as who asserts its date, is in the whole graph.
    const index = mergeGraph(whole, nodes, edges);
    const told = { index, root: null, language, palette, measure, dates: 'all', coloring: 'label' } as const;
    return networkScene({ ...told, ...laid, ...size });
  }, [whole, nodes, edges, laid, language, palette, size, fonts]);
  if (nodes.length === 0) return <p className="quiet-note">{t.noGraph}</p>;
  return (
    <div className="stage-place" ref={ref}>
      {scene && (
        <Stage
          scene={scene}
          matter={`answer ${cypher} ${nodes.length}`}
          selected={selected}
          label={t.asGraph}
          captions={noCaption}
        />
      )}
    </div>
  );
}

export function AnswerRaw({ answer }: { answer: CypherResponse }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keys
    <pre className="raw" tabIndex={0}>
      {JSON.stringify({ columns: answer.columns, rows: answer.rows }, null, 2)}
    </pre>
  );
}
