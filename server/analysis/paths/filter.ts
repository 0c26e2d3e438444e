import { leastUpper, NO_SHARE } from '../../projection/share-scale.ts';
import {
  DATED,
  doubtIn,
  holdsOn,
  TIE_TYPES,
  type TieGraph,
  type TieType,
  typeIn,
} from '../../projection/tie-graph.ts';

/** Which ties a path may use. */
export interface PathFilter {
  readonly types: readonly TieType[];
  /** Holdings that are known to be of less are passed over; exact text of a percentage. */
  readonly minShare: string;
  /** Day number on which every tie must hold; null for any day. */
  readonly day: number | null;
  /** Most ties in a path, up to 30. */
  readonly maxLength: number;
}

/** A filter as numbers of one graph. What every tie passes is marked, so that it is not looked up. */
export interface TieTest {
  /** One bit for each type that may be used. */
  readonly types: number;
  /** Upper bounds of shares below this are passed over; 0 when none is. */
  readonly leastUpper: number;
  readonly day: number | null;
  /** True when every tie passes. */
  readonly isOpen: boolean;
}

const ALL_TYPES = 2 ** TIE_TYPES.length - 1;
/** Upper bound of `exactly 0 %` on a scale that has 0: no share is less. */
const LEAST_OF_ALL = 1;

export function tieTest({ scale }: TieGraph, { types, minShare, day }: PathFilter): TieTest {
  const bits = types.reduce((sum, type) => sum | (1 << TIE_TYPES.indexOf(type)), 0);
  const least = leastUpper(scale, minShare);
  const isAnyShare = least <= LEAST_OF_ALL;
  const isOpen = bits === ALL_TYPES && isAnyShare && day === null;
  return { types: bits, leastUpper: isAnyShare ? 0 : least, day, isOpen };
}

/** May a path run over the tie? */
export function isAllowed(graph: TieGraph, { types, leastUpper, day }: TieTest, tie: number): boolean {
  const mark = graph.mark[tie] ?? 0;
  if (((types >> typeIn(mark)) & 1) === 0) return false;
  if (leastUpper > 0 && (graph.shareMax[tie] ?? NO_SHARE.upper) < leastUpper) return false;
  if (day === null || (mark & DATED) === 0) return true;
  return holdsOn(graph, tie, day);
}

/** How little sure a tie is: 0 for the strongest confidence. */
export function doubtOf({ mark }: TieGraph, tie: number): number {
  return doubtIn(mark[tie] ?? 0);
}
