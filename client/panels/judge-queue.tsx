import { TextInput } from '@mantine/core';
import type { AskedPair } from '../../server/wire/judging.ts';
import { pairKey } from '../api/use-judge.ts';

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

function marksOf({ a, b, against }: AskedPair, isLater: boolean): string {
  const countries = [...new Set([a.jurisdiction ?? '?', b.jurisdiction ?? '?'])].join(' / ');
  return [countries, ...(against === '' ? [] : ['something against it']), ...(isLater ? ['later'] : [])].join(
    ', ',
  );
}
