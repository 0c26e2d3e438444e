import { fromDay } from '../../server/facts/dates.ts';
import type { Facts } from '../../server/facts/facts.ts';
import { normaliseCase } from '../../server/normalise/from-case.ts';
import type { RawCase, RawRow } from '../../server/readers/raw-case.ts';
import { type Random, seededRandom } from './random.ts';

export interface RegisterOptions {
  readonly parties: number;
  /** Distinct days on which holdings begin or end; 0 leaves all holdings undated. */
  readonly days: number;
}

type Section = 'parties' | 'holdings' | 'listings';
type Row<S extends Section> = RawRow<S>['value'];
type Rows = { readonly [S in Section]: RawRow<S>[] };

/** What the shapes of a register are drawn with. */
export interface Drawing {
  readonly random: Random;
  /** A new party, on the Entity List or not. */
  readonly party: (isListed?: boolean) => string;
  /** One of so many owners of the party: shares get smaller with them, and never add up to more than 100 %. */
  readonly hold: (owner: string, owned: string, owners?: number) => void;
  /** All of it, from the beginning. */
  readonly holdWhole: (owner: string, owned: string) => void;
}

const SEED = 20_250_929;
const FIRST_DAY = 11_000;
const DAYS_APART = 3;
const DATED = 0.3;
const ENDED = 0.2;

/** A register drawn by `shape`, group after group, until there are enough parties. The same every time. */
export function register({ parties, days }: RegisterOptions, shape: (drawing: Drawing) => void): Facts {
  const rows: Rows = { parties: [], holdings: [], listings: [] };
  const drawing = drawingOn(rows, days);
  while (rows.parties.length < parties) shape(drawing);
  return normaliseCase({ ...NOTHING, ...rows }, { requireSources: false });
}

function drawingOn(rows: Rows, days: number): Drawing {
  const random = seededRandom(SEED);
  return {
    random,
    party: (isListed = false) => {
      const id = `p${rows.parties.length}`;
      const jurisdiction = random.pick(['CN', 'HK', 'SG', 'US']);
      add(rows.parties, 'parties', { id, name: `Party ${id}`, jurisdiction });
      if (isListed) add(rows.listings, 'listings', { party: id, list: 'bis-entity-list' });
      return id;
    },
    hold: (owner, owned, owners = 1) => {
      const value = { owner, owned, ...shareOf(random, owners), ...datesOf(random, days) };
      add(rows.holdings, 'holdings', value);
    },
    holdWhole: (owner, owned) => add(rows.holdings, 'holdings', { owner, owned, share: 100 }),
  };
}

const NOTHING: RawCase = {
  sources: [],
  parties: [],
  listings: [],
  holdings: [],
  investments: [],
  controls: [],
  affiliations: [],
  officers: [],
  facilities: [],
  physicalLinks: [],
  orders: [],
};

function add<S extends Section>(rows: RawRow<S>[], section: S, value: Row<S>): void {
  rows.push({ file: 'bench', row: `${section}[${rows.length}]`, value });
}

/** A sixth unknown, a quarter a band, the rest exact: about what registers publish. */
function shareOf(random: Random, owners: number): Pick<Row<'holdings'>, 'share'> {
  const kind = random.next();
  const most = 99 / owners;
  if (kind < 0.15) return {};
  if (kind < 0.4) return { share: { min: hundredths(most / 2), max: hundredths(most), exclusiveMax: true } };
  return { share: hundredths(most * (0.4 + 0.6 * random.next())) };
}

function hundredths(percent: number): number {
  return Math.round(percent * 100) / 100;
}

function datesOf(random: Random, days: number): Pick<Row<'holdings'>, 'from' | 'to'> {
  if (days === 0 || !random.chance(DATED)) return {};
  const index = random.between(0, days - 1);
  const isEnded = index < days - 1 && random.chance(ENDED);
  return { from: dayAt(index), ...(isEnded ? { to: dayAt(random.between(index + 1, days - 1)) } : {}) };
}

function dayAt(index: number): string | null {
  return fromDay(FIRST_DAY + index * DAYS_APART);
}
