import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { type SeedApi, seedApi } from './api.ts';
import { findChromium } from './chromium.mjs';

/** Headless Chromium with software WebGL, and nothing that calls home. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

/** Software drawing on two cores is slow; nothing here measures time. */
const PATIENCE = { timeout: 30_000, interval: 100 };

/** The product with the seed in it, and a real browser before it. */
export interface Product {
  readonly url: string;
  readonly api: SeedApi;
  readonly browser: Browser;
  readonly close: () => Promise<void>;
}

/** @param data the data folder of judgements */
export async function openProduct(data?: string): Promise<Product> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('There is no Chromium. On Debian: apt-get install chromium');
  const api = await seedApi(data);
  const server = createServer(api.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const close = async (): Promise<void> => {
    await browser.close();
    await new Promise((resolve) => server.close(resolve));
    await api.store.close();
  };
  return { url: `http://127.0.0.1:${portOf(server)}`, api, browser, close };
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server does not listen');
  return address.port;
}

export interface Look {
  readonly width?: number;
  readonly dark?: boolean;
}

/** A page of the product, with what went wrong in it and whom else it asked. */
export interface Tab {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly complaints: readonly string[];
}

/** Opens a path of the product in a browser of its own: nothing is remembered from other tests. */
export async function openTab(
  { browser, url }: Product,
  path = '/',
  { width = 1440, dark = false }: Look = {},
): Promise<Tab> {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!/^(data|blob):/.test(request.url()) && !request.url().startsWith(url))
      complaints.push(`asked another host: ${request.url()}`);
  });
  await page.goto(`${url}${path}`);
  return { page, context, complaints };
}

/** Waits until what is asked comes true; fails with the last answer otherwise. */
export function eventually<T>(ask: () => T | Promise<T>) {
  return expect.poll(ask, PATIENCE);
}

/** Ids of the rows of the table of ties or of things: what the canvas draws. */
export async function drawnIds(page: Page, table: 'Ties' | 'Things'): Promise<string[]> {
  await page.getByRole('tab', { name: new RegExp(`^${table} `) }).click();
  const rows = page.getByRole('table', { name: `${table} drawn` }).locator('tbody tr');
  return rows.evaluateAll((found) => found.map((row) => row.getAttribute('data-id') ?? ''));
}

/** The card on the right as text. */
export function cardText(page: Page): Promise<string> {
  return page.locator('article.card').innerText();
}

/** Selects a row of the table, as one would a thing on the canvas. */
export async function selectThing(page: Page, name: string, more = false): Promise<void> {
  await page.getByRole('tab', { name: /^Things / }).click();
  const row = page.getByRole('table', { name: 'Things drawn' }).getByRole('button', { name });
  await row.first().click(more ? { modifiers: ['Shift'] } : {});
}
