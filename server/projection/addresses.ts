import type { Confidence } from '../facts/confidence.ts';
import type { Party } from '../facts/facts.ts';
import { factId } from '../normalise/ids.ts';
import { addressKey } from '../normalise/names.ts';
import { pausing, toEnd, type Work } from '../work.ts';

/** A party at an address, with the id of the tie between the two. */
interface Resident {
  readonly party: string;
  readonly fact: string;
  readonly confidence: Confidence;
}

/**
 * Parties by the addresses that they share: exact enough to name a building, and of two parties at least. No dates,
 * as no source gives any. Folding a text is dear, so one whose digits no other has is left alone: the same address
 * has the same digits, however it is written.
 */
export function sharedAddresses(parties: readonly Party[]): Map<string, Resident[]> {
  return toEnd(sharedAddressesInSteps(parties));
}

/** The same with pauses. */
export function* sharedAddressesInSteps(parties: readonly Party[]): Work<Map<string, Resident[]>> {
  const times = new Map<string, number>();
  yield* pausing(parties, ({ addresses }) => {
    for (const digits of new Set(addresses.map(digitsOf))) times.set(digits, (times.get(digits) ?? 0) + 1);
  });
  const at = new Map<string, Resident[]>();
  yield* pausing(parties, ({ id: party, addresses, confidence }) => {
    const candidates = addresses.filter((address) => (times.get(digitsOf(address)) ?? 0) > 1);
    for (const key of new Set(candidates.map(addressKey))) {
      if (key === null) continue;
      const resident = { party, fact: factId('address', [party, key]), confidence };
      const known = at.get(key);
      if (known) known.push(resident);
      else at.set(key, [resident]);
    }
  });
  return new Map([...at].filter(([, found]) => found.length > 1));
}

/** The digits of an address, also of ones written in full width. */
function digitsOf(address: string): string {
  return address.normalize('NFKD').replace(/[^0-9]+/g, '');
}
