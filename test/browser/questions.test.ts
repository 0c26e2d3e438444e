import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually, openProduct, openTab, type Product } from '../support/browser.ts';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product.close());

it('a card lists the questions that settle it, and copies them with party, rule and day', async () => {
  const { page, context, complaints } = await openTab(product, '/?asOf=2025-10-15&open=party/dosilicon');
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.locator('#what-would-change summary').click();
  const section = page.locator('#what-would-change');
  await eventually(() => section.innerText()).toContain('hold 50 % or more of Dosilicon Co., Ltd.?');
  await section.getByRole('button', { name: 'Copy questions' }).click();
  await eventually(() => section.getByRole('status').innerText()).toBe('✓ Copied: 1 as text');
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  expect(copied.split('\n').slice(0, 5)).toEqual([
    'Questions about Dosilicon Co., Ltd.',
    'Rule: BIS 50 % rule (Affiliates Rule). Day: 15 Oct 2025. Now: cannot exclude.',
    '',
    '1. Does Hubble Technology Investment Co., Ltd. hold 50 % or more of Dosilicon Co., Ltd.?',
    '   Yes: captured. No: not captured on what is recorded.',
  ]);
  expect(complaints).toEqual([]);
  await context.close();
});

it('a captured card marks the steps that suffice, in words, and says what sale would end it', async () => {
  const { page, context, complaints } = await openTab(product, '/?asOf=2025-10-15&open=party/nexperia');
  await eventually(() => page.locator('#why .needed').allInnerTexts()).toEqual([
    'in the smallest set that suffices',
  ]);
  await eventually(() => page.locator('#why [data-look-through]').innerText()).toBe(
    'Look-through, not the rule: with shares multiplied along each chain, listed owners hold 100 % of Nexperia.',
  );
  await page.locator('#what-would-change summary').click();
  await eventually(() => page.locator('#what-would-change').innerText()).toContain(
    'must hold less than 50 % of Nexperia: sell more than 50 of 100 %',
  );
  expect(complaints).toEqual([]);
  await context.close();
});
