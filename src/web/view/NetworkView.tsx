/** Everything that is shown, as a network at rest. */
import { useMemo, useState } from 'react';
import { networkScene } from '../stage/network-scene.ts';
import { Stage } from '../stage/Stage.tsx';
import { listCommunities } from '../state/communities.ts';
import { useAddress, useGraph, useLanguage, useMessages, useRoot, useSelected } from '../state/stores.ts';
import { shortNameIn } from '../text/names.ts';
import { MapView } from './MapView.tsx';
import { NetworkLegend } from './NetworkLegend.tsx';
import { StageHead } from './StageHead.tsx';
import { NothingShown } from './States.tsx';
import { useLayout } from './use-layout.ts';
import { usePalette } from './use-palette.ts';
import { useShown } from './use-shown.ts';
import { measure, useFonts, useSize } from './use-stage.ts';
import { YearBrush } from './YearBrush.tsx';

const noCaption = () => '';

function PartNetwork() {
  const t = useMessages();
  const language = useLanguage();
  const palette = usePalette();
  const index = useGraph((state) => state.index);
  const coloring = useAddress((state) => state.address.coloring);
  const root = useRoot();
  const selected = useSelected();
  const shown = useShown();
  const [ref, size] = useSize();
  const fonts = useFonts(shown.nodes, language);
  const [anew, setAnew] = useState(0);
  const [chosen, setChosen] = useState<number | null>(null);
  const laid = useLayout(shown, true, anew);
  const scene = useMemo(
    () =>
      size && fonts && laid
        ? networkScene({ index, root, language, palette, measure, dates: 'all', coloring, ...laid, ...size })
        : null,
    [index, laid, root, language, palette, coloring, size, fonts],
  );
  const communities = useMemo(
    () =>
      laid && coloring === 'community'
        ? listCommunities(index, laid.shown.nodes, laid.communities, palette.communities.length)
        : [],
    [index, laid, coloring, palette],
  );
  const group = communities.find(({ number }) => number === chosen)?.members ?? null;
  return (
    <div className="lineage-view">
      <StageHead />
      {scene && shown.nodes.length > 0 && (
        <NetworkLegend
          communities={communities.map(({ number, members, middle }) => ({
            number,
            name: shortNameIn(middle, language),
            count: members.size,
          }))}
          chosen={chosen}
          onChoose={setChosen}
          onArrange={() => setAnew(anew + 1)}
        />
      )}
      <div className="stage-place" ref={ref}>
        {scene && shown.nodes.length > 0 && (
          <Stage
            scene={scene}
            matter={`network ${scene.width}×${scene.height} ${anew}`}
            selected={selected}
            label={t.networkLabel}
            captions={noCaption}
            group={group}
          />
        )}
        {!scene && shown.nodes.length > 0 && (
          <p className="stage-note" role="status">
            {t.layingOut}
          </p>
        )}
        {shown.nodes.length === 0 && <NothingShown />}
      </div>
      <YearBrush />
    </div>
  );
}

export function NetworkView() {
  const partial = useGraph((state) => state.partial);
  const { whole, documents } = useAddress((state) => state.address);
  return partial && whole && documents.length === 0 ? <MapView /> : <PartNetwork />;
}
