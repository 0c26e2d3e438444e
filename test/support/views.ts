import fc from 'fast-check';
import { CHANGE_MARKS, type Operation } from '../../client/state/operations.ts';
import type { View } from '../../client/state/view.ts';

/** Views at random: ids of any letters, the separators of the address and escapes of them among them. */
export const anyId: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    'nexperia',
    'smic-s1',
    'holding:L:S',
    '昇维旭',
    'a~b',
    'a!b',
    'a%7Eb',
    '%21',
    'a&b=c',
    '+ #?',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 12 }),
);

const place = fc.integer({ min: -100_000, max: 100_000 });

export const anyOperation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ do: fc.constantFrom('draw', 'finding', 'hide', 'unpin'), id: anyId }),
  fc.record({ do: fc.constant('add'), ids: fc.array(anyId, { minLength: 1, maxLength: 6 }) }),
  fc.record({
    do: fc.constant('mark'),
    as: fc.constantFrom(...CHANGE_MARKS),
    ids: fc.array(anyId, { minLength: 1, maxLength: 6 }),
  }),
  fc.record({ do: fc.constant('expand'), id: anyId, group: fc.constantFrom('owners', 'holdings', 'links') }),
  fc.record({ do: fc.constant('path'), from: anyId, to: anyId }),
  fc.record({ do: fc.constant('pin'), id: anyId, x: place, y: place }),
);

export const anyDay: fc.Arbitrary<string> = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const anyOpen = fc.oneof(
  fc.constant(''),
  fc.tuple(fc.constantFrom('party', 'facility', 'fact'), anyId).map((parts) => parts.join('/')),
);

export const anyView: fc.Arbitrary<View> = fc.record({
  asOf: anyDay,
  open: anyOpen,
  operations: fc.array(anyOperation, { maxLength: 6 }),
  selected: fc.array(anyId, { maxLength: 2 }),
  ended: fc.boolean(),
  known: fc.oneof(fc.constant(''), anyDay),
});
