/** Stands on, cited by, provisions: each line an agreement with its date, and the sentences that say so. */
import { useEffect, useRef } from 'react';
import { CITING_TYPES, type RelationshipType } from '../../../graph/vocabulary.ts';
import type { GraphEdge } from '../../records.ts';
import { type Evidence, evidenceOf, markSentence } from '../state/evidence.ts';
import { edgesFrom, edgesTo, isByAuthorityAlone, isCiting, signatureOf } from '../state/graph.ts';
import { go, useGraph, useInterface, useLanguage, useMessages, useText } from '../state/stores.ts';
import { writeDate } from '../text/dates.ts';
import { typeName } from '../text/terms.ts';
import { LineMark } from './LabelMark.tsx';
import { NodeLink } from './NodeLink.tsx';
import { Why } from './Why.tsx';

const UNSURE = 0.7;

/** One sentence with what it says of the target marked; a click opens the text there. */
function Sentence({ evidence, target }: { evidence: Evidence; target: string }) {
  const t = useMessages();
  const document = useText(evidence.document);
  const { pieces, span } = markSentence(evidence, target, document);
  const words = pieces.map((piece, i) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one sentence have no other name
    piece.marked ? <mark key={i}>{piece.text}</mark> : <span key={i}>{piece.text}</span>,
  );
  const language = document?.language;
  if (!evidence.document) {
    return (
      <p className="source" dir="auto">
        {words}
      </p>
    );
  }
  const open = () => go({ view: 'text', document: evidence.document, at: span });
  return (
    <button
      type="button"
      className="sentence"
      lang={language}
      dir="auto"
      title={t.openEvidence}
      onClick={open}
    >
      {words}
    </button>
  );
}

function Sentences({ edge, target }: { edge: GraphEdge; target: string }) {
  const t = useMessages();
  const [first, ...rest] = evidenceOf(edge);
  if (!first) return null;
  return (
    <>
      <Sentence evidence={first} target={target} />
      {rest.length > 0 && (
        <details className="more">
          <summary>{t.moreSentences(rest.length)}</summary>
          {rest.map((one) => (
            <Sentence key={`${one.document} ${one.mention} ${one.sentence}`} evidence={one} target={target} />
          ))}
        </details>
      )}
    </>
  );
}

function Line({ edge, other, target }: { edge: GraphEdge; other: string; target: string }) {
  const t = useMessages();
  const language = useLanguage();
  const index = useGraph((state) => state.index);
  const node = index.nodes.get(other);
  const wanted = useInterface((state) => state.wanted === edge.id);
  const place = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (wanted) place.current?.scrollIntoView({ block: 'center' });
  }, [wanted]);
  if (!node) return null;
  const signed = signatureOf(index, other);
  const { confidence, prospective } = edge.properties;
  return (
    <li className={wanted ? 'citation wanted' : 'citation'} ref={place}>
      <p className="citation-head">
        <NodeLink node={node} />
        {typeof confidence === 'number' && confidence < UNSURE && (
          <abbr className="unsure" title={t.unsure}>
            ?
          </abbr>
        )}
      </p>
      <p className="citation-note">
        {signed ? writeDate(signed.edtf, language) : t.noDate}
        {signed?.by === 'authority' && ` · ${t.byAuthority}`}
        {prospective === true && <span className="tag">{t.prospective}</span>}
        {isByAuthorityAlone(edge) && <span className="tag">{t.authoritySays}</span>}
      </p>
      <Sentences edge={edge} target={target} />
      <Why edge={edge} open={wanted} />
    </li>
  );
}

function Group({
  type,
  edges,
  way,
}: {
  type: RelationshipType;
  edges: readonly GraphEdge[];
  way: 'out' | 'in';
}) {
  const language = useLanguage();
  const index = useGraph((state) => state.index);
  const orderOf = (edge: GraphEdge) => signatureOf(index, way === 'out' ? edge.to : edge.from)?.edtf ?? '9';
  const sorted = [...edges].sort((a, b) =>
    orderOf(a) < orderOf(b) ? -1 : orderOf(a) > orderOf(b) ? 1 : a.id < b.id ? -1 : 1,
  );
  return (
    <section className="group">
      <h4>
        <LineMark type={type} />
        {typeName(type, language)}
        <span className="count">{edges.length}</span>
      </h4>
      <ul>
        {sorted.map((edge) => (
          <Line key={edge.id} edge={edge} other={way === 'out' ? edge.to : edge.from} target={edge.to} />
        ))}
      </ul>
    </section>
  );
}

function Direction({
  title,
  nothing,
  edges,
  way,
}: {
  title: string;
  /** Said where there is none: that is an answer too. */
  nothing: string;
  edges: readonly GraphEdge[];
  way: 'out' | 'in';
}) {
  const ends = new Set(edges.map((edge) => (way === 'out' ? edge.to : edge.from)));
  return (
    <section className="direction" aria-label={title}>
      <h3>
        {title} <span className="count">{ends.size}</span>
      </h3>
      {edges.length === 0 && <p className="quiet-note">{nothing}</p>}
      {CITING_TYPES.map((type) => {
        const group = edges.filter((edge) => edge.type === type);
        return group.length > 0 && <Group key={type} type={type} edges={group} way={way} />;
      })}
    </section>
  );
}

export function Citations({ id }: { id: string }) {
  const t = useMessages();
  const index = useGraph((state) => state.index);
  const out = edgesFrom(index, id).filter(isCiting);
  const into = edgesTo(index, id).filter(isCiting);
  if (out.length + into.length === 0) return <p className="quiet-note">{t.nothingCited}</p>;
  return (
    <>
      <Direction title={t.standsOn} nothing={t.nothingStoodOn} edges={out} way="out" />
      <Direction title={t.citedBy} nothing={t.nothingCites} edges={into} way="in" />
    </>
  );
}

/** The provisions of an agreement that others cite, or the citations of one provision. */
export function Provisions({ id }: { id: string }) {
  const t = useMessages();
  const index = useGraph((state) => state.index);
  const own = edgesFrom(index, id)
    .filter((edge) => edge.type === 'HAS_PROVISION')
    .map((edge) => edge.to);
  const asked = index.nodes.get(id)?.label === 'Provision' ? [id] : own;
  const cited = asked.flatMap((provision) => {
    const edges = edgesTo(index, provision).filter((edge) => edge.type === 'CITES_PROVISION');
    const node = index.nodes.get(provision);
    return node && edges.length > 0 ? [{ node, edges }] : [];
  });
  if (cited.length === 0) return null;
  return (
    <section className="direction" aria-label={t.provisionsCited}>
      <h3>
        {t.provisionsCited} <span className="count">{cited.length}</span>
      </h3>
      {cited.map(({ node, edges }) => (
        <section key={node.id} className="group">
          <h4>
            <NodeLink node={node} />
          </h4>
          <ul>
            {edges.map((edge) => (
              <Line key={edge.id} edge={edge} other={edge.from} target={node.id} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
