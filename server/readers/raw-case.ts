import type { z } from 'zod';
import type { FactSection } from '../facts/facts.ts';
import type { rowShapes } from './case-shape.ts';

/** A row as its shape gives it, with the place it was read from. */
export interface RawRow<S extends FactSection = FactSection> {
  readonly file: string;
  /** `holdings[3]` */
  readonly row: string;
  readonly value: z.infer<(typeof rowShapes)[S]>;
}

/** Rows of one or many case files, by section. */
export type RawCase = { readonly [S in FactSection]: readonly RawRow<S>[] };
