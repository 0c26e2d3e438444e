import type { GraphEdge, GraphNode } from '../../server/wire/graph.ts';
import type { ChangeMark } from '../state/operations.ts';
import type { EdgeStyle, NodeLook } from './look.ts';

/** What a node of the canvas graph carries: its place, what Sigma wants, and how it looks. */
export interface CanvasNode {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly color: string;
  readonly label: string;
  readonly forceLabel: boolean;
  readonly type: 'thing';
  readonly look: NodeLook;
  readonly node: GraphNode;
  /** What a change of a list made of it. */
  readonly mark: ChangeMark | null;
  readonly selected: boolean;
  readonly pinned: boolean;
  readonly labelSide: 'right' | 'below';
}

/** What an edge of the canvas graph carries. */
export interface CanvasEdge {
  readonly size: number;
  readonly color: string;
  readonly label: string;
  readonly forceLabel: boolean;
  readonly type: 'tie';
  readonly style: EdgeStyle;
  readonly edge: GraphEdge;
  /** Sideways shift in pixels, so that parallel ties stand beside each other. */
  readonly shift: number;
  readonly selected: boolean;
}
