import type { Measured, Target } from './target.ts';

const HEADS = [
  ...['what', 'ratio', 'target', '', 'linear', 'growth'],
  ...['from - to', 'sizes', 'results', 'meaning'],
];
const LEGEND = `ratio: processor time of the other / that of the base, median of pairs, unless the row says otherwise;
target: what issue and design ask for; linear: ratio of the sizes; growth: ratio / linear, 1 when each unit costs the
same; from - to: lowest and highest ratio; results: what came out.`;

/** The measurements as a table of plain text. Hardly a time in it: those of two machines do not compare, ratios do. */
export function tableOf(all: readonly Measured[]): string {
  const rows = [HEADS, ...all.map(rowOf)];
  const widths = HEADS.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) => row.map((text, column) => text.padEnd(widths[column] ?? 0)).join('  '));
  return [...lines.map((line) => line.trimEnd()), '', LEGEND, summaryOf(all)].join('\n');
}

function summaryOf(all: readonly Measured[]): string {
  const missed = all.filter(({ isMet }) => isMet === false).map(({ name }) => name);
  const asked = all.filter(({ isMet }) => isMet !== null).length;
  return `\nTargets met: ${asked - missed.length} of ${asked}.${missed.length > 0 ? ` Not met: ${missed.join('; ')}.` : ''}`;
}

function rowOf({ value, lowest, highest, linear, ...row }: Measured): string[] {
  return [
    row.name,
    short(value),
    row.target === null ? '' : wordsOf(row.target),
    row.isMet === null ? '' : row.isMet ? 'met' : 'NOT MET',
    linear === null ? '' : short(linear),
    linear === null ? '' : short(value / linear),
    lowest === highest ? '' : `${short(lowest)} - ${short(highest)}`,
    row.sizes,
    row.results,
    row.meaning,
  ];
}

function wordsOf({ atMost, atLeast }: Target): string {
  return [
    ...(atLeast === undefined ? [] : [`at least ${atLeast}`]),
    ...(atMost === undefined ? [] : [`at most ${atMost}`]),
  ].join(', ');
}

/** Two digits after the first: more is not repeated from run to run. */
function short(ratio: number): string {
  return ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(3);
}
