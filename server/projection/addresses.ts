import type { Confidence } from '../facts/confidence.ts';
import type { Party } from '../facts/facts.ts';
import { factId } from '../normalise/ids.ts';
import { addressKey } from '../normalise/names.ts';

/** A party at an address, with the id of the tie between the two. */
export interface Resident {
  readonly party: string;
  readonly fact: string;
  readonly confidence: Confidence;
}

/** Parties by the addresses that are exact enough to name a building; no dates, as no source gives any. */
export function residents(parties: readonly Party[]): Map<string, Resident[]> {
  const at = new Map<string, Resident[]>();
  for (const { id: party, addresses, confidence } of parties) {
    for (const key of new Set(addresses.map(addressKey))) {
      if (key === null) continue;
      const resident = { party, fact: factId('address', [party, key]), confidence };
      const known = at.get(key);
      if (known) known.push(resident);
      else at.set(key, [resident]);
    }
  }
  return at;
}
