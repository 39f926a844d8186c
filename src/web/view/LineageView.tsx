/** Agreements along time, around one of them; the years below, to brush. */
import { useCallback, useMemo } from 'react';
import type { NodeLabel } from '../../../graph/vocabulary.ts';
import { Stage } from '../stage/Stage.tsx';
import { lineageScene, UNDATED_LANE } from '../stage/scene.ts';
import { laneCaption } from '../state/lanes.ts';
import { useAddress, useGraph, useLanguage, useMessages, useRoot, useSelected } from '../state/stores.ts';
import { labelName } from '../text/terms.ts';
import { LineageHead } from './LineageHead.tsx';
import { StageHead } from './StageHead.tsx';
import { NothingShown } from './States.tsx';
import { usePalette } from './use-palette.ts';
import { useShown } from './use-shown.ts';
import { measure, useFonts, useSize } from './use-stage.ts';
import { YearBrush } from './YearBrush.tsx';

export function LineageView() {
  const t = useMessages();
  const language = useLanguage();
  const palette = usePalette();
  const index = useGraph((state) => state.index);
  const root = useRoot();
  const selected = useSelected();
  const steps = useAddress((state) => state.address.steps);
  const dates = useAddress((state) => state.address.dates);
  const way = useAddress((state) => state.address.way);
  const lanes = useAddress((state) => state.address.lanes);
  const embed = useAddress((state) => state.address.embed);
  const shown = useShown();
  const [ref, size] = useSize();
  const fonts = useFonts(shown.nodes, language);
  const scene = useMemo(
    () =>
      size && fonts
        ? lineageScene({ index, shown, root, language, palette, measure, dates, lanes, ...size })
        : null,
    [index, shown, root, language, palette, dates, lanes, size, fonts],
  );
  const captions = useCallback(
    (lane: string) =>
      lane === UNDATED_LANE
        ? dates === 'all'
          ? t.noDateAtAll
          : t.undated
        : (laneCaption(lane, index, language, t) ?? labelName(lane as NodeLabel, language)),
    [t, language, dates, index],
  );
  return (
    <div className="lineage-view">
      <StageHead />
      {!embed && root !== null && <LineageHead root={root} />}
      <div className="stage-place" ref={ref}>
        {scene && shown.nodes.length > 0 && (
          <Stage
            scene={scene}
            matter={`lineage ${root} ${steps} ${way} ${lanes} ${dates}`}
            selected={selected}
            label={t.lineageLabel}
            captions={captions}
          />
        )}
        {shown.nodes.length === 0 && <NothingShown />}
      </div>
      <YearBrush />
    </div>
  );
}
