import type { Judgement } from '../../server/wire/judging.ts';
import { csvLine } from './csv.ts';

const COLUMNS = ['verdict', 'a', 'a_name', 'b', 'b_name', 'by', 'on', 'why', 'in_force'];

/** Judgements as CSV (RFC 4180), one a row, with the ids that the command line takes. */
export function judgementsCsv(judgements: readonly Judgement[]): string {
  const rows = judgements.map(({ verdict, a, b, names, by, on, why, isInForce }) => [
    ...[verdict, a, names[0], b, names[1]],
    ...[by, on, why, String(isInForce)],
  ]);
  return `\uFEFF${[COLUMNS, ...rows].map(csvLine).join('\r\n')}\r\n`;
}

/** The same as the file `judgements.json` of the data folder, which can be put under version control. */
export function judgementsJson(judgements: readonly Judgement[]): string {
  const kept = judgements.map(({ a, b, verdict, by, on, why }) => ({ a, b, verdict, by, on, why }));
  return `${JSON.stringify({ judgements: kept }, null, 2)}\n`;
}
