/** How many agreements each year has, with a window over them: drawn by its ends, moved as a whole, or played. */
import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useRef, useState } from 'react';
import { agreementYears, countedDates } from '../state/filters.ts';
import { go, useAddress, useGraph, useLanguage, useMessages } from '../state/stores.ts';
import { writeAxisYear } from '../text/dates.ts';
import { Icon } from './Icon.tsx';

type Range = Readonly<{ low: number; high: number }>;
const within = (value: number, first: number, last: number) => Math.min(Math.max(value, first), last);

/** Years by which the keys move a handle. */
const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

function Handle({
  end,
  value,
  first,
  last,
  left,
  label,
  text,
  onMove,
}: {
  end: 'low' | 'high';
  value: number;
  first: number;
  last: number;
  left: string;
  label: string;
  text: string;
  onMove: (year: number) => void;
}) {
  const onKey = (event: KeyboardEvent) => {
    const step = KEY_STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onMove(within(value + step, first, last));
  };
  return (
    <span
      role="slider"
      tabIndex={0}
      className={`brush-handle ${end}`}
      style={{ left }}
      aria-label={label}
      aria-valuemin={first}
      aria-valuemax={last}
      aria-valuenow={value}
      aria-valuetext={text}
      onKeyDown={onKey}
    />
  );
}

const TICK = 450;

/** Lets the window run over the years: from its lower end, one year at a time. */
function usePlaying(range: Range, last: number, set: (range: Range) => void) {
  const [playing, setPlaying] = useState(false);
  const state = useRef({ range, set });
  state.current = { range, set };
  useEffect(() => {
    if (!playing) return;
    const timer = window.setInterval(() => {
      const { range: now, set: move } = state.current;
      if (now.high >= last) setPlaying(false);
      else move({ low: now.low, high: now.high + 1 });
    }, TICK);
    return () => window.clearInterval(timer);
  }, [playing, last]);
  const start = () => {
    if (range.high >= last) set({ low: range.low, high: range.low });
    setPlaying(true);
  };
  return { playing, toggle: () => (playing ? setPlaying(false) : start()) };
}

type Counts = ReadonlyMap<number, number>;

function Bars({ counts, first, last, range }: { counts: Counts; first: number; last: number; range: Range }) {
  const most = Math.max(...counts.values());
  return (
    <svg
      className="brush-bars"
      viewBox={`0 0 ${last - first + 1} 10`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {[...counts].map(([year, count]) => (
        <rect
          key={year}
          x={year - first + 0.1}
          width={0.8}
          y={10 - Math.max(1.5, (count / most) * 10)}
          height={Math.max(1.5, (count / most) * 10)}
          className={year >= range.low && year <= range.high ? 'in' : 'out'}
        />
      ))}
    </svg>
  );
}

type Drag = Readonly<{ part: 'low' | 'high' | 'both'; at: number; range: Range }>;

function Brush({ counts, first, last }: { counts: Counts; first: number; last: number }) {
  const t = useMessages();
  const language = useLanguage();
  const { from, to } = useAddress((state) => state.address.years);
  const range: Range = { low: within(from ?? first, first, last), high: within(to ?? last, first, last) };
  const track = useRef<HTMLDivElement>(null);
  const drag = useRef<Drag | null>(null);
  const span = last - first + 1;
  const set = ({ low, high }: Range) => {
    const all = low <= first && high >= last;
    go({ years: all ? { from: null, to: null } : { from: low, to: high } }, 'replace');
  };
  const { playing, toggle } = usePlaying(range, last, set);
  const write = (year: number) => writeAxisYear(year, language);
  const percent = (year: number) => `${((year - first) / span) * 100}%`;
  const yearAt = (x: number) => {
    const box = track.current?.getBoundingClientRect();
    return box ? first + ((x - box.left) / box.width) * span : first;
  };
  const onDown = (event: PointerEvent<HTMLDivElement>) => {
    const at = yearAt(event.clientX);
    const near = (3 * span) / 100;
    const part =
      at > range.low + near && at < range.high + 1 - near && range.high - range.low + 1 < span
        ? 'both'
        : Math.abs(at - range.low) < Math.abs(at - range.high - 1)
          ? 'low'
          : 'high';
    drag.current = { part, at, range };
    event.currentTarget.setPointerCapture(event.pointerId);
    onMove(event);
  };
  const onMove = (event: PointerEvent<HTMLDivElement>) => {
    const held = drag.current;
    if (!held) return;
    const at = yearAt(event.clientX);
    if (held.part === 'low') return set({ low: within(Math.round(at), first, range.high), high: range.high });
    if (held.part === 'high')
      return set({ low: range.low, high: within(Math.round(at) - 1, range.low, last) });
    const width = held.range.high - held.range.low;
    const low = within(held.range.low + Math.round(at - held.at), first, last - width);
    return set({ low, high: low + width });
  };
  const onUp = () => {
    drag.current = null;
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: two sliders that make one range
    <div className="brush" role="group" aria-label={t.years}>
      <button type="button" className="icon-button" title={playing ? t.pause : t.play} onClick={toggle}>
        <Icon name={playing ? 'pause' : 'play'} label={playing ? t.pause : t.play} />
      </button>
      <span className="brush-end">{write(range.low)}</span>
      <div
        className="brush-track"
        ref={track}
        onPointerDown={onDown}
        onPointerMove={onMove}
        onPointerUp={onUp}
        onPointerCancel={onUp}
      >
        <Bars counts={counts} first={first} last={last} range={range} />
        <div
          className="brush-range"
          style={{ left: percent(range.low), right: `calc(100% - ${percent(range.high + 1)})` }}
        />
        <Handle
          end="low"
          value={range.low}
          first={first}
          last={range.high}
          left={percent(range.low)}
          label={t.yearsFrom}
          text={write(range.low)}
          onMove={(low) => set({ ...range, low })}
        />
        <Handle
          end="high"
          value={range.high}
          first={range.low}
          last={last}
          left={percent(range.high + 1)}
          label={t.yearsTo}
          text={write(range.high)}
          onMove={(high) => set({ ...range, high })}
        />
      </div>
      <span className="brush-end">{write(range.high)}</span>
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

export function YearBrush() {
  const index = useGraph((state) => state.index);
  const inStore = useGraph((state) => state.years);
  const dates = useAddress((state) => countedDates(state.address));
  const counts = useMemo(() => {
    if (inStore) return inStore;
    const found = new Map<number, number>();
    for (const year of agreementYears(index, dates)) found.set(year, (found.get(year) ?? 0) + 1);
    return found;
  }, [inStore, index, dates]);
  const [first, last] = [Math.min(...counts.keys()), Math.max(...counts.keys())];
  return counts.size > 0 && first < last ? <Brush counts={counts} first={first} last={last} /> : null;
}
