/** The legend, which is the filter: what a mark means, how many there are, whether they are shown. */
import { useMemo } from 'react';
import {
  CITING_TYPES,
  type NodeLabel,
  RELATIONSHIP_TYPES,
  type RelationshipType,
} from '../../../graph/vocabulary.ts';
import { countColumns } from '../state/count-columns.ts';
import { SHOWABLE_LABELS, shownLabels } from '../state/filters.ts';
import { countGraph } from '../state/graph.ts';
import { useWhole } from '../state/map.ts';
import {
  go,
  toggled,
  useAddress,
  useGraph,
  useInterface,
  useLanguage,
  useMessages,
} from '../state/stores.ts';
import { familyName, labelName, typeName } from '../text/terms.ts';
import { Check } from './Check.tsx';
import { Documents } from './Documents.tsx';
import { ByHand, Parties } from './Facets.tsx';
import { Icon } from './Icon.tsx';
import { LabelMark, LineMark } from './LabelMark.tsx';
import { resetFilters } from './States.tsx';
import { useCounts } from './use-shown.ts';

function Labels({ counts }: { counts: ReadonlyMap<NodeLabel, number> }) {
  const t = useMessages();
  const language = useLanguage();
  const address = useAddress((state) => state.address);
  const shown = shownLabels(address);
  return (
    <fieldset className="filter">
      <legend>{t.things}</legend>
      {SHOWABLE_LABELS.filter((label) => counts.has(label)).map((label) => (
        <Check
          key={label}
          checked={shown.includes(label)}
          count={counts.get(label) ?? 0}
          onChange={() => go({ labels: toggled(shown, label) }, 'replace')}
        >
          <LabelMark label={label} />
          <span className="check-name">{labelName(label, language)}</span>
        </Check>
      ))}
    </fieldset>
  );
}

const OTHER_TYPES = (Object.keys(RELATIONSHIP_TYPES) as RelationshipType[]).filter(
  (type) =>
    !CITING_TYPES.some((citing) => citing === type) && RELATIONSHIP_TYPES[type].family !== 'provenance',
);

function Types({
  types,
  counts,
}: {
  types: readonly RelationshipType[];
  counts: ReadonlyMap<RelationshipType, number>;
}) {
  const language = useLanguage();
  const hidden = useAddress((state) => state.address.hidden);
  return types
    .filter((type) => counts.has(type))
    .map((type) => (
      <Check
        key={type}
        checked={!hidden.includes(type)}
        count={counts.get(type) ?? 0}
        onChange={() => go({ hidden: toggled(hidden, type) }, 'replace')}
      >
        <LineMark type={type} />
        <span className="check-name">{typeName(type, language)}</span>
      </Check>
    ));
}

const FAMILIES = ['keeps', 'changes', 'looks_ahead', 'names'] as const;

function Relations({ counts }: { counts: ReadonlyMap<RelationshipType, number> }) {
  const t = useMessages();
  const language = useLanguage();
  const view = useAddress((state) => state.address.view);
  return (
    <fieldset className="filter">
      <legend>{t.relations}</legend>
      {FAMILIES.map((family) => {
        const types = CITING_TYPES.filter(
          (type) => RELATIONSHIP_TYPES[type].family === family && counts.has(type),
        );
        if (types.length === 0) return null;
        return (
          <div key={family} className="family">
            <p className="family-name">{familyName(family, language)}</p>
            <Types types={types} counts={counts} />
          </div>
        );
      })}
      {view !== 'lineage' && (
        <details className="more">
          <summary>{t.facts}</summary>
          <Types types={OTHER_TYPES} counts={counts} />
        </details>
      )}
    </fieldset>
  );
}

function Marks() {
  const t = useMessages();
  return (
    <div className="filter">
      <h3>{t.marks}</h3>
      <ul className="marks">
        <li>
          <LabelMark label="Agreement" /> {t.concluded}
        </li>
        <li>
          <LabelMark label="Agreement" state="hollow" /> {t.planned}
        </li>
        <li>
          <LabelMark label="Agreement" state="dashed" /> {t.authorityDated} *
        </li>
        <li>
          <LineMark type="REAFFIRMS" /> {t.textSays}
        </li>
        <li>
          <LineMark type="REAFFIRMS" dashed /> {t.authoritySays}
        </li>
      </ul>
    </div>
  );
}

export function Filters() {
  const t = useMessages();
  const index = useGraph((state) => state.index);
  const setOpen = useInterface((state) => state.setFiltersOpen);
  const { shown, all } = useCounts();
  const whole = useWhole();
  const counts = useMemo(() => (whole ? countColumns(whole) : countGraph(index)), [whole, index]);
  return (
    <aside className="filters" aria-label={t.filters}>
      <header className="side-head">
        <h2>{t.filters}</h2>
        <button type="button" className="icon-button" title={t.hideFilters} onClick={() => setOpen(false)}>
          <Icon name="close" label={t.hideFilters} />
        </button>
      </header>
      <div className="side-body">
        <ByHand />
        <Relations counts={counts.types} />
        <Labels counts={counts.labels} />
        <Parties />
        <Documents />
        <Marks />
      </div>
      <footer className="side-foot">
        {whole === null && <span>{t.shownOf(shown, all)}</span>}
        <button type="button" className="link" onClick={resetFilters}>
          {t.reset}
        </button>
      </footer>
    </aside>
  );
}
