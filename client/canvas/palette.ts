import type { Outcome } from '../../server/wire/common.ts';
import type { EdgeType } from '../../server/wire/graph.ts';

/** One table of looks that feeds the canvas, the legend and the exported pictures. Contrasts checked on both grounds. */

export interface Palette {
  readonly ground: string;
  readonly raised: string;
  readonly text: string;
  readonly muted: string;
  readonly line: string;
  readonly accent: string;
  readonly listed: string;
  readonly captured: string;
  readonly cannotExclude: string;
  readonly circular: string;
  readonly plain: string;
  readonly advanced: string;
  readonly onFill: string;
}

export const LIGHT: Palette = {
  ground: '#FFFFFF',
  raised: '#F6F7F9',
  text: '#1B1F24',
  muted: '#5B6470',
  line: '#D5DAE0',
  accent: '#155E8A',
  listed: '#B42318',
  captured: '#C2410C',
  cannotExclude: '#8A6100',
  circular: '#7A3FB0',
  plain: '#4A5560',
  advanced: '#155E8A',
  onFill: '#FFFFFF',
};

export const DARK: Palette = {
  ground: '#12161B',
  raised: '#1A2028',
  text: '#E8ECF1',
  muted: '#9AA5B1',
  line: '#333C47',
  accent: '#6CB8E6',
  listed: '#FF7A70',
  captured: '#FFA066',
  cannotExclude: '#F2C14E',
  circular: '#C9A0F5',
  plain: '#B4BFCA',
  advanced: '#6CB8E6',
  onFill: '#12161B',
};

/** Shapes by number, as the node shader knows them. */
export const SHAPES = { square: 0, circle: 1, diamond: 2, house: 3, hexagon: 4, dot: 5 } as const;
export type Shape = keyof typeof SHAPES;

/** Rings by number, as the node shader knows them. */
export const RINGS = { none: 0, solid: 1, dashed: 2, arrows: 3 } as const;
export type Ring = keyof typeof RINGS;

export interface OutcomeLook {
  readonly colour: keyof Palette;
  readonly filled: boolean;
  readonly ring: Ring;
  /** Badge beside the colour; of listed parties the codes of their lists say enough. */
  readonly badge: string;
  readonly label: string;
}

export const OUTCOME_LOOKS: Readonly<Record<Outcome, OutcomeLook>> = {
  listed: { colour: 'listed', filled: true, ring: 'none', badge: '', label: 'listed' },
  captured: { colour: 'captured', filled: false, ring: 'solid', badge: '50 %', label: 'captured' },
  'cannot-exclude': {
    colour: 'cannotExclude',
    filled: false,
    ring: 'dashed',
    badge: '?',
    label: 'cannot exclude',
  },
  circular: { colour: 'circular', filled: false, ring: 'arrows', badge: '↻', label: 'circular' },
  'not-captured': { colour: 'plain', filled: false, ring: 'none', badge: '', label: 'not captured' },
};

export const KIND_SHAPES: Readonly<Record<string, Shape>> = {
  company: 'square',
  person: 'circle',
  fund: 'diamond',
  government: 'house',
  vessel: 'circle',
  unknown: 'square',
  address: 'dot',
};

export type Dash = 'solid' | 'dashed' | 'dotted';

export interface EdgeLook {
  readonly dash: Dash;
  readonly double: boolean;
  readonly arrow: boolean;
  /** A coin on the line: money went this way. */
  readonly coin: boolean;
  readonly thickness: number;
  readonly colour: keyof Palette;
  readonly label: string;
}

const LINE: EdgeLook = {
  dash: 'solid',
  double: false,
  arrow: true,
  coin: false,
  thickness: 1.6,
  colour: 'plain',
  label: '',
};

export const EDGE_LOOKS: Readonly<Record<EdgeType, EdgeLook>> = {
  OWNS: { ...LINE, thickness: 2, label: 'owns (share)' },
  CONTROLS: { ...LINE, dash: 'dashed', label: 'controls' },
  INVESTED_IN: { ...LINE, thickness: 1.1, coin: true, label: 'invested in' },
  AFFILIATED_WITH: { ...LINE, dash: 'dotted', arrow: false, label: 'affiliated (kind)' },
  OFFICER_OF: { ...LINE, dash: 'dashed', thickness: 1.1, label: 'officer of' },
  LOCATED_AT: { ...LINE, dash: 'dotted', thickness: 1.1, arrow: false, colour: 'muted', label: 'address' },
  OPERATES: { ...LINE, thickness: 1.1, colour: 'muted', label: 'operates' },
  PHYSICALLY_LINKED_TO: {
    ...LINE,
    double: true,
    arrow: false,
    thickness: 2.2,
    colour: 'advanced',
    label: 'physically linked',
  },
};

/** Planned, absent and campus links: drawn, but as no connection. */
export const NOT_JOINED: EdgeLook = {
  ...LINE,
  dash: 'dotted',
  arrow: false,
  thickness: 1.1,
  colour: 'muted',
  label: 'campus, planned or no link',
};
