/** What issue and design ask of a figure. Both bounds are allowed themselves. */
export interface Target {
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** One figure of the table. */
export interface Measured {
  readonly name: string;
  readonly meaning: string;
  /** A ratio as a rule: the median over the pairs of time of other / time of base. */
  readonly value: number;
  readonly lowest: number;
  readonly highest: number;
  /** What the ratio is when the time grows as the size does; null where it means nothing. */
  readonly linear: number | null;
  readonly sizes: string;
  readonly results: string;
  readonly target: Target | null;
  /** Null without a target. */
  readonly isMet: boolean | null;
}

type Named = Pick<Measured, 'name' | 'meaning'> & { readonly target?: Target };
type Found = Omit<Measured, 'name' | 'meaning' | 'target' | 'isMet'>;

/** The row of a figure that was asked for and found. */
export function targetRow({ name, meaning, target }: Named, found: Found): Measured {
  const isMet = target === undefined ? null : meets(target, found.value);
  return { name, meaning, ...found, target: target ?? null, isMet };
}

function meets({ atMost, atLeast }: Target, value: number): boolean {
  return value <= (atMost ?? Number.POSITIVE_INFINITY) && value >= (atLeast ?? Number.NEGATIVE_INFINITY);
}

/** A figure that is no comparison of two works: counted, or measured by itself. */
export interface Figure extends Named {
  readonly take: () => { readonly value: number; readonly sizes: string; readonly results: string };
}

/** Takes a figure. It is one number, so it has no spread. */
export function takeFigure(figure: Figure): Measured {
  const { value, sizes, results } = figure.take();
  return targetRow(figure, { value, lowest: value, highest: value, linear: null, sizes, results });
}
