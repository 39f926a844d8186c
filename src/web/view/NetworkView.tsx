/** Everything that is shown, as a network at rest. */
import { useMemo } from 'react';
import { Stage } from '../stage/Stage.tsx';
import { networkScene } from '../stage/scene.ts';
import { useGraph, useLanguage, useMessages, useRoot, useSelected } from '../state/stores.ts';
import { StageHead } from './StageHead.tsx';
import { NothingShown } from './States.tsx';
import { usePalette } from './use-palette.ts';
import { useShown } from './use-shown.ts';
import { measure, useFonts, useSize } from './use-stage.ts';
import { YearBrush } from './YearBrush.tsx';

const noCaption = () => '';

export function NetworkView() {
  const t = useMessages();
  const language = useLanguage();
  const palette = usePalette();
  const index = useGraph((state) => state.index);
  const root = useRoot();
  const selected = useSelected();
  const shown = useShown();
  const [ref, size] = useSize();
  const fonts = useFonts(shown.nodes, language);
  const scene = useMemo(
    () =>
      size && fonts
        ? networkScene({ index, shown, root, language, palette, measure, dates: 'all', ...size })
        : null,
    [index, shown, root, language, palette, size, fonts],
  );
  return (
    <div className="lineage-view">
      <StageHead />
      <div className="stage-place" ref={ref}>
        {scene && shown.nodes.length > 0 && (
          <Stage
            scene={scene}
            matter={`network ${scene.width}×${scene.height}`}
            selected={selected}
            label={t.networkLabel}
            captions={noCaption}
          />
        )}
        {shown.nodes.length === 0 && <NothingShown />}
      </div>
      <YearBrush />
    </div>
  );
}
