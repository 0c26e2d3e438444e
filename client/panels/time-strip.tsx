import type { WireRegime } from '../../server/wire/overview.ts';
import { useOverview } from '../api/queries.ts';
import type { Drawing } from '../canvas/drawing.ts';
import { actions, today, useView } from '../state/view-store.ts';
import { day } from '../words.ts';

const DAY = 86_400_000;
const FIRST = '2018-01-01';
const LAST = `${Number(today().slice(0, 4)) + 1}-01-01`;
const YEARS = Array.from({ length: Number(LAST.slice(0, 4)) - 2018 + 1 }, (_, index) => 2018 + index);

/** Days on which something drawn begins or ends, or a BIS regime does; in order. */
export function changeDays(drawing: Drawing, regimes: readonly WireRegime[]): string[] {
  const ties = [...drawing.edges.values()].flatMap(({ from, to }) => [from, to]);
  const rules = regimes
    .filter(({ id }) => id.startsWith('bis-'))
    .flatMap(({ intervals }) => intervals.flatMap(({ from, to }) => [from, to]));
  return [...new Set([...ties, ...rules])].filter((date) => date !== null).sort();
}

interface TimeStripProps {
  readonly days: readonly string[];
}

/** Share of the strip's width at which a day lies, 0 to 100. */
function place(date: string): number {
  const [first, last] = [Date.parse(FIRST), Date.parse(LAST)];
  return Math.min(100, Math.max(0, ((Date.parse(date) - first) / (last - first)) * 100));
}

/** Puts an element at a day. By script, because the page allows no style in its text. */
function at(date: string) {
  return (element: HTMLElement | null): void => element?.style.setProperty('left', `${place(date)}%`);
}

/** A strip of time: when the 50 % rule was in force, when something drawn changes, and where the question stands. */
export function TimeStrip({ days }: TimeStripProps) {
  const asOf = useView((view) => view.asOf);
  const { data } = useOverview(asOf);
  const rule = data?.regimes.find(({ id }) => id === 'bis-affiliates');
  return (
    <div className="time-strip">
      {rule ? <Ground regime={rule} /> : null}
      {YEARS.map((year) => (
        <span key={year} className="time-year" ref={at(`${year}-01-01`)}>
          {year}
        </span>
      ))}
      {days.map((date) => (
        <button
          key={date}
          type="button"
          className="time-tick"
          tabIndex={-1}
          aria-label={`Go to ${day(date)}`}
          title={day(date)}
          ref={at(date)}
          onClick={() => actions.setAsOf(date)}
        />
      ))}
      <input
        type="range"
        className="time-slider"
        aria-label="Day of the question"
        aria-valuetext={day(asOf)}
        min={Date.parse(FIRST) / DAY}
        max={Date.parse(LAST) / DAY}
        value={Date.parse(asOf) / DAY}
        onChange={(event) =>
          actions.setAsOf(new Date(Number(event.currentTarget.value) * DAY).toISOString().slice(0, 10))
        }
      />
    </div>
  );
}

/** The days on which a regime is in force, as coloured ground. */
function Ground({ regime }: { readonly regime: WireRegime }) {
  return (
    <svg className="time-ground" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      {regime.intervals.map(({ from, to, confirmed }) => {
        const [start, end] = [place(from ?? FIRST), place(to ?? LAST)];
        return (
          <rect
            key={from}
            x={start}
            width={end - start}
            y="0"
            height="10"
            className={confirmed ? 'in-force' : 'in-force-perhaps'}
          />
        );
      })}
    </svg>
  );
}
