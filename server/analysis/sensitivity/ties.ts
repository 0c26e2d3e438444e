import type { Control, Holding } from '../../facts/facts.ts';
import type { Share } from '../../facts/share.ts';
import { EDGE_KIND, type OwnershipGraph } from '../../projection/ownership-graph.ts';
import type { Ticks } from '../../projection/ticks.ts';
import type { RegimeTest } from '../../regulation/read.ts';
import type { Tie as TieKind } from '../verdict.ts';

/** One tie from an owner to a party, as it stands on the day. */
export interface Tie {
  /** Its number: place in the list of all ties of the situation. */
  readonly number: number;
  readonly owner: number;
  readonly owned: number;
  readonly kind: TieKind;
  readonly share: Share;
  /** Bounds of the share in ticks; zero for ties that are no holdings. */
  readonly min: bigint;
  readonly max: bigint;
  /** Only reported or inferred facts say so. */
  readonly weak: boolean;
  /**
   * What it does when its owner is restricted: adds its share, captures by itself for certain or perhaps, or nothing
   * under this regime.
   */
  readonly power: 'share' | 'whole' | 'perhaps' | 'none';
  readonly rows: readonly (Holding | Control)[];
}

/** All ties of a projected graph in its order, so that numbers are the graph's own. */
export function tiesOf(graph: OwnershipGraph, ticks: Ticks<bigint>, test: RegimeTest): Tie[] {
  return graph.facts.map(({ share, rows }, number) => {
    const kind = KINDS[graph.kind[number] ?? EDGE_KIND.holding] ?? 'holding';
    const isHolding = kind === 'holding';
    const [owner, owned, weak] = [
      graph.owner[number] ?? 0,
      graph.owned[number] ?? 0,
      graph.weak[number] === 1,
    ];
    const homes = [owner, owned].map((party) => graph.parties[party]?.jurisdiction ?? null);
    return {
      ...{ number, owner, owned, kind, share, weak, rows },
      min: isHolding ? ticks.lower(share) : 0n,
      max: isHolding ? ticks.upper(share) : 0n,
      power: powerOf({ kind, weak, homes }, test),
    };
  });
}

const KINDS: Readonly<Record<number, TieKind>> = {
  [EDGE_KIND.holding]: 'holding',
  [EDGE_KIND.branch]: 'branch',
  [EDGE_KIND.control]: 'control',
};

interface PowerInput {
  readonly kind: TieKind;
  readonly weak: boolean;
  /** Countries of owner and owned, null where not known. */
  readonly homes: readonly (string | null)[];
}

function powerOf({ kind, weak, homes }: PowerInput, test: RegimeTest): Tie['power'] {
  if (kind === 'holding') return 'share';
  if (kind === 'control') return test.control ? (weak ? 'perhaps' : 'whole') : 'none';
  if (test.branches === 'same-jurisdiction') {
    const [home = null, place = null] = homes;
    if (home === null || place === null) return 'perhaps';
    if (home !== place) return 'none';
  }
  return weak ? 'perhaps' : 'whole';
}
