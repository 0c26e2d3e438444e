import { fromBods } from '../../server/normalise/registers/from-bods.ts';
import { BODS } from '../../server/readers/formats/bods.ts';
import { EDITION, factsOf, jsonl, take } from './registers.ts';

/** Statements of the Beneficial Ownership Data Standard 0.4, as short as they may be. */
export const entity = (recordId: string, details: object = {}, more: object = {}): object => ({
  statementId: `s-${recordId}-${JSON.stringify(more).length}`,
  statementDate: '2024-01-01',
  recordId,
  recordType: 'entity',
  recordStatus: 'new',
  recordDetails: { isComponent: false, entityType: { type: 'registeredEntity' }, name: recordId, ...details },
  ...more,
});
export const person = (recordId: string, details: object = {}): object => ({
  statementId: `s-${recordId}`,
  recordId,
  recordType: 'person',
  recordDetails: { personType: 'knownPerson', names: [{ fullName: recordId }], ...details },
});
export const relation = (
  recordId: string,
  [subject, interestedParty]: readonly [unknown, unknown],
  interests: readonly object[] | undefined,
  more: object = {},
): object => ({
  statementId: `s-${recordId}`,
  statementDate: '2024-01-01',
  recordId,
  recordType: 'relationship',
  recordDetails: { isComponent: false, subject, interestedParty, interests },
  ...more,
});
export const shares = (share: object, more: object = {}): object => ({
  type: 'shareholding',
  share,
  ...more,
});

/** Facts of statements of one file, and all that was set aside on the way. */
export async function read(...statements: readonly object[]) {
  const taken = await take(BODS, jsonl(...statements));
  const normalised = fromBods(taken.rows, EDITION);
  return { facts: factsOf(normalised), asides: [...taken.asides, ...normalised.asides] };
}
