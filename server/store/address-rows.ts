import type { Facts, Provenance } from '../facts/facts.ts';
import { factId } from '../normalise/ids.ts';
import { addressKey } from '../normalise/names.ts';
import type { StampedRow } from './load-rows.ts';

/** Addresses that name a building, and who is at them. */
export interface AddressRows {
  readonly nodes: readonly StampedRow[];
  readonly parties: readonly StampedRow[];
  readonly facilities: readonly StampedRow[];
}

/** Rows of addresses and of the ties of parties and facilities to them. Same key, same address. */
export function addressRows(facts: Facts): AddressRows {
  const nodes = new Map<string, StampedRow>();
  const at = (owner: Provenance, addresses: readonly string[]): StampedRow[] => {
    const keyed = new Map(addresses.flatMap((text) => keyOf(text)));
    return [...keyed].map(([key, text]) => {
      if (!nodes.has(key)) nodes.set(key, { id: key, properties: { id: key, text } });
      return locatedRow(owner, key, text);
    });
  };
  const parties = facts.parties.flatMap((party) => at(party, party.addresses));
  const facilities = facts.facilities.flatMap((facility) => at(facility, [facility.address]));
  return { nodes: [...nodes.values()], parties, facilities };
}

function keyOf(text: string): [string, string][] {
  const key = addressKey(text);
  return key === null ? [] : [[key, text]];
}

function locatedRow(
  { id: owner, sources, confidence, row }: Provenance,
  key: string,
  text: string,
): StampedRow {
  const id = factId('address', [owner, key]);
  return { id, a: owner, b: key, properties: { id, sources, confidence, note: '', row, text } };
}
