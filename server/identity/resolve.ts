import type { Party } from '../facts/facts.ts';
import { groupBy } from '../facts/group.ts';
import { type Candidate, evidenceOf, GROUNDS, type Join } from './evidence.ts';
import { type Judgement, pairKey } from './judgements.ts';
import { contradiction } from './party-keys.ts';

/** Two ids that evidence joins through others, and that cannot be one. */
interface Conflict {
  readonly a: string;
  readonly b: string;
  readonly why: string;
  /** The joins that lead from one to the other; the weakest ground among them is not followed. */
  readonly joins: readonly Join[];
}

export interface Identities {
  /** Id that stands for the party, by each id that it does not stand for itself. */
  readonly canonical: ReadonlyMap<string, string>;
  /** The joins that were followed. */
  readonly joins: readonly Join[];
  /** For a person, without those already judged or joined. */
  readonly candidates: readonly Candidate[];
  readonly conflicts: readonly Conflict[];
  /** Judgements on ids that no longer exist; they wait. */
  readonly idle: readonly Judgement[];
}

export interface ResolveOptions {
  readonly judgements?: readonly Judgement[];
  /** Ids that stand for a party before any other: the seed's. */
  readonly preferred?: ReadonlySet<string>;
}

/**
 * Which ids are one party: by a person's judgement, by registered identifiers, or by exact folded name and country.
 * Different identifiers forbid it whatever else is said, and so does a judgement `different`; where evidence still leads
 * from one such party to the other, the conflict is told and the weakest ground of that group is not followed. The order
 * of parties and judgements makes no difference.
 */
export function resolveIdentities(parties: readonly Party[], options: ResolveOptions = {}): Identities {
  const { judgements = [], preferred = new Set<string>() } = options;
  const byId = new Map(parties.map((party) => [party.id, party]));
  const unique = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  const evidence = evidenceOf(unique, judgements);
  const refused = new Set(judgements.filter(({ verdict }) => verdict === 'different').map(keyOf));
  const { joins, conflicts } = withoutConflicts(evidence.joins, { byId, refused });
  const canonical = canonicalOf(joins, preferred);
  const standing = (id: string): string => canonical.get(id) ?? id;
  const decided = new Set(judgements.map(keyOf));
  return {
    canonical,
    joins,
    candidates: united(evidence.candidates).filter(
      (each) => !decided.has(keyOf(each)) && standing(each.a) !== standing(each.b),
    ),
    conflicts,
    idle: judgements.filter(({ a, b }) => !byId.has(a) || !byId.has(b)),
  };
}

interface Limits {
  readonly byId: ReadonlyMap<string, Party>;
  readonly refused: ReadonlySet<string>;
}

const keyOf = ({ a, b }: { a: string; b: string }): string => pairKey(a, b);

function withoutConflicts(all: readonly Join[], limits: Limits): { joins: Join[]; conflicts: Conflict[] } {
  const joins: Join[] = [];
  const conflicts: Conflict[] = [];
  let waiting = groupsOf(all);
  while (waiting.length > 0) {
    const next: Join[] = [];
    for (const group of waiting) {
      const found = forbiddenIn(group, limits);
      if (found.length === 0) joins.push(...group);
      conflicts.push(...found);
      if (found.length > 0) next.push(...withoutWeakest(group));
    }
    waiting = groupsOf(next);
  }
  const once = new Map(conflicts.map((conflict) => [keyOf(conflict), conflict]));
  return { joins, conflicts: [...once.values()] };
}

function withoutWeakest(group: readonly Join[]): Join[] {
  const weakest = Math.max(...group.map(({ ground }) => GROUNDS.indexOf(ground)));
  return group.filter(({ ground }) => GROUNDS.indexOf(ground) < weakest);
}

/** Joins by the parties that they connect. */
function groupsOf(joins: readonly Join[]): Join[][] {
  const roots = connect(joins);
  return [...groupBy(joins, ({ a }) => rootOf(roots, a)).values()];
}

function connect(joins: readonly Join[]): Map<string, string> {
  const roots = new Map<string, string>();
  for (const { a, b } of joins) {
    const [one, other] = [rootOf(roots, a), rootOf(roots, b)].sort();
    if (one !== undefined && other !== undefined && one !== other) roots.set(other, one);
  }
  return roots;
}

function rootOf(roots: Map<string, string>, id: string): string {
  let root = id;
  for (let up = roots.get(root); up !== undefined; up = roots.get(root)) root = up;
  if (root !== id) roots.set(id, root);
  return root;
}

function forbiddenIn(group: readonly Join[], { byId, refused }: Limits): Conflict[] {
  const ids = [...new Set(group.flatMap(({ a, b }) => [a, b]))].sort();
  const judged = new Set(group.filter(({ ground }) => ground === 'judgement').map(keyOf));
  return ids.flatMap((a, at) =>
    ids.slice(at + 1).flatMap((b) => {
      const isRefused = refused.has(pairKey(a, b));
      const why = isRefused ? { why: 'a person says that they are two', isFinal: true } : against(a, b, byId);
      const isOverruled = why !== null && !why.isFinal && judged.has(pairKey(a, b));
      if (why === null || isOverruled) return [];
      return [{ a, b, why: why.why, joins: group }];
    }),
  );
}

function against(a: string, b: string, byId: Limits['byId']) {
  const [one, other] = [byId.get(a), byId.get(b)];
  return one === undefined || other === undefined ? null : contradiction(one, other);
}

function canonicalOf(joins: readonly Join[], preferred: ReadonlySet<string>): Map<string, string> {
  const canonical = new Map<string, string>();
  for (const group of groupsOf(joins)) {
    const ids = [...new Set(group.flatMap(({ a, b }) => [a, b]))].sort();
    const standing = ids.find((id) => preferred.has(id)) ?? ids[0] ?? '';
    for (const id of ids) if (id !== standing) canonical.set(id, standing);
  }
  return canonical;
}

/** One candidate for each pair, with all that speaks for it. */
function united(candidates: readonly Candidate[]): Candidate[] {
  return [...groupBy(candidates, keyOf)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, each]) => {
      const [first] = each;
      if (first === undefined) return [];
      return [{ ...first, evidence: [...new Set(each.flatMap(({ evidence }) => evidence))].sort() }];
    });
}
