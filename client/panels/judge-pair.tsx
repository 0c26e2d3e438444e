import { Button, Group, TextInput } from '@mantine/core';
import { type KeyboardEvent, useRef } from 'react';
import type { AskedPair, JudgedParty } from '../../server/wire/judging.ts';
import { useKeys } from '../state/keyboard.ts';
import { Comparison } from './judge-comparison.tsx';

/** What a person may do with a pair that waits. */
export type Choice = 'same' | 'different' | 'later';

interface PairProps {
  readonly pair: AskedPair;
  /** `Pair 2 of 37`. */
  readonly place: string;
  readonly note: string;
  readonly onNote: (note: string) => void;
  /** Who judges. */
  readonly by: string;
  readonly onBy: (name: string) => void;
  readonly onChoice: (choice: Choice) => void;
}

/** Reasons told above the names, which show all of them. */
const REASONS = 3;

/** Two parties side by side, what speaks for their being one and against, and what a person says. */
export function JudgePair({ pair, place, ...saying }: PairProps) {
  const { a, b, evidence, against } = pair;
  return (
    <section className="judge-pair" aria-label="The pair">
      <p className="muted small" role="status">
        {place}
      </p>
      <h2>
        <Name party={a} /> <span className="muted">and</span> <Name party={b} />
      </h2>
      <dl className="judge-reasons">
        <dt>For</dt>
        <dd>
          <ul>
            {evidence.slice(0, REASONS).map((each) => (
              <li key={each}>{each}</li>
            ))}
            {evidence.length > REASONS ? <li>and {evidence.length - REASONS} more, see the names</li> : null}
          </ul>
        </dd>
        <dt>Against</dt>
        <dd>{against === '' ? 'nothing that is loaded; that alone is no proof' : against}</dd>
      </dl>
      <Choices {...saying} />
      <Comparison pair={pair} />
    </section>
  );
}

function Name({ party: { name, originalName } }: { readonly party: JudgedParty }) {
  return (
    <>
      {name}
      {originalName ? <span lang="zh"> {originalName}</span> : null}
    </>
  );
}

function Choices({ note, onNote, by, onBy, onChoice }: Omit<PairProps, 'pair' | 'place'>) {
  const field = useRef<HTMLInputElement>(null);
  useKeys({
    s: () => onChoice('same'),
    d: () => onChoice('different'),
    l: () => onChoice('later'),
    n: () => field.current?.focus(),
  });
  // Esc leaves the field, so that the keys work again.
  const leave = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') field.current?.blur();
  };
  return (
    <Group gap="xs" align="end" className="judge-choices">
      <Button size="sm" variant="default" onClick={() => onChoice('same')}>
        Same party <Key name="S" />
      </Button>
      <Button size="sm" variant="default" onClick={() => onChoice('different')}>
        Different <Key name="D" />
      </Button>
      <Button size="sm" variant="default" onClick={() => onChoice('later')}>
        Later <Key name="L" />
      </Button>
      <TextInput
        ref={field}
        className="judge-note"
        size="sm"
        label="Note: what it rests on (optional, N)"
        placeholder="same entry in the register of companies ..."
        maxLength={2_000}
        value={note}
        onChange={(event) => onNote(event.currentTarget.value)}
        onKeyDown={leave}
      />
      <TextInput
        className="judge-by"
        size="sm"
        label="Judged by"
        placeholder="user of the server"
        maxLength={200}
        value={by}
        onChange={(event) => onBy(event.currentTarget.value)}
      />
    </Group>
  );
}

function Key({ name }: { readonly name: string }) {
  return <kbd className="key">{name}</kbd>;
}
