import { DAY_MAX, DAY_MIN } from '../../../server/facts/dates.ts';
import type { Random } from '../random.ts';

/** The lists that listings are spread over: every one that a regime asks for, and one that none does. */
export const MADE_LISTS = [
  'bis-entity-list',
  'bis-meu',
  'ofac-sdn',
  'eu-consolidated',
  'uk-sanctions',
  'bis-unverified',
] as const;

/** Listings as flat arrays; a party may stand on two lists. `list` is an index into `MADE_LISTS`. */
export interface MadeListings {
  readonly party: Int32Array;
  readonly list: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

interface Size {
  readonly parties: number;
  readonly listed: number;
}

/** Of a hundred listed parties, so many stand on the lists up to and with this one. */
const UP_TO = [0.4, 0.45, 0.7, 0.84, 0.96, 1];
const ON_TWO_LISTS = 0.2;
const DATED = 0.5;
const ENDED = 0.05;

/** Lists so many distinct parties, half of them from one of the days on, a few until a later one. */
export function makeListings(
  { parties, listed }: Size,
  days: readonly number[],
  random: Random,
): MadeListings {
  const rows: Row[] = [];
  const isListed = new Uint8Array(parties);
  for (let count = 0; count < listed; ) {
    const party = random.between(0, parties - 1);
    if (isListed[party] === 1) continue;
    isListed[party] = 1;
    count += 1;
    const list = drawList(random);
    rows.push({ party, list, ...drawDays(days, random) });
    if (!random.chance(ON_TWO_LISTS)) continue;
    rows.push({ party, list: (list + 2) % MADE_LISTS.length, ...drawDays(days, random) });
  }
  return {
    party: Int32Array.from(rows, (row) => row.party),
    list: Uint8Array.from(rows, (row) => row.list),
    from: Int32Array.from(rows, (row) => row.from),
    to: Int32Array.from(rows, (row) => row.to),
  };
}

interface Row {
  readonly party: number;
  readonly list: number;
  readonly from: number;
  readonly to: number;
}

function drawList(random: Random): number {
  const drawn = random.next();
  return UP_TO.findIndex((limit) => drawn < limit);
}

function drawDays(days: readonly number[], random: Random): Pick<Row, 'from' | 'to'> {
  if (!random.chance(DATED)) return { from: DAY_MIN, to: DAY_MAX };
  const start = random.between(0, days.length - 1);
  const from = days[start] ?? DAY_MIN;
  const isEnded = random.chance(ENDED) && start < days.length - 1;
  return { from, to: isEnded ? (days[random.between(start + 1, days.length - 1)] ?? DAY_MAX) : DAY_MAX };
}
