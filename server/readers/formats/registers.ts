import type { Reader } from '../reader.ts';
import { BODS } from './bods.ts';
import { FTM } from './ftm.ts';
import { GLEIF_EXCEPTIONS, GLEIF_LEI, GLEIF_RELATIONS } from './gleif.ts';
import { PSC } from './psc.ts';

/** Formats of registers of companies and owners. */
export const REGISTER_READERS: readonly Reader<unknown>[] = [
  GLEIF_LEI,
  GLEIF_RELATIONS,
  GLEIF_EXCEPTIONS,
  BODS,
  FTM,
  PSC,
];
