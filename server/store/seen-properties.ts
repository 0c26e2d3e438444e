import { z } from 'zod';
import type { Provenance } from '../facts/facts.ts';
import type { PropertyReader } from './properties.ts';

/** In which editions a fact was seen, and what its source calls the parties, as properties and back. */
export function seenProperties({ seen, asStated }: Pick<Provenance, 'seen' | 'asStated'>) {
  return {
    seenFirst: seen?.first ?? null,
    seenLast: seen?.last ?? null,
    asStatedJson: asStated === undefined ? null : JSON.stringify(asStated),
  };
}

const asStatedShape = z.record(z.string(), z.string());

/** What a fact of no edition does not have is left out, not null: that is how facts come from files too. */
export function readSeen(fact: PropertyReader): Pick<Provenance, 'seen' | 'asStated'> {
  const first = fact.optionalText('seenFirst');
  const isRenamed = fact.optionalText('asStatedJson') !== null;
  return {
    ...(first === null ? {} : { seen: { first, last: fact.optionalText('seenLast') } }),
    ...(isRenamed ? { asStated: fact.json('asStatedJson', asStatedShape) } : {}),
  };
}
