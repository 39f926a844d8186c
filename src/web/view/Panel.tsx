/** What is known of the selected thing, and who says so. */
import { type ReactNode, useEffect, useState } from 'react';
import type { RelationshipType } from '../../../graph/vocabulary.ts';
import type { GraphNode } from '../../records.ts';
import { type Dated, datesOf, edgesFrom, edgesTo } from '../state/graph.ts';
import { go, useDocuments, useGraph, useLanguage, useMessages } from '../state/stores.ts';
import { writeDate } from '../text/dates.ts';
import type { Messages } from '../text/messages.ts';
import { nameIn, type OtherName, otherNames } from '../text/names.ts';
import { labelName } from '../text/terms.ts';
import { Actions, Neighbours } from './Actions.tsx';
import { Citations, Provisions } from './Citations.tsx';
import { Icon } from './Icon.tsx';
import { LabelMark } from './LabelMark.tsx';
import { NodeLink } from './NodeLink.tsx';

/** Nodes at the ends of this node's edges of one type. */
function useEnds(id: string, type: RelationshipType, way: 'out' | 'in') {
  const index = useGraph((state) => state.index);
  const edges = way === 'out' ? edgesFrom(index, id) : edgesTo(index, id);
  return edges
    .filter((edge) => edge.type === type)
    .flatMap((edge) => {
      const node = index.nodes.get(way === 'out' ? edge.to : edge.from);
      return node ? [{ node, edge }] : [];
    });
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Ends({
  id,
  type,
  way,
  name,
}: {
  id: string;
  type: RelationshipType;
  way: 'out' | 'in';
  name: string;
}) {
  const ends = useEnds(id, type, way);
  if (ends.length === 0) return null;
  return (
    <Fact name={name}>
      <ul className="inline-list">
        {ends.map(({ node, edge }) => (
          <li key={edge.id}>
            <NodeLink node={node} />
          </li>
        ))}
      </ul>
    </Fact>
  );
}

const assertion = (t: Messages, by: Dated['by']) =>
  by === 'both' ? t.byBoth : by === 'authority' ? t.byAuthority : t.byText;

function Dates({ id, type, name }: { id: string; type: RelationshipType; name: string }) {
  const t = useMessages();
  const language = useLanguage();
  const index = useGraph((state) => state.index);
  const dates = datesOf(index, id, type);
  if (dates.length === 0) return null;
  return (
    <Fact name={name}>
      {dates.map(({ edtf, by }) => (
        <p key={`${edtf} ${by}`}>
          {writeDate(edtf, language)} <span className="by">{assertion(t, by)}</span>
        </p>
      ))}
    </Fact>
  );
}

function Signatories({ id }: { id: string }) {
  const t = useMessages();
  const language = useLanguage();
  const index = useGraph((state) => state.index);
  const signed = useEnds(id, 'SIGNED_BY', 'out');
  if (signed.length === 0) return null;
  return (
    <Fact name={t.signatories}>
      {signed.map(({ node, edge }) => {
        const { office, party } = edge.properties;
        const state = [...index.nodes.values()].find(
          (one) => one.id === party || (one.label === 'State' && one.properties.code === party),
        );
        return (
          <p key={edge.id}>
            <NodeLink node={node} />
            {typeof office === 'string' && office !== '' && <span className="by"> {office}</span>}
            {state && <span className="by"> · {nameIn(state, language)}</span>}
          </p>
        );
      })}
    </Fact>
  );
}

function AgreementFacts({ node }: { node: GraphNode }) {
  const t = useMessages();
  const { id } = node;
  const kind = node.properties.kind;
  const dates = datesOf(
    useGraph((state) => state.index),
    id,
    'SIGNED_ON',
  );
  return (
    <dl className="facts">
      {typeof kind === 'string' && (
        <Fact name={t.kind}>{t.kinds[kind as keyof Messages['kinds']] ?? kind}</Fact>
      )}
      {node.properties.status === 'prospective' && <Fact name={t.status}>{t.planned}</Fact>}
      <Dates id={id} type="SIGNED_ON" name={t.signed} />
      {dates.length === 0 && <Fact name={t.signed}>{t.noDate}</Fact>}
      <Ends id={id} type="SIGNED_AT" way="out" name={t.place} />
      <Ends id={id} type="HAS_PARTY" way="out" name={t.parties} />
      <Signatories id={id} />
      <Dates id={id} type="IN_FORCE_ON" name={t.inForce} />
      <Dates id={id} type="ENDED_ON" name={t.ended} />
      <Ends id={id} type="ADOPTED_BY" way="out" name={t.adoptedBy} />
      <Ends id={id} type="DEPOSITED_WITH" way="out" name={t.depositary} />
    </dl>
  );
}

function OtherFacts({ node }: { node: GraphNode }) {
  const t = useMessages();
  const { id } = node;
  const { code } = node.properties;
  return (
    <dl className="facts">
      {typeof code === 'string' && <Fact name={t.code}>{code}</Fact>}
      <Ends id={id} type="TEXT_OF" way="out" name={t.textOf} />
      <Ends id={id} type="HAS_PROVISION" way="in" name={t.partOf} />
      <Ends id={id} type="ORGAN_OF" way="out" name={t.organOf} />
      <Ends id={id} type="SUCCESSOR_OF" way="out" name={t.successorOf} />
      <Ends id={id} type="REPRESENTS" way="out" name={t.represents} />
      <Ends id={id} type="SIGNED_BY" way="in" name={t.signatoryOf} />
      <Ends id={id} type="SIGNED_ON" way="in" name={t.signatoryOf} />
      <Ends id={id} type="SIGNED_AT" way="in" name={t.signatoryOf} />
      <Ends id={id} type="HAS_PARTY" way="in" name={t.partyTo} />
      <Ends id={id} type="MENTIONS" way="in" name={t.mentionedIn} />
    </dl>
  );
}

function OtherNames({ node }: { node: GraphNode }) {
  const language = useLanguage();
  const t = useMessages();
  const names = otherNames(node, language);
  const [first, second, ...rest] = names;
  const write = ({ name, language: said }: OtherName) => (
    <li key={name}>
      <span lang={said ?? undefined} dir="auto">
        {name}
      </span>
      {said && <span className="name-language">{t.languages[said]}</span>}
    </li>
  );
  if (first === undefined) return null;
  return (
    <div className="other-names">
      <ul>
        {write(first)}
        {second !== undefined && write(second)}
      </ul>
      {rest.length > 0 && (
        <details className="more">
          <summary>
            {t.otherNames} ({rest.length})
          </summary>
          <ul>{rest.map(write)}</ul>
        </details>
      )}
    </div>
  );
}

function Known({ node }: { node: GraphNode }) {
  const language = useLanguage();
  const index = useGraph((state) => state.index);
  const title = nameIn(node, language);
  const { edtf } = node.properties;
  const cites = node.label === 'Agreement' || node.label === 'Document';
  const texts = [...edgesFrom(index, node.id), ...edgesTo(index, node.id)].flatMap((edge) => {
    const { documents } = edge.properties;
    return Array.isArray(documents) ? documents.filter((one): one is string => typeof one === 'string') : [];
  });
  const loadText = useDocuments((state) => state.loadText);
  const wanted = [...new Set(texts)].slice(0, 12).join('\n');
  useEffect(() => {
    for (const id of wanted.split('\n')) if (id) void loadText(id);
  }, [wanted, loadText]);
  return (
    <>
      <h2 className="panel-title" dir="auto">
        {node.label === 'Date' && typeof edtf === 'string' ? writeDate(edtf, language) : title}
      </h2>
      <OtherNames node={node} />
      <Actions node={node} />
      <Neighbours id={node.id} />
      {node.label === 'Agreement' ? <AgreementFacts node={node} /> : <OtherFacts node={node} />}
      {cites && <Citations id={node.id} />}
      <Provisions id={node.id} />
    </>
  );
}

export function Panel({ id }: { id: string }) {
  const t = useMessages();
  const language = useLanguage();
  const node = useGraph((state) => state.index.nodes.get(id));
  const include = useGraph((state) => state.include);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    setMissing(false);
    if (node) return;
    include(id).then(
      (found) => {
        if (found !== id) go({ node: found }, 'replace');
      },
      () => setMissing(true),
    );
  }, [id, node, include]);
  return (
    <aside className="panel" aria-label={t.panel}>
      <header className="side-head">
        {node && (
          <p className="eyebrow">
            <LabelMark label={node.label} />
            {labelName(node.label, language)}
          </p>
        )}
        <button type="button" className="icon-button" title={t.close} onClick={() => go({ node: null })}>
          <Icon name="close" label={t.close} />
        </button>
      </header>
      <div className="side-body" key={id}>
        {node && <Known node={node} />}
        {!node && missing && (
          <p className="quiet-note" role="status">
            {t.notInGraph}
          </p>
        )}
      </div>
    </aside>
  );
}
