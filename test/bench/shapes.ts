import type { Drawing } from './register.ts';

/** Shapes that ownership takes, each drawn as one group. */
type Shape = (drawing: Drawing) => void;

/** Each party below the one before, the first one listed. */
function line(length: number, tie: 'hold' | 'holdWhole'): Shape {
  return ({ party, ...drawing }) => {
    const parties = Array.from({ length }, (_, index) => party(index === 0));
    for (const [index, below] of parties.slice(1).entries()) drawing[tie](parties[index] ?? below, below);
  };
}

/** A chain of wholly owned parties: all of them are captured. */
export function wholeChain(length: number): Shape {
  return line(length, 'holdWhole');
}

/** One party with many owners, a tenth of them listed, which owns some others. */
export function conglomerate(owners: number, subsidiaries: number): Shape {
  return ({ party, hold, random }) => {
    const head = party();
    for (let i = 0; i < owners; i += 1) hold(party(random.chance(0.1)), head, owners);
    for (let i = 0; i < subsidiaries; i += 1) hold(head, party());
  };
}

/** Two ways from the top to the bottom. */
const diamond: Shape = ({ party, hold, random }) => {
  const [top, left, right, bottom] = [party(random.chance(0.4)), party(), party(), party()];
  hold(top, left);
  hold(top, right);
  hold(left, bottom, 2);
  hold(right, bottom, 2);
};

/** Parties that hold each other in a circle, with somebody outside who holds a part of one of them. */
const circle: Shape = ({ party, hold, random }) => {
  const outside = party(random.chance(0.4));
  const ring = Array.from({ length: random.between(3, 8) }, () => party());
  for (const [index, owner] of ring.entries())
    hold(owner, ring[(index + 1) % ring.length] ?? owner, index === ring.length - 1 ? 2 : 1);
  hold(outside, ring[0] ?? outside, 2);
};

/** Two parties that no list bears on. */
const unlisted: Shape = ({ party, hold }) => {
  const head = party();
  hold(head, party());
};

/** What a register is made of: mostly small groups, and of every hundred one with hundreds of owners. */
export const mixed: Shape = (drawing) => {
  const { random } = drawing;
  if (random.chance(0.01)) conglomerate(random.between(100, 400), random.between(20, 60))(drawing);
  else random.pick([line(random.between(3, 12), 'hold'), diamond, circle, unlisted])(drawing);
};
