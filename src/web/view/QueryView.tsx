/** Questions in Cypher: saved ones and one's own; the answer as rows and as a graph. */
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { RELATIONSHIP_TYPES } from '../../../graph/vocabulary.ts';
import type { CypherResponse, SavedQuestion } from '../../api/types.ts';
import type { GraphEdge, GraphNode } from '../../records.ts';
import type { QueryValue } from '../../store/port.ts';
import { Stage } from '../stage/Stage.tsx';
import { networkScene } from '../stage/scene.ts';
import { ApiError, api } from '../state/api.ts';
import { indexGraph, mergeGraph } from '../state/graph.ts';
import { go, select, useAddress, useGraph, useLanguage, useMessages, useSelected } from '../state/stores.ts';
import { nameIn } from '../text/names.ts';
import { Icon } from './Icon.tsx';
import { COMMAND_KEY } from './keys.ts';
import { LabelMark, LineMark } from './LabelMark.tsx';
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
        {RELATIONSHIP_TYPES[value.type]?.display[language] ?? value.type}
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

function Rows({ answer }: { answer: CypherResponse }) {
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

function AnswerGraph({ answer }: { answer: CypherResponse }) {
  const t = useMessages();
  const language = useLanguage();
  const palette = usePalette();
  const selected = useSelected();
  const [ref, size] = useSize();
  const whole = useGraph((state) => state.index);
  const { nodes, edges } = answer.graph;
  const fonts = useFonts(nodes, language);
  const scene = useMemo(() => {
    if (!size || !fonts) return null;
    const { nodes: byId, edges: kept } = indexGraph(nodes, edges);
    const shown = { nodes: [...byId.values()], edges: [...kept.values()] };
    // What is known of a node besides, such as who asserts its date, is in the whole graph.
    const index = mergeGraph(whole, nodes, edges);
    return networkScene({ index, shown, root: null, language, palette, measure, dates: 'all', ...size });
  }, [whole, nodes, edges, language, palette, size, fonts]);
  if (nodes.length === 0) return <p className="quiet-note">{t.noGraph}</p>;
  return (
    <div className="stage-place" ref={ref}>
      {scene && (
        <Stage
          scene={scene}
          matter={`answer ${nodes.length}`}
          selected={selected}
          label={t.asGraph}
          captions={noCaption}
        />
      )}
    </div>
  );
}

type Answering =
  | { status: 'idle' }
  | { status: 'running' }
  | { status: 'done'; answer: CypherResponse }
  | { status: 'failed'; error: ApiError };

function Result({ state }: { state: Answering }) {
  const t = useMessages();
  const [as, setAs] = useState<'table' | 'graph'>('table');
  if (state.status === 'idle') return <p className="quiet-note">{t.queryStart}</p>;
  if (state.status === 'running')
    return (
      <p className="quiet-note" role="status">
        {t.running}
      </p>
    );
  if (state.status === 'failed') {
    return (
      <div className="problem" role="alert">
        <h3>{t.queryFailed}</h3>
        <p>{state.error.message}</p>
      </div>
    );
  }
  const { answer } = state;
  return (
    <>
      <div className="result-head">
        <p role="status">{t.rows(answer.rows.length, Math.round(answer.milliseconds))}</p>
        {/* biome-ignore lint/a11y/useSemanticElements: two buttons, not a form */}
        <div className="switch" role="group" aria-label={t.result}>
          <button type="button" aria-pressed={as === 'table'} onClick={() => setAs('table')}>
            {t.asTable}
          </button>
          <button type="button" aria-pressed={as === 'graph'} onClick={() => setAs('graph')}>
            {t.asGraph}
          </button>
        </div>
      </div>
      {answer.truncated && <p className="warning">{t.truncated(answer.rows.length)}</p>}
      {as === 'table' ? <Rows answer={answer} /> : <AnswerGraph answer={answer} />}
    </>
  );
}

function useQuestions(): readonly SavedQuestion[] {
  const [questions, setQuestions] = useState<readonly SavedQuestion[]>([]);
  useEffect(() => {
    api.questions().then(
      (answer) => setQuestions(answer.questions),
      () => setQuestions([]),
    );
  }, []);
  return questions;
}

/** The lines that ask a saved question in words are shown above it, not in the editor. */
const withoutHead = (cypher: string) => cypher.replace(/^(?:\s*\/\/[^\n]*\n)+/, '').trim();

export function QueryView() {
  const t = useMessages();
  const language = useLanguage();
  const kept = useAddress((state) => state.address.cypher);
  const questions = useQuestions();
  const [text, setText] = useState(kept ?? '');
  const [state, setState] = useState<Answering>({ status: 'idle' });
  const run = async (cypher: string) => {
    if (cypher.trim() === '') return;
    go({ cypher }, 'replace');
    setState({ status: 'running' });
    try {
      setState({ status: 'done', answer: await api.cypher(cypher) });
    } catch (cause) {
      setState({
        status: 'failed',
        error: cause instanceof ApiError ? cause : new ApiError('UNKNOWN', String(cause), cause),
      });
    }
  };
  // An address with a query in it leads to its answer.
  const first = useRef(kept);
  useEffect(() => {
    if (first.current !== null) void run(first.current);
    first.current = null;
  });
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      void run(text);
    }
  };
  return (
    <div className="query-view">
      <section className="questions" aria-label={t.savedQuestions}>
        <h2>{t.savedQuestions}</h2>
        <ul>
          {questions.map((question) => (
            <li key={question.name}>
              <button
                type="button"
                className="question"
                data-question={question.name}
                aria-current={withoutHead(question.cypher) === text.trim() ? 'true' : undefined}
                onClick={() => {
                  const cypher = withoutHead(question.cypher);
                  setText(cypher);
                  void run(cypher);
                }}
              >
                {question.question[language]}
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section className="asking">
        <div className="editor">
          <textarea
            aria-label={t.ownQuestion}
            spellCheck={false}
            value={text}
            rows={Math.min(14, Math.max(4, text.split('\n').length))}
            placeholder="MATCH p = (a:Agreement)-[*1..2]->(b:Agreement) RETURN p LIMIT 50"
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKey}
          />
          <div className="editor-foot">
            <span className="hint">{t.runHint(COMMAND_KEY)}</span>
            <button
              type="button"
              className="button primary"
              disabled={text.trim() === '' || state.status === 'running'}
              onClick={() => void run(text)}
            >
              <Icon name="arrow" /> {t.run}
            </button>
          </div>
        </div>
        <div className="result" aria-busy={state.status === 'running'}>
          <Result state={state} />
        </div>
      </section>
    </div>
  );
}
