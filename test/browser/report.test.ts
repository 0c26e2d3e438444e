import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually, openProduct, openTab, type Product, type Tab } from '../support/browser.ts';

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

const report = () => tab.page.locator('.report');

async function kept(label: string): Promise<{ name: string; text: string }> {
  const download = tab.page.waitForEvent('download');
  await tab.page.getByRole('button', { name: label }).click();
  const file = await download;
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

describe('the report of a party', () => {
  it('is opened from its card, tells every regime with its arithmetic, and leads back', async () => {
    tab = await openTab(product, '/?asOf=2025-10-15&open=party/nexperia');
    await tab.page.getByLabel('Report for the file').click();
    await eventually(() => report().locator('[data-regime]').count()).toBe(5);
    const captured = await report().locator('[data-regime=bis-affiliates]').innerText();
    expect(captured).toContain('Captured under BIS 50 % rule (Affiliates Rule) on 15 October 2025');
    expect(captured).toContain('holding:wingtech-technology-co-ltd:nexperia:2019-01-01');
    expect(captured).toMatch(/Rests on BIS Entity List of \d+ \w+ \d{4}, \d+ days old/);
    expect(await report().locator('[id^=report-source-]').count()).toBeGreaterThan(0);
    await tab.page.getByRole('link', { name: 'Back to the canvas' }).click();
    await eventually(() => tab.page.locator('.card h2').innerText()).toBe('Nexperia');
  });

  it('is kept as one file that needs no other and holds all that is shown, in every script', async () => {
    tab = await openTab(
      product,
      '/report/party/semiconductor-manufacturing-international-corporation-smic?asOf=2025-10-15',
    );
    await eventually(() => report().locator('[data-regime]').count()).toBe(5);
    const { name, text } = await kept('Save as HTML');
    expect(name).toBe(
      'interlock-report-semiconductor-manufacturing-international-corporation-smic-2025-10-15.html',
    );
    for (const part of ['中芯国际', '<style>', 'charset="utf-8"', 'not legal advice'])
      expect(text).toContain(part);
    for (const other of ['<script', '<link', 'Save as HTML']) expect(text).not.toContain(other);
    const json = await kept('Save as JSON');
    expect(JSON.parse(json.text)).toMatchObject({ asOf: '2025-10-15', party: { originalName: '中芯国际' } });
  });

  it('compares with what was known on another day when the view does', async () => {
    tab = await openTab(product, '/report/party/nexperia?asOf=2025-10-15&known=2020-01-01');
    await eventually(() => report().locator('[data-known-on="2020-01-01"]').innerText()).toContain(
      'Nothing was recorded',
    );
  });
});

it('of a facility tells its links, findings and operator', async () => {
  tab = await openTab(product, '/report/facility/smic-s1?asOf=2026-01-15');
  await eventually(() => report().locator('[data-finding]').count()).toBeGreaterThan(0);
  const text = await report().innerText();
  for (const part of ['bridge to SMIC Shanghai Fab SN1', 'RF27', '744.23', 'Operator'])
    expect(text).toContain(part);
});
