import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { drawnIds, eventually, openProduct, openTab, type Product, type Tab } from '../support/browser.ts';
import { cleanUp } from '../support/interlock.ts';
import { loadBothEditions, ownInterlock } from '../support/load-editions.ts';

let product: Product;
let tab: Tab;
const own = ownInterlock();
beforeAll(async () => {
  product = await openProduct(own.data);
});
afterAll(async () => {
  await product.close();
  cleanUp();
});
afterEach(async () => {
  expect(tab.complaints).toEqual([]);
  await tab.context.close();
});

it('says on the first screen that no edition is loaded, and how to load one', async () => {
  tab = await openTab(product, '/?asOf=2026-01-15');
  await eventually(() => tab.page.locator('.last-change').innerText()).toContain('npx interlock load FILE');
});

describe('after a list was loaded', () => {
  beforeAll(() => loadBothEditions(own));

  it('leads from the first screen to what changed, field by field, and whom it touches', async () => {
    tab = await openTab(product, '/?asOf=2026-01-15');
    const line = tab.page.locator('.last-change');
    await eventually(() => line.innerText()).toContain('BIS Entity List of 31 Jan 2025: 1 added, 1 amended');
    await line.getByRole('link', { name: 'Last change' }).click();
    const list = tab.page.locator('[data-list=bis-entity-list]');
    await eventually(() => list.locator('tr[data-change]').count()).toBe(2);
    const amended = list.locator('tr[data-change=amended]');
    expect(await amended.locator('del').first().innerText()).toBe('Presumption of denial.');
    expect(await amended.locator('ins').first().innerText()).toBe('Case by case.');
    const stricter = tab.page.locator('[data-stricter=true]', { hasText: 'sub' }).first();
    expect(await stricter.innerText()).toMatch(/Not captured.*Captured.*since 10 Jan 2025 \(stricter\)/s);
  });

  it('filters by kind and by words, and exports all of it', async () => {
    tab = await openTab(product, '/changes?asOf=2026-01-15');
    const list = tab.page.locator('[data-list=bis-entity-list]');
    await list.getByText('Added 1', { exact: true }).click();
    await eventually(() => list.locator('tbody tr').count()).toBe(1);
    await list.getByText('All 2', { exact: true }).click();
    await list.getByRole('textbox').fill('case by case');
    await eventually(() => list.locator('tbody tr').innerText()).toContain('Made Beta Ltd.');
    const download = tab.page.waitForEvent('download');
    await tab.page.getByRole('button', { name: 'CSV' }).click();
    const text = readFileSync(await (await download).path(), 'utf8');
    for (const part of ['"alpha"', '"reviewPolicy"', '"Case by case."']) expect(text).toContain(part);
  });

  it('says on the card of a listed party from which row of which edition its listing was read', async () => {
    tab = await openTab(product, '/?asOf=2026-01-15&open=party/alpha');
    await eventually(() => tab.page.locator('.origin').first().innerText()).toMatch(
      /list-2025-01-31\.json.*first seen in the edition of 31 Jan 2025 \([0-9a-f]{12}\), and still in the newest loaded/,
    );
  });

  it('compares any two editions, keeps that in the address, and goes back', async () => {
    tab = await openTab(product, '/changes?asOf=2026-01-15');
    await tab.page.getByRole('button', { name: 'Compare' }).click();
    await eventually(() => tab.page.locator('.change-head h2').innerText()).toContain(
      'Two editions compared',
    );
    expect(new URL(tab.page.url()).pathname).toMatch(/^\/changes\/[0-9a-f]{16}\/[0-9a-f]{16}$/);
    const list = tab.page.locator('[data-list=bis-entity-list]');
    await eventually(() => list.locator('tr[data-change]').count()).toBe(2);
    await tab.page.reload();
    await eventually(() => tab.page.locator('.change-head h2').innerText()).toContain(
      'Two editions compared',
    );
    await tab.page.getByRole('link', { name: 'Back to the last load' }).click();
    await eventually(() => tab.page.locator('.change-head h2').innerText()).toBe('The last load');
  });

  it('draws those whom it touches', async () => {
    tab = await openTab(product, '/changes?asOf=2026-01-15');
    await tab.page.getByRole('button', { name: /^Draw \d+ touched$/ }).click();
    await eventually(() => drawnIds(tab.page, 'Things')).toEqual(expect.arrayContaining(['alpha', 'sub']));
    // Marked as such in the table, in the legend and in the link.
    await eventually(() => tab.page.locator('tr[data-id=sub]').innerText()).toContain('+ stricter');
    await eventually(() => tab.page.locator('.legend').innerText()).toContain('stricter since the change');
    expect(tab.page.url()).toContain('mark%21stricter%21');
    await tab.page.getByRole('tab', { name: /^Ties/ }).click();
    await eventually(() => tab.page.locator('.tables').innerText()).toContain('60');
  });
});
