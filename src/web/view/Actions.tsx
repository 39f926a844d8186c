/** What can be done with the selected thing: its lineage, its text, its neighbours, a path from it; pinned or hidden. */
import { useEffect, useState } from 'react';
import type { GraphNode } from '../../records.ts';
import * as act from '../state/act.ts';
import { edgesTo, neighboursOf } from '../state/graph.ts';
import { OPEN_STEP } from '../state/hand.ts';
import { usePaths } from '../state/paths.ts';
import { go, useAddress, useGraph, useInterface, useMessages, useRoot } from '../state/stores.ts';
import { Icon, type IconName } from './Icon.tsx';
import { useShown } from './use-shown.ts';

function Action({
  icon,
  name,
  pressed,
  bare = false,
  onClick,
}: {
  icon: IconName;
  name: string;
  pressed?: boolean;
  /** Its sign alone; the name is in the tooltip and for screen readers. */
  bare?: boolean;
  onClick: () => void;
}) {
  if (bare) {
    return (
      <button type="button" className="button" title={name} aria-pressed={pressed} onClick={onClick}>
        <Icon name={icon} label={name} />
      </button>
    );
  }
  return (
    <button type="button" className="button" aria-pressed={pressed} onClick={onClick}>
      <Icon name={icon} /> {name}
    </button>
  );
}

/** Lets the next choice, by search or by click, be the end of a path. */
function PathAction({ id }: { id: string }) {
  const t = useMessages();
  const choosing = usePaths((state) => state.choosingFrom === id);
  const setSearchOpen = useInterface((state) => state.setSearchOpen);
  const start = () => usePaths.setState({ choosingFrom: choosing ? null : id });
  return (
    <>
      <Action icon="path" name={choosing ? t.cancel : t.pathTo} pressed={choosing} onClick={start} />
      {choosing && (
        <p className="action-note" role="status">
          {t.pathChoose}{' '}
          <button type="button" className="link" onClick={() => setSearchOpen(true)}>
            {t.search}
          </button>
        </p>
      )}
    </>
  );
}

const DRAWN = new Set(['lineage', 'network', 'table']);

export function Actions({ node }: { node: GraphNode }) {
  const t = useMessages();
  const root = useRoot();
  const index = useGraph((state) => state.index);
  const view = useAddress((state) => state.address.view);
  const pinned = useAddress((state) => state.address.pinned.includes(node.id));
  const hidden = useAddress((state) => state.address.without.includes(node.id));
  const text = edgesTo(index, node.id).find((edge) => edge.type === 'TEXT_OF')?.from;
  const document = node.label === 'Document' ? node.id : text;
  const agreement = node.label === 'Agreement';
  return (
    <div className="actions">
      {agreement && (node.id !== root || view !== 'lineage') && (
        <Action icon="lineage" name={t.makeCentre} onClick={() => act.centre(node.id)} />
      )}
      {document !== undefined && (
        <Action icon="text" name={t.openText} onClick={() => go({ view: 'text', document, at: null })} />
      )}
      {agreement && <PathAction id={node.id} />}
      {DRAWN.has(view) && (
        <>
          <Action
            bare
            icon="pin"
            name={pinned ? t.unpin : t.pin}
            pressed={pinned}
            onClick={() => act.pin(node.id)}
          />
          {hidden ? (
            <Action bare icon="plus" name={t.bringBack} onClick={() => act.pin(node.id)} />
          ) : (
            <Action bare icon="hide" name={t.putAway} onClick={() => act.hide(node.id)} />
          )}
        </>
      )}
    </div>
  );
}

/** How many of its neighbours are shown, with more and fewer of them. */
export function Neighbours({ id }: { id: string }) {
  const t = useMessages();
  const index = useGraph((state) => state.index);
  const partial = useGraph((state) => state.partial);
  const surround = useGraph((state) => state.surround);
  const view = useAddress((state) => state.address.view);
  const opened = useAddress((state) => state.address.opened.some((one) => one.id === id));
  const { nodes } = useShown();
  const [busy, setBusy] = useState(false);
  useEffect(() => {
    if (partial) void surround(id);
  }, [id, partial, surround]);
  const all = neighboursOf(index, id);
  if (!DRAWN.has(view) || all.length === 0) return null;
  const ids = new Set(nodes.map((node) => node.id));
  const shown = all.filter((one) => ids.has(one)).length;
  const left = all.length - shown;
  const more = () => {
    setBusy(true);
    void act.expand(id).finally(() => setBusy(false));
  };
  return (
    <div className="neighbours">
      <span>
        {t.neighbours} <span className="count">{t.neighboursShown(shown, all.length)}</span>
      </span>
      {left > 0 && (
        <button type="button" className="link" disabled={busy} onClick={more}>
          {t.expand(Math.min(OPEN_STEP, left))}
        </button>
      )}
      {opened && (
        <button type="button" className="link" onClick={() => act.close(id)}>
          {t.collapse}
        </button>
      )}
    </div>
  );
}
