import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { eventually, openProduct, openTab, type Product, type Tab } from '../support/browser.ts';
import { cleanUp } from '../support/interlock.ts';
import { ownInterlock } from '../support/load-editions.ts';
import { alikeInBoth } from '../support/made-alike.ts';

const own = ownInterlock();
let product: Product;
let tab: Tab;
/** Answers that refuse, which the browser itself complains of. */
let refusals = 0;
beforeAll(async () => {
  product = await openProduct(own.data);
});
afterAll(async () => {
  await product.close();
  await cleanUp();
});
afterEach(async () => {
  const refused = tab.complaints.filter((each) => each.includes('status of 400'));
  expect([refused.length, tab.complaints.length]).toEqual([refusals, refusals]);
  refusals = 0;
  await tab.context.close();
});

const page = () => tab.page;
const button = (name: string | RegExp) => page().getByRole('button', { name });
const heading = () => page().locator('.judge-pair h2').innerText();
const queue = () => page().locator('.judge-queue li').count();
const rows = () => page().locator('.judge-made tr[data-verdict]');

async function openPage(): Promise<void> {
  tab = await openTab(product, '/same-party?asOf=2026-01-15');
}

it('says what it means that no pair waits, and that nothing is excluded by it', async () => {
  await openPage();
  await eventually(() => page().locator('.judge-page').innerText()).toMatch(
    /No pair waits.*That excludes nothing.*interlock judge same A B.*Judgements made\s*None yet/s,
  );
});

describe('with pairs that wait', () => {
  beforeAll(() => alikeInBoth(own));

  it('is reached from every page, and compares two parties in words', async () => {
    tab = await openTab(product, '/?asOf=2026-01-15');
    const line = page().locator('.home').getByText('3 pairs of ids may be one party each');
    await line.getByRole('link', { name: 'Same party?' }).click();
    await eventually(queue).toBe(3);
    await page().getByRole('textbox', { name: 'Find a pair' }).fill('阿尔法');
    await eventually(queue).toBe(1);
    expect(await heading()).toMatch(/Made Alfa Co., Ltd\. 阿尔法贸易/);
    expect(await page().locator('.judge-reasons').innerText()).toContain(
      'both are called “made alfa trading”',
    );
    const compared = async (row: string) =>
      (await page().locator(`[data-row="${row}"] > *`).allInnerTexts()).map((text) =>
        text.replaceAll(/\s+/g, ' '),
      );
    expect(await compared('Names')).toContain('partly the same');
    expect((await compared('Names')).join()).toContain('Made Alfa Trading in both');
    expect(await compared('Country')).toEqual([
      'Country',
      'China (CN) in both',
      'China (CN) in both',
      'the same',
    ]);
    expect(await compared('Addresses')).toContain('different');
    expect(await compared('Identifiers')).toContain('only one says');
    const pairs = await download('CSV of these pairs');
    expect(pairs.trim().split('\r\n')).toHaveLength(2);
    expect(pairs).toContain('"both are called “made alfa trading”');
  });

  it('judges by keys with a note, tells what changed, keeps later ones back, and undoes', async () => {
    await openPage();
    await eventually(queue).toBe(3);
    const first = await heading();
    await page().keyboard.press('l');
    await eventually(heading).not.toBe(first);
    expect(await page().locator('.judge-queue li').last().innerText()).toContain('later');
    await button(/Made Alfa Co., Ltd\./)
      .first()
      .click();
    await eventually(heading).toContain('Made Alfa Co.');
    await page().getByLabel('Judged by').fill('Ann');
    await page().getByLabel('Judged by').blur();
    await page().keyboard.press('n');
    await page().keyboard.type('one entry in the register');
    await page().keyboard.press('Escape');
    await page().keyboard.press('s');
    await eventually(queue).toBe(2);
    await eventually(() =>
      rows()
        .allInnerTexts()
        .then((texts) => texts.join()),
    ).toMatch(/Same party.*Made Alfa.*Ann.*one entry in the register/s);
    const status = page().locator('.judge-status');
    await eventually(() => status.innerText()).toMatch(/Saved: same party\. .*stricter/);
    await status.getByText('Whose verdicts').click();
    await eventually(() => status.innerText()).toContain(
      'Made Sub: Not captured → Captured under BIS 50 % rule (Affiliates Rule) (stricter)',
    );
    await page().keyboard.press('z');
    await eventually(queue).toBe(3);
    await eventually(() => rows().count()).toBe(0);
    await eventually(() => status.innerText()).toContain('Saved: taken back');
  });

  it('saves several one after the other, exports them, and each has its undo', async () => {
    await openPage();
    await eventually(queue).toBe(3);
    for (const left of [2, 1, 0]) {
      await button(/^Different/).click();
      await eventually(queue).toBe(left);
    }
    await eventually(() => rows().count()).toBe(3);
    const kept = await download('CSV');
    expect(kept.split('\r\n')[0]).toContain('"verdict","a","a_name","b","b_name"');
    expect(kept).toContain('"No note; shown for it: both are called “made alfa trading”"');
    expect(await download('JSON')).toBe(readFileSync(join(own.data, 'judgements.json'), 'utf8'));
    for (const left of [2, 1, 0]) {
      await rows().first().getByRole('button', { name: /^Undo/ }).click();
      await eventually(() => rows().count()).toBe(left);
    }
    await eventually(queue).toBe(3);
  });

  it('says what could not be saved, and the pair waits again', async () => {
    await openPage();
    await eventually(queue).toBe(3);
    await button(/Made Beta Holding/)
      .first()
      .click();
    await eventually(heading).toContain('Made Beta Holding');
    const id = await page().locator('[data-row=Ids] td').allInnerTexts();
    const theirs = id.join(' ').match(/el\/\S+/)?.[0] ?? '';
    expect(
      (await own.interlock(['judge', 'different', 'beta', theirs, '--why', 'elsewhere', '--by', 'me'])).code,
    ).toBe(0);
    await page().keyboard.press('s');
    await eventually(() => page().getByRole('alert').innerText()).toContain('me said on');
    refusals = 1;
    expect((await own.interlock(['judge', 'undo', 'beta', theirs])).code).toBe(0);
  });
});

async function download(name: string): Promise<string> {
  const file = page().waitForEvent('download');
  await page().getByRole('button', { name, exact: true }).click();
  return readFileSync(await (await file).path(), 'utf8');
}
