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

const press = async (...keys: string[]): Promise<void> => {
  for (const key of keys) await tab.page.keyboard.press(key);
};
const focused = (): Promise<string> =>
  tab.page.evaluate(() => document.activeElement?.textContent || document.activeElement?.id || '');
const things = (): Promise<string[]> => drawnIds(tab.page, 'Things');

describe('with the keyboard alone', () => {
  it('searches, opens a party, expands, hides and undoes it', async () => {
    tab = await openTab(product, '/?asOf=2025-10-15');
    await eventually(() => tab.page.locator('.story').count()).toBe(5);
    await press('/');
    await eventually(focused).toBe('search');
    // What is offered follows the letters with a delay: wait for the answer to the whole word.
    const answered = tab.page.waitForResponse(/q=nexperia(&|$)/);
    await tab.page.keyboard.type('nexperia');
    await answered;
    await eventually(() => tab.page.getByRole('option').count()).toBeGreaterThan(0);
    await press('ArrowDown', 'Enter');
    await eventually(() => cardText(tab.page)).toContain('Captured');
    await eventually(() => tab.page.getByRole('tab', { name: 'Ties (1)' }).count()).toBe(1);
    await tab.page.getByRole('application').focus();
    await press('ArrowUp');
    await eventually(() => cardText(tab.page)).toContain('Wingtech Technology');
    await press('ArrowDown');
    await eventually(() => cardText(tab.page)).toContain('Captured');
    await press('e');
    await eventually(() => tab.page.getByRole('menuitem', { name: /facilities/ }).count()).toBe(1);
    await press('ArrowDown', 'ArrowDown', 'Enter');
    await eventually(async () => (await things()).length).toBeGreaterThan(2);
    const expanded = await things();
    await tab.page.getByRole('application').focus();
    await press('h');
    await eventually(async () => (await things()).length).toBeLessThan(expanded.length);
    await press('z');
    await eventually(things).toEqual(expanded);
    await press('z');
    await eventually(async () => (await things()).length).toBe(2);
    await press('Shift+Z');
    await eventually(things).toEqual(expanded);
  });

  it('steps through the days on which something changes', async () => {
    tab = await openTab(product, '/?asOf=2025-10-15&open=party/nexperia&v=draw!nexperia');
    await eventually(() => tab.page.getByRole('tab', { name: 'Ties (1)' }).count()).toBe(1);
    await press(']');
    await eventually(() => tab.page.locator('#as-of').inputValue()).toBe('2025-11-10');
    await eventually(() => tab.page.locator('.verdict').first().getAttribute('data-outcome')).toBe(
      'not-captured',
    );
    await press('[');
    await eventually(() => tab.page.locator('#as-of').inputValue()).toBe('2025-09-29');
  });

  it('goes to the why and to the table, and opens and closes the help', async () => {
    tab = await openTab(product, '/?asOf=2025-10-15&open=party/nexperia&v=draw!nexperia');
    await eventually(() => tab.page.locator('#why').count()).toBe(1);
    await press('w');
    await eventually(focused).toMatch(/^Why/);
    await press('t');
    await eventually(focused).toMatch(/^Ties/);
    await press('?');
    await eventually(() => tab.page.getByRole('dialog').count()).toBe(1);
    await press('Escape');
    await eventually(() => tab.page.getByRole('dialog').count()).toBe(0);
  });

  it('skips to the content first', async () => {
    tab = await openTab(product);
    await eventually(() => tab.page.locator('.story').count()).toBe(5);
    await press('Tab');
    expect(await focused()).toBe('Skip to the content');
  });

  it('leaves keys alone while somebody types', async () => {
    tab = await openTab(product, '/?asOf=2025-10-15&open=party/nexperia&v=draw!nexperia&sel=nexperia');
    await eventually(() => tab.page.getByRole('tab', { name: 'Ties (1)' }).count()).toBe(1);
    await press('Control+k');
    await tab.page.keyboard.type('hz');
    expect(await tab.page.locator('#search').inputValue()).toBe('hz');
    expect(await things()).toContain('nexperia');
  });
});
