/** The drawing of a scene, with its buttons; everything that it shows, the table says in words. */
import type { Settings } from 'sigma/settings';
import { go, useInterface, useLanguage, useMessages } from '../state/stores.ts';
import { Icon } from '../view/Icon.tsx';
import { usePalette } from '../view/use-palette.ts';
import { restingCamera } from './camera.ts';
import {
  CameraController,
  EmphasisController,
  KeyController,
  moveCamera,
  PointerController,
  SceneController,
} from './controllers.tsx';
import { EdgeMarkProgram } from './edge-program.ts';
import { InkController } from './ink.tsx';
import type { EdgeMark, NodeMark } from './marks.ts';
import { NodeMarkProgram } from './node-program.ts';
import type { Scene } from './scene.ts';
import { SigmaCanvas, useSigma } from './sigma-context.tsx';
import { EdgeTooltip, Tooltip } from './Tooltip.tsx';

const SETTINGS: Partial<Settings<NodeMark, EdgeMark>> = {
  allowInvalidContainer: true,
  renderLabels: false,
  // The layer in which edges are found is made at the start; a large scene switches it off.
  enableEdgeEvents: true,
  defaultNodeType: 'mark',
  defaultEdgeType: 'mark',
  nodeProgramClasses: { mark: NodeMarkProgram as never },
  nodeHoverProgramClasses: { mark: NodeMarkProgram as never },
  edgeProgramClasses: { mark: EdgeMarkProgram as never },
  defaultDrawNodeHover: () => undefined,
  zIndex: true,
  stagePadding: 0,
  itemSizesReference: 'screen',
  zoomToSizeRatioFunction: () => 1,
  minCameraRatio: 0.02,
  maxCameraRatio: 4,
  enableCameraRotation: false,
};

function Buttons({ scene }: { scene: Scene }) {
  const t = useMessages();
  const sigma = useSigma();
  const zoom = (by: number) => moveCamera(sigma, { ratio: sigma.getCamera().ratio * by });
  const fit = () => {
    const rest = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
    const over = scene.full / scene.height;
    const whole =
      over > 1
        ? {
            ...rest,
            ratio: over,
            y: 0.5 - (scene.full - scene.height) / 2 / Math.max(scene.width, scene.height),
          }
        : restingCamera(scene);
    moveCamera(sigma, whole);
  };
  return (
    <div className="stage-buttons" role="toolbar" aria-label={t.fit}>
      <button type="button" className="icon-button" title={t.zoomIn} onClick={() => zoom(1 / 1.5)}>
        <Icon name="plus" label={t.zoomIn} />
      </button>
      <button type="button" className="icon-button" title={t.zoomOut} onClick={() => zoom(1.5)}>
        <Icon name="minus" label={t.zoomOut} />
      </button>
      <button type="button" className="icon-button" title={t.fit} onClick={fit}>
        <Icon name="fit" label={t.fit} />
      </button>
    </div>
  );
}

type StageProps = {
  scene: Scene;
  /** Changes when something else is drawn, so that the camera starts anew. */
  matter: string;
  selected: string | null;
  label: string;
  captions: (lane: string) => string;
};

const select = (id: string | null, edge?: string) => {
  useInterface.getState().setWanted(edge ?? null);
  go({ node: id });
};
const open = (id: string) => go({ node: id, root: id });

export function Stage({ scene, matter, selected, label, captions }: StageProps) {
  const palette = usePalette();
  const language = useLanguage();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys walk over the drawing
    // biome-ignore lint/a11y/useSemanticElements: a drawing made of canvases
    <div className="stage" role="group" aria-label={label} tabIndex={0}>
      <SigmaCanvas settings={SETTINGS}>
        <SceneController scene={scene} matter={matter} />
        <InkController
          scene={scene}
          selected={selected}
          palette={palette}
          language={language}
          captions={captions}
        />
        <EmphasisController scene={scene} selected={selected} palette={palette} />
        <PointerController onSelect={select} onOpen={open} />
        <KeyController scene={scene} selected={selected} onSelect={select} />
        <CameraController scene={scene} selected={selected} />
        <Tooltip scene={scene} />
        <EdgeTooltip scene={scene} />
        <Buttons scene={scene} />
      </SigmaCanvas>
    </div>
  );
}
