import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AskedPair } from '../../server/wire/judging.ts';
import { allCandidates } from '../api/judging-queries.ts';
import { pairKey } from '../api/use-judge.ts';
import { pairsCsv } from '../export/pairs-csv.ts';
import { save } from '../export/save.ts';

/** The same for a pair in both orders. */
export function keyOf({ a, b }: AskedPair): string {
  return pairKey({ a: a.id, b: b.id });
}

interface QueueProps {
  readonly pairs: readonly AskedPair[];
  /** Place of the open one. */
  readonly at: number;
  /** All that wait and fit, also those beyond the ones given. */
  readonly count: number;
  readonly words: string;
  readonly onWords: (words: string) => void;
  readonly isLater: (key: string) => boolean;
  readonly onOpen: (key: string) => void;
}

/** The pairs that wait, one a line, and a filter by words. */
export function JudgeQueue({ pairs, at, count, words, onWords, isLater, onOpen }: QueueProps) {
  return (
    <nav className="judge-queue" aria-label="Pairs that wait">
      <TextInput
        size="xs"
        aria-label="Find a pair"
        placeholder="A name, an id, a list ..."
        value={words}
        onChange={(event) => onWords(event.currentTarget.value)}
      />
      <p className="muted small" role="status">
        {count} {count === 1 ? 'pair waits' : 'pairs wait'}
        {count > pairs.length ? `; the first ${pairs.length} are shown` : ''}. <kbd className="key">J</kbd>{' '}
        <kbd className="key">K</kbd> next and former
      </p>
      <ExportPairs words={words} />
      <ol>
        {pairs.map((pair, place) => (
          <li key={keyOf(pair)}>
            <button
              type="button"
              aria-current={place === at ? 'true' : undefined}
              onClick={() => onOpen(keyOf(pair))}
            >
              <span>{pair.a.name}</span>
              <span>{pair.b.name}</span>
              <span className="muted small">{marksOf(pair, isLater(keyOf(pair)))}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** All that fit, also those that are not shown; a queue of thousands takes a moment. */
function ExportPairs({ words }: Pick<QueueProps, 'words'>) {
  const [state, setState] = useState<'ready' | 'asking' | 'failed'>('ready');
  const keep = async (): Promise<void> => {
    setState('asking');
    try {
      save('interlock-pairs.csv', pairsCsv(await allCandidates(words.trim())), 'text/csv');
      setState('ready');
    } catch {
      setState('failed');
    }
  };
  return (
    <Group gap="xs">
      <Button size="compact-xs" variant="default" loading={state === 'asking'} onClick={() => void keep()}>
        CSV of these pairs
      </Button>
      <span role="status" className="small">
        {state === 'failed' ? 'The server does not answer; nothing was saved.' : ''}
      </span>
    </Group>
  );
}

function marksOf({ a, b, against }: AskedPair, isLater: boolean): string {
  const countries = [...new Set([a.jurisdiction ?? '?', b.jurisdiction ?? '?'])].join(' / ');
  return [countries, ...(against === '' ? [] : ['something against it']), ...(isLater ? ['later'] : [])].join(
    ', ',
  );
}
