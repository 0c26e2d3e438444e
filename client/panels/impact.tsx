import { Button } from '@mantine/core';
import type { WireImpact } from '../../server/wire/editions.ts';
import { useShowCanvas } from '../state/address-bar.ts';
import { CHANGE_MARKS, type ChangeMark, type Operation } from '../state/operations.ts';
import { actions } from '../state/view-store.ts';
import { period } from '../words.ts';
import { LevelMark, OutcomeMark } from './marks.tsx';
import { Section } from './section.tsx';
import { useRegimeTitle } from './titles.ts';

/** Shown of each kind; the rest is in the exports. */
const SHOWN = 100;
/** So many parties fit on a canvas that is to be read. */
const DRAWN = 40;
/** Of so many of them the ties that restrict them are drawn too. */
const PATHS = 8;

/** Whom a change touches: who became or ceased to be restricted and by which path, findings, facilities. */
export function ImpactSections({ impact }: { readonly impact: WireImpact }) {
  const showCanvas = useShowCanvas();
  const titleOf = useRegimeTitle();
  const { verdicts, raised, dropped, facilities } = impact;
  const draw = (operations: readonly Operation[]): void => {
    actions.set({ open: '', operations, selected: [] });
    showCanvas();
  };
  const touched = touchedBy(impact);
  const changes = toldOnce(verdicts);
  const marks = marking(touched.slice(0, DRAWN));
  return (
    <>
      {touched.length > 0 ? (
        <p>
          <Button size="compact-sm" onClick={() => draw([...marks, ...paths(impact)])}>
            Draw {Math.min(touched.length, DRAWN)} touched
          </Button>
        </p>
      ) : null}
      <Section title="Verdicts" count={verdicts.length}>
        {verdicts.length === 0 ? <p className="muted">No verdict changes.</p> : null}
        <ul className="rows">
          {changes.slice(0, SHOWN).map(({ of: each, regimes }) => (
            <li key={`${each.party} ${each.regime} ${each.from}`} data-stricter={each.isStricter}>
              <button
                type="button"
                className="link"
                onClick={() => draw([...marking([[each.party, markOf(each)]]), ...pathTo(each)])}
              >
                {each.name}
              </button>
              : <OutcomeMark outcome={each.before} muted /> <span aria-hidden="true">→</span>
              <span className="visually-hidden">becomes</span> <OutcomeMark outcome={each.after} /> under{' '}
              {regimes.map(titleOf).join('; ')}, {period(each)} (
              {each.isStricter ? 'stricter' : 'less strict'})
              {each.path.map((line) => (
                <div key={line} className="muted small">
                  {line}
                </div>
              ))}
            </li>
          ))}
        </ul>
        <Rest all={changes.length} />
      </Section>
      <Findings title="Findings raised" findings={raised} />
      <Findings title="Findings dropped" findings={dropped} />
      <Section title="Facilities touched" count={facilities.length}>
        <ul className="rows">
          {facilities.slice(0, SHOWN).map(({ facility, name, operators, isItself }) => (
            <li key={facility}>
              <button
                type="button"
                className="link"
                onClick={() => draw([...marking([[facility, 'touched']]), { do: 'draw', id: facility }])}
              >
                {name}
              </button>
              {isItself ? ', itself' : ''}
              {operators.length > 0 ? `, through its operator ${operators.join(', ')}` : ''}
            </li>
          ))}
        </ul>
        <Rest all={facilities.length} />
      </Section>
    </>
  );
}

interface Told {
  readonly of: WireImpact['verdicts'][number];
  readonly regimes: readonly string[];
}

/** The same change under several regimes, by the same path, is told once. */
function toldOnce(verdicts: WireImpact['verdicts']): Told[] {
  const told = new Map<string, Told>();
  for (const each of verdicts) {
    const { party, before, after, from, to, path } = each;
    const key = JSON.stringify([party, before, after, from, to, path]);
    told.set(key, { of: each, regimes: [...(told.get(key)?.regimes ?? []), each.regime] });
  }
  return [...told.values()];
}

type Marked = readonly [id: string, mark: ChangeMark];

const markOf = ({ isStricter }: WireImpact['verdicts'][number]): ChangeMark =>
  isStricter ? 'stricter' : 'less-strict';

/** Parties and facilities that the change touches, each once. */
function touchedBy({ verdicts, facilities }: WireImpact): Marked[] {
  const parties = new Map<string, ChangeMark>();
  for (const each of verdicts)
    if (parties.get(each.party) !== 'stricter') parties.set(each.party, markOf(each));
  return [...parties, ...facilities.map(({ facility }): Marked => [facility, 'touched'])];
}

/** One operation for each mark that there is. */
function marking(touched: readonly Marked[]): Operation[] {
  return CHANGE_MARKS.flatMap((as) => {
    const ids = touched.filter(([, mark]) => mark === as).map(([id]) => id);
    return ids.length === 0 ? [] : [{ do: 'mark', as, ids }];
  });
}

/** Whoever is less strict may be gone from all that is loaded, and nothing restricts it any more. */
function pathTo({ party, isStricter }: WireImpact['verdicts'][number]): Operation[] {
  return isStricter ? [{ do: 'draw', id: party }] : [];
}

/** The ties by which the first of those became restricted that are on no list themselves. */
function paths({ verdicts }: WireImpact): Operation[] {
  const through = verdicts.filter(({ isStricter, after }) => isStricter && after !== 'listed');
  const parties = [...new Set(through.map(({ party }) => party))].slice(0, PATHS);
  return parties.map((id) => ({ do: 'draw', id }));
}

interface FindingsProps {
  readonly title: string;
  readonly findings: WireImpact['raised'];
}

function Findings({ title, findings }: FindingsProps) {
  return (
    <Section title={title} count={findings.length} folded>
      <ul className="rows">
        {findings.slice(0, SHOWN).map(({ id, level, flag, text, from, to }) => (
          <li key={id}>
            <LevelMark level={level} /> {/^RF\d/.test(flag) ? `${flag}: ` : ''}
            {text} <span className="muted">{period({ from, to })}</span>
          </li>
        ))}
      </ul>
      <Rest all={findings.length} />
    </Section>
  );
}

function Rest({ all }: { readonly all: number }) {
  return all > SHOWN ? <p className="muted">{all - SHOWN} more are in the exported file.</p> : null;
}
