/** Finds a thing by any of its names: a dialog with a combobox, for the keyboard first. */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { SearchResponse } from '../../api/types.ts';
import type { GraphNode } from '../../records.ts';
import { choose as chooseEnd } from '../state/act.ts';
import { ApiError, api } from '../state/api.ts';
import { selectShown } from '../state/filters.ts';
import {
  rootOf,
  select,
  useAddress,
  useGraph,
  useInterface,
  useLanguage,
  useMessages,
} from '../state/stores.ts';
import { writeDate } from '../text/dates.ts';
import { nameIn } from '../text/names.ts';
import { labelName } from '../text/terms.ts';
import { Dialog } from './Dialog.tsx';
import { Icon } from './Icon.tsx';
import { LabelMark } from './LabelMark.tsx';

const PAUSE = 120;

type Found = { text: string; hits: SearchResponse['hits']; error: ApiError | null };
const NOTHING_YET: Found = { text: '', hits: [], error: null };

function useFound(text: string): Found {
  const [found, setFound] = useState<Found>(NOTHING_YET);
  useEffect(() => {
    const asked = text.trim();
    if (asked === '') {
      setFound(NOTHING_YET);
      return;
    }
    const abort = new AbortController();
    const timer = window.setTimeout(() => {
      api.search(asked, abort.signal).then(
        ({ hits }) =>
          setFound({ text: asked, hits: hits.filter((hit) => hit.node.label !== 'Mention'), error: null }),
        (error: unknown) => {
          if (!abort.signal.aborted && error instanceof ApiError) setFound({ text: asked, hits: [], error });
        },
      );
    }, PAUSE);
    return () => {
      window.clearTimeout(timer);
      abort.abort();
    };
  }, [text]);
  return found;
}

function Hit({ node, matched }: { node: GraphNode; matched: string }) {
  const t = useMessages();
  const language = useLanguage();
  const name = nameIn(node, language);
  const { signed, edtf } = node.properties;
  const date = typeof signed === 'string' ? signed : typeof edtf === 'string' ? edtf : null;
  return (
    <>
      <LabelMark label={node.label} />
      <span className="hit-name">
        {name}
        {matched !== name && matched !== '' && <span className="hit-also">{t.alsoNamed(matched)}</span>}
      </span>
      <span className="hit-kind">
        {labelName(node.label, language)}
        {date !== null && ` · ${writeDate(date, language)}`}
      </span>
    </>
  );
}

/** A choice is shown where it can be seen: what is not drawn yet gets a lineage of its own. */
function choose(node: GraphNode): void {
  if (chooseEnd(node.id)) return;
  const { address } = useAddress.getState();
  const { view } = address;
  const { index } = useGraph.getState();
  const drawn = view === 'lineage' || view === 'network' || view === 'table';
  const there =
    drawn && selectShown(index, address, rootOf(address, index)).nodes.some((one) => one.id === node.id);
  const recentre = node.label === 'Agreement' && !there ? { root: node.id } : {};
  select(node.id, { ...(drawn ? {} : { view: 'lineage' as const }), ...recentre });
}

export function Search() {
  const t = useMessages();
  const close = useInterface((state) => state.setSearchOpen);
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const found = useFound(text);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new answer starts at its first line
  useEffect(() => setAt(0), [found]);
  const { hits, error } = found;
  const take = (index: number) => {
    const hit = hits[index];
    if (!hit) return;
    close(false);
    choose(hit.node);
  };
  const onKey = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      const next = (at + step + hits.length) % hits.length;
      setAt(next);
      list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
    }
    if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      take(at);
    }
  };
  return (
    <Dialog label={t.search} className="search" onClose={() => close(false)}>
      <div className="search-input">
        <Icon name="search" />
        <input
          autoFocus
          type="text"
          role="combobox"
          aria-expanded={hits.length > 0}
          aria-controls={id}
          aria-activedescendant={hits.length > 0 ? `${id}-${at}` : undefined}
          aria-autocomplete="list"
          aria-label={t.searchHint}
          placeholder={t.searchHint}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKey}
        />
        <button type="button" className="icon-button" onClick={() => close(false)}>
          <Icon name="close" label={t.close} />
        </button>
      </div>
      {found.text === '' && <p className="search-note">{t.searchStart}</p>}
      {error && (
        <p className="search-note" role="alert">
          {t.failedSearch}: {error.message}
        </p>
      )}
      {found.text !== '' && !error && hits.length === 0 && (
        <p className="search-note" role="status">
          <strong>{t.searchNothing(found.text)}</strong>
          <br />
          {t.searchNothingHint}
        </p>
      )}
      <div id={id} role="listbox" aria-label={t.searchResults(hits.length)} className="hits" ref={list}>
        {hits.map((hit, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive: keys are the input's
          <div
            key={hit.node.id}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === at}
            className="hit"
            onPointerMove={() => setAt(i)}
            onClick={() => take(i)}
          >
            <Hit node={hit.node} matched={hit.matched} />
          </div>
        ))}
      </div>
    </Dialog>
  );
}
