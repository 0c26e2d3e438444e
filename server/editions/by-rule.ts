import type { ListRow } from './diff-rows.ts';

/** Entries that one rule brought. */
export interface RuleCount {
  /** `89 FR 96837`; empty for entries that cite none. */
  readonly citation: string;
  readonly count: number;
}

/** Publishers cite the same rule by its first page or by one of the next: 76 FR 71867 and 71869, 89 FR 96836 and 96837. */
const PAGES_APART = 2;

/** Entries counted by the rule that they cite first, the most first. Pages that near are one rule, by its commonest page. */
export function byRule(rows: readonly ListRow[]): RuleCount[] {
  const counts = new Map<string, number>();
  for (const { firstCitation } of rows) counts.set(firstCitation, (counts.get(firstCitation) ?? 0) + 1);
  const rules: { citation: string; count: number }[] = [];
  for (const [citation, count] of [...counts].sort(mostFirst)) {
    const rule = rules.find((each) => isNear(each.citation, citation));
    if (rule === undefined) rules.push({ citation, count });
    else rule.count += count;
  }
  return rules.sort((a, b) => mostFirst([a.citation, a.count], [b.citation, b.count]));
}

function mostFirst([a, many]: [string, number], [b, few]: [string, number]): number {
  return few - many || (a < b ? -1 : 1);
}

function isNear(a: string, b: string): boolean {
  const [volume, page] = a.split(' FR ');
  const [otherVolume, otherPage] = b.split(' FR ');
  return volume === otherVolume && Math.abs(Number(page) - Number(otherPage)) <= PAGES_APART;
}
