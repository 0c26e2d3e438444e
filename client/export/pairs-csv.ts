import type { AskedPair, JudgedParty } from '../../server/wire/judging.ts';
import { csvLine } from './csv.ts';

const PARTY = ['id', 'name', 'original_name', 'country', 'identifiers', 'lists', 'loaded_as'];
const COLUMNS = [...PARTY.map((each) => `a_${each}`), ...PARTY.map((each) => `b_${each}`), 'for', 'against'];

/** Pairs that wait for a person as CSV (RFC 4180), one a row, with the ids that `interlock judge` takes. */
export function pairsCsv(pairs: readonly AskedPair[]): string {
  const rows = pairs.map(({ a, b, evidence, against }) => [
    ...cellsOf(a),
    ...cellsOf(b),
    evidence.join('; '),
    against,
  ]);
  return `\uFEFF${[COLUMNS, ...rows].map(csvLine).join('\r\n')}\r\n`;
}

function cellsOf({
  id,
  name,
  originalName,
  jurisdiction,
  identifiers,
  lists,
  standing,
}: JudgedParty): string[] {
  return [
    ...[id, name, originalName ?? '', jurisdiction ?? ''],
    ...[identifiers.join('; '), lists.join('; '), standing],
  ];
}
