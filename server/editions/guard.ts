/** What is known of an edition before anything of it is written. */
export interface EditionShape {
  readonly list: string;
  readonly date: string;
  readonly file: string;
  /** Rows read and understood. */
  readonly rows: number;
  /** Rows that were not understood and are kept aside. */
  readonly aside: number;
  /** Rows that are kept aside too, and are of a known kind that says nothing: a sign of nothing. 0 when left out. */
  readonly harmless?: number;
  /** Columns or fields that its rows have; empty when the format has none of its own choosing. */
  readonly columns: readonly string[];
  /** Rows it says itself that it has; null when it does not say. */
  readonly claims: number | null;
}

export interface GuardLimits {
  /** Share of the former rows that may be missing, 0 to 1. */
  readonly mayShrink: number;
  /** Share of all rows that may be kept aside, 0 to 1. */
  readonly mayBeAside: number;
  /** Rows that its manifest demands at least; 0 when it has none. */
  readonly atLeast: number;
}

/** A tenth fewer rows at once is rather a file cut off than a rule; a choice, not a measure. */
export const GUARD_LIMITS: GuardLimits = { mayShrink: 0.1, mayBeAside: 0.01, atLeast: 0 };

/** Why an edition is held back until a person says yes. */
export interface HeldBack {
  readonly reason:
    | 'empty'
    | 'list-lost'
    | 'shrank'
    | 'column-lost'
    | 'fewer-than-claimed'
    | 'too-few'
    | 'too-many-aside';
  readonly message: string;
  readonly fix: string;
}

const LOOK = 'Look at the file; when it is right, load it once more with --accept.';
const AGAIN = 'It may be cut off: fetch it again. When it is right, load it once more with --accept.';

/**
 * What speaks against an edition. Nothing is written of one that is held back.
 *
 * @param before the edition of the same list next before it by date; null when there is none
 * @returns none when nothing does
 */
export function holdBack(
  before: EditionShape | null,
  edition: EditionShape,
  limits: GuardLimits = GUARD_LIMITS,
): HeldBack[] {
  if (edition.rows === 0) return [held('empty', edition, 'has no row that is understood.', LOOK)];
  return [...againstFormer(before, edition, limits), ...againstItself(edition, limits)];
}

/**
 * What speaks against a file that holds none of a list any more.
 *
 * @param before the list as the former file of the same kind has it
 */
export function lostList(
  before: EditionShape,
  { date, file }: Pick<EditionShape, 'date' | 'file'>,
): HeldBack {
  const what = `has no row in it; that of ${before.date} (${before.file}) has ${before.rows}. The list stays as it was then.`;
  return held('list-lost', { ...before, date, file }, what, LOOK);
}

function againstFormer(before: EditionShape | null, edition: EditionShape, limits: GuardLimits): HeldBack[] {
  if (before === null) return [];
  const all: HeldBack[] = [];
  const lost = before.rows - edition.rows;
  if (lost > before.rows * limits.mayShrink) {
    const what = `has ${edition.rows} rows, ${lost} fewer than the ${before.rows} of ${before.date}; more than ${percent(limits.mayShrink)} may not go at once.`;
    all.push(held('shrank', edition, what, LOOK));
  }
  // A file in another format has other columns: only where both are told can one be missing.
  const columns = edition.columns.length === 0 ? [] : before.columns;
  const gone = columns.filter((column) => !edition.columns.includes(column));
  if (gone.length > 0)
    all.push(
      held('column-lost', edition, `lacks what that of ${before.date} has: ${gone.join(', ')}.`, LOOK),
    );
  return all;
}

function againstItself(edition: EditionShape, limits: GuardLimits): HeldBack[] {
  const { rows, aside, claims, harmless = 0 } = edition;
  const total = rows + aside + harmless;
  const all: HeldBack[] = [];
  if (claims !== null && total < claims)
    all.push(held('fewer-than-claimed', edition, `says that it has ${claims} rows and has ${total}.`, AGAIN));
  if (total < limits.atLeast) {
    const what = `has ${total} rows; its manifest demands at least ${limits.atLeast}.`;
    all.push(held('too-few', edition, what, AGAIN));
  }
  if (aside > total * limits.mayBeAside) {
    const what = `has ${aside} rows of ${total} that are not understood; at most ${percent(limits.mayBeAside)} may be so.`;
    all.push(held('too-many-aside', edition, what, LOOK));
  }
  return all;
}

function held(reason: HeldBack['reason'], edition: EditionShape, what: string, fix: string): HeldBack {
  const { list, date, file } = edition;
  return { reason, message: `${list} of ${date} (${file}) ${what}`, fix };
}

function percent(share: number): string {
  return `${Math.round(share * 1000) / 10} %`;
}
