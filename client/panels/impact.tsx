import { Button } from '@mantine/core';
import type { WireImpact } from '../../server/wire/editions.ts';
import { useOverview } from '../api/queries.ts';
import { useShowCanvas } from '../state/address-bar.ts';
import { actions, useView } from '../state/view-store.ts';
import { period } from '../words.ts';
import { LevelMark, OutcomeMark } from './marks.tsx';
import { Section } from './section.tsx';

/** Shown of each kind; the rest is in the exports. */
const SHOWN = 100;
/** So many parties fit on a canvas that is to be read. */
const DRAWN = 40;

/** Whom a change touches: who became or ceased to be restricted and by which path, findings, facilities. */
export function ImpactSections({ impact }: { readonly impact: WireImpact }) {
  const showCanvas = useShowCanvas();
  const asOf = useView((view) => view.asOf);
  const { data } = useOverview(asOf);
  const titleOf = (regime: string): string => data?.regimes.find(({ id }) => id === regime)?.title ?? regime;
  const { verdicts, raised, dropped, facilities } = impact;
  const parties = [...new Set(verdicts.map(({ party }) => party))];
  const draw = (ids: readonly string[]): void => {
    actions.set({ open: '', operations: [{ do: 'add', ids }], selected: [] });
    showCanvas();
  };
  const touched = [...parties, ...facilities.map(({ facility }) => facility)].slice(0, DRAWN);
  return (
    <>
      {touched.length > 0 ? (
        <p>
          <Button size="compact-sm" onClick={() => draw(touched)}>
            Draw {touched.length} touched
          </Button>
        </p>
      ) : null}
      <Section title="Verdicts" count={verdicts.length}>
        {verdicts.length === 0 ? <p className="muted">No verdict changes.</p> : null}
        <ul className="rows">
          {verdicts.slice(0, SHOWN).map((each) => (
            <li key={`${each.party} ${each.regime} ${each.from}`} data-stricter={each.isStricter}>
              <button type="button" className="link" onClick={() => draw([each.party])}>
                {each.name}
              </button>
              : <OutcomeMark outcome={each.before} muted /> <span aria-hidden="true">→</span>
              <span className="visually-hidden">becomes</span> <OutcomeMark outcome={each.after} /> under{' '}
              {titleOf(each.regime)}, {period(each)} ({each.isStricter ? 'stricter' : 'less strict'})
              {each.path.map((line) => (
                <div key={line} className="muted small">
                  {line}
                </div>
              ))}
            </li>
          ))}
        </ul>
        <Rest all={verdicts.length} />
      </Section>
      <Findings title="Findings raised" findings={raised} />
      <Findings title="Findings dropped" findings={dropped} />
      <Section title="Facilities touched" count={facilities.length}>
        <ul className="rows">
          {facilities.slice(0, SHOWN).map(({ facility, name, operators, isItself }) => (
            <li key={facility}>
              <button type="button" className="link" onClick={() => draw([facility])}>
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
