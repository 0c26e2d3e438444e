import type { Interval } from '../../facts/dates.ts';
import type { Affiliation, Control, DatedFact, Facts, Listing } from '../../facts/facts.ts';
import type { Basis, ComplexGrading, Graded } from '../../regulation/complex-shape.ts';
import { type ComplexStep, gradeOf } from './step.ts';

/** Control links, investments and affiliations as steps: every tie of two parties that is no holding. */
export function tieSteps(
  facts: Pick<Facts, 'controls' | 'investments' | 'affiliations'>,
  grading: ComplexGrading,
): ComplexStep[] {
  return [
    ...facts.controls.flatMap((tie) => controlSteps(tie, grading)),
    ...facts.investments.map((fact) =>
      step(
        { fact, a: fact.investor, b: fact.target, graded: grading.investment, grading },
        'investment',
        'invested in',
      ),
    ),
    ...facts.affiliations.flatMap((tie) => affiliationSteps(tie, grading)),
  ];
}

/**
 * List entries that say that a party belongs to a complex, as steps from each party that the complex is named after.
 */
export function listingSteps(
  listings: readonly Listing[],
  anchors: readonly string[],
  { complex, grading }: { readonly complex: string; readonly grading: ComplexGrading },
): ComplexStep[] {
  const marks = grading.complexes.find(({ id }) => id === complex)?.listings ?? [];
  return listings.flatMap((fact) => {
    const mark = marks.find((each) => bears(fact, each));
    if (!mark || anchors.includes(fact.party)) return [];
    const graded: Graded = { grade: 'member', reason: `${mark.reason} ${mark.citation}.` };
    return anchors.map((a) =>
      step({ fact, a, b: fact.party, graded, grading }, 'listing', 'has as a listed affiliate', 'list-entry'),
    );
  });
}

type Mark = ComplexGrading['complexes'][number]['listings'][number];

function bears(listing: Listing, { list, footnote, citationStarts }: Mark): boolean {
  if (listing.list !== list) return false;
  if (footnote !== undefined && !listing.footnotes.includes(footnote)) return false;
  return citationStarts === undefined || listing.citation.startsWith(citationStarts);
}

interface Tie {
  readonly fact: Pick<DatedFact, 'id' | 'confidence'> & Interval;
  readonly a: string;
  readonly b: string;
  readonly graded: Graded;
  readonly grading: ComplexGrading;
}

function step(
  { fact, a, b, graded, grading }: Tie,
  basis: Basis,
  tie: string,
  kind: string = basis,
): ComplexStep {
  const { id, from, to, confidence } = fact;
  const grade = gradeOf(graded, confidence, grading);
  return {
    a,
    b,
    basis,
    kind,
    tie,
    grade,
    reason: graded.reason,
    confidence,
    from,
    to,
    facts: [id],
    via: null,
  };
}

function controlSteps(fact: Control, grading: ComplexGrading): ComplexStep[] {
  const known = grading.controls.find(({ kind }) => kind === fact.kind);
  const graded = known ? gradedOf(known) : grading.otherControl;
  if (!graded) return [];
  const words = `controls (${plain(fact.kind)})`;
  return [
    step({ fact, a: fact.controller, b: fact.controlled, graded, grading }, 'control', words, fact.kind),
  ];
}

function affiliationSteps(fact: Affiliation, grading: ComplexGrading): ComplexStep[] {
  const known = grading.affiliations.find(({ kind }) => kind === fact.kind);
  const graded = known ? gradedOf(known) : grading.otherAffiliation;
  if (!graded) return [];
  const of = (a: string, b: string): ComplexStep =>
    step(
      { fact, a, b, graded, grading },
      known?.basis ?? 'affiliation',
      `is tied (${plain(fact.kind)}) to`,
      fact.kind,
    );
  return known?.oneWay ? [of(fact.b, fact.a)] : [of(fact.b, fact.a), of(fact.a, fact.b)];
}

function gradedOf({ grade, reason }: ComplexGrading['controls'][number]): Graded | null {
  return grade === null ? null : { grade, reason };
}

function plain(kind: string): string {
  return kind.replaceAll('-', ' ');
}
