import type { ControlStep } from './control-step.ts';

/** How control and look-through are said, and by which method they were found. */

export const CONTROL_METHOD =
  'Control by majority: a party controls another when it holds more than half of it, together with the parties that it controls, or when a control link or a branch ties them. Votes are not recorded apart from shares, so shares stand for votes. Exactly 50 % controls nobody.';

export const LOOK_THROUGH_METHOD =
  'Look-through, not the rule: shares are multiplied along each chain of holdings and all chains are added up, circles exactly (integrated ownership after Brioschi, Buzzacchi and Colombo 1989; a chain ends where it comes back to its owner, so nothing is counted twice). No 50 % rule multiplies.';

/** State supervision is a control link, but says little about who commands. */
const WEAK_KINDS: Readonly<Record<string, string>> = {
  'state-supervision': ', which is weak evidence of command',
};

const UNSURE = {
  verified: '',
  secondary: '',
  reported: ', reported only',
  inferred: ', recalled and not read',
} as const;

/** One line of a chain as a sentence that stands by itself. */
export function controlText(step: Omit<ControlStep, 'text'>): string {
  const { by, kind, name, holders, confidence } = step;
  const mark = UNSURE[confidence];
  const first = holders[0]?.name ?? '';
  if (by === 'branch') return `${name} is a branch of ${first}, the same legal person${mark}.`;
  if (by === 'link')
    return `${first} controls ${name} by a control link (${kind})${WEAK_KINDS[kind] ?? ''}${mark}.`;
  return `${heldText(step)}${mark}: ${step.certain ? 'more than half' : 'more than half cannot be excluded'}.`;
}

function heldText({ name, holders, sum, sumMax }: Omit<ControlStep, 'text'>): string {
  const [first, ...others] = holders;
  if (others.length > 0) {
    const all = holders.map((holder) => `${holder.name} (${holder.share})`).join(' and ');
    return `${all} together hold ${inWords(sum)} of ${name}`;
  }
  const cut = sum === first?.share ? '' : `, at most ${sumMax} % beside what others hold`;
  return `${first?.name ?? ''} holds ${inWords(first?.share ?? '?')} of ${name}${cut}`;
}

function inWords(share: string): string {
  return share === '?' ? 'an unknown share' : share;
}
