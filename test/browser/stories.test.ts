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

/** From the first screen, by one click: on the title of a story or on one of its days. */
async function tell(label: string | RegExp): Promise<void> {
  tab = await openTab(product);
  await tab.page.getByRole('button', { name: label }).first().click();
}

const said = (): Promise<string> => cardText(tab.page);

describe('the stories of the first screen', () => {
  it('greet with what is flagged on the day, what is unconfirmed, and five stories', async () => {
    tab = await openTab(product, '/?asOf=2026-11-22');
    const { page } = tab;
    await eventually(() => page.locator('h1').innerText()).toBe('What is flagged on 22 Nov 2026, and why');
    await eventually(() => page.locator('.story').count()).toBe(5);
    expect(await page.locator('.home-regimes').innerText()).toContain('in force, unconfirmed');
    expect(Number(await page.locator('.totals [data-level=red-flag] dd').innerText())).toBeGreaterThan(10);
  });

  it.each([
    ['28 Sep 2025: not yet in force', 'not-captured'],
    ['15 Oct 2025: in force', 'captured'],
    ['1 Dec 2025: suspended', 'not-captured'],
    ['10 Nov 2026: back, unconfirmed', 'captured'],
  ])('Nexperia through Wingtech, %s: %s', async (label, outcome) => {
    await tell(label);
    await eventually(() => tab.page.locator('.verdict').first().getAttribute('data-outcome')).toBe(outcome);
    expect(await said()).toContain('Wingtech');
    const ties = await drawnIds(tab.page, 'Ties');
    expect(ties.some((id) => /^holding:wingtech.*:nexperia/.test(id))).toBe(true);
    if (label.includes('unconfirmed')) expect(await said()).toContain('Unconfirmed');
  });

  it('SMIC: S1 is flagged through the bridge to SN1, and was not before the flag existed', async () => {
    await tell('15 Jan 2026: flagged');
    await eventually(said).toContain('Red Flag 27 on 15 January 2026');
    expect(await drawnIds(tab.page, 'Things')).toEqual(expect.arrayContaining(['smic-s1', 'smic-sn1']));
    await tab.page.locator('#as-of').fill('2024-11-30');
    await tab.page.keyboard.press('Enter');
    await eventually(said).toContain('None on this day');
  });

  it('Hubble: unknown shares in chip firms cannot be excluded and raise Red Flag 29', async () => {
    await tell('15 Oct 2025: rule in force');
    await eventually(async () => (await drawnIds(tab.page, 'Ties')).length).toBeGreaterThan(10);
    await tab.page.getByRole('tab', { name: /^Ties / }).click();
    const ties = tab.page.getByRole('table', { name: 'Ties drawn' });
    expect(await ties.innerText()).toContain('?');
    await tab.page.getByRole('tab', { name: /^Things / }).click();
    const things = tab.page.getByRole('table', { name: 'Things drawn' });
    await eventually(() => things.innerText()).toMatch(/Cannot exclude[\s\S]*RF29/);
  });

  it('PXW, SwaySure and PST: tied to Huawei with no ownership link at all', async () => {
    await tell(/PXW, SwaySure and PST/);
    await eventually(said).toContain('SwaySure');
    expect(await said()).toContain('Huawei');
    const ties = await drawnIds(tab.page, 'Ties');
    expect(ties.length).toBeGreaterThan(2);
    expect(ties.filter((id) => id.startsWith('holding:huawei'))).toEqual([]);
  });

  it("Honor: Huawei's before November 2020, and a lead after the sale", async () => {
    await tell(/Honor, formerly/);
    await eventually(said).toContain('Formerly owned');
    await tell('1 Jun 2020: still Huawei');
    await eventually(said).toContain('100 %');
    expect(await said()).not.toContain('Formerly owned by');
  });
});
