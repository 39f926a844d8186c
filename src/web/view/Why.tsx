/** Why an edge exists: who says so, in which words, found by which rule, how certain. */
import { useEffect, useState } from 'react';
import type { GraphEdge, Mention } from '../../records.ts';
import { type Evidence, evidenceOf, mentionOf } from '../state/evidence.ts';
import { assertedBy } from '../state/graph.ts';
import { useDocuments, useLanguage, useMessages, useText } from '../state/stores.ts';
import type { Messages } from '../text/messages.ts';
import { typeName } from '../text/terms.ts';

const foundBy = ({ via }: Mention, t: Messages) =>
  via === undefined ? '' : ` ${t.whyFound[via as keyof Messages['whyFound']] ?? via}`;

function Found({ evidence }: { evidence: Evidence }) {
  const t = useMessages();
  const document = useText(evidence.document);
  const loadText = useDocuments((state) => state.loadText);
  useEffect(() => {
    if (evidence.document !== null) void loadText(evidence.document);
  }, [evidence.document, loadText]);
  const mention = mentionOf(evidence, document);
  if (!document || !mention) return null;
  return (
    <>
      <dt>{t.whyMention}</dt>
      <dd>
        <q lang={document.language} dir="auto">
          {mention.text}
        </q>
        {foundBy(mention, t)} · {t.certainty(mention.confidence)}
      </dd>
      <dt>{t.whyRule}</dt>
      <dd>
        <code>{mention.rule}</code>
      </dd>
      <dt>{t.document}</dt>
      <dd dir="auto">{document.name}</dd>
    </>
  );
}

export function Why({ edge, open }: { edge: GraphEdge; open: boolean }) {
  const t = useMessages();
  const language = useLanguage();
  const [shown, setShown] = useState(open);
  useEffect(() => {
    if (open) setShown(true);
  }, [open]);
  const { confidence } = edge.properties;
  return (
    <details className="more why" open={shown} onToggle={(event) => setShown(event.currentTarget.open)}>
      <summary>{t.why}</summary>
      {shown && (
        <dl>
          <dt>{t.whyRelation}</dt>
          <dd>
            {typeName(edge.type, language)}
            {typeof confidence === 'number' && ` · ${t.certainty(confidence)}`}
          </dd>
          <dt>{t.whySaid}</dt>
          <dd>{t.whySaidBy[assertedBy(edge)]}</dd>
          {evidenceOf(edge).map((one) => (
            <Found key={`${one.document} ${one.mention} ${one.sentence}`} evidence={one} />
          ))}
        </dl>
      )}
    </details>
  );
}
