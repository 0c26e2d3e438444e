/** Texts that trip those who write tables: quotes, delimiters, line breaks, signs of other scripts, nothing but blanks. */
export const NASTY_TEXTS = [
  'Say "when", Ltd; a\\b\\"c"',
  'two\nlines',
  'a\r\nb',
  '长江存储科技有限责任公司',
  'tab\tand | bar',
  "it's 'quoted'",
  '"',
  '𠮷野家 🏭',
] as const;

/**
 * A register in which every kind of party and of tie turns up, with texts that trip those who write tables. The same
 * every time.
 *
 * @param prefix of all ids
 */
export function registerCase(parties: number, prefix: string): object {
  const ids = Array.from({ length: parties }, (_, index) => `${prefix}-${index}`);
  const pick = <T>(from: readonly T[], index: number): T | undefined => from[index % from.length];
  const owner = (index: number): string => ids[Math.floor(index / 2)] ?? '';
  return {
    parties: ids.map((id, index) => ({
      id,
      name: `${pick(NASTY_TEXTS, index)} ${index}`,
      aliases: index % 3 === 0 ? [pick(NASTY_TEXTS, index), `Alias ${index}`] : [],
      kind: pick(['company', 'person', 'fund', 'government', 'vessel'], index),
      jurisdiction: pick(['CN', 'HK', 'SG', 'US'], index),
      addresses: index % 5 === 0 ? [`${index % 50} Zhangjiang Road, Building 3, Shanghai`] : [],
      note: index % 7 === 0 ? (pick(NASTY_TEXTS, index) ?? '') : '',
    })),
    listings: ids
      .filter((_, index) => index % 40 === 0)
      .map((party) => ({ party, list: 'bis-entity-list', from: '2020-12-18', footnotes: ['4', '5'] })),
    holdings: ids.slice(1).map((owned, index) => ({
      ...{ owner: owner(index), owned },
      share: pick([51, 100, 33.333, 0.01, { min: 25, max: 50 }, undefined], index),
      ...(index % 4 === 0 ? { from: '2019-03-01', to: '2024-06-30' } : {}),
    })),
    controls: ids.slice(1, 20).map((controlled) => ({ controller: ids[0], controlled })),
    officers: ids.slice(2, 20).map((party) => ({ person: ids[1], party, role: 'Chair, "acting"' })),
    affiliations: ids.slice(2, 20).map((b) => ({ a: ids[0], b, kind: 'shared-leadership' })),
    investments: ids.slice(2, 20).map((target) => ({ investor: ids[0], target, amount: '¥1,000,000' })),
  };
}
