import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually, openProduct, openTab, type Product, type Tab } from '../support/browser.ts';
import { graph } from '../support/cases.ts';
import { empty, loadOn } from '../support/database.ts';

let product: Product;
let tab: Tab;
beforeAll(async () => {
  product = await openProduct();
  const { store } = product.api;
  await empty(store);
  await loadOn(store, { facts: graph('L* -40-> S'), day: '2026-03-01' });
  await loadOn(store, { facts: graph('L* -60-> S; N -5-> S'), day: '2026-04-01' });
});
afterAll(() => product.close());
afterEach(async () => {
  expect(tab.complaints).toEqual([]);
  await tab.context.close();
});

const VIEW = '/?asOf=2025-10-15&open=party%2FS&v=draw!S';
const answer = () => tab.page.locator('[data-known-on]');

describe('the card of a party', () => {
  it('compares with what was known on a day, by keyboard alone, and hands the comparison on in its address', async () => {
    tab = await openTab(product, VIEW);
    const { page } = tab;
    await page.locator('summary', { hasText: 'As known on' }).focus();
    await page.keyboard.press('Enter');
    const box = page.getByLabel('As known on');
    await box.fill('2026-03-31');
    await page.keyboard.press('Enter');
    await eventually(() => answer().locator('[data-regime=bis-affiliates]').innerText()).toMatch(
      /Not captured\s+40 %\s+.*Captured\s+60 %\s+differs/s,
    );
    expect(await answer().innerText()).toContain('Learned 1 Apr 2026: N holds 5 % of S.');
    expect(await answer().innerText()).toContain('Changed 1 Apr 2026: L holds 60 % of S.');
    expect(new URL(page.url()).searchParams.get('known')).toBe('2026-03-31');
  });

  it('opens the comparison of a link, and says when nothing was recorded yet', async () => {
    tab = await openTab(product, `${VIEW}&known=2026-02-01`);
    await eventually(() => answer().innerText()).toContain(
      'Nothing was recorded at the end of 1 Feb 2026: the first facts were learned on 1 Mar 2026.',
    );
    await tab.page.getByRole('button', { name: 'As known today' }).click();
    await eventually(() => answer().count()).toBe(0);
    expect(new URL(tab.page.url()).searchParams.has('known')).toBe(false);
  });
});
