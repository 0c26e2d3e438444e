import type { Problem } from '../errors.ts';
import type { RawRow } from '../readers/raw-case.ts';

type FacilityRow = RawRow<'facilities'>;

/**
 * Finds facilities whose node class contradicts its own days: an end that is not after the start, or days given for
 * a class that the row denies or leaves open. Either would be read as "not advanced" without a word. Also finds
 * technologies that end before they start, and measures of another kind of IC, which no test would ever read.
 */
export function checkFacilities(rows: readonly FacilityRow[]): Problem[] {
  return rows.flatMap((row) => [...checkDays(row), ...checkClass(row), ...checkTechnologies(row)]);
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

/** The measures by which each kind of IC is told. */
const MEASURES_OF = {
  logic: ['transistor', 'nodeNm'],
  nand: ['layers'],
  dram: ['halfPitchNm', 'cellAreaUm2', 'densityGbPerMm2', 'tsvPerDie'],
} as const;
const ALL_MEASURES = Object.values(MEASURES_OF).flat();

function checkTechnologies({ file, row, value }: FacilityRow): Problem[] {
  return value.technologies.flatMap((technology, index) => {
    const { kind, from = null, to = null } = technology;
    const at = (field: string): string => `technologies.${index}.${field}`;
    const of: readonly string[] = MEASURES_OF[kind];
    const foreign = ALL_MEASURES.filter((name) => (technology[name] ?? null) !== null && !of.includes(name));
    const wrong = foreign.map((name) => ({
      ...{ file, row, field: at(name), message: `is no measure of ${kind}.` },
      fix: `Measures of ${kind}: ${of.join(', ')}.`,
    }));
    if (from === null || to === null || from < to) return wrong;
    const message = `${to} is not after the start on ${from}.`;
    const fix = '`to` is the first day on which it is no longer made; make it later than `from`.';
    return [...wrong, { file, row, field: at('to'), message, fix }];
  });
}

/** Finds orders that name neither who orders nor for which facility, or both: Red Flag 20 would have no one subject. */
export function checkOrders(rows: readonly RawRow<'orders'>[]): Problem[] {
  return rows.flatMap(({ file, row, value: { facility, party } }) => {
    if ((facility === undefined) !== (party === undefined)) return [];
    const message =
      facility === undefined ? 'names neither a facility nor a party.' : 'names a facility and a party.';
    const fix = 'Name the facility that the item is for; where it is not known, the party that orders.';
    return [{ file, row, field: 'facility', message, fix }];
  });
}
