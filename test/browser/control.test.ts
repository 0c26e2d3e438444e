import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drawnIds, eventually, openProduct, openTab, type Product } from '../support/browser.ts';

let product: Product;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product.close());

const CARD = '/?asOf=2025-10-15&open=party/hua-hong-manufacturing&v=add!hua-hong-manufacturing';

describe('control on the card of a party', () => {
  it('is asked for when opened, names the ultimate controller, draws its chain, and opens its parties', async () => {
    const { page, context, complaints } = await openTab(product, CARD);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/control?')) asked.push(request.url());
    });
    const section = (title: string) => page.locator('details.section', { hasText: title });
    await eventually(() => page.locator('.verdict').count()).toBe(1);
    expect(asked).toEqual([]);

    await section('Who controls it').locator('summary').first().click();
    const top = page.getByRole('list', { name: 'Ultimate controllers' });
    await eventually(() => top.innerText()).toContain('ultimately control it');
    expect(await top.innerText()).toContain('(29.1 %) and');
    expect(await top.innerText()).toContain('state-supervision');
    await top.getByRole('button', { name: /^Add this chain to the drawing: Chain from/ }).click();
    await eventually(() => drawnIds(page, 'Things')).toEqual(
      expect.arrayContaining(['shanghai-sasac', 'hua-hong-group', 'hua-hong-semi', 'hhgrace']),
    );

    await section('Look-through ownership').locator('summary').first().click();
    const owners = page.getByRole('table', { name: 'Each owner, through all chains' });
    await eventually(() => owners.innerText()).toMatch(/Hua Hong Semiconductor Limited[\s\S]*51 %/);
    expect(await section('Look-through ownership').innerText()).toContain('Look-through, not the rule');
    expect(asked).toHaveLength(1);

    await owners.getByRole('button', { name: 'Hua Hong Semiconductor Limited' }).click();
    await eventually(() => page.locator('article.card h2').innerText()).toContain('Hua Hong Semiconductor');
    await section('What it controls').locator('summary').first().click();
    await eventually(() => page.getByRole('list', { name: 'Controlled parties' }).innerText()).toContain(
      'Wuxi',
    );
    expect(complaints).toEqual([]);
    await context.close();
  });

  it.each([
    [1440, false],
    [1024, true],
  ])(
    'reads at %i px (dark: %s) for everybody: no grave finding, nothing wider than the card',
    async (width, dark) => {
      const { page, context, complaints } = await openTab(product, CARD, { width, dark });
      await eventually(() => page.locator('.verdict').count()).toBe(1);
      for (const title of ['Who controls it', 'What it controls', 'Look-through ownership'])
        await page.locator('details.section', { hasText: title }).locator('summary').first().click();
      await eventually(() => page.locator('.table-caption').count()).toBe(2);
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate<axe.AxeResults>("axe.run('article.card')");
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(grave.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([]);
      const wider = await page.evaluate(() => {
        const card = document.querySelector('article.card');
        return card ? card.scrollWidth - card.clientWidth : -1;
      });
      expect(wider).toBe(0);
      expect(complaints).toEqual([]);
      await context.close();
    },
  );
});
