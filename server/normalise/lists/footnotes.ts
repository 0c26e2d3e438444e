/** A section of the foreign-direct-product rule, and the footnote of the Entity List that it belongs to. */
const BY_SECTION: readonly (readonly [RegExp, string])[] = [
  [/734\.9\s*\(e\)\s*\(1\)/i, '1'],
  [/734\.9\s*\(e\)\s*\(2\)/i, '4'],
  [/734\.9\s*\(e\)\s*\(3\)/i, '5'],
  [/734\.9\s*\(g\)/i, '3'],
];

/** Marks as they stand in running text: `734.9(e)1`, `734.9(g),3 746.8`, `of the EAR2`, `of the EAR) 5`, `EAR)2.` */
const MARKS: readonly RegExp[] = [
  /734\.9\s*\((?:e|g)\)\s*,?\s*([1-5])(?![\d.(])/gi,
  /of the EAR\s*\.?\s*\)?\s*\.?\s*([1-5])(?![\d.(]\d|\d|\()/gi,
];

/**
 * Footnotes of an Entity List entry out of its licence requirement, in which they stand as bare digits: 1 and 2 (Huawei),
 * 3 (military end users in Russia and Belarus), 4 (supercomputers), 5 (advanced-node makers). Where the digit was lost,
 * the section of 15 CFR 734.9 that belongs to the footnote tells it.
 *
 * @returns in the order of their numbers
 */
export function footnotesOf(requirement: string): string[] {
  const found = new Set<string>();
  for (const pattern of MARKS) for (const [, mark = ''] of requirement.matchAll(pattern)) found.add(mark);
  for (const [section, footnote] of BY_SECTION) if (section.test(requirement)) found.add(footnote);
  return [...found].sort();
}
