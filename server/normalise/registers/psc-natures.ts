import type { ShareBounds } from '../../facts/share.ts';
import type { CaseBuilder, Place } from './case-builder.ts';
import { addControl, addVotes, type Right } from './rights.ts';

/** Companies Act 2006, Schedule 1A: more than 25, more than 50 and less than 75, 75 or more. */
const RANGES: Readonly<Record<string, ShareBounds>> = {
  '25-to-50-percent': { min: 25, max: 50, exclusiveMin: true },
  '50-to-75-percent': { min: 50, max: 75, exclusiveMin: true, exclusiveMax: true },
  '75-to-100-percent': { min: 75, max: 100 },
  'more-than-25-percent': { min: 25, max: 100, exclusiveMin: true },
};

const RANGED =
  /^(ownership-of-shares|voting-rights|(?:part-)?right-to-share-surplus-assets)-((?:\d+-to-\d+|more-than-25)-percent)(-.+)?$/;
const APPOINT = /^right-to-appoint-and-remove-(?:directors|members|person|people)(-.+)?$/;
const INFLUENCE = /^significant-influence-or-control(-.+)?$/;
/** Held by the trustees of a trust or the members of a firm that the person controls, not by the person. */
const THROUGH = /^-as-(?:control-over-)?(?:trust|firm)/;
const SUFFIX =
  /^(?:-as-(?:control-over-)?(?:trust|firm)|-as-nominee.*)?(?:-limited-liability-partnership|-registered-overseas-entity)?$/;

/** One nature of control as a holding, a control link or an affiliation; an unknown one is set aside. */
export function addNature(build: CaseBuilder, place: Place, right: Right, nature: string): void {
  const noted = { ...right, note: `Nature of control: ${nature}.` };
  const match = RANGED.exec(nature) ?? APPOINT.exec(nature) ?? INFLUENCE.exec(nature);
  const suffix = match?.at(-1) ?? '';
  const ranged = RANGED.exec(nature);
  const range = RANGES[ranged?.[2] ?? ''];
  if (match === null || !SUFFIX.test(suffix) || (ranged !== null && range === undefined)) {
    const fix = 'Report it to Interlock; the other natures of the row are kept.';
    build.aside(place, ['natures_of_control', nature], 'is no nature of control that Interlock knows', fix);
  } else if (THROUGH.test(suffix))
    addControl(build, place, noted, { kind: 'trust-or-firm', isCertain: false });
  else if (ranged !== null && range !== undefined)
    addRanged(build, place, noted, { what: ranged[1] ?? '', range });
  else if (APPOINT.test(nature))
    addControl(build, place, noted, { kind: 'board-appointment', isCertain: true });
  else addControl(build, place, noted, { kind: 'significant-influence', isCertain: false });
}

function addRanged(
  build: CaseBuilder,
  place: Place,
  right: Right,
  { what, range }: { readonly what: string; readonly range: ShareBounds },
): void {
  const { holder: owner, company: owned, days, note } = right;
  if (what === 'ownership-of-shares')
    build.holding(place, { owner, owned, share: { ...plain(range) }, ...days, note });
  else if (what === 'voting-rights') addVotes(build, place, right, range);
  // In a partnership without shares the right to surplus assets stands in their place; that it is a share is a reading.
  else
    build.holding(place, { owner, owned, share: { ...plain(range) }, ...days, note, confidence: 'inferred' });
}

function plain({ min, max, exclusiveMin = false, exclusiveMax = false }: ShareBounds): ShareBounds {
  return { min, max, exclusiveMin, exclusiveMax };
}
