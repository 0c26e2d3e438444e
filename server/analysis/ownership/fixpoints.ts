import { isActive, type OwnershipGraph } from '../../projection/ownership-graph.ts';
import { type Bound, type Question, reaches } from './reach.ts';

/**
 * Least fixpoint of "held to the threshold by restricted parties", from the seeds up (design D6).
 *
 * Terminates on every graph, cycles included: a party enters once. Each party is looked at again only after
 * another of its owners entered.
 *
 * @returns the restricted set, as a mask over all parties
 */
export function leastFixpoint<N>(question: Question<N>, seeds: readonly number[], bound: Bound): Uint8Array {
  const { graph } = question;
  const members = new Uint8Array(graph.parties.length);
  const waiting = new Uint8Array(graph.parties.length);
  const queue: number[] = [];
  const enter = (party: number): void => {
    members[party] = 1;
    for (const next of downward(graph, party, question.day)) {
      if (members[next] === 1 || waiting[next] === 1) continue;
      waiting[next] = 1;
      queue.push(next);
    }
  };
  for (const seed of seeds) enter(seed);
  for (const party of queue) {
    waiting[party] = 0;
    if (members[party] === 1 || !reaches(question, party, members, bound)) continue;
    enter(party);
  }
  return members;
}

/**
 * Greatest fixpoint among the parties that can be reached downward from the seeds: assume all of them restricted,
 * drop those that then do not reach the threshold, until nothing changes.
 *
 * Where it is larger than the least fixpoint, parties hold each other up in a circle: the rule text does not
 * decide, so the product says `circular`.
 */
export function greatestFixpoint<N>(
  question: Question<N>,
  seeds: readonly number[],
  bound: Bound,
): Uint8Array {
  const { graph, day } = question;
  const members = new Uint8Array(graph.parties.length);
  const reached = [...seeds];
  for (const seed of seeds) members[seed] = 1;
  for (const party of reached) {
    for (const next of downward(graph, party, day)) {
      if (members[next] === 1) continue;
      members[next] = 1;
      reached.push(next);
    }
  }
  let candidates = reached.slice(seeds.length);
  for (let before = -1; before !== candidates.length; ) {
    before = candidates.length;
    candidates = candidates.filter((party) => {
      if (reaches(question, party, members, bound)) return true;
      members[party] = 0;
      return false;
    });
  }
  return members;
}

function* downward(graph: OwnershipGraph, party: number, day: number): Generator<number> {
  for (let edge = graph.down[party] ?? 0; edge < (graph.down[party + 1] ?? 0); edge += 1) {
    if (isActive(graph, edge, day)) yield graph.owned[edge] ?? party;
  }
}
