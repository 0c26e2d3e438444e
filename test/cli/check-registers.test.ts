import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { cleanUp, run, temporaryFolder } from '../support/interlock.ts';

afterEach(cleanUp);

describe('check of a sheet', () => {
  it('says its format, day and rows, and why a row was kept aside', async () => {
    const file = join(temporaryFolder(), 'own-2024-06-01.csv');
    writeFileSync(file, 'owner,owned,share\nA,B,51\n,B,3\n');
    const { code, stdout } = await run(['check', file, '--json']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({
      ok: true,
      editions: [
        { format: 'sheets', date: '2024-06-01', series: [{ series: 'sheets/own', rows: 1 }], aside: 1 },
      ],
    });
  });

  it('of one without a day asks for it', async () => {
    const file = join(temporaryFolder(), 'own.csv');
    writeFileSync(file, 'owner,owned,share\nA,B,51\n');
    const { code, stderr } = await run(['check', file]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/own\.csv: does not say of which day .*Fix: /);
  });
});

describe('template', () => {
  it('prints the columns of a sheet', async () => {
    const { code, stdout } = await run(['template', 'holdings']);
    expect({ code, first: stdout.split(',')[0] }).toEqual({ code: 0, first: 'owner' });
  });

  it('of a section without a sheet names those that have one', async () => {
    const { code, stderr } = await run(['template', 'nothing']);
    expect(code).toBe(1);
    expect(stderr).toContain('holdings, facilities, physicalLinks.');
  });
});
