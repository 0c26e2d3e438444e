import { Code } from '@mantine/core';
import type { WireRegime, WireRule } from '../../server/wire/overview.ts';
import { useOverview, useRules } from '../api/queries.ts';
import { ConfidenceMark, LevelMark } from '../panels/marks.tsx';
import { Failure, Loading } from '../panels/states.tsx';
import { useListTitle } from '../panels/titles.ts';
import { useView } from '../state/view-store.ts';
import { day, NEVER_ADVICE, period } from '../words.ts';

/** Every regime and every red flag: what it says, since when, on what citation, and the Cypher that finds it. */
export default function RulesPage() {
  const asOf = useView((view) => view.asOf);
  const overview = useOverview(asOf);
  const rules = useRules();
  const error = overview.error ?? rules.error;
  if (error) return <Failure error={error} />;
  if (!overview.data || !rules.data) return <Loading what="the rules" />;
  return (
    <div className="page">
      <h1>Rules</h1>
      <p className="muted">
        {NEVER_ADVICE} Dates are those of the rules; a rule outside its dates is shown as due diligence or not
        at all.
      </p>
      <h2>Regimes on {day(asOf)}</h2>
      <ul className="rule-list">
        {overview.data.regimes.map((regime) => (
          <RegimeItem key={regime.id} regime={regime} />
        ))}
      </ul>
      <h2>Red flags and leads</h2>
      <ul className="rule-list">
        {rules.data.rules.map((rule) => (
          <RuleItem key={rule.id} rule={rule} />
        ))}
      </ul>
    </div>
  );
}

function RegimeItem({ regime }: { readonly regime: WireRegime }) {
  const titleOf = useListTitle();
  return (
    <li className="rule" id={regime.id}>
      <h3>{regime.title}</h3>
      <p>
        <strong>
          {regime.inForce ? (regime.confirmed ? 'In force' : 'In force, unconfirmed') : 'Not in force'}
        </strong>{' '}
        on this day. {regime.note}
      </p>
      <p>
        Test: {regime.threshold}; control {regime.control ? 'counts' : 'does not count'}. Restricted owners:{' '}
        {regime.restrictedOwners.map(titleOf).join(', ')}.
      </p>
      <ul>
        {regime.intervals.map((interval) => (
          <li key={interval.from}>
            {period(interval)}
            {interval.confirmed ? '' : ' (unconfirmed)'}
          </li>
        ))}
      </ul>
      {regime.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      <p className="muted small">{regime.citation}</p>
    </li>
  );
}

function RuleItem({ rule }: { readonly rule: WireRule }) {
  return (
    <li className="rule" id={rule.id}>
      <h3>
        <LevelMark level={rule.level} /> {rule.title}
      </h3>
      <p>{rule.says}</p>
      <p className="asks">{rule.asks}</p>
      <p>
        <strong>In force:</strong>{' '}
        {rule.inForce === null
          ? 'as the regime of the verdict'
          : rule.inForce.map((each) => (each.from ? period(each) : 'always')).join('; ')}
      </p>
      <p>
        <strong>Known false positives:</strong> {rule.falsePositives}
      </p>
      <p className="muted small">
        {rule.citation}. <ConfidenceMark confidence={rule.confidence} /> {rule.id}
      </p>
      <details>
        <summary>Cypher</summary>
        <Code block>{rule.cypher.replace(/^(\/\/.*\n)+/, '')}</Code>
      </details>
    </li>
  );
}
