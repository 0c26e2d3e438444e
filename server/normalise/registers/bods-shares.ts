import type { ShareBounds } from '../../facts/share.ts';
import type { BodsInterest } from '../../readers/formats/bods-shapes.ts';

type Percent = string | number;

/**
 * The share of an interest: exact where stated, else its bounds. In 0.4 an exclusive bound is a number of its own; in
 * 0.2 and 0.3 it is true or false beside the bound. Undefined when no share is stated.
 */
export function shareOfInterest(share: BodsInterest['share']): Percent | ShareBounds | undefined {
  if (share === undefined) return undefined;
  if (share.exact !== undefined) return share.exact;
  const low = bound(share.minimum, share.exclusiveMinimum);
  const high = bound(share.maximum, share.exclusiveMaximum);
  if (low === null && high === null) return undefined;
  return {
    ...(low === null ? {} : { min: low.value, exclusiveMin: low.isExclusive }),
    ...(high === null ? {} : { max: high.value, exclusiveMax: high.isExclusive }),
  };
}

function bound(
  value: Percent | undefined,
  exclusive: Percent | boolean | undefined,
): { readonly value: Percent; readonly isExclusive: boolean } | null {
  if (exclusive !== undefined && typeof exclusive !== 'boolean')
    return { value: exclusive, isExclusive: true };
  return value === undefined ? null : { value, isExclusive: exclusive === true };
}
