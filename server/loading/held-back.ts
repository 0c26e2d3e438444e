import { lastBefore } from '../editions/edition.ts';
import { type EditionShape, GUARD_LIMITS, type HeldBack, holdBack, lostList } from '../editions/guard.ts';
import type { EditionInput } from '../library/inputs.ts';

/**
 * What speaks against an edition: each of its lists by itself against the edition of it next before by date, the file as
 * a whole, and lists that the former file of its kind has and this one has not.
 */
export function heldBack(former: readonly EditionInput[], edition: EditionInput): HeldBack[] {
  const ofLists = edition.lists.flatMap(({ series, atLeast }) => {
    const last = lastBefore(
      former.filter((each) => holds(each, series)),
      edition.date,
    );
    const before = last === undefined ? null : shapeOf(last, series);
    return holdBack(before, shapeOf(edition, series), { ...GUARD_LIMITS, atLeast });
  });
  return [...ofLists, ...ofWhole(edition), ...lost(former, edition)];
}

function holds({ lists }: EditionInput, series: string): boolean {
  return lists.some((each) => each.series === series);
}

function shapeOf(edition: EditionInput, series: string): EditionShape {
  const { date, file, lists, aside, harmless, claims } = edition;
  const found = lists.find((each) => each.series === series);
  const isAlone = lists.length === 1;
  // What a file of several lists claims, and rows of none of them, are looked at as a whole.
  return {
    ...{ list: series, date, file, rows: found?.rows ?? 0, columns: [] },
    ...{ aside: isAlone ? aside - harmless : (found?.aside ?? 0), claims: isAlone ? claims : null },
    harmless: isAlone ? harmless : 0,
  };
}

/** What a file of several lists says of itself, and rows of which nobody knows of what list they are. */
function ofWhole({ date, file, lists, aside, harmless, claims }: EditionInput): HeldBack[] {
  if (lists.length < 2) return [];
  const list = `${lists[0]?.series} and ${lists.length - 1} more lists`;
  const ofLists = lists.reduce((sum, each) => sum + each.aside, 0);
  const rows = lists.reduce((sum, each) => sum + each.rows, ofLists);
  const own = aside - harmless - ofLists;
  return holdBack(null, { list, date, file, rows, aside: own, harmless, columns: [], claims });
}

/** A list that came in the same kind of file before, and of which this one has not a row. */
function lost(former: readonly EditionInput[], edition: EditionInput): HeldBack[] {
  const ofKind = former.filter(({ reader }) => reader === edition.reader);
  const last = lastBefore(ofKind, edition.date);
  if (last === undefined || last.lists.length < 2) return [];
  if (!last.lists.some(({ series }) => holds(edition, series))) return [];
  return last.lists
    .filter(({ series }) => !holds(edition, series))
    .map(({ series }) => lostList(shapeOf(last, series), edition));
}
