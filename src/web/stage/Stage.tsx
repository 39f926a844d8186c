/** The drawing of a scene, with its buttons; everything that it shows, the table says in words. */
import { useCallback } from 'react';
import { EdgeLineProgram } from 'sigma/rendering';
import type { Settings } from 'sigma/settings';
import { choose } from '../state/act.ts';
import { go, useInterface, useLanguage, useMessages } from '../state/stores.ts';
import { Icon } from '../view/Icon.tsx';
import { usePalette } from '../view/use-palette.ts';
import { restingCamera } from './camera.ts';
import { CloudController, type CloudProps } from './cloud-controller.tsx';
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
import { SigmaCanvas, type StageSigma, useSigma } from './sigma-context.tsx';
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
  edgeProgramClasses: { mark: EdgeMarkProgram as never, thin: EdgeLineProgram as never },
  defaultDrawNodeHover: () => undefined,
  zIndex: true,
  stagePadding: 0,
  itemSizesReference: 'screen',
  zoomToSizeRatioFunction: () => 1,
  minCameraRatio: 0.02,
  maxCameraRatio: 4,
  enableCameraRotation: false,
};

function showAll(sigma: StageSigma, scene: Scene): void {
  const rest = { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
  const over = scene.full / scene.height;
  const y = 0.5 - (scene.full - scene.height) / 2 / Math.max(scene.width, scene.height);
  moveCamera(sigma, over > 1 ? { ...rest, ratio: over, y } : restingCamera(scene));
}

function Buttons({ scene }: { scene: Scene }) {
  const t = useMessages();
  const sigma = useSigma();
  const zoom = (by: number) => moveCamera(sigma, { ratio: sigma.getCamera().ratio * by });
  return (
    <div className="stage-buttons" role="toolbar" aria-label={t.fit}>
      <button type="button" className="icon-button" title={t.zoomIn} onClick={() => zoom(1 / 1.5)}>
        <Icon name="plus" label={t.zoomIn} />
      </button>
      <button type="button" className="icon-button" title={t.zoomOut} onClick={() => zoom(1.5)}>
        <Icon name="minus" label={t.zoomOut} />
      </button>
      <button type="button" className="icon-button" title={t.fit} onClick={() => showAll(sigma, scene)}>
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
  /** Nodes that stand out while none is hovered. */
  group?: ReadonlySet<string> | null;
  /** Points and lines under the marks, too many to be marks. */
  cloud?: Omit<CloudProps, 'palette'>;
};

const select = (id: string | null, edge?: string) => {
  if (choose(id, edge)) return;
  useInterface.getState().setWanted(edge ?? null);
  go({ node: id });
};
const selectNothing = () => select(null);
const open = (id: string) => go({ node: id, root: id });

function Keys({ scene, selected }: { scene: Scene; selected: string | null }) {
  const sigma = useSigma();
  const whole = useCallback(() => showAll(sigma, scene), [sigma, scene]);
  return <KeyController scene={scene} selected={selected} onSelect={select} onFit={whole} />;
}

export function Stage({ scene, matter, selected, label, captions, group = null, cloud }: StageProps) {
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
          group={group}
          cloud={cloud?.cloud ?? null}
        />
        <EmphasisController scene={scene} selected={selected} palette={palette} group={group} />
        <PointerController onSelect={select} onOpen={open} {...(!cloud && { onNothing: selectNothing })} />
        {cloud && <CloudController palette={palette} {...cloud} />}
        <Keys scene={scene} selected={selected} />
        <CameraController scene={scene} selected={selected} once={cloud !== undefined} />
        <Tooltip scene={scene} />
        <EdgeTooltip scene={scene} />
        <Buttons scene={scene} />
      </SigmaCanvas>
    </div>
  );
}
