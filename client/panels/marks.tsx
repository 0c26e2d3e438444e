import { Badge, Tooltip } from '@mantine/core';
import type { Confidence, Level, Outcome } from '../../server/wire/common.ts';
import { OUTCOME_LOOKS } from '../canvas/palette.ts';
import { CONFIDENCE_MEANINGS, CONFIDENCE_WORDS, LEVEL_WORDS, OUTCOME_WORDS } from '../words.ts';

/** Small marks that say the same everywhere. Each carries words; colour only repeats them. */

const OUTCOME_SIGNS: Readonly<Record<Outcome, string>> = {
  listed: '■',
  captured: '◎',
  'cannot-exclude': '?',
  circular: '↻',
  'not-captured': '–',
};

export function OutcomeMark({
  outcome,
  muted = false,
}: {
  readonly outcome: Outcome;
  readonly muted?: boolean;
}) {
  const filled = outcome === 'listed' && !muted ? 'mark-filled' : '';
  return (
    <span className={`mark ${filled}`} data-colour={muted ? 'muted' : OUTCOME_LOOKS[outcome].colour}>
      <span aria-hidden="true">{OUTCOME_SIGNS[outcome]}</span> {OUTCOME_WORDS[outcome]}
    </span>
  );
}

const LEVEL_COLOURS: Readonly<Record<Level, string>> = {
  restricted: 'listed',
  'red-flag': 'captured',
  'cannot-exclude': 'cannotExclude',
  lead: 'accent',
  information: 'muted',
};

const LEVEL_SIGNS: Readonly<Record<Level, string>> = {
  restricted: '■',
  'red-flag': '⚑',
  'cannot-exclude': '?',
  lead: '→',
  information: 'i',
};

export function LevelMark({ level }: { readonly level: Level }) {
  return (
    <span className="mark" data-colour={LEVEL_COLOURS[level]}>
      <span aria-hidden="true">{LEVEL_SIGNS[level]}</span> {LEVEL_WORDS[level]}
    </span>
  );
}

export function ConfidenceMark({ confidence }: { readonly confidence: Confidence }) {
  return (
    <Tooltip label={CONFIDENCE_MEANINGS[confidence]} multiline w={260}>
      <span className={`confidence confidence-${confidence}`}>{CONFIDENCE_WORDS[confidence]}</span>
    </Tooltip>
  );
}

export function CodeMark({ code }: { readonly code: string }) {
  return (
    <Badge variant="outline" radius="sm" size="sm" className="code-mark">
      {code}
    </Badge>
  );
}
