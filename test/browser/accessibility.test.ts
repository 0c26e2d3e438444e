import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, openProduct, openTab, type Product, type Tab } from '../support/browser.ts';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product.close());

const VIEWS = [
  ['the first screen', '/?asOf=2026-11-22', '.story'],
  ['a captured party', '/?asOf=2025-10-15&open=party/nexperia&v=draw!nexperia', '.verdict'],
  ['a flagged facility', '/?asOf=2026-01-15&open=facility/smic-s1&v=draw!smic-s1', '.card .finding'],
  ['the rules', '/rules?asOf=2026-11-22', '.page h2'],
  ['the Huawei complex', '/complexes/huawei?asOf=2025-10-15', '.complex-table tbody tr'],
  ['the changes', '/changes?asOf=2026-11-22', '.changes-page h2'],
  ['the pairs that wait', '/same-party?asOf=2026-11-22', '.judge-page h2'],
  ['a report', '/report/party/nexperia?asOf=2025-10-15', '.report table'],
  ['the Cypher page', '/cypher?asOf=2026-11-22', '.saved li'],
] as const;

/** Grave findings of axe: the rule and the element, for a message that can be acted upon. */
async function graveFindings({ page }: Tab): Promise<string[]> {
  await page.evaluate(axe.source);
  const results = await page.evaluate<axe.AxeResults>('axe.run(document)');
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

describe.each(VIEWS)('%s', (_, path, sign) => {
  it.each([
    [1440, false],
    [1440, true],
    [1024, false],
    [1024, true],
  ])(
    'at %i px (dark: %s): no grave finding, no error, nothing wider than the window',
    async (width, dark) => {
      const tab = await openTab(product, path, { width, dark });
      try {
        await eventually(() => tab.page.locator(sign).count()).toBeGreaterThan(0);
        expect(await graveFindings(tab)).toEqual([]);
        expect(await tab.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
          width,
        );
        expect(tab.complaints).toEqual([]);
      } finally {
        await tab.context.close();
      }
    },
  );
});
