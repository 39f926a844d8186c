/** How many agreements each year has, with two handles that set the years that are shown. */
import { useMemo } from 'react';
import { agreementYears, countedDates } from '../state/filters.ts';
import { go, useAddress, useGraph, useLanguage, useMessages } from '../state/stores.ts';

export function YearBrush() {
  const t = useMessages();
  const language = useLanguage();
  const index = useGraph((state) => state.index);
  const { from, to } = useAddress((state) => state.address.years);
  const dates = useAddress((state) => countedDates(state.address));
  const years = useMemo(() => agreementYears(index, dates), [index, dates]);
  if (years.length === 0) return null;
  const first = Math.min(...years);
  const last = Math.max(...years);
  if (first === last) return null;
  const counts = new Map<number, number>();
  for (const year of years) counts.set(year, (counts.get(year) ?? 0) + 1);
  const most = Math.max(...counts.values());
  const low = Math.min(Math.max(from ?? first, first), last);
  const high = Math.max(Math.min(to ?? last, last), first);
  const span = last - first + 1;
  const set = (next: { from: number; to: number }) => {
    const all = next.from <= first && next.to >= last;
    go({ years: all ? { from: null, to: null } : { from: next.from, to: next.to } }, 'replace');
  };
  const write = (year: number) => (language === 'zh' ? `${year}年` : String(year));
  const percent = (year: number) => `${((year - first) / span) * 100}%`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: two sliders that make one range
    <div className="brush" role="group" aria-label={t.years}>
      <span className="brush-end">{write(low)}</span>
      <div className="brush-track">
        <svg className="brush-bars" viewBox={`0 0 ${span} 10`} preserveAspectRatio="none" aria-hidden="true">
          {[...counts].map(([year, count]) => (
            <rect
              key={year}
              x={year - first + 0.1}
              width={0.8}
              y={10 - Math.max(1.5, (count / most) * 10)}
              height={Math.max(1.5, (count / most) * 10)}
              className={year >= low && year <= high ? 'in' : 'out'}
            />
          ))}
        </svg>
        <div
          className="brush-range"
          style={{ left: percent(low), right: `calc(100% - ${percent(high + 1)})` }}
        />
        <input
          type="range"
          min={first}
          max={last}
          value={low}
          aria-label={t.yearsFrom}
          aria-valuetext={write(low)}
          onChange={(event) => set({ from: Math.min(Number(event.target.value), high), to: high })}
        />
        <input
          type="range"
          min={first}
          max={last}
          value={high}
          aria-label={t.yearsTo}
          aria-valuetext={write(high)}
          onChange={(event) => set({ from: low, to: Math.max(Number(event.target.value), low) })}
        />
      </div>
      <span className="brush-end">{write(high)}</span>
      {(from !== null || to !== null) && (
        <button
          type="button"
          className="link"
          onClick={() => go({ years: { from: null, to: null } }, 'replace')}
        >
          {t.allYears}
        </button>
      )}
    </div>
  );
}
