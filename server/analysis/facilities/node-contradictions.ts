import type { Interval } from '../../facts/dates.ts';
import type { Facility, Facts } from '../../facts/facts.ts';
import type { AdvancedNodeLaw } from '../../regulation/read.ts';
import type { NodeContradiction } from './joined.ts';
import { classOn, stretchesOf } from './node-periods.ts';
import { mergeStretches } from './stretches.ts';

/**
 * Facilities whose stated node class and technologies contradict each other under the definition of the day. The
 * stated class stays; the contradiction is told, for a person to settle.
 */
export function nodeContradictions(
  facts: Pick<Facts, 'facilities'>,
  law: AdvancedNodeLaw,
): NodeContradiction[] {
  return facts.facilities
    .filter(({ advancedNode, technologies }) => advancedNode !== null && technologies.length > 0)
    .flatMap((facility) => {
      const found = stretchesOf(facility, law).flatMap((stretch) => contradictionOn(facility, stretch, law));
      return mergeStretches(found, ({ text }) => text);
    });
}

function contradictionOn(facility: Facility, stretch: Interval, law: AdvancedNodeLaw): NodeContradiction[] {
  const { nodeClass, basis, technology } = classOn(facility, stretch, law);
  // A class that is only reported was not kept against a technology: there is nothing to settle.
  if (basis !== 'stated' || nodeClass === 'unknown') return [];
  if (technology === null || !technology.test.inForce) return [];
  const other = technology.test.nodeClass;
  if (other === 'unknown' || other === nodeClass) return [];
  // Before the stated first day a technology of unknown start contradicts nothing: it may have come with that day.
  if (isBeforeStart(facility, stretch) && !technology.startKnown) return [];
  const words = nodeClass === 'advanced' ? 'makes advanced-node ICs' : 'makes no advanced-node ICs';
  return [
    {
      kind: 'node-class-contradicted',
      facility: facility.id,
      text: `${facility.name} ${words}, as stated; but ${lowerFirst(technology.words)} The stated class was kept: find out which is right.`,
      ...stretch,
    },
  ];
}

function isBeforeStart({ advancedFrom }: Facility, { from }: Interval): boolean {
  return advancedFrom !== null && (from === null || from < advancedFrom);
}

function lowerFirst(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
