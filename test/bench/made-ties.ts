import { indexIds, makeIdTable } from '../../server/projection/id-table.ts';
import { buildTieGraph, markOf, type TieGraph } from '../../server/projection/tie-graph.ts';
import { tieIds } from '../../server/projection/tie-ids.ts';
import { seededRandom } from './random.ts';

/** Ends of made-up ties, by the numbers of their things. */
export interface MadeTies {
  readonly things: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
}

const SEED = 7;
const NEAR = 64;
const HUB_EVERY = 1_000;

/** Two ties for each thing: most to near ones, some to any, some to hubs of which the first have thousands. */
export function registerTies(things: number): MadeTies {
  const random = seededRandom(SEED);
  const b = Int32Array.from({ length: 2 * things }, () => random.between(NEAR, things - 1));
  const a = b.map((lower) => {
    const kind = random.next();
    if (kind < 0.7) return lower - 1 - Math.floor((NEAR - 1) * random.next() ** 2);
    if (kind < 0.95) return random.between(0, lower - 1);
    return HUB_EVERY * Math.floor(Math.ceil(lower / HUB_EVERY) * random.next() ** 1.5);
  });
  return { things, a, b };
}

/** Two hubs, things 0 and 1, that have `many` neighbours in common. */
export function hubTies(many: number): MadeTies {
  const a = Int32Array.from({ length: 2 * many }, (_, at) => at % 2);
  const b = Int32Array.from({ length: 2 * many }, (_, at) => 2 + (at >> 1));
  return { things: many + 2, a, b };
}

export function tieId({ a, b }: MadeTies, tie: number): string {
  return `holding:p${a[tie] ?? 0}:p${b[tie] ?? 0}`;
}

/** The ties as the product holds them. */
export function graphOfTies(ties: MadeTies, idOf = (tie: number): string => tieId(ties, tie)): TieGraph {
  const { a, b } = ties;
  const things = indexIds(makeIdTable(ties.things, (thing) => `p${thing}`));
  const mark = new Uint8Array(a.length).fill(markOf('OWNS', 'verified'));
  const scale = makeIdTable(0, () => '');
  return buildTieGraph({ things, ties: tieIds({ things, a, b, mark }, idOf), a, b, mark, scale });
}
