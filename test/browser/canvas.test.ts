import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  cardText,
  drawnIds,
  eventually,
  openProduct,
  openTab,
  type Product,
  selectThing,
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

const NEXPERIA = '/?asOf=2025-10-15&open=party/nexperia&v=draw!nexperia&sel=nexperia';
const ties = (): Promise<string[]> => drawnIds(tab.page, 'Ties');
const things = (): Promise<string[]> => drawnIds(tab.page, 'Things');
const address = (): string => decodeURIComponent(tab.page.url());
const tool = (name: string | RegExp) => tab.page.getByRole('toolbar', { name: 'Drawing' }).getByLabel(name);

async function openNexperia(): Promise<void> {
  tab = await openTab(product, NEXPERIA);
  await eventually(ties).not.toEqual([]);
}

describe('the canvas', () => {
  it('expands by kind as many things as the button says, undoes and redoes it', async () => {
    await openNexperia();
    const before = await things();
    const button = tab.page.getByRole('group', { name: 'Add to the drawing' }).getByRole('button', {
      name: /\d+ facilities/,
    });
    const said = Number.parseInt(await button.innerText(), 10);
    await button.click();
    await eventually(async () => (await things()).length).toBe(before.length + said);
    await tool('Undo (Z)').click();
    await eventually(things).toEqual(before);
    await tool('Redo (Shift Z)').click();
    await eventually(async () => (await things()).length).toBe(before.length + said);
  });

  it('hides what is selected, with its ties, and brings it back on undo', async () => {
    await openNexperia();
    const before = { ties: await ties(), things: await things() };
    await selectThing(tab.page, 'Wingtech');
    await tool('Hide (H)').click();
    await eventually(things).toHaveLength(before.things.length - 1);
    expect(await ties()).toEqual([]);
    await tool('Undo (Z)').click();
    await eventually(ties).toEqual(before.ties);
  });

  it('pins a thing, says so in the address, and lets it go', async () => {
    await openNexperia();
    await selectThing(tab.page, 'Nexperia');
    await tool('Pin or let go (P)').click();
    await eventually(address).toContain('~pin!nexperia');
    await tool('Pin or let go (P)').click();
    await eventually(address).toContain('~unpin!nexperia');
  });

  it('finds the paths between two selected things', async () => {
    tab = await openTab(product, '/?asOf=2026-01-15&v=draw!huawei-technologies-co-ltd~draw!smic-s1');
    await eventually(things).toContain('smic-s1');
    const before = await ties();
    await selectThing(tab.page, 'Huawei Technologies Co., Ltd. 华为');
    await selectThing(tab.page, 'SMIC Shanghai 200mm', true);
    await tool(/^Paths between/).click();
    await eventually(async () => (await ties()).length).toBeGreaterThan(before.length);
  });

  it('redraws for another day: ties and verdicts are those of that day', async () => {
    await openNexperia();
    await tab.page.locator('#as-of').fill('2018-06-01');
    await tab.page.keyboard.press('Enter');
    await eventually(() => cardText(tab.page)).toContain('1 June 2018');
    await eventually(async () => (await ties()).some((id) => id.startsWith('holding:wingtech'))).toBe(false);
  });

  it('draws ties that do not hold on the day only when asked to', async () => {
    await openNexperia();
    const holding = await ties();
    expect(await tab.page.locator('.canvas-notes').innerText()).toMatch(
      /\d ties? do(es)? not hold on this day/,
    );
    await tab.page.getByRole('switch', { name: 'ties of other days' }).check();
    await eventually(async () => (await ties()).length).toBeGreaterThan(holding.length);
    expect(await ties()).toEqual(expect.arrayContaining(holding));
  });

  it('is given back whole by its address', async () => {
    await openNexperia();
    await tab.page.getByRole('button', { name: /\d+ facilities/ }).click();
    await eventually(async () => (await things()).length).toBeGreaterThan(3);
    await selectThing(tab.page, 'Wingtech');
    await eventually(() => cardText(tab.page)).toContain('Wingtech');
    const seen = { ties: await ties(), things: await things(), card: await cardText(tab.page) };
    const { pathname, search } = new URL(tab.page.url());
    await tab.context.close();
    tab = await openTab(product, `${pathname}${search}`);
    await eventually(things).toEqual(seen.things);
    await eventually(() => cardText(tab.page)).toBe(seen.card);
    expect(await ties()).toEqual(seen.ties);
  });

  it("follows the browser's back and forward", async () => {
    await openNexperia();
    await tab.page.getByRole('button', { name: /\d+ facilities/ }).click();
    await eventually(async () => (await things()).length).toBeGreaterThan(3);
    await tab.page.goBack();
    await eventually(async () => (await things()).length).toBeLessThan(4);
    await tab.page.goForward();
    await eventually(async () => (await things()).length).toBeGreaterThan(3);
  });

  it('opens the card of a tie with its source, by the id that the API gives the same fact', async () => {
    await openNexperia();
    const [id = ''] = await ties();
    await tab.page.getByRole('tab', { name: /^Ties / }).click();
    await tab.page.locator(`tr[data-id="${id}"] button`).first().click();
    await eventually(() => cardText(tab.page)).toContain(id);
    expect(await tab.page.locator('.sources li').count()).toBeGreaterThan(0);
    const steps = await fetch(`${product.url}/api/v1/parties/nexperia?asOf=2025-10-15`);
    expect(await steps.text()).toContain(`"${id}"`);
  });
});
