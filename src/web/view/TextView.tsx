/** A document's text as it is, with its mentions marked by type; each leads to what it means. */
import { type MouseEvent, useEffect, useMemo, useRef } from 'react';
import type { DocumentResponse } from '../../api/types.ts';
import type { Mention, MentionType, Span } from '../../records.ts';
import { moveTime } from '../stage/controllers.tsx';
import { formatAddress } from '../state/address.ts';
import { ApiError } from '../state/api.ts';
import { go, select, useAddress, useDocuments, useGraph, useMessages, useSelected } from '../state/stores.ts';
import { cutText, type TextPiece } from '../text/pieces.ts';
import { NodeLink } from './NodeLink.tsx';
import { FailedState } from './States.tsx';

const TYPES: readonly MentionType[] = [
  'agreement',
  'provision',
  'state',
  'organization',
  'person',
  'place',
  'date',
];

function MentionLink({
  mention,
  text,
  selected,
  lit,
}: {
  mention: Mention;
  text: string;
  selected: boolean;
  lit: boolean;
}) {
  const t = useMessages();
  const address = useAddress((state) => state.address);
  const [entity] = mention.entities;
  const classes = `mention ${mention.type}${selected ? ' selected' : ''}${lit ? ' lit' : ''}`;
  if (entity === undefined) {
    return (
      <span className={`${classes} unresolved`} title={t.unresolved(mention.unresolved ?? '—')}>
        {text}
      </span>
    );
  }
  const follow = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    select(entity);
  };
  return (
    <a
      className={classes}
      href={formatAddress({ ...address, node: entity })}
      data-entity={entity}
      title={`${t.mentionTypes[mention.type]} · ${mention.rule} · ${t.certainty(mention.confidence)}`}
      onClick={follow}
    >
      {text}
    </a>
  );
}

function Piece({ piece, selected, lit }: { piece: TextPiece; selected: string | null; lit: boolean }) {
  if (!piece.mention) return lit ? <span className="lit">{piece.text}</span> : piece.text;
  const here = selected !== null && piece.mention.entities.includes(selected);
  return <MentionLink mention={piece.mention} text={piece.text} selected={here} lit={lit} />;
}

function Reading({ document, at }: { document: DocumentResponse; at: Span | null }) {
  const selected = useSelected();
  const place = useRef<HTMLElement>(null);
  const pieces = useMemo(() => cutText(document.text, document.mentions, at), [document, at]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: scrolls to each new passage
  useEffect(() => {
    const lit = place.current?.querySelector('.lit');
    lit?.scrollIntoView({ block: 'center', behavior: moveTime() > 0 ? 'smooth' : 'auto' });
  }, [pieces, at]);
  return (
    <article className="reading" lang={document.language} ref={place}>
      {pieces.map((piece) => (
        <Piece
          key={piece.start}
          piece={piece}
          selected={selected}
          lit={at !== null && piece.start >= at.start && piece.start < at.end}
        />
      ))}
    </article>
  );
}

function Head({ document }: { document: DocumentResponse }) {
  const t = useMessages();
  const list = useDocuments((state) => state.list) ?? [];
  const index = useGraph((state) => state.index);
  const instrument = document.instrument ? index.nodes.get(document.instrument) : undefined;
  const counts = new Map<MentionType, number>();
  for (const { type } of document.mentions) counts.set(type, (counts.get(type) ?? 0) + 1);
  const language = t.languages[document.language as keyof typeof t.languages] ?? document.language;
  return (
    <header className="reading-head">
      <label className="reading-choice">
        <span className="visually-hidden">{t.document}</span>
        <select value={document.id} onChange={(event) => go({ document: event.target.value, at: null })}>
          {(list.length > 0 ? list : [document]).map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </label>
      <p className="reading-note">
        {language} · {t.characters(document.length)} · {t.mentions(document.mentions.length)}
        {instrument && (
          <>
            {' · '}
            {t.instrumentOf}: <NodeLink node={instrument} />
          </>
        )}
      </p>
      <ul className="mention-legend">
        {TYPES.filter((type) => counts.has(type)).map((type) => (
          <li key={type}>
            <span className={`mention ${type}`}>{t.mentionTypes[type]}</span>{' '}
            <span className="count">{counts.get(type)}</span>
          </li>
        ))}
      </ul>
    </header>
  );
}

export function TextView() {
  const t = useMessages();
  const asked = useAddress((state) => state.address.document);
  const at = useAddress((state) => state.address.at);
  const { list, texts, failed, loadList, loadText } = useDocuments();
  useEffect(() => void loadList(), [loadList]);
  const id = asked ?? list?.[0]?.id ?? null;
  useEffect(() => {
    if (id !== null) void loadText(id);
  }, [id, loadText]);
  const text = id === null ? undefined : texts[id];
  if (id === null && failed) return <FailedState error={failed} onRetry={() => void loadList()} />;
  if (text instanceof ApiError)
    return <FailedState error={text} onRetry={() => id !== null && void loadText(id)} />;
  if (!text) {
    return (
      <div className="notice" role="status">
        <h2>{id === null && list ? t.empty : t.loadingText}</h2>
      </div>
    );
  }
  return (
    <div className="reading-view">
      <Head document={text} />
      <Reading document={text} at={at} />
    </div>
  );
}
