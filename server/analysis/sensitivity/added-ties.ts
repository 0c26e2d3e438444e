import type { Control, DatedFact, Holding, Party } from '../../facts/facts.ts';
import type { Share } from '../../facts/share.ts';
import type { OwnershipFacts } from './upstream.ts';

/** A tie that is not recorded. Without an owner it is from a listed party that is not recorded either. */
export interface AddedTie {
  readonly party: number;
  /** Who controls the party; null for holders nobody recorded. */
  readonly owner: number | null;
  readonly share: Share;
}

/** Id of the holder that stands for all who are not recorded; no id of a fact looks like it. */
const UNRECORDED = ' unrecorded ';

/** What a fact carries that nobody wrote down. */
const BARE: DatedFact = {
  ...{ id: UNRECORDED, sources: [], confidence: 'verified', note: '', row: '' },
  ...{ from: null, to: null, fromPrecision: 'day', toPrecision: 'day' },
  ...{ knownFrom: null, knownTo: null },
};

/** The facts and listings with one more tie, as if it had been recorded and were confirmed. */
export function withAdded<T extends { readonly certain: boolean; readonly firm: boolean }>(
  facts: OwnershipFacts,
  listings: ReadonlyMap<string, readonly T[]>,
  { party, owner, share }: AddedTie,
): { readonly facts: OwnershipFacts; readonly listings: ReadonlyMap<string, readonly T[]> } {
  const owned = facts.parties[party];
  const controller = owner === null ? undefined : facts.parties[owner];
  if (!owned) return { facts, listings };
  if (controller) {
    const control: Control = { ...BARE, kind: '', controller: controller.id, controlled: owned.id };
    return { facts: { ...facts, controls: [...facts.controls, control] }, listings };
  }
  const holder: Party = { ...owned, id: UNRECORDED };
  const holding: Holding = { ...BARE, kind: 'equity', owner: UNRECORDED, owned: owned.id, share };
  const listing = [...listings.values()].flat().slice(0, 1);
  return {
    facts: { ...facts, parties: [...facts.parties, holder], holdings: [...facts.holdings, holding] },
    listings: new Map([
      ...listings,
      [UNRECORDED, listing.map((entry) => ({ ...entry, certain: true, firm: true }))],
    ]),
  };
}
