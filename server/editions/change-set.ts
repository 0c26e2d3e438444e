import type { Facts } from '../facts/facts.ts';
import type { Finding } from '../rules/finding.ts';
import type { ListDiff } from './diff.ts';
import type { ListRow } from './diff-rows.ts';
import type { Impact } from './impact.ts';

/** An edition as a change set names it. */
export interface NamedEdition {
  readonly date: string;
  readonly file: string;
  readonly sha256: string;
}

/** Two editions of one list that follow each other, compared. */
export interface ComparedList {
  readonly list: string;
  /** Null where it is the first edition loaded of its list. */
  readonly before: NamedEdition | null;
  readonly after: NamedEdition;
  readonly diff: ListDiff | null;
  /** Entries of the later edition. */
  readonly entries: number;
}

interface Changed {
  /** What was done. */
  readonly by: 'load' | 'rollback' | 'comparison';
  readonly lists: readonly ComparedList[];
  readonly impact: Impact | null;
  /** What is loaded after it: names, and what entries' parties are called there. */
  readonly facts: Facts;
  /** Id under which a party of an edition stands in the facts, where it is another. */
  readonly canonical: ReadonlyMap<string, string>;
}

/** So many entries, verdicts and findings are kept of each kind; the rest is counted. */
const KEPT = 2_000;

/**
 * What one load or rollback changed, as it is kept for people: entry by entry, field by field, and whom it touches. Plain
 * values only; the shape on the wire is `changeSetShape`.
 */
export function changeSetOf({ by, lists, impact, facts, canonical }: Changed) {
  const names = new Map([...facts.parties, ...facts.facilities].map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => names.get(id) ?? id;
  const standing = (id: string): string => canonical.get(id) ?? id;
  return {
    by,
    lists: lists.map((each) => comparedList(each, standing)),
    impact: impact === null ? null : toldImpact(impact, nameOf),
  };
}

function comparedList(
  { list, before, after, diff, entries }: ComparedList,
  standing: (id: string) => string,
) {
  if (diff === null) return { list, before, after, entries, counts: null, addedBy: [], rows: [] };
  const { added, removed, renamed, amended, editorial, ambiguous, same, addedBy } = diff;
  const one = (kind: 'added' | 'removed', row: ListRow) => ({ ...rowOf(row, standing), kind, fields: [] });
  const pair = (kind: 'renamed' | 'amended' | 'editorial', each: (typeof renamed)[number]) => ({
    ...rowOf(each.after, standing),
    kind,
    fields: each.fields,
  });
  const unclear = ambiguous.flatMap(({ before: former, after: later, why }) =>
    [...former, ...later].map((row) => ({
      ...rowOf(row, standing),
      kind: 'ambiguous' as const,
      fields: [{ field: 'why', before: [], after: [why] }],
    })),
  );
  const rows = [
    ...added.map((row) => one('added', row)),
    ...removed.map((row) => one('removed', row)),
    ...renamed.map((each) => pair('renamed', each)),
    ...amended.map((each) => pair('amended', each)),
    ...unclear,
    ...editorial.map((each) => pair('editorial', each)),
  ];
  const counts = {
    ...{ added: added.length, removed: removed.length, renamed: renamed.length, amended: amended.length },
    ...{ ambiguous: ambiguous.length, editorial: editorial.length, same },
  };
  return { list, before, after, entries, counts, addedBy, rows: rows.slice(0, KEPT) };
}

function rowOf({ party, listing, firstCitation }: ListRow, standing: (id: string) => string) {
  const { name, originalName, jurisdiction } = party;
  const said = { footnotes: listing.footnotes, citation: firstCitation, from: listing.from };
  const own = { party: standing(party.id), name, originalName: originalName?.text ?? null };
  return { ...own, country: jurisdiction, ...said };
}

function toldImpact({ verdicts, findings, facilities }: Impact, nameOf: (id: string) => string) {
  const stricter = verdicts.filter(({ isStricter }) => isStricter).length;
  const told = (all: readonly Finding[]) =>
    all.slice(0, KEPT).map(({ id, flag, title, level, subject, subjectKind, text, from, to }) => ({
      ...{ id, flag, title, level, subject, subjectKind, text, from, to },
      subjectName: nameOf(subject),
    }));
  return {
    stricter,
    lessStrict: verdicts.length - stricter,
    verdicts: verdicts.slice(0, KEPT).map((each) => ({ ...each, name: nameOf(each.party) })),
    raisedCount: findings.raised.length,
    droppedCount: findings.dropped.length,
    facilityCount: facilities.length,
    raised: told(findings.raised),
    dropped: told(findings.dropped),
    facilities: facilities.map((each) => ({ ...each, name: nameOf(each.facility) })),
  };
}
