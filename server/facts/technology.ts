import Fraction from 'fraction.js';
import type { Confidence } from './confidence.ts';
import type { Interval } from './dates.ts';
import { formatExact } from './share.ts';

/** What a fab makes and how fine, as a source states it: the measures by which 15 CFR 772.1 tells an advanced node. */

export const TECHNOLOGY_KINDS = ['logic', 'nand', 'dram'] as const;
type TechnologyKind = (typeof TECHNOLOGY_KINDS)[number];

export const TRANSISTORS = ['planar', 'non-planar'] as const;
type Transistor = (typeof TRANSISTORS)[number];

/** What an ordered tool is made for: advanced-node ICs, which others do not need it for, or any. */
export const NEEDS = ['advanced-node', 'any-node'] as const;
export type Need = (typeof NEEDS)[number];

/** Measures with their unit, as they are shown. */
export const MEASURES = {
  nodeNm: 'nm node',
  layers: 'layers',
  halfPitchNm: 'nm half-pitch',
  cellAreaUm2: 'µm² cell area',
  densityGbPerMm2: 'Gb/mm²',
  tsvPerDie: 'through-silicon vias a die',
} as const;
export type Measure = keyof typeof MEASURES;
export const MEASURE_NAMES = Object.keys(MEASURES).filter(isMeasure);

function isMeasure(name: string): name is Measure {
  return name in MEASURES;
}

/** One technology of a facility. Measures are exact decimal text, null where the source does not give them. */
export interface Technology extends Interval, Readonly<Record<Measure, string | null>> {
  readonly kind: TechnologyKind;
  readonly transistor: Transistor | null;
  readonly sources: readonly string[];
  readonly confidence: Confidence;
  readonly note: string;
}

const NUMBER = /^\d{1,12}(\.\d{1,30})?$/;

/** True for text that is one exact number above 0, in digits: `0.0019`, `16`. */
export function isMeasureText(text: string): boolean {
  return NUMBER.test(text) && new Fraction(text).compare(0) > 0;
}

/** Exact text of a measure, without a digit lost; null where none is given. */
export function exactMeasure(value: number | string | null | undefined): string | null {
  return value === null || value === undefined ? null : formatExact(new Fraction(String(value)));
}

/** A technology in words: `logic, non-planar, 16 nm node`. */
export function technologyInWords(technology: Technology): string {
  const measures = MEASURE_NAMES.flatMap((name) => {
    const value = technology[name];
    return value === null ? [] : [`${value} ${MEASURES[name]}`];
  });
  const kind = technology.kind === 'logic' ? 'logic' : technology.kind.toUpperCase();
  return [kind, ...(technology.transistor === null ? [] : [technology.transistor]), ...measures].join(', ');
}
