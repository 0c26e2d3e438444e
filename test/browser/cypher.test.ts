import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { LIGHT } from '../../client/canvas/palette.ts';
import { drawnIds, eventually, openProduct, openTab, type Product, type Tab } from '../support/browser.ts';
import { ask } from '../support/database.ts';
import { lookFor } from '../support/pixels.ts';

let product: Product;
let tab: Tab;
beforeAll(async () => {
  product = await openProduct();
});
afterAll(() => product.close());
beforeEach(async () => {
  tab = await openTab(product, '/cypher?asOf=2025-10-15');
  await eventually(() => tab.page.locator('.saved li').count()).toBeGreaterThan(5);
});
afterEach(() => tab.context.close());

async function write(query: string): Promise<void> {
  await tab.page.locator('.cm-content').click();
  await tab.page.keyboard.press('Control+a');
  await tab.page.keyboard.press('Delete');
  await tab.page.keyboard.insertText(query);
}

async function run(query: string): Promise<void> {
  await write(query);
  await tab.page.keyboard.press('Control+Enter');
}

const status = (): Promise<string> => tab.page.getByRole('status').first().innerText();

describe('the Cypher page', () => {
  it('runs a query, shows rows, draws them and opens them on the canvas', async () => {
    await run("MATCH (o:Party)-[h:OWNS]->(p:Party {id: 'nexperia'}) RETURN o, h, p");
    await eventually(status).toMatch(/^\d+ rows? in \d+ ms/);
    expect(await tab.page.locator('.cypher-table').innerText()).toContain('Wingtech');
    await tab.page.getByRole('tab', { name: /^Graph/ }).click();
    await eventually(() => tab.page.getByTestId('canvas').count()).toBe(1);
    await eventually(async () => (await lookFor(tab.page, LIGHT.listed)).count).toBeGreaterThan(100);
    expect(await tab.page.locator('.canvas-missing').count()).toBe(0);
    await tab.page.getByRole('button', { name: 'Open on the canvas' }).click();
    await eventually(() => drawnIds(tab.page, 'Things')).toContain('nexperia');
  });

  it('runs a saved query with its parameters', async () => {
    await tab.page.getByRole('button', { name: 'Where a capture cannot be excluded' }).click();
    const box = tab.page.getByLabel('$asOf');
    await eventually(() => box.inputValue()).toBe('2025-10-15');
    await tab.page.getByRole('button', { name: /^Run/ }).click();
    await eventually(status).toMatch(/^\d+ rows/);
    await eventually(() => tab.page.locator('.cypher-table tbody tr').count()).toBeGreaterThan(5);
  });

  it('offers a box for a parameter of a query of one’s own', async () => {
    await write('MATCH (p:Party {id: $party}) RETURN p.name AS name');
    await tab.page.getByLabel('$party').fill('nexperia');
    await tab.page.getByRole('button', { name: /^Run/ }).click();
    await eventually(() => tab.page.locator('.cypher-table').innerText()).toContain('Nexperia');
  });

  it('says that a long query is still worked on, and ends it in the database when it is stopped', async () => {
    const running = async (): Promise<number> => {
      const all = await ask(
        product.api.store,
        'SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery AS text',
      );
      return all.filter(({ text }) => typeof text === 'string' && text.startsWith('UNWIND')).length;
    };
    await run('UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b % 7) AS x');
    await eventually(running).toBe(1);
    await eventually(status).toContain('Still working on the result');
    await tab.page.getByRole('button', { name: 'Stop the query' }).click();
    await eventually(status).toBe('Stopped: the query was ended in the database.');
    await eventually(running).toBe(0);
    expect(await tab.page.getByRole('alert').count()).toBe(0);
    await run('RETURN 1 AS one');
    await eventually(status).toMatch(/^1 row in \d+ ms/);
    expect(await tab.page.getByRole('button', { name: 'Stop the query' }).count()).toBe(0);
  });

  it.each([
    "CREATE (:Party {id: 'made-up'})",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    'SHOW SETTINGS',
    'RETURN 1; RETURN 2',
  ])('refuses %s in words and does nothing', async (query) => {
    await run(query);
    await eventually(() => tab.page.getByRole('alert').count()).toBe(1);
    expect((await tab.page.getByRole('alert').innerText()).length).toBeGreaterThan(20);
    const [row] = await product.api.store.read(async (tx) => {
      const { records } = await tx.run("MATCH (p {id: 'made-up'}) RETURN count(p) AS made");
      return records.map((record) => record.toObject());
    });
    expect(row).toEqual({ made: 0 });
  });
});
