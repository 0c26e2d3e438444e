import { Button, Group } from '@mantine/core';
import type { Judgement } from '../../server/wire/judging.ts';
import { type Judge, pairKey } from '../api/use-judge.ts';
import { judgementsCsv, judgementsJson } from '../export/judgements-csv.ts';
import { save } from '../export/save.ts';
import { JudgementRows } from './judgement-rows.tsx';

interface JudgementsProps {
  readonly judgements: readonly Judgement[];
  readonly judge: Judge;
}

/** What persons said, to be taken back or to be kept as a file. */
export function Judgements({ judgements, judge }: JudgementsProps) {
  const leaving = new Set(judge.pending.filter(({ verdict }) => verdict === 'undo').map(pairKey));
  return (
    <section className="judge-made">
      <h2>Judgements made</h2>
      {judgements.length === 0 ? (
        <p>None yet. Each is kept here with who said it, when and why.</p>
      ) : (
        <>
          <Group gap="xs">
            <Keep name="interlock-judgements.csv" label="CSV" text={() => judgementsCsv(judgements)} />
            <Keep name="judgements.json" label="JSON" text={() => judgementsJson(judgements)} />
            <span className="muted small">The JSON is the file of the data folder, for version control.</span>
          </Group>
          <JudgementRows
            judgements={judgements}
            leaving={leaving}
            onUndo={({ a, b }) => judge.say({ a, b, verdict: 'undo' })}
          />
        </>
      )}
    </section>
  );
}

interface KeepProps {
  readonly name: string;
  readonly label: string;
  readonly text: () => string;
}

function Keep({ name, label, text }: KeepProps) {
  const type = label === 'CSV' ? 'text/csv' : 'application/json';
  return (
    <Button size="compact-sm" variant="default" onClick={() => save(name, text(), type)}>
      {label}
    </Button>
  );
}
