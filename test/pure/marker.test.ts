import { describe, expect, it } from 'vitest';
import { isNextMarker } from '../../server/store/snapshot/marker.ts';

const STORE = 'A7359C 2026-11-23T14:06:37.665Z';
const ID = 'a7359c2a12da45f592ac9f2d4a8ec394';

/** A marker as Neo4j 5 gives it: the number of the transaction as PackStream writes it. */
function marker(number: string, { store = STORE, id = ID, head = '91cc10' } = {}): string {
  return `${store} FB:${Buffer.from(`${head}${id}${number}90`, 'hex').toString('base64')}`;
}

describe('one transaction after another', () => {
  it.each([
    ['05', '06'],
    ['7f', 'c90080'],
    ['c97fff', 'ca00008000'],
    ['ca7fffffff', 'cb0000000080000000'],
  ])('is told across the widths of numbers: %s and %s', (before, after) => {
    expect(isNextMarker(marker(before), marker(after))).toBe(true);
  });

  it.each([
    ['the same', marker('05'), marker('05')],
    ['two later', marker('05'), marker('07')],
    ['one earlier', marker('06'), marker('05')],
    ['of another store', marker('05'), marker('06', { store: 'B 2026-11-23T14:06:37.665Z' })],
    ['of another database', marker('05'), marker('06', { id: ID.replace('a', 'b') })],
    ['written otherwise', marker('05'), marker('06', { head: '92cc10' })],
    ['no bookmark', marker('05'), STORE],
  ])('is not %s', (_, before, after) => {
    expect(isNextMarker(before, after)).toBe(false);
  });
});
