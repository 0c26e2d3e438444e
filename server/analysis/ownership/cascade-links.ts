import { type FlatOwnership, type TickArray, tickArray } from '../../projection/flat-ownership.ts';

/** Numbers of one tie in `cascadeLinks`. */
export const LINK = { size: 4, party: 0, from: 1, to: 2, min: 3, codeBits: 4 } as const;
/** The lowest bits of a link's party are the byte of its tie. */
export const LINK_CODE = (1 << LINK.codeBits) - 1;
const MOST_PARTIES = 2 ** (31 - LINK.codeBits);

/**
 * What a cascade's lower bound asks of each tie, side by side: the owned party with the tie's byte in its lowest four
 * bits, the first day, the day after the last, the certain ticks. The restricted parties of a register lie far apart
 * in memory, so what a tie costs is how many lines of the cache are fetched for it: one, instead of one each for five
 * arrays. 16 bytes a tie, in the order of the flat arrays, and one more, so that there is
 * always a next one.
 *
 * @throws RangeError from 134 million parties on
 */
export function cascadeLinks(flat: FlatOwnership): TickArray {
  if (flat.parties > MOST_PARTIES) throw new RangeError(`A cascade takes at most ${MOST_PARTIES} parties.`);
  const { owned, tie, from, to, min } = flat;
  const links = tickArray(LINK.size * (owned.length + 1), flat.whole, flat.maxOwners);
  for (let at = 0, link = 0; at < owned.length; at += 1, link += LINK.size) {
    links[link] = ((owned[at] ?? 0) << LINK.codeBits) | (tie[at] ?? 0);
    links[link + LINK.from] = from[at] ?? 0;
    links[link + LINK.to] = to[at] ?? 0;
    links[link + LINK.min] = min[at] ?? 0;
  }
  return links;
}
