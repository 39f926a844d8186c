/** Where a query is written. The editor comes late; until it is there, a plain field takes the writing. */
import { useEffect, useMemo, useRef, useState } from 'react';
import type { SavedQuestion } from '../../api/types.ts';
import type { Editor } from '../editor/editor.ts';
import { useLanguage, useMessages } from '../state/stores.ts';
import { inLanguage } from '../text/terms.ts';

const EXAMPLE = 'MATCH p = (a:Agreement)-[*1..2]->(b:Agreement) RETURN p LIMIT 50';

export function CypherEditor({
  text,
  questions,
  onChange,
  onRun,
}: {
  text: string;
  questions: readonly SavedQuestion[];
  onChange: (text: string) => void;
  onRun: () => void;
}) {
  const t = useMessages();
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor | null>(null);
  const help = useMemo(() => {
    const asked = questions.map(({ name, question, cypher }) => {
      return { name, question: inLanguage(question, language), cypher };
    });
    return { language, label: t.ownQuestion, questions: asked };
  }, [questions, language, t]);
  const now = useRef({ text, help, onChange, onRun });
  now.current = { text, help, onChange, onRun };
  useEffect(() => {
    let made: Editor | null = null;
    let gone = false;
    import('../editor/editor.ts').then(
      ({ createEditor }) => {
        if (gone || !place.current) return;
        made = createEditor(place.current, now.current.text, EXAMPLE, now.current.help, {
          change: (written) => now.current.onChange(written),
          run: () => now.current.onRun(),
        });
        setEditor(made);
      },
      () => undefined,
    );
    return () => {
      gone = true;
      made?.destroy();
      setEditor(null);
    };
  }, []);
  useEffect(() => editor?.write(text), [editor, text]);
  useEffect(() => editor?.help(help), [editor, help]);
  return (
    <>
      <div className="code" ref={place} hidden={editor === null} />
      {editor === null && (
        <textarea
          aria-label={t.ownQuestion}
          spellCheck={false}
          value={text}
          rows={4}
          placeholder={EXAMPLE}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </>
  );
}
