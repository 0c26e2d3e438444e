import fc from 'fast-check';
import { type ControlDay, controlOn, projectControl } from '../../server/analysis/control/control-day.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { facts } from './cases.ts';

/** Small random graphs: shares in whole percent or ranges, some of exactly half, circles and control links allowed. */
export const SIZE = 5;
export const ALL = Array.from({ length: SIZE }, (_, party) => party);

export interface Tie {
  readonly owner: number;
  readonly owned: number;
  readonly min: number;
  readonly max: number;
  readonly link: boolean;
}

const bound = fc.oneof(fc.nat(100), fc.constantFrom(0, 25, 50, 51, 100));
const tie = fc
  .record({
    owner: fc.nat(SIZE - 1),
    owned: fc.nat(SIZE - 1),
    a: bound,
    b: bound,
    exact: fc.boolean(),
    link: fc.integer({ min: 0, max: 9 }).map((number) => number === 0),
  })
  .filter(({ owner, owned }) => owner !== owned)
  .map(({ a, b, exact, ...rest }): Tie => {
    const min = Math.min(a, b);
    return { ...rest, min, max: exact ? min : Math.max(a, b) };
  });

/** One tie a pair, and no party with more than 100 % for certain: what a consistent register looks like. */
export const ties = fc.array(tie, { maxLength: 10 }).map((all) => {
  const pairs = new Map(all.map((each) => [`${each.owner}>${each.owned}`, each]));
  const total = new Array<number>(SIZE).fill(0);
  return [...pairs.values()].filter(({ owned, min, link }) => {
    const sum = (total[owned] ?? 0) + (link ? 0 : min);
    if (sum <= 100) total[owned] = sum;
    return sum <= 100;
  });
});

export function controlOf(all: readonly Tie[]): ControlDay {
  const holdings = all
    .filter(({ link }) => !link)
    .map(({ owner, owned, min, max }) => ({ owner: `p${owner}`, owned: `p${owned}`, share: { min, max } }));
  const controls = all
    .filter(({ link }) => link)
    .map(({ owner, owned }) => ({ controller: `p${owner}`, controlled: `p${owned}`, kind: 'board' }));
  const parties = ALL.map((party) => ({ id: `p${party}` }));
  return controlOfFacts(facts({ parties, holdings, controls }));
}

export function controlOfFacts(all: Facts): ControlDay {
  return controlOn(projectControl(all), 0);
}

export const plenty = () => ({ left: 1_000_000 });
