/**
 * Groups parties that hold each other in a circle, owners before what they own: the strongly connected components of
 * the ties upward (Tarjan 1972, without recursion, so that no chain is too long). A party in no circle is a group of
 * its own.
 *
 * @param above the owners of a party that count
 */
export function ownersFirst(
  parties: Iterable<number>,
  above: (party: number) => readonly number[],
): number[][] {
  const search: Search = {
    above,
    index: new Map(),
    low: new Map(),
    stack: [],
    onStack: new Set(),
    groups: [],
  };
  for (const party of parties) if (!search.index.has(party)) visit(search, party);
  return search.groups;
}

interface Search {
  readonly above: (party: number) => readonly number[];
  readonly index: Map<number, number>;
  readonly low: Map<number, number>;
  readonly stack: number[];
  readonly onStack: Set<number>;
  readonly groups: number[][];
}

interface Frame {
  readonly party: number;
  readonly owners: readonly number[];
  next: number;
}

function visit(search: Search, start: number): void {
  const frames = [enter(search, start)];
  for (let frame = frames.at(-1); frame; frame = frames.at(-1)) {
    const owner = frame.owners[frame.next];
    frame.next += 1;
    if (owner === undefined) {
      frames.pop();
      leave(search, frame.party);
      lower(search, frames.at(-1)?.party, search.low.get(frame.party) ?? 0);
    } else if (!search.index.has(owner)) frames.push(enter(search, owner));
    else if (search.onStack.has(owner)) lower(search, frame.party, search.index.get(owner) ?? 0);
  }
}

function enter(search: Search, party: number): Frame {
  const number = search.index.size;
  search.index.set(party, number);
  search.low.set(party, number);
  search.stack.push(party);
  search.onStack.add(party);
  return { party, owners: search.above(party), next: 0 };
}

function lower({ low }: Search, party: number | undefined, to: number): void {
  if (party !== undefined) low.set(party, Math.min(low.get(party) ?? to, to));
}

/** Takes a finished group off the stack when `party` is the first of it that was seen. */
function leave({ index, low, stack, onStack, groups }: Search, party: number): void {
  if (low.get(party) !== index.get(party)) return;
  const group = stack.splice(stack.lastIndexOf(party));
  for (const member of group) onStack.delete(member);
  groups.push(group);
}
