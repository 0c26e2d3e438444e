import type { WireGrade } from '../../server/wire/complexes.ts';

const SIGNS: Readonly<Record<WireGrade, string>> = {
  member: '■',
  strong: '▲',
  moderate: '◆',
  weak: '→',
  shown: 'i',
};

const COLOURS: Readonly<Record<WireGrade, string>> = {
  member: 'listed',
  strong: 'captured',
  moderate: 'cannotExclude',
  weak: 'accent',
  shown: 'muted',
};

/** How strongly a party is tied to a complex: sign and words, which the colour repeats. */
export function GradeMark({ grade, title }: { readonly grade: WireGrade; readonly title: string }) {
  return (
    <span className="mark" data-colour={COLOURS[grade]}>
      <span aria-hidden="true">{SIGNS[grade]}</span> {title}
    </span>
  );
}

/** What a path or a step rests on, in words. */
export const BASIS_WORDS = {
  listing: 'by listing',
  ownership: 'by ownership',
  control: 'by control',
  investment: 'by investment',
  affiliation: 'by affiliation',
  leadership: 'by leadership',
  address: 'by address',
} as const;
