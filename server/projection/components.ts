import type { Control, Facts, Holding, Party } from '../facts/facts.ts';
import { UnionFind } from './union-find.ts';

/** Parties that any chain of holdings or control, at any time, ties together, with those ties. */
export interface Component {
  readonly parties: Party[];
  readonly holdings: Holding[];
  readonly controls: Control[];
}

/**
 * Splits the facts into groups of which none bears on another: what changes in one group changes no verdict in
 * another, sums stay small, and an odd number of digits in one group costs the others nothing. A party without
 * ties is a group of its own.
 */
export function ownershipComponents(facts: Pick<Facts, 'parties' | 'holdings' | 'controls'>): Component[] {
  const union = new UnionFind();
  for (const { owner, owned } of facts.holdings) union.join(owner, owned);
  for (const { controller, controlled } of facts.controls) union.join(controller, controlled);
  const groups = new Map<number, Component>();
  const groupOf = (id: string): Component => {
    const root = union.find(id);
    const group = groups.get(root) ?? { parties: [], holdings: [], controls: [] };
    groups.set(root, group);
    return group;
  };
  for (const party of facts.parties) groupOf(party.id).parties.push(party);
  for (const holding of facts.holdings) groupOf(holding.owner).holdings.push(holding);
  for (const control of facts.controls) groupOf(control.controller).controls.push(control);
  return [...groups.values()];
}
