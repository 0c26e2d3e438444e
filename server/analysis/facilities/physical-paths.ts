import { CONFIDENCES, type Confidence } from '../../facts/confidence.ts';
import type { PhysicalLink } from '../../facts/facts.ts';

/** Links and facilities from some facility to the one the search started at. */
export interface PhysicalPath {
  readonly links: readonly PhysicalLink[];
  readonly via: readonly string[];
}

/** The two paths that matter to an argument; the same object where one is both. */
export interface BestPaths {
  /** Best weakest link, then fewest links. */
  readonly mostCertain: PhysicalPath;
  /** Fewest links, then best weakest link. */
  readonly shortest: PhysicalPath;
}

/** Links by the facilities at their ends, to be walked both ways. */
export type LinkIndex = ReadonlyMap<string, readonly PhysicalLink[]>;

/** Indexes links by both ends, keeping their order. */
export function indexLinks(links: readonly PhysicalLink[]): LinkIndex {
  const index = new Map<string, PhysicalLink[]>();
  for (const link of links)
    for (const end of [link.a, link.b]) {
      const at = index.get(end);
      if (at) at.push(link);
      else index.set(end, [link]);
    }
  return index;
}

/**
 * The most certain and the shortest path from every facility to one target. Widest path by levels of certainty
 * (Pollack 1960): breadth-first over the links of the highest certainty alone, then with the next level, and so on. The
 * first level that reaches a facility gives its most certain path, the first that reaches it in the fewest links its
 * shortest. Links are tried in their order, so that the same facts give the same path.
 */
export function bestPaths(target: string, index: LinkIndex): Map<string, BestPaths> {
  const best = new Map<string, BestPaths>();
  for (const level of CONFIDENCES)
    for (const [id, path] of reach(target, index, level)) {
      const known = best.get(id);
      if (!known) best.set(id, { mostCertain: path, shortest: path });
      else if (path.links.length < known.shortest.links.length) best.set(id, { ...known, shortest: path });
    }
  return best;
}

function reach(target: string, index: LinkIndex, level: Confidence): Map<string, PhysicalPath> {
  const least = CONFIDENCES.indexOf(level);
  const paths = new Map<string, PhysicalPath>([[target, { links: [], via: [target] }]]);
  for (const [id, path] of paths)
    for (const link of index.get(id) ?? []) {
      const next = link.a === id ? link.b : link.a;
      if (paths.has(next) || CONFIDENCES.indexOf(link.confidence) > least) continue;
      paths.set(next, { links: [link, ...path.links], via: [next, ...path.via] });
    }
  return paths;
}
