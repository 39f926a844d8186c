/** Over the network: what its colours tell, its communities by name, and laying it out anew. */
import type { CSSProperties } from 'react';
import { communityColor } from '../stage/network-scene.ts';
import type { Address } from '../state/address.ts';
import { go, useAddress, useLanguage, useMessages } from '../state/stores.ts';
import { writeNumber } from '../text/messages.ts';
import { usePalette } from './use-palette.ts';

/** A line of the legend. */
export type LegendCommunity = Readonly<{ number: number; name: string; count: number }>;

const COLORINGS: readonly Address['coloring'][] = ['label', 'community'];

function Communities({
  communities,
  chosen,
  onChoose,
}: {
  communities: readonly LegendCommunity[];
  chosen: number | null;
  onChoose: (community: number | null) => void;
}) {
  const language = useLanguage();
  const palette = usePalette();
  return (
    <ul className="communities">
      {communities.map(({ number, name, count }) => (
        <li key={number}>
          <button
            type="button"
            className="community"
            aria-pressed={chosen === number}
            title={name}
            onClick={() => onChoose(chosen === number ? null : number)}
          >
            <span
              className="community-mark"
              style={{ '--mark': communityColor(palette, number) } as CSSProperties}
            />
            <span className="community-name" dir="auto">
              {name}
            </span>
            <span className="community-count">{writeNumber(count, language)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

export function NetworkLegend({
  communities,
  chosen,
  onChoose,
  onArrange,
}: {
  communities: readonly LegendCommunity[];
  /** The community that stands out. */
  chosen: number | null;
  onChoose: (community: number | null) => void;
  /** Lays everything out anew; absent where it cannot be. */
  onArrange?: () => void;
}) {
  const t = useMessages();
  const coloring = useAddress((state) => state.address.coloring);
  return (
    <section className="network-legend" aria-label={t.colors}>
      <fieldset className="segments">
        <legend className="visually-hidden">{t.colors}</legend>
        {COLORINGS.map((one) => (
          <label key={one} className="segment">
            <input
              type="radio"
              name="coloring"
              className="visually-hidden"
              checked={coloring === one}
              onChange={() => {
                onChoose(null);
                go({ coloring: one }, 'replace');
              }}
            />
            <span>{t.colorings[one]}</span>
          </label>
        ))}
      </fieldset>
      {coloring === 'community' && communities.length > 0 && (
        <Communities communities={communities} chosen={chosen} onChoose={onChoose} />
      )}
      {coloring === 'community' && communities.length === 0 && <p className="quiet">{t.noCommunities}</p>}
      {onArrange && (
        <button type="button" className="link" onClick={onArrange}>
          {t.arrange}
        </button>
      )}
    </section>
  );
}
