import { InputError } from '../errors.ts';
import type { FactSection, Facts } from '../facts/facts.ts';
import { groupBy } from '../facts/group.ts';
import { mapFacts } from '../facts/sections.ts';

/** One dated state of one list or register, from one file. */
export interface Edition {
  /**
   * Id of the series: that of the list (`bis-entity-list`) or register. Two publishers' renderings of one list differ in
   * every row and are two series, say `bis-entity-list` and `bis-entity-list@ecfr`.
   */
  readonly list: string;
  /** Day the publisher stamps on it, `YYYY-MM-DD`. */
  readonly date: string;
  /** Of the bytes of the file as they were received. */
  readonly sha256: string;
  /** Name for people. */
  readonly file: string;
  /** What its rows say, as `normaliseKnowledge` gives it. */
  readonly facts: Facts;
}

/** Id of an edition, which is also the id of the source that its facts name. */
export function editionId({ list, date }: Pick<Edition, 'list' | 'date'>): string {
  return `list/${list}/${date}`;
}

/**
 * The editions in the order of their days, each once however often it was given.
 *
 * @throws InputError when two different files claim to be the same list on the same day: which one counts is for a person
 */
export function inOrder(editions: readonly Edition[]): Edition[] {
  const byId = new Map<string, Edition>();
  for (const edition of editions) {
    const other = byId.get(editionId(edition));
    if (other !== undefined && other.sha256 !== edition.sha256) throw twoOfOneDay(other, edition);
    byId.set(editionId(edition), edition);
  }
  return [...byId.values()].sort((a, b) => compare(a.list, b.list) || compare(a.date, b.date));
}

/** The last of them before a day; undefined where there is none. */
export function lastBefore<T extends { readonly date: string }>(
  editions: readonly T[],
  date: string,
): T | undefined {
  const earlier = editions.filter((each) => each.date < date);
  return earlier.sort((a, b) => compare(b.date, a.date))[0];
}

/** The editions of each list, in the order of their days. */
export function byList(editions: readonly Edition[]): ReadonlyMap<string, readonly Edition[]> {
  return groupBy(inOrder(editions), ({ list }) => list);
}

/**
 * The parts of a file that holds several lists on one day, such as the Consolidated Screening List: a fact belongs to each
 * list whose edition it names among its sources.
 */
export function splitEdition(file: Omit<Edition, 'list'>, lists: readonly string[]): Edition[] {
  return lists.map((list) => ({ ...file, list, facts: partOf(file.facts, editionId({ ...file, list })) }));
}

function partOf(facts: Facts, source: string): Facts {
  return mapFacts(facts, (rows, section) => rows.filter((row) => isOf(row, section, source)));
}

function isOf(
  row: { id: string; sources?: readonly string[] },
  section: FactSection,
  source: string,
): boolean {
  return section === 'sources' ? row.id === source : (row.sources?.includes(source) ?? false);
}

function twoOfOneDay(first: Edition, second: Edition): InputError {
  const [a, b] = [first, second].sort((one, other) => compare(one.sha256, other.sha256));
  const files = `${a?.file} (${a?.sha256.slice(0, 12)}) and ${b?.file} (${b?.sha256.slice(0, 12)})`;
  const message = `two different files are of ${first.list} on ${first.date}: ${files}.`;
  const fix = 'Keep one of them, or give the other its own day.';
  return new InputError([{ file: second.file, row: '', field: 'date', message, fix }]);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
