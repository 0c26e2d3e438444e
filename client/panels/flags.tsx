import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Level } from '../../server/wire/common.ts';
import type { WireFinding } from '../../server/wire/verdict.ts';
import { useFindings, useOverview } from '../api/queries.ts';
import { actions, useView } from '../state/view-store.ts';
import { LevelMark } from './marks.tsx';
import { Failure, Loading } from './states.tsx';

const FILTERS = [
  { value: 'grave', label: 'Flags' },
  { value: 'lead', label: 'Leads' },
  { value: 'all', label: 'All' },
];

const GRAVE: readonly Level[] = ['restricted', 'red-flag', 'cannot-exclude'];

/** What is flagged on the day, by flag: counts first, the things behind a click. */
export function Flags() {
  const asOf = useView((view) => view.asOf);
  const { data, error } = useOverview(asOf);
  const [filter, setFilter] = useState('grave');
  const [open, setOpen] = useState('');
  if (error) return <Failure error={error} />;
  if (!data) return <Loading what="findings" />;
  const wanted = (level: Level): boolean =>
    filter === 'all' || (filter === 'lead' ? level === 'lead' : GRAVE.includes(level));
  return (
    <nav className="flags" aria-label="Findings by flag">
      <h2>Findings</h2>
      <SegmentedControl
        fullWidth
        size="xs"
        data={FILTERS}
        value={filter}
        onChange={setFilter}
        aria-label="Which findings"
      />
      <ul>
        {data.flags
          .filter(({ level }) => wanted(level))
          .map(({ flag, level, title, count }) => {
            const key = `${flag}/${level}`;
            return (
              <li key={key}>
                <button
                  type="button"
                  className="flag"
                  aria-expanded={open === key}
                  onClick={() => setOpen(open === key ? '' : key)}
                >
                  <LevelMark level={level} />
                  <span className="flag-title">{title}</span>
                  <span className="count">{count}</span>
                </button>
                {open === key ? <Things asOf={asOf} flag={flag} level={level} /> : null}
              </li>
            );
          })}
      </ul>
    </nav>
  );
}

interface ThingsProps {
  readonly asOf: string;
  readonly flag: string;
  readonly level: Level;
}

function Things({ asOf, flag, level }: ThingsProps) {
  const { data, error } = useFindings({ asOf, flag, level }, true);
  const open = useView((view) => view.open);
  if (error) return <Failure error={error} />;
  if (!data) return <Loading what="findings" />;
  const things = [...new Map(data.findings.map((finding) => [finding.subject, finding])).values()];
  return (
    <ul className="flag-things">
      {things.map((finding) => (
        <li key={finding.subject}>
          <button
            type="button"
            className={open === openOf(finding) ? 'is-open' : ''}
            title={finding.text}
            onClick={() => actions.start(openOf(finding))}
          >
            {finding.subjectName}{' '}
            {finding.subjectOriginalName ? <span lang="zh">{finding.subjectOriginalName}</span> : null}
          </button>
        </li>
      ))}
      {data.total > data.findings.length ? (
        <li className="muted">{data.total - data.findings.length} more</li>
      ) : null}
    </ul>
  );
}

function openOf({ subjectKind, subject }: WireFinding): string {
  return `${subjectKind}/${subject}`;
}
