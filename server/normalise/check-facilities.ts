import type { Problem } from '../errors.ts';
import type { RawRow } from '../readers/raw-case.ts';

type FacilityRow = RawRow<'facilities'>;

/**
 * Finds facilities whose node class contradicts its own days: an end that is not after the start, or days given for
 * a class that the row denies or leaves open. Either would be read as "not advanced" without a word.
 */
export function checkFacilities(rows: readonly FacilityRow[]): Problem[] {
  return rows.flatMap((row) => [...checkDays(row), ...checkClass(row)]);
}

function checkDays({ file, row, value }: FacilityRow): Problem[] {
  const { advancedFrom, advancedTo } = value;
  if (advancedFrom === null || advancedTo === null || advancedFrom < advancedTo) return [];
  const message = `${advancedTo} is not after the start on ${advancedFrom}.`;
  const fix =
    '`advancedTo` is the first day on which advanced-node ICs are no longer made; make it later than `advancedFrom`.';
  return [{ file, row, field: 'advancedTo', message, fix }];
}

function checkClass({ file, row, value }: FacilityRow): Problem[] {
  const { advancedNode, advancedFrom, advancedTo } = value;
  if (advancedNode === true || (advancedFrom === null && advancedTo === null)) return [];
  const given = [advancedFrom === null ? '' : 'advancedFrom', advancedTo === null ? '' : 'advancedTo'];
  const days = given.filter((name) => name !== '').join(' and ');
  const message = `is ${advancedNode === false ? 'false' : 'left out'}, but the days on which advanced-node ICs are made are given (${days}).`;
  const fix = `Set \`advancedNode\` to true, or leave ${days} out.`;
  return [{ file, row, field: 'advancedNode', message, fix }];
}
