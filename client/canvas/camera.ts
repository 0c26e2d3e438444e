import type { CanvasGraph } from './canvas-graph.ts';
import { CELL } from './layout.ts';

export interface Box {
  readonly width: number;
  readonly height: number;
}

export interface CameraState {
  readonly x: number;
  readonly y: number;
  readonly ratio: number;
  readonly angle: number;
}

/** Natural size is not exceeded: a drawing of two things is not blown up. */
const CLOSEST = 0.9;

/**
 * The camera that shows everything with its labels. Canvas units are pixels at ratio 1 around the origin, because
 * the canvas is given a box of exactly the viewport.
 */
export function fitting(graph: CanvasGraph, { width, height }: Box): CameraState {
  if (graph.order === 0) return { x: 0.5, y: 0.5, ratio: 1, angle: 0 };
  const places = graph.mapNodes((_, { x, y }) => ({ x, y }));
  const [left, right] = [
    Math.min(...places.map(({ x }) => x)) - 50,
    Math.max(...places.map(({ x }) => x)) + CELL.width - 30,
  ];
  const [bottom, top] = [
    Math.min(...places.map(({ y }) => y)) - 60,
    Math.max(...places.map(({ y }) => y)) + 60,
  ];
  const ratio = Math.max((right - left) / width, (top - bottom) / height, CLOSEST);
  const scale = Math.max(width, height);
  return { x: 0.5 + (left + right) / 2 / scale, y: 0.5 + (top + bottom) / 2 / scale, ratio, angle: 0 };
}
