import { z } from 'zod';
import type { Provenance } from '../facts/facts.ts';
import type { Seen } from '../facts/seen.ts';
import type { PropertyReader } from './properties.ts';

/** In which editions a fact was seen, and what its source calls the parties, as properties and back. */
export function seenProperties({ seen, asStated }: Pick<Provenance, 'seen' | 'asStated'>) {
  return {
    seenFirst: seen?.first ?? null,
    seenLast: seen?.last ?? null,
    asStatedJson: asStated === undefined ? null : JSON.stringify(asStated),
  };
}

/** The editions in which a stored fact stands; null for one of no edition. */
export function seenIn(fact: PropertyReader): Seen | null {
  const first = fact.optionalText('seenFirst');
  return first === null ? null : { first, last: fact.optionalText('seenLast') };
}

const asStatedShape = z.record(z.string(), z.string());

/** What a fact of no edition does not have is left out, not null: that is how facts come from files too. */
export function readSeen(fact: PropertyReader): Pick<Provenance, 'seen' | 'asStated'> {
  const seen = seenIn(fact);
  const isRenamed = fact.optionalText('asStatedJson') !== null;
  return {
    ...(seen === null ? {} : { seen }),
    ...(isRenamed ? { asStated: fact.json('asStatedJson', asStatedShape) } : {}),
  };
}
