import type { Measured } from './compare.ts';

const HEADS = ['what', 'ratio', 'linear', 'growth', 'from - to', 'sizes', 'results', 'meaning'] as const;
const LEGEND = `ratio: time of the other / time of the base, median of pairs; linear: ratio of the sizes;
growth: ratio / linear, 1 when each unit costs the same; from - to: lowest and highest ratio; results: what came out.`;

/** The measurements as a table of plain text. No times: those of two machines do not compare, ratios do. */
export function tableOf(all: readonly Measured[]): string {
  const rows = [[...HEADS], ...all.map(rowOf)];
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  '));
  return [...lines.map((line) => line.trimEnd()), '', LEGEND].join('\n');
}

function rowOf({ name, ratio, lowest, highest, linear, unit, sizes, results, meaning }: Measured): string[] {
  return [
    name,
    short(ratio),
    linear === null ? '' : short(linear),
    linear === null ? '' : short(ratio / linear),
    `${short(lowest)} - ${short(highest)}`,
    unit === null ? '' : `${sizes.join(' : ')} ${unit}`,
    results.join(' : '),
    meaning,
  ];
}

/** Two digits after the first: more is not repeated from run to run. */
function short(ratio: number): string {
  return ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(3);
}
