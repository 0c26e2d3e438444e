import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually, openProduct, openTab, type Product } from '../support/browser.ts';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product.close());

describe('an address that cannot be followed as it is', () => {
  it('says that a linked day does not exist, and which one is shown', async () => {
    const tab = await openTab(product, '/?asOf=2025-02-30&open=party/nexperia&v=draw!nexperia');
    const warning = tab.page.getByRole('alert').filter({ hasText: '2025-02-30' });
    await eventually(() => warning.count()).toBe(1);
    await warning.getByRole('button', { name: 'Close this note' }).click();
    await eventually(() => warning.count()).toBe(0);
    expect(tab.complaints).toEqual([]);
    await tab.context.close();
  });

  it('names no page: says so, and leads to the first screen', async () => {
    const tab = await openTab(product, '/nexperia');
    await eventually(() => tab.page.locator('h1').innerText()).toBe('There is no page at this address');
    await tab.page.getByRole('link', { name: 'Go to the first screen' }).click();
    await eventually(() => tab.page.locator('.story').count()).toBe(5);
    expect(tab.complaints).toEqual([]);
    await tab.context.close();
  });
});
