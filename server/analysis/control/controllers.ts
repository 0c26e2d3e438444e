import { ownersFirst } from './circles.ts';
import { type ControlDay, edgesUp } from './control-day.ts';
import { type Budget, type ControlBound, controlledBy, controlsOneOf } from './controlled-by.ts';

/** Somebody who controls a party, or may, and whom nobody is known to control. */
export interface UltimateController {
  /** One party, or several that control each other in a circle. The first is the one the chain starts from. */
  readonly parties: readonly number[];
  readonly control: ControlBound;
  /** Parties that may control it in turn; it is ultimate for certain when there are none. */
  readonly mayBeControlledBy: readonly number[];
}

/** Everybody who controls one party. */
export interface Controllers {
  /** Nearest first. */
  readonly all: ReadonlyMap<number, ControlBound>;
  readonly ultimate: readonly UltimateController[];
}

/**
 * Who controls a party: certain and possible controllers, and the ultimate ones among them.
 *
 * Only parties above it can matter. Control passes on (whoever controls a controller controls the party too), so from
 * above downward each party that an earlier one controls need not be asked any more.
 *
 * @returns null when the work would exceed the budget
 */
export function controllersOf(control: ControlDay, party: number, budget: Budget): Controllers | null {
  const above = partiesAbove(control, party);
  const certain = tops(control, above, { bound: 'certain', budget });
  const possible = tops(control, above, { bound: 'possible', budget });
  const all = allControllers(control, { party, above, budget });
  const over = coverage(possible);
  const ultimate = certain.flatMap((top): UltimateController[] => {
    const own = top.circle.has(party) && top.circle.size > 1;
    const bound = own ? 'certain' : all.get(top.root);
    if (bound === undefined) return [];
    const others = (over.get(top.root) ?? []).flatMap(({ circle }) => [...circle]);
    const mayBeControlledBy = [...new Set(others)].filter((each) => !top.circle.has(each));
    return [{ parties: [...top.circle], control: bound, mayBeControlledBy }];
  });
  if (budget.left < 0) return null;
  return { all, ultimate: ultimate.sort((a, b) => rank(a) - rank(b)) };
}

function rank({ control, mayBeControlledBy }: UltimateController): number {
  return (control === 'certain' ? 0 : 2) + (mayBeControlledBy.length === 0 ? 0 : 1);
}

/** The party and all that any chain of ties leads up to, nearest first. */
function partiesAbove(control: ControlDay, party: number): Set<number> {
  const found = new Set([party]);
  for (const each of found)
    for (const edge of edgesUp(control, each)) found.add(control.graph.owner[edge] ?? each);
  return found;
}

/** A party that nobody outside its own circle controls. */
interface Top {
  readonly root: number;
  /** Those that control each other with it, itself first. */
  readonly circle: ReadonlySet<number>;
  /** All that it controls, and itself. */
  readonly covers: ReadonlySet<number>;
}

interface Asked {
  readonly bound: ControlBound;
  readonly budget: Budget;
}

/** All such parties; together they cover everybody above. */
function tops(control: ControlDay, above: ReadonlySet<number>, asked: Asked): Top[] {
  const search = { ...asked, within: above };
  const found = new Map<number, Candidate>();
  const covered = new Set<number>();
  for (const [root, group] of fromAbove(control, above)) {
    if (covered.has(root) || asked.budget.left < 0) continue;
    const covers = new Set(controlledBy(control, root, search).keys());
    for (const each of covers) covered.add(each);
    found.set(root, { root, covers, group });
  }
  dropControlled(found);
  return [...found.values()].map(({ root, covers, group }) => {
    const back = group.filter((each) => each !== root && covers.has(each));
    const circle = back.filter((each) => controlsOneOf(control, each, new Set([root]), search));
    return { root, covers, circle: new Set([root, ...circle]) };
  });
}

interface Candidate extends Pick<Top, 'root' | 'covers'> {
  /** Those with it in a circle of ties, who alone can control it back. */
  readonly group: readonly number[];
}

/** Each party with its circle of ties; nobody in a later circle has a tie down to one before. */
function* fromAbove(
  control: ControlDay,
  above: ReadonlySet<number>,
): Generator<readonly [number, readonly number[]]> {
  const upward = (party: number): number[] =>
    [...edgesUp(control, party)].map((edge) => control.graph.owner[edge] ?? party);
  for (const group of ownersFirst(above, upward)) for (const party of group) yield [party, group];
}

/** Within a circle of ties one that comes later may control an earlier one. */
function dropControlled(found: Map<number, Candidate>): void {
  for (const { root, covers } of [...found.values()])
    for (const each of covers) if (each !== root) found.delete(each);
}

function coverage(all: readonly Top[]): Map<number, Top[]> {
  const result = new Map<number, Top[]>();
  for (const top of all) {
    for (const each of top.covers) {
      const others = result.get(each);
      if (others) others.push(top);
      else result.set(each, [top]);
    }
  }
  return result;
}

interface Upward {
  readonly party: number;
  readonly above: ReadonlySet<number>;
  readonly budget: Budget;
}

/** Nearest first, so that those further up are done as soon as they control one that is known to. */
function allControllers(control: ControlDay, { party, above, budget }: Upward): Map<number, ControlBound> {
  const known = { certain: new Set([party]), possible: new Set([party]) };
  const result = new Map<number, ControlBound>();
  for (const each of above) {
    if (each === party || budget.left < 0) continue;
    for (const bound of ['possible', 'certain'] as const) {
      if (!controlsOneOf(control, each, known[bound], { bound, budget, within: above })) break;
      known[bound].add(each);
      result.set(each, bound);
    }
  }
  return result;
}
