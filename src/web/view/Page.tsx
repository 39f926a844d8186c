/** The frame: top, filters, view, panel; and what the whole page listens to. */
import { type CSSProperties, useEffect, useRef } from 'react';
import { useMap } from '../state/map.ts';
import { partKey } from '../state/part.ts';
import { useLoadedPaths } from '../state/paths.ts';
import {
  useAddress,
  useGraph,
  useInterface,
  useLanguage,
  useMessages,
  useSelected,
} from '../state/stores.ts';
import { tagOf } from '../text/messages.ts';
import { Boundary } from './Boundary.tsx';
import { Uploads } from './Documents.tsx';
import { DropZone } from './DropZone.tsx';
import { Filters } from './Filters.tsx';
import { Help } from './Help.tsx';
import { useKeys } from './keys.ts';
import { LineageView } from './LineageView.tsx';
import { NetworkView } from './NetworkView.tsx';
import { Panel } from './Panel.tsx';
import { Paths } from './Paths.tsx';
import { QueryView } from './QueryView.tsx';
import { Search } from './Search.tsx';
import { EmptyState, FailedState, LoadingState } from './States.tsx';
import { linkOf } from './save.ts';
import { TableView } from './TableView.tsx';
import { TextView } from './TextView.tsx';
import { TopBar } from './TopBar.tsx';
import { startWorker } from './use-layout.ts';
import { useBrightness, usePalette } from './use-palette.ts';

const VIEW_COMPONENTS = {
  lineage: LineageView,
  network: NetworkView,
  text: TextView,
  table: TableView,
  query: QueryView,
};
const WITH_FILTERS = new Set(['lineage', 'network', 'table']);

function Content() {
  const status = useGraph((state) => state.status);
  const loaded = useGraph((state) => state.index.nodes.size);
  const error = useGraph((state) => state.error);
  const load = useGraph((state) => state.load);
  const view = useAddress((state) => state.address.view);
  if (status === 'loading') return <LoadingState loaded={loaded} />;
  if (status === 'failed') return <FailedState error={error} onRetry={() => void load()} />;
  if (status === 'empty') return <EmptyState onReload={() => void load()} />;
  const View = VIEW_COMPONENTS[view];
  return (
    <Boundary key={view}>
      <View />
    </Boundary>
  );
}

/** Language and theme on the document itself, for the style sheets and for screen readers. */
function useDocument(): void {
  const language = useLanguage();
  const brightness = useBrightness();
  useEffect(() => {
    document.documentElement.lang = tagOf(language);
  }, [language]);
  useEffect(() => {
    document.documentElement.dataset.theme = brightness;
  }, [brightness]);
}

/** Of a large graph, loads what the filters ask for, when they rest. */
function usePart(): void {
  const partial = useGraph((state) => state.partial);
  const reload = useGraph((state) => state.reload);
  const key = useAddress((state) => partKey(state.address));
  const last = useRef(key);
  useEffect(() => {
    if (!partial || last.current === key) return;
    const timer = window.setTimeout(() => {
      last.current = key;
      void reload();
    }, 300);
    return () => window.clearTimeout(timer);
  }, [partial, key, reload]);
}

/** From a frame in another page to the whole of it. */
function EmbedLink() {
  const t = useMessages();
  useAddress((state) => state.address);
  return (
    <nav aria-label="Stemma">
      <a className="embed-link" href={linkOf(false)} target="_blank" rel="noopener noreferrer">
        {t.openWhole}
      </a>
    </nav>
  );
}

export function Page() {
  const t = useMessages();
  const palette = usePalette();
  const status = useGraph((state) => state.status);
  const load = useGraph((state) => state.load);
  const view = useAddress((state) => state.address.view);
  const filtersOpen = useInterface((state) => state.filtersOpen);
  const searchOpen = useInterface((state) => state.searchOpen);
  const helpOpen = useInterface((state) => state.helpOpen);
  const selected = useSelected();
  useDocument();
  useKeys();
  useLoadedPaths();
  usePart();
  useEffect(() => {
    void load();
    // What the network needs comes beside the graph rather than after it.
    const { view: first, whole } = useAddress.getState().address;
    if (first !== 'network') return;
    if (whole) void useMap.getState().load();
    else startWorker();
  }, [load]);
  const asked = useAddress((state) => typeof state.address.node === 'string');
  const embed = useAddress((state) => state.address.embed);
  const ready = status === 'ready';
  const colors = Object.fromEntries([
    ...Object.entries(palette.families).map(([name, color]) => [`--family-${name}`, color]),
    ...Object.entries(palette.labels).map(([name, color]) => [`--label-${name}`, color]),
  ]) as CSSProperties;
  return (
    <div className={embed ? 'page embedded' : 'page'} style={colors}>
      <a className="skip" href="#view">
        {t.skip}
      </a>
      {!embed && <TopBar />}
      <div className="body">
        {ready && !embed && filtersOpen && WITH_FILTERS.has(view) && <Filters />}
        <main id="view" className="view" tabIndex={-1}>
          <h1 className="visually-hidden">{`${t[view]} – Stemma`}</h1>
          <Content />
          {ready && <Paths />}
        </main>
        {ready && selected !== null && (!embed || asked) && <Panel id={selected} />}
        {embed && <EmbedLink />}
      </div>
      <Uploads />
      {!embed && <DropZone />}
      {searchOpen && <Search />}
      {helpOpen && <Help />}
    </div>
  );
}
