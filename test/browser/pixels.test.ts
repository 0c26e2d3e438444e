import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { DARK, LIGHT } from '../../client/canvas/palette.ts';
import { drawnIds, eventually, openProduct, openTab, type Product, type Tab } from '../support/browser.ts';
import { lookFor } from '../support/pixels.ts';

let product: Product;
let tab: Tab;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product.close());
afterEach(() => tab.context.close());

const S1 = '/?asOf=2026-01-15&open=facility/smic-s1&v=draw!smic-s1';

describe.each([
  ['light', LIGHT],
  ['dark', DARK],
] as const)('what the canvas shows in %s', (scheme, palette) => {
  async function draw(path: string): Promise<void> {
    tab = await openTab(product, path, { dark: scheme === 'dark' });
    await eventually(() => drawnIds(tab.page, 'Ties')).not.toEqual([]);
  }

  it('a physical link as two lines, and listed parties filled', async () => {
    await draw(S1);
    await eventually(async () => (await lookFor(tab.page, palette.advanced)).doubled).toBeGreaterThan(60);
    expect((await lookFor(tab.page, palette.listed)).count).toBeGreaterThan(300);
  });

  it('no such lines where two fabs only share a campus', async () => {
    await draw('/?asOf=2026-01-15&v=draw!nexperia');
    await eventually(async () => (await lookFor(tab.page, palette.listed)).count).toBeGreaterThan(100);
    expect((await lookFor(tab.page, palette.advanced)).doubled).toBeLessThan(30);
  });

  it('a captured party in its colour on a day of the rule, and not on the day before', async () => {
    await draw('/?asOf=2025-10-15&v=draw!nexperia');
    await eventually(async () => (await lookFor(tab.page, palette.captured)).count).toBeGreaterThan(100);
    await tab.page.locator('#as-of').fill('2025-09-28');
    await tab.page.keyboard.press('Enter');
    await eventually(async () => (await lookFor(tab.page, palette.captured)).count).toBeLessThan(20);
  });
});
