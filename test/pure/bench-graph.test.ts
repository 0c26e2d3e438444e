import { describe, expect, it } from 'vitest';
import { DAY_MAX, DAY_MIN } from '../../server/facts/dates.ts';
import { TIE, TIE_WEAK } from '../../server/projection/flat-ownership.ts';
import { type MadeGraph, makeGraph, usualSize } from '../bench/made/graph.ts';
import { WHOLE } from '../bench/made/shares.ts';
import { usualTask } from '../bench/made/task.ts';

const OPTIONS = usualSize(8_000);
const graph = makeGraph(OPTIONS);
const holdings = [...graph.owner.keys()].slice(0, graph.holdings);
const at = (values: Int32Array | Uint8Array, index: number): number => values[index] ?? Number.NaN;
const isReported = (tie: number): boolean => (at(graph.tie, tie) & TIE_WEAK) !== 0;

function arraysOf({ listings, ...ties }: MadeGraph) {
  return [...Object.values(ties), ...Object.values(listings)];
}

/** Is anybody left when parties without owners are taken away, with what they hold, again and again? */
function hasCircle(): boolean {
  const below: number[][] = Array.from({ length: graph.parties }, () => []);
  const waits = new Int32Array(graph.parties);
  for (const tie of holdings) {
    below[at(graph.owner, tie)]?.push(at(graph.owned, tie));
    waits[at(graph.owned, tie)] = at(waits, at(graph.owned, tie)) + 1;
  }
  const gone = [...waits.keys()].filter((party) => waits[party] === 0);
  for (const party of gone) {
    for (const owned of below[party] ?? []) {
      waits[owned] = at(waits, owned) - 1;
      if (waits[owned] === 0) gone.push(owned);
    }
  }
  return gone.length < graph.parties;
}

describe('the made register of the bench', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(arraysOf(makeGraph(OPTIONS))).toEqual(arraysOf(graph));
    expect(makeGraph({ ...OPTIONS, seed: 1 }).owner).not.toEqual(graph.owner);
  });

  it('has as many parties, holdings and listed parties as asked for, and a link for every hundred holdings', () => {
    expect(graph.holdings).toBe(16_000);
    expect(graph.owner.length).toBe(16_160);
    expect(new Set(graph.listings.party).size).toBe(200);
    const kinds = [...graph.tie].map((each) => each & ~TIE_WEAK);
    expect(kinds.slice(0, graph.holdings).every((kind) => kind === TIE.holding)).toBe(true);
    expect(new Set(kinds.slice(graph.holdings))).toEqual(new Set([TIE.branch, TIE.control]));
  });

  it('ties only parties that are there, none to itself, and holds no party twice by the same owner', () => {
    const ends = [...graph.owner, ...graph.owned];
    expect(ends.every((party) => party >= 0 && party < graph.parties)).toBe(true);
    expect(graph.owner.some((owner, tie) => owner === graph.owned[tie])).toBe(false);
    const pairs = holdings.map((tie) => at(graph.owner, tie) * graph.parties + at(graph.owned, tie));
    expect(new Set(pairs).size).toBe(graph.holdings);
  });

  it('has exact shares, exact halves, bands and unknown shares, and never more than 100 % for certain', () => {
    const kinds = holdings.map((tie) => {
      const [min, max] = [at(graph.min, tie), at(graph.max, tie)];
      if (min < 0 || min > max || max > WHOLE) return 'wrong';
      if (min === max) return min === WHOLE / 2 ? 'half' : 'exact';
      return min === 0 && max === WHOLE ? 'unknown' : 'band';
    });
    expect(new Set(kinds)).toEqual(new Set(['exact', 'half', 'band', 'unknown']));
    for (const kind of new Set(kinds))
      expect(kinds.filter((each) => each === kind).length).toBeGreaterThan(100);
    const certain = new Int32Array(graph.parties);
    for (const tie of holdings)
      certain[at(graph.owned, tie)] = at(certain, at(graph.owned, tie)) + at(graph.min, tie);
    expect(Math.max(...certain)).toBeLessThanOrEqual(WHOLE);
  });

  it('holds nothing for certain by what is only reported', () => {
    const reported = holdings.filter(isReported);
    expect(reported.length).toBeGreaterThan(300);
    expect(reported.every((tie) => graph.min[tie] === 0)).toBe(true);
  });

  it('changes on 50 days, and ends nothing before it starts', () => {
    const dates = [...graph.from, ...graph.to].filter((day) => day !== DAY_MIN && day !== DAY_MAX);
    expect([...new Set(dates)].sort((a, b) => a - b)).toEqual(graph.days);
    expect(graph.days.length).toBe(50);
    const all = [...graph.from.keys()];
    expect(all.every((tie) => at(graph.from, tie) < at(graph.to, tie))).toBe(true);
  });

  it('has listings on every list, parties on two lists, circles, and hubs', () => {
    expect(new Set(graph.listings.list).size).toBe(6);
    expect(graph.listings.party.length).toBeGreaterThan(220);
    expect(hasCircle()).toBe(true);
    const held = new Int32Array(graph.parties);
    for (const owner of graph.owner) held[owner] = at(held, owner) + 1;
    expect(Math.max(...held)).toBeGreaterThan(80);
  });

  it('starts one cascade from the parties that are listed on the day, each once', () => {
    const { day, seeds } = usualTask(graph);
    const { party, from, to } = graph.listings;
    const listed = [...party].filter((_, row) => at(from, row) <= day && day < at(to, row));
    expect([...seeds]).toEqual([...new Set(listed)].sort((a, b) => a - b));
    expect(seeds.length).toBeGreaterThan(100);
  });
});
