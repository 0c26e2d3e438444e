import { Button, Group, SegmentedControl, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useParams } from 'react-router';
import type {
  ChangedList,
  ChangeKind,
  ChangeSet,
  ChangesReply,
  EditionsReply,
} from '../../server/wire/editions.ts';
import { useChanges, useEditions } from '../api/edition-queries.ts';
import { changesCsv } from '../export/changes-csv.ts';
import { save } from '../export/save.ts';
import { ChangeRows } from '../panels/change-rows.tsx';
import { CHANGE_WORDS, countsInWords, impactInWords } from '../panels/change-words.ts';
import { CompareEditions } from '../panels/compare-editions.tsx';
import { ImpactSections } from '../panels/impact.tsx';
import { Failure, Loading } from '../panels/states.tsx';
import { useListTitle } from '../panels/titles.ts';
import { day } from '../words.ts';

/**
 * What the last edition of a list changed, or two that are loaded compared (`/changes/SHA256/SHA256`), whom that
 * touches, and which editions are loaded.
 */
export default function ChangesPage() {
  const { before, after } = useParams();
  const { data: changes, error } = useChanges(before, after);
  const { data, error: other } = useEditions();
  if (other) return <Failure error={other} />;
  if (!data) return <Loading what="the changes" />;
  const isAsked = before !== undefined && after !== undefined;
  const set = isAsked ? comparisonOf(changes, before, after) : changes?.last;
  return (
    <div className="page changes-page">
      <h1>Changes of lists</h1>
      <CompareEditions key={`${before} ${after}`} editions={data.editions} chosen={{ before, after }} />
      {error ? <Failure error={error} /> : null}
      {error || set !== undefined ? null : <Loading what={isAsked ? 'the comparison' : 'the changes'} />}
      {set === null ? <NoChange /> : null}
      {set ? <Changed set={set} /> : null}
      <Editions reply={data} />
    </div>
  );
}

/** Undefined while it is on its way: the answer to another question may still be there. */
function comparisonOf(reply: ChangesReply | undefined, before: string, after: string): ChangeSet | undefined {
  const set = reply?.comparison ?? undefined;
  const [list] = set?.lists ?? [];
  const isIt = list?.before?.sha256.startsWith(before) && list.after.sha256.startsWith(after);
  return isIt ? set : undefined;
}

function NoChange() {
  return (
    <p>
      No edition of a list is loaded beside the base yet. <code>npx interlock load FILE</code> adds one:
      entries added, removed and amended are shown here, with whom they touch. <code>--dry-run</code> tells
      the same and changes nothing.
    </p>
  );
}

const TITLES: Readonly<Record<ChangeSet['by'], string>> = {
  load: 'The last load',
  rollback: 'The last rollback',
  comparison: 'Two editions compared, beside the seed alone',
};

function Changed({ set }: { readonly set: ChangeSet }) {
  const name = `interlock-changes-${set.lists[0]?.after.date ?? ''}`;
  return (
    <>
      <section className="change-head">
        <h2>{TITLES[set.by]}</h2>
        <p>{impactInWords(set)}</p>
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => save(`${name}.csv`, changesCsv(set), 'text/csv')}
          >
            CSV
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => save(`${name}.json`, JSON.stringify(set, null, 2), 'application/json')}
          >
            JSON
          </Button>
        </Group>
        {set.impact === null ? null : <ImpactSections impact={set.impact} />}
      </section>
      {set.lists.map((list) => (
        <List key={list.list} list={list} />
      ))}
    </>
  );
}

const KINDS: readonly ChangeKind[] = ['added', 'removed', 'renamed', 'amended', 'ambiguous', 'editorial'];
/** Rows shown at once; the filter and the exports reach the others. */
const SHOWN = 300;

function List({ list }: { readonly list: ChangedList }) {
  const [kind, setKind] = useState('all');
  const [text, setText] = useState('');
  const title = useListTitle()(list.list);
  const wanted = text.trim().toLowerCase();
  const found = list.rows.filter(
    (row) =>
      (kind === 'all' || row.kind === kind) &&
      (wanted === '' || JSON.stringify(row).toLowerCase().includes(wanted)),
  );
  const kinds = KINDS.filter((each) => (list.counts?.[each] ?? 0) > 0);
  return (
    <section data-list={list.list}>
      <h2>
        {title}: {list.before ? `${day(list.before.date)} to ` : ''}
        {day(list.after.date)}
      </h2>
      <p>{countsInWords(list)}</p>
      <ul className="rule-counts" aria-label="Added by rule">
        {list.addedBy.map(({ citation, count }) => (
          <li key={citation}>
            {count} added by {citation || 'no rule that it cites'}
          </li>
        ))}
      </ul>
      {list.rows.length === 0 ? null : (
        <>
          <Group gap="sm">
            <SegmentedControl
              size="xs"
              aria-label={`Changes of ${title}`}
              value={kind}
              onChange={setKind}
              data={[
                { value: 'all', label: `All ${list.rows.length}` },
                ...kinds.map((each) => ({
                  value: each,
                  label: `${CHANGE_WORDS[each]} ${list.counts?.[each]}`,
                })),
              ]}
            />
            <TextInput
              size="xs"
              aria-label={`Find in the changes of ${title}`}
              placeholder="A name, a rule, a word ..."
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </Group>
          <p role="status" className="muted small">
            {found.length} {found.length === 1 ? 'entry' : 'entries'}
            {found.length > SHOWN ? `; the first ${SHOWN} are shown` : ''}
          </p>
          <ChangeRows rows={found.slice(0, SHOWN)} />
        </>
      )}
    </section>
  );
}

function Editions({ reply: { base, editions } }: { readonly reply: EditionsReply }) {
  const titleOf = useListTitle();
  return (
    <section>
      <h2>Editions loaded</h2>
      <p className="muted">
        Beside {base}. <code>npx interlock rollback EDITION</code> takes one back, exactly;{' '}
        <code>npx interlock diff A B</code> compares any two files, also those that are not loaded.
      </p>
      {editions.length === 0 ? <p>None.</p> : null}
      <div className="change-table">
        <table>
          <caption className="visually-hidden">Editions loaded</caption>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Age</th>
              <th scope="col">Lists and entries</th>
              <th scope="col">File</th>
              <th scope="col">sha256</th>
              <th scope="col">Kept aside</th>
            </tr>
          </thead>
          <tbody>
            {editions.map(({ date, ageDays, lists, file, files, sha256, aside }) => (
              <tr key={`${sha256} ${date}`}>
                <th scope="row">{day(date)}</th>
                <td>{ageDays} days</td>
                <td>{lists.map(({ series, rows }) => `${titleOf(series)}: ${rows}`).join(', ')}</td>
                <td>{[file, ...files].join(' + ')}</td>
                <td>
                  <code title={sha256}>{sha256.slice(0, 12)}</code>
                </td>
                <td>{aside}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
