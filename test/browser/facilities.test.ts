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

async function unfold(title: string): Promise<void> {
  const section = tab.page.locator('details.section', { hasText: title });
  await eventually(() => section.count()).toBe(1);
  await section.locator('summary').click();
}

describe('the card of a facility', () => {
  it('tells the node class of the day with its clause, and that the first day is not known', async () => {
    tab = await openTab(product, '/?open=facility/smic-sn1&asOf=2026-01-15');
    const said = () => cardText(tab.page);
    await eventually(said).toContain('advanced node, first day not known');
    expect(await said()).toContain('the definition says a non-planar transistor architecture');
    expect(await said()).toContain('15 CFR 772.1 (87 FR 62186)');
    expect(await said()).not.toMatch(/\b(safe|clear)\b/i);
  });

  it('lists who stands behind it as chains, and draws one as a whole from the keyboard', async () => {
    tab = await openTab(product, '/?open=facility/smic-s1&asOf=2026-01-15');
    await unfold('Who stands behind the joined facilities');
    const draw = tab.page.getByRole('button', { name: /^Draw it: Semiconductor Manufacturing South China/ });
    await eventually(() => draw.count()).toBeGreaterThan(0);
    await draw.first().focus();
    await tab.page.keyboard.press('Enter');
    const chain = ['smic-sn1', 'smic-s1', 'semiconductor-manufacturing-south-china-corporation'];
    await eventually(() => drawnIds(tab.page, 'Things')).toEqual(expect.arrayContaining(chain));
    expect(await drawnIds(tab.page, 'Ties')).toContain('link:bridge:smic-sn1:smic-s1');
  });
});

describe('the card of a party', () => {
  it('lists the joined facilities that it reaches, with the weakest tie of each chain', async () => {
    tab = await openTab(product, '/?open=party/huawei-technologies-co-ltd&asOf=2026-01-15');
    await unfold('Joined facilities it reaches');
    await eventually(() => cardText(tab.page)).toMatch(
      /operates SiCarrier site, Guanlan[\s\S]*Weakest tie: .*reported only/,
    );
  });
});
