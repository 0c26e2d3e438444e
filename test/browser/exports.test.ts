import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { drawnIds, eventually, openProduct, openTab, type Product, type Tab } from '../support/browser.ts';

let product: Product;
let tab: Tab;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  tab = await openTab(product, '/?asOf=2026-01-15&open=facility/smic-s1&v=draw!smic-s1');
  await eventually(() => drawnIds(tab.page, 'Ties')).not.toEqual([]);
});
afterEach(async () => {
  expect(tab.complaints).toEqual([]);
  await tab.context.close();
});

/** Chooses a line of the export menu and gives the file that comes. */
async function exported(label: string): Promise<{ name: string; bytes: Buffer }> {
  const download = tab.page.waitForEvent('download');
  await tab.page.getByLabel('Export this view').click();
  await tab.page.getByRole('menuitem', { name: label }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

describe('the export of a view', () => {
  it.each(['Table of ties (CSV)', 'View (JSON)', 'Graph (GEXF)', 'Picture (SVG)'])(
    '%s holds every tie that is drawn, by its words or its id',
    async (label) => {
      const ids = await drawnIds(tab.page, 'Ties');
      const { name, bytes } = await exported(label);
      const text = bytes.toString('utf8');
      expect(name).toMatch(/^interlock-2026-01-15\.(csv|json|gexf|svg)$/);
      if (label.startsWith('Picture')) expect(text).toContain('bridge');
      else for (const id of ids) expect(text).toContain(id);
      expect(text).toContain('中芯国际');
    },
  );

  it('as a picture (PNG) is one, larger than a thumbnail', async () => {
    const { name, bytes } = await exported('Picture (PNG)');
    expect(name).toBe('interlock-2026-01-15.png');
    expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(600);
    expect(bytes.length).toBeGreaterThan(5_000);
  });

  it('as a link is the address of this view', async () => {
    await tab.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await tab.page.getByLabel('Export this view').click();
    await tab.page.getByRole('menuitem', { name: 'Copy the link' }).click();
    await eventually(() => tab.page.locator('.canvas-notes').innerText()).toContain('copied');
    expect(await tab.page.evaluate(() => navigator.clipboard.readText())).toBe(tab.page.url());
  });
});
