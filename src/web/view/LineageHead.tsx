/** Over the lineage: of what it is, how much that stands on and what cites it, how deep, in which lanes, by whose dates. */
import { type GraphIndex, lineageOf, WAYS, type Way } from '../state/graph.ts';
import { LANES } from '../state/lanes.ts';
import { go, useAddress, useGraph, useLanguage, useMessages } from '../state/stores.ts';
import { shortNameIn } from '../text/names.ts';

/** The slider's end, which is no limit. */
const ALL_STEPS = 5;

function Ways({ root }: { root: string }) {
  const t = useMessages();
  const index = useGraph((state) => state.index);
  const { way, steps, hidden } = useAddress((state) => state.address);
  const count = (one: Way) =>
    countAgreements(index, lineageOf(index, root, steps, new Set(hidden), one), root);
  return (
    // biome-ignore lint/a11y/useSemanticElements: buttons, not a form
    <div className="switch" role="group" aria-label={t.ways}>
      {WAYS.map((one) => (
        <button key={one} type="button" aria-pressed={one === way} onClick={() => go({ way: one })}>
          {t.wayNames[one]} <span className="count">{count(one)}</span>
        </button>
      ))}
    </div>
  );
}

function countAgreements(index: GraphIndex, ids: ReadonlySet<string>, root: string): number {
  return [...ids].filter((id) => id !== root && index.nodes.get(id)?.label === 'Agreement').length;
}

function Depth() {
  const t = useMessages();
  const steps = useAddress((state) => state.address.steps);
  return (
    <label className="lineage-depth">
      {t.steps}
      <input
        type="range"
        min={1}
        max={ALL_STEPS}
        value={steps ?? ALL_STEPS}
        aria-valuetext={steps === null ? t.allSteps : String(steps)}
        onChange={(event) => {
          const value = Number(event.target.value);
          go({ steps: value >= ALL_STEPS ? null : value }, 'replace');
        }}
      />
      <output>{steps ?? t.allSteps}</output>
    </label>
  );
}

function LaneChoice() {
  const t = useMessages();
  const lanes = useAddress((state) => state.address.lanes);
  return (
    <label>
      {t.lanes}
      <select
        value={lanes}
        onChange={(event) => go({ lanes: LANES.find((one) => one === event.target.value) ?? 'none' })}
      >
        {LANES.map((one) => (
          <option key={one} value={one}>
            {t.lanesBy[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

function DateChoice() {
  const t = useMessages();
  const dates = useAddress((state) => state.address.dates);
  const turn = () => go({ dates: dates === 'all' ? 'text' : 'all', years: { from: null, to: null } });
  return (
    <label>
      <input type="checkbox" checked={dates === 'all'} onChange={turn} />
      {t.authorityDates}
    </label>
  );
}

export function LineageHead({ root }: { root: string }) {
  const t = useMessages();
  const language = useLanguage();
  const node = useGraph((state) => state.index.nodes.get(root));
  if (!node) return null;
  return (
    <section className="lineage-head" aria-label={t.lineageOf}>
      <h2 dir="auto">{shortNameIn(node, language)}</h2>
      <Ways root={root} />
      <Depth />
      <LaneChoice />
      <DateChoice />
    </section>
  );
}
