import type { Provenance } from '../facts/facts.ts';
import { exactMeasure, type Technology } from '../facts/technology.ts';
import type { RawRow } from '../readers/raw-case.ts';

type RawTechnology = RawRow<'facilities'>['value']['technologies'][number];

/**
 * A technology of a facility, with exact measures. Where it names no source or confidence of its own, those of the
 * facility hold.
 */
export function toTechnology(
  value: RawTechnology,
  facility: Pick<Provenance, 'sources' | 'confidence'>,
): Technology {
  const { source } = value;
  return {
    kind: value.kind,
    transistor: value.transistor ?? null,
    nodeNm: exactMeasure(value.nodeNm),
    layers: exactMeasure(value.layers),
    halfPitchNm: exactMeasure(value.halfPitchNm),
    cellAreaUm2: exactMeasure(value.cellAreaUm2),
    densityGbPerMm2: exactMeasure(value.densityGbPerMm2),
    tsvPerDie: exactMeasure(value.tsvPerDie),
    from: value.from ?? null,
    to: value.to ?? null,
    sources: source === undefined ? facility.sources : typeof source === 'string' ? [source] : source,
    confidence: value.confidence ?? facility.confidence,
    note: value.note ?? '',
  };
}
