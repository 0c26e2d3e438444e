import { Drawer } from '@mantine/core';
import { NEVER_ADVICE } from '../words.ts';

const KEYS: readonly (readonly [string, string])[] = [
  ['/ or Ctrl K', 'search'],
  ['arrows', 'on the canvas: up and down along ties, left and right through everything in rows'],
  ['E', 'expand the selected thing by kind'],
  ['H', 'hide it'],
  ['P', 'pin it, or let it go'],
  ['F', 'fit everything'],
  ['Z, Shift Z', 'undo and redo what changed the drawing or the day'],
  ['[ and ]', 'step through the days on which something changes'],
  ['W', 'why: the arithmetic'],
  ['T', 'the table of what is drawn'],
  ['Shift-click', 'select a second thing, for paths between the two'],
  ['S, D, L', 'on “Same party?”: same, different, later'],
  ['J, K, N, Z', 'there: next pair, former pair, note, undo the last judgement'],
  ['?', 'this page'],
];

const WORDS: readonly (readonly [string, string])[] = [
  ['captured', 'restricted owners hold the threshold of the regime, tier by tier; nothing is multiplied'],
  ['cannot exclude', 'an unknown or undecided share could reach the threshold: ask'],
  ['circular', 'parties hold each other in a circle and the rule does not decide: escalate'],
  ['not captured', 'the known facts do not reach the threshold. Never a clearance'],
  ['red flag', 'resolve it before going on'],
  ['lead', 'worth asking; raises nothing by itself'],
  ['listed, restricted', 'on a list; listed or captured'],
  ['reported', 'a single or low-authority report: hollow arrowhead, a lead at most'],
];

/** Keys and words, beside the page and not over it. */
export function Help({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  return (
    <Drawer
      opened={isOpen}
      onClose={onClose}
      title="Keys and words"
      position="right"
      size={420}
      lockScroll={false}
    >
      <Pairs title="Keys" rows={KEYS} />
      <Pairs title="Words" rows={WORDS} />
      <p className="muted">{NEVER_ADVICE}</p>
    </Drawer>
  );
}

function Pairs({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly (readonly [string, string])[];
}) {
  return (
    <>
      <h3>{title}</h3>
      <dl className="facts help-pairs">
        {rows.map(([term, meaning]) => (
          <div key={term} className="pair">
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
