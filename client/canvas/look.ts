import type { GraphEdge, GraphNode } from '../../server/wire/graph.ts';
import type { ChangeMark } from '../state/operations.ts';
import { period } from '../words.ts';
import {
  EDGE_LOOKS,
  type EdgeLook,
  KIND_SHAPES,
  NOT_JOINED,
  OUTCOME_LOOKS,
  type Palette,
  type Ring,
  type Shape,
} from './palette.ts';

/** How a thing is drawn. Colour is the third carrier, after shape and badge. */
export interface NodeLook {
  readonly shape: Shape;
  readonly ring: Ring;
  readonly filled: boolean;
  readonly colour: string;
  readonly size: number;
  readonly badges: readonly string[];
}

/** The look of a thing under a palette. Pure, so that it is tested without WebGL. */
export function nodeLook(node: GraphNode, palette: Palette): NodeLook {
  if (node.type === 'facility') return facilityLook(node, palette);
  if (node.type === 'address') {
    return { shape: 'dot', ring: 'none', filled: true, colour: palette.muted, size: 6, badges: [] };
  }
  const { colour, filled, ring, badge } = OUTCOME_LOOKS[node.outcome ?? 'not-captured'];
  const own = [badge, ...node.codes].filter((text) => text !== '');
  return {
    shape: KIND_SHAPES[node.kind] ?? 'square',
    ring,
    filled,
    colour: palette[colour],
    size: 14,
    badges: [...kindBadge(node), ...own, ...flagBadges(node)],
  };
}

/** What a change of a list made of a thing, as a badge: a sign and a word, since colour says something else. */
export const CHANGE_BADGES: Readonly<Record<ChangeMark, string>> = {
  stricter: '+ stricter',
  'less-strict': '− less strict',
  touched: '≠ touched',
};

/** The look of a thing that a change of a list touches: what became of it comes first. */
export function markedLook(look: NodeLook, mark: ChangeMark | null): NodeLook {
  return mark === null ? look : { ...look, badges: [CHANGE_BADGES[mark], ...look.badges] };
}

/** A vessel has the shape of a person, so it says what it is. */
function kindBadge({ kind }: GraphNode): string[] {
  return kind === 'vessel' ? ['vessel'] : [];
}

function facilityLook(node: GraphNode, palette: Palette): NodeLook {
  const isAdvanced = node.advancedNode === true;
  const nodeBadge = isAdvanced ? ['advanced'] : node.advancedNode === null ? ['node ?'] : [];
  return {
    shape: 'hexagon',
    ring: 'none',
    filled: isAdvanced,
    colour: isAdvanced ? palette.advanced : palette.plain,
    size: 15,
    badges: [...nodeBadge, ...flagBadges(node)],
  };
}

/** Numbered red flags as badges; listing and capture are badges already. */
export function flagBadges({ flags }: Pick<GraphNode, 'flags'>): string[] {
  return flags.filter((flag) => /^RF\d+$/.test(flag));
}

/** How far a thing reaches from its middle, ring included, in the units of its size. */
export function reach({ size, look }: { readonly size: number; readonly look: NodeLook }): number {
  return size * (look.ring === 'none' ? 1.15 : 1.65);
}

/** How a tie is drawn. */
export interface EdgeStyle extends EdgeLook {
  readonly hex: string;
  /** Hollow arrowhead: reported or recalled only. */
  readonly hollow: boolean;
  /** 1 for ties that hold on the day, less for the others. */
  readonly opacity: number;
  readonly text: string;
}

export function edgeStyle(edge: GraphEdge, palette: Palette): EdgeStyle {
  const look =
    edge.type === 'PHYSICALLY_LINKED_TO' && edge.joins === false ? NOT_JOINED : EDGE_LOOKS[edge.type];
  const unsure = edge.confidence === 'reported' || edge.confidence === 'inferred';
  const share = edge.type === 'OWNS' ? shareThickness(edge) : 0;
  return {
    ...look,
    thickness: look.thickness + share,
    hex: palette[look.colour],
    hollow: unsure,
    opacity: edge.active ? 1 : 0.4,
    text: [
      edge.label,
      ...(unsure ? [UNSURE[edge.confidence] ?? ''] : []),
      ...(edge.active ? [] : [period(edge)]),
    ]
      .filter((part) => part !== '')
      .join(', '),
  };
}

const UNSURE: Readonly<Record<string, string>> = { reported: 'reported', inferred: 'recalled' };

/** Up to two pixels more for a whole company. */
function shareThickness({ shareMin, shareMax }: GraphEdge): number {
  return (((shareMin ?? 0) + (shareMax ?? 0)) / 200) * 2;
}
