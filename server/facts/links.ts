/** Kinds of physical link between facilities, and which of them make two facilities one. */

const JOINING_LINK_KINDS = ['overhead-track', 'bridge', 'tunnel', 'shared-building', 'other'] as const;
const OTHER_LINK_KINDS = ['shared-campus', 'planned', 'none'] as const;
export const LINK_KINDS = [...JOINING_LINK_KINDS, ...OTHER_LINK_KINDS] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** True for a link that makes two facilities one under Red Flag 27: it is built, and wafers can pass. */
export function joinsFacilities(kind: LinkKind): boolean {
  return (JOINING_LINK_KINDS as readonly string[]).includes(kind);
}
