import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  cardText,
  drawnIds,
  eventually,
  openProduct,
  openTab,
  type Product,
  type Tab,
} from '../support/browser.ts';

let product: Product;
let tab: Tab;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product.close());
afterEach(async () => {
  expect(tab.complaints).toEqual([]);
  await tab.context.close();
});

const TABLE = 'Parties tied to the Huawei complex';

/** Ids of the members that the page lists. */
function listed(): Promise<string[]> {
  const rows = tab.page.getByRole('table', { name: TABLE }).locator('tbody tr');
  return rows.evaluateAll((found) => found.map((row) => row.getAttribute('data-id') ?? ''));
}

describe('the Huawei complex', () => {
  it('is counted on the first screen; its list filters by grade and by list, and its address brings it back', async () => {
    tab = await openTab(product, '/?asOf=2025-10-15');
    const { page } = tab;
    await page.getByRole('link', { name: /^Strong tie 4$/ }).click();
    await eventually(listed).toHaveLength(4);
    expect(await listed()).toContain('swaysure-technology-co-ltd');
    await page.getByRole('link', { name: /^All / }).click();
    await page.getByLabel('Unlisted only').click();
    await eventually(listed).not.toContain('huawei-technologies-co-ltd');
    await eventually(listed).toContain('hubble');
    const again = await openTab(product, new URL(page.url()).pathname + new URL(page.url()).search);
    await tab.context.close();
    tab = again;
    await eventually(listed).toContain('hubble');
    expect(await tab.page.getByLabel('Unlisted only').isChecked()).toBe(true);
  });

  it('as CSV has a row for each path', async () => {
    tab = await openTab(product, '/complexes/huawei/strong?asOf=2025-10-15');
    await eventually(listed).toHaveLength(4);
    const download = tab.page.waitForEvent('download');
    await tab.page.getByRole('button', { name: 'CSV' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('interlock-huawei-2025-10-15.csv');
    const lines = readFileSync(await file.path(), 'utf8')
      .trim()
      .split('\r\n');
    expect(lines.length).toBeGreaterThan(10);
    expect(lines[0]).toContain('"path_grade"');
    expect(lines.filter((line) => line.includes('"sien-qingdao-co-ltd"'))).toHaveLength(2);
  });

  it('opens a member on the canvas with its strongest path drawn; its card tells every path and draws each', async () => {
    tab = await openTab(product, '/complexes/huawei/strong?asOf=2025-10-15');
    const { page } = tab;
    await eventually(listed).toHaveLength(4);
    await page.getByRole('button', { name: /SwaySure/ }).click();
    await eventually(() => drawnIds(page, 'Things')).toEqual(
      expect.arrayContaining(['huawei-technologies-co-ltd', 'swaysure-technology-co-ltd']),
    );
    expect(await drawnIds(page, 'Things')).not.toContain('pxw-semiconductor-manufactory-co-ltd');
    await page.getByText('Ties to a complex, such as Huawei’s').click();
    await eventually(() => cardText(page)).toContain('Huawei complex on 15 October 2025: strong tie.');
    expect(await page.locator('.membership .complex-path').count()).toBeGreaterThan(3);
    await page
      .getByRole('button', { name: /^Draw the path: .*PXW.*\(sister company\) to SwaySure/ })
      .first()
      .click();
    await eventually(() => drawnIds(page, 'Things')).toContain('pxw-semiconductor-manufactory-co-ltd');
  });
});
