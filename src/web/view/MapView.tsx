/** All of a large graph at once, as points and lines; names come for what is in view. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { MapColumns } from '../../layout/columns.ts';
import type { GraphNode } from '../../records.ts';
import { fitCloud, makeCloud } from '../stage/cloud.ts';
import { mapScene } from '../stage/map-scene.ts';
import { Stage } from '../stage/Stage.tsx';
import { shownLabels } from '../state/filters.ts';
import { useMap } from '../state/map.ts';
import {
  go,
  useAddress,
  useGraph,
  useInterface,
  useLanguage,
  useMessages,
  useSelected,
} from '../state/stores.ts';
import { writeNumber } from '../text/messages.ts';
import { shortNameIn } from '../text/names.ts';
import { type LegendCommunity, NetworkLegend } from './NetworkLegend.tsx';
import { FailedState, MapLoading } from './States.tsx';
import { usePalette } from './use-palette.ts';
import { measure, type Size, useFonts, useSize } from './use-stage.ts';
import { YearBrush } from './YearBrush.tsx';

const NO_SIZE: Size = { width: 1, height: 1 };
const noCaption = () => '';
/** A legend names no more of them than it has colours for; fewer nodes are no community. */
const FEWEST = 3;

/** The numbers of these ids, asked for when they are not known. */
function useNumbers(ids: readonly string[]): readonly number[] {
  const numbers = useMap((state) => state.numbers);
  const find = useMap((state) => state.find);
  useEffect(() => {
    for (const id of ids) void find(id);
  }, [ids, find]);
  return useMemo(() => ids.flatMap((id) => numbers.get(id) ?? []), [ids, numbers]);
}

/** The largest communities among the points, each named after what is cited most in it. */
function useCommunities(columns: MapColumns, points: Uint32Array): readonly LegendCommunity[] {
  const language = useLanguage();
  const palette = usePalette();
  const nodes = useMap((state) => state.nodes);
  const name = useMap((state) => state.name);
  const found = useMemo(() => {
    const groups = palette.communities.map((_, number) => ({ number, count: 0, middle: -1 }));
    // The last of a community is cited most.
    for (const point of points) {
      const group = groups[columns.community[point] ?? groups.length];
      if (!group) continue;
      group.count += 1;
      group.middle = point;
    }
    return groups.filter(({ count }) => count >= FEWEST);
  }, [columns, points, palette]);
  useEffect(() => void name(found.map(({ middle }) => middle)), [found, name]);
  return found.map(({ number, count, middle }) => {
    const node = nodes.get(middle);
    return { number, count, name: node ? shortNameIn(node, language) : '…' };
  });
}

/** What is drawn; of no size before the stage has one. */
function useCloud(columns: MapColumns, size: Size | null, chosen: number | null) {
  const palette = usePalette();
  const address = useAddress((state) => state.address);
  const { years, hidden, coloring } = address;
  const labels = shownLabels(address).join(',');
  const parties = useNumbers(address.parties);
  const without = useNumbers(address.without);
  const places = useMemo(() => fitCloud(columns.places, size ?? NO_SIZE), [columns, size]);
  return useMemo(() => {
    const shown = { labels: new Set(labels.split(',')), hidden: new Set<string>(hidden) };
    const filter = { ...shown, years, parties, without };
    return makeCloud(columns, places, filter, { palette, coloring, community: chosen });
  }, [columns, places, labels, hidden, years, parties, without, palette, coloring, chosen]);
}

/** Brings in what a point is, for the tooltip. */
async function showHovered(number: number | null): Promise<void> {
  if (number !== null) await useMap.getState().name([number]);
  const node = number === null ? undefined : useMap.getState().nodes.get(number);
  const { index, merge } = useGraph.getState();
  if (node && !index.nodes.has(node.id)) merge([node], []);
  useInterface.getState().setHovered(node?.id ?? null);
}

/** What is under the pointer, by its number. */
function useHover(): [number | null, (number: number | null) => void] {
  const [hovered, setHovered] = useState<number | null>(null);
  const over = useCallback((number: number | null) => {
    setHovered(number);
    void showHovered(number);
  }, []);
  return [hovered, over];
}

async function pick(number: number | null): Promise<void> {
  if (number !== null) await useMap.getState().name([number]);
  const node = number === null ? undefined : useMap.getState().nodes.get(number);
  if (node || number === null) go({ node: node?.id ?? null });
}

function MapStage({ columns }: { columns: MapColumns }) {
  const t = useMessages();
  const language = useLanguage();
  const palette = usePalette();
  const index = useGraph((state) => state.index);
  const coloring = useAddress((state) => state.address.coloring);
  const nodes = useMap((state) => state.nodes);
  const name = useMap((state) => state.name);
  const selected = useSelected();
  const [chosen, setChosen] = useState<number | null>(null);
  const [ref, size] = useSize();
  const cloud = useCloud(columns, size, chosen);
  const communities = useCommunities(columns, cloud.points);
  const [inView, setInView] = useState<readonly number[]>([]);
  const [hovered, onHover] = useHover();
  const [selectedAt] = useNumbers(useMemo(() => (selected === null ? [] : [selected]), [selected]));
  const pinned = useNumbers(useAddress((state) => state.address.pinned));
  const onView = useCallback(
    (numbers: readonly number[]) => {
      setInView(numbers);
      void name(numbers);
    },
    [name],
  );
  const named = useMemo(() => {
    const numbers = new Set([...inView, ...pinned, ...[selectedAt, hovered].flatMap((one) => one ?? [])]);
    return [...numbers].flatMap((at) => nodes.get(at) ?? []);
  }, [inView, pinned, selectedAt, hovered, nodes]);
  const fonts = useFonts(named, language);
  // Names stay until those that follow them can be written.
  const [written, setWritten] = useState<readonly GraphNode[]>([]);
  useEffect(() => {
    if (fonts) setWritten(named);
  }, [fonts, named]);
  const scene = useMemo(() => {
    const { numbers } = useMap.getState();
    const points = written.map((node) => {
      const at = numbers.get(node.id) ?? 0;
      const [x = 0, y = 0] = cloud.places.subarray(at * 2, at * 2 + 2);
      const community = coloring === 'community' ? (columns.community[at] ?? null) : null;
      return { node, x, y, size: cloud.sizes[at] ?? 0, cited: columns.cited[at] ?? 0, community };
    });
    const input = {
      index,
      root: null,
      language,
      palette,
      measure,
      dates: 'all',
      ...(size ?? NO_SIZE),
    } as const;
    return mapScene(input, points);
  }, [written, cloud, columns, coloring, index, language, palette, size]);
  return (
    <>
      <NetworkLegend communities={communities} chosen={chosen} onChoose={setChosen} />
      <div className="stage-place" ref={ref}>
        {size && (
          <Stage
            scene={scene}
            matter={`map ${size.width}×${size.height}`}
            selected={selected}
            label={t.mapLabel}
            captions={noCaption}
            cloud={{ cloud, selected: selectedAt ?? null, onView, onHover, onPick: pick }}
          />
        )}
      </div>
    </>
  );
}

/** How much is drawn, and the way back to the part. */
function MapHead({ columns }: { columns: MapColumns | null }) {
  const t = useMessages();
  const language = useLanguage();
  const number = (n: number) => writeNumber(n, language);
  return (
    <section className="too-much" aria-label={t.mapTitle}>
      <div role="status">
        <strong>{t.mapTitle}</strong>
        {columns && <p>{t.mapShown(number(columns.count), number(columns.from.length))}</p>}
      </div>
      <button type="button" className="button" onClick={() => go({ whole: false })}>
        {t.mapLess}
      </button>
    </section>
  );
}

export function MapView() {
  const { status, columns, progress, error, load, cancel } = useMap();
  useEffect(() => {
    if (useMap.getState().status === 'none') void load();
  }, [load]);
  const stop = () => {
    cancel();
    go({ whole: false });
  };
  return (
    <div className="lineage-view">
      <MapHead columns={columns} />
      {status === 'ready' && columns ? (
        <MapStage columns={columns} />
      ) : (
        <div className="stage-place">
          {status === 'loading' && <MapLoading progress={progress} onCancel={stop} />}
          {status === 'failed' && <FailedState error={error} onRetry={() => void load()} />}
        </div>
      )}
      <YearBrush />
    </div>
  );
}
