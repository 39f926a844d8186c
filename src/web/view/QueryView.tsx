/** Questions in Cypher: saved ones and one's own; the answer as rows, as a graph and as it came. */
import { useEffect, useRef, useState } from 'react';
import type { SavedQuestion } from '../../api/types.ts';
import { FORMS } from '../state/address.ts';
import { api } from '../state/api.ts';
import { type Asked, keepAsked, keepDraft, readAsked, readDraft } from '../state/asked.ts';
import { go, useAddress, useLanguage, useMessages } from '../state/stores.ts';
import { inLanguage } from '../text/terms.ts';
import { AnswerGraph, AnswerRaw, AnswerRows, answerCsv } from './Answer.tsx';
import { CopyButton } from './CopyButton.tsx';
import { CypherEditor } from './CypherEditor.tsx';
import { Icon } from './Icon.tsx';
import { COMMAND_KEY } from './keys.ts';
import { type Answering, useAnswering } from './use-answering.ts';
import { Wrongs } from './Wrongs.tsx';

function Result({ state }: { state: Answering }) {
  const t = useMessages();
  const language = useLanguage();
  const as = useAddress((state) => state.address.form);
  if (state.status === 'idle') return <p className="quiet-note">{t.queryStart}</p>;
  if (state.status === 'running' || state.status === 'stopped')
    return (
      <p className="quiet-note" role="status">
        {state.status === 'running' ? t.running : t.stopped}
      </p>
    );
  if (state.status === 'failed') {
    return (
      <div className="problem" role="alert">
        <h3>{t.queryFailed}</h3>
        <p>{state.message}</p>
      </div>
    );
  }
  const { answer } = state;
  const names = { table: t.asTable, graph: t.asGraph, raw: t.asRaw };
  return (
    <>
      <div className="result-head">
        <p role="status">{t.rows(answer.rows.length, Math.round(answer.milliseconds))}</p>
        {/* biome-ignore lint/a11y/useSemanticElements: buttons, not a form */}
        <div className="switch" role="group" aria-label={t.result}>
          {FORMS.map((form) => (
            <button key={form} type="button" aria-pressed={as === form} onClick={() => go({ form })}>
              {names[form]}
            </button>
          ))}
        </div>
        {answer.rows.length > 0 && <CopyButton name={t.copyCsv} text={() => answerCsv(answer, language)} />}
      </div>
      {answer.truncated && <p className="warning">{t.truncated(answer.rows.length)}</p>}
      {as === 'table' && <AnswerRows answer={answer} />}
      {as === 'graph' && <AnswerGraph answer={answer} />}
      {as === 'raw' && <AnswerRaw answer={answer} />}
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

function Questions({
  questions,
  asked,
  text,
  onChoose,
}: {
  questions: readonly SavedQuestion[];
  asked: readonly Asked[];
  text: string;
  onChoose: (one: Asked) => void;
}) {
  const t = useMessages();
  const language = useLanguage();
  return (
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
              onClick={() => onChoose({ cypher: withoutHead(question.cypher), params: '' })}
            >
              {inLanguage(question.question, language)}
            </button>
          </li>
        ))}
      </ul>
      <details className="more asked">
        <summary>
          {t.history} ({asked.length})
        </summary>
        {asked.length === 0 && <p className="hint">{t.noHistory}</p>}
        <ul>
          {asked.map((one) => (
            <li key={`${one.cypher}\n${one.params}`}>
              <button type="button" className="question code-line" onClick={() => onChoose(one)}>
                {one.cypher}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

export function QueryView() {
  const t = useMessages();
  const kept = useAddress((state) => state.address.cypher);
  const questions = useQuestions();
  const [{ cypher: text, params }, setDraft] = useState<Asked>(
    () => readDraft(kept) ?? { cypher: kept ?? '', params: useAddress.getState().address.params ?? '' },
  );
  // What is written and not asked yet stays over a reload and another view.
  useEffect(() => keepDraft(kept, { cypher: text, params }), [kept, text, params]);
  const [asked, setAsked] = useState(readAsked);
  const { state, run, stop } = useAnswering();
  const runAndKeep = async (one: Asked) => {
    if (await run(one.cypher, one.params)) setAsked(keepAsked(one));
  };
  /** The query that was asked last. */
  const last = useRef<string | null>(null);
  const ask = async (one: Asked) => {
    if (one.cypher.trim() === '') return;
    last.current = one.cypher;
    go({ cypher: one.cypher, params: one.params || null });
    await runAndKeep(one);
  };
  // An address with a query in it leads to its answer, when it is opened and when a step leads to it.
  useEffect(() => {
    if (kept === null || kept === last.current) return;
    const one = { cypher: kept, params: useAddress.getState().address.params ?? '' };
    if (last.current !== null) setDraft(one);
    last.current = kept;
    void runAndKeep(one);
  });
  const choose = (one: Asked) => {
    setDraft(one);
    void ask(one);
  };
  const running = state.status === 'running';
  return (
    <div className="query-view">
      <Questions questions={questions} asked={asked} text={text} onChoose={choose} />
      <section className="asking" aria-label={t.ownQuestion}>
        <div className="editor">
          <CypherEditor
            text={text}
            questions={questions}
            onChange={(cypher) => setDraft({ cypher, params })}
            onRun={() => void ask({ cypher: text, params })}
          />
          <Wrongs text={text} onChange={(cypher) => setDraft({ cypher, params })} />
          <div className="editor-foot">
            <label className="parameters">
              {t.parameters}
              <input
                type="text"
                value={params}
                placeholder={t.parametersHint}
                spellCheck={false}
                onChange={(event) => setDraft({ cypher: text, params: event.target.value })}
              />
            </label>
            <span className="hint">{t.runHint(COMMAND_KEY)}</span>
            {running ? (
              <button type="button" className="button" onClick={stop}>
                <Icon name="close" /> {t.cancel}
              </button>
            ) : (
              <button
                type="button"
                className="button primary"
                disabled={text.trim() === ''}
                onClick={() => void ask({ cypher: text, params })}
              >
                <Icon name="arrow" /> {t.run}
              </button>
            )}
          </div>
        </div>
        <div className="result" aria-busy={running}>
          <Result state={state} />
        </div>
      </section>
    </div>
  );
}
