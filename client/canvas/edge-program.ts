import { EdgeProgram } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { CanvasEdge, CanvasNode } from './attributes.ts';
import { reach } from './look.ts';
import type { Dash } from './palette.ts';

/**
 * One family of lines for all ties: solid, dashed or dotted; single or double; with a filled, a hollow or no arrowhead;
 * with or without a coin. Everything is measured in pixels of the screen, so that dashes stay dashes at every zoom.
 */
const VERTEX = `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_start;
attribute vec2 a_end;
attribute vec2 a_radii;
attribute vec4 a_look;
attribute vec3 a_more;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_scale;
varying vec4 v_color;
varying vec4 v_look;
varying vec2 v_at;
varying float v_length;
varying float v_scale;
varying float v_opacity;
varying float v_strong;
void main() {
  vec2 half_ = u_viewport * 0.5;
  vec2 start = (u_matrix * vec3(a_start, 1.0)).xy * half_;
  vec2 end = (u_matrix * vec3(a_end, 1.0)).xy * half_;
  vec2 along = normalize(end - start + vec2(0.0001, 0.0));
  vec2 across = vec2(-along.y, along.x);
  vec2 shift = across * a_more.x * u_scale;
  start += shift + along * (a_radii.x * u_scale + 2.0);
  end += shift - along * (a_radii.y * u_scale + 3.0);
  float width = 9.0 * max(u_scale, 0.6);
  vec2 at = mix(start, end, a_corner.x) + across * a_corner.y * width;
  gl_Position = vec4(at / half_, 0.0, 1.0);
  v_length = length(end - start);
  v_at = vec2(a_corner.x * v_length, a_corner.y * width);
  v_look = a_look;
  v_scale = max(u_scale, 0.6);
  v_opacity = a_more.y;
  v_strong = a_more.z;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
}`;

const FRAGMENT = `
precision highp float;
varying vec4 v_color;
varying vec4 v_look;
varying vec2 v_at;
varying float v_length;
varying float v_scale;
varying float v_opacity;
varying float v_strong;
float cover(float distance_) { return 1.0 - smoothstep(-0.6, 0.6, distance_); }
void main() {
  float thickness = v_look.x * v_scale * (1.0 + v_strong);
  float across = abs(v_at.y);
  #ifdef PICKING_MODE
  if (across > max(thickness, 4.0)) discard;
  gl_FragColor = v_color;
  gl_FragColor.a *= 255.0 / 254.0;
  #else
  float head = 9.0 * v_scale;
  float rest = v_length - v_at.x;
  bool hasHead = v_look.w > 0.5;
  float line = v_look.z > 0.5 ? cover(abs(across - thickness * 1.1) - thickness * 0.5) : cover(across - thickness * 0.5);
  if (v_look.y > 1.5) line *= step(mod(v_at.x, 6.0 * v_scale), 2.4 * v_scale);
  else if (v_look.y > 0.5) line *= step(mod(v_at.x, 11.0 * v_scale), 7.0 * v_scale);
  if (hasHead && rest < head) line = 0.0;
  float arrow = 0.0;
  if (hasHead && rest < head) {
    float side = across - rest * 0.5;
    arrow = cover(side);
    if ((v_look.w > 1.5 && v_look.w < 2.5) || v_look.w > 3.5) arrow *= max(cover(-side - 2.4 * v_scale), cover(head - rest - 1.6 * v_scale));
  }
  float coin = 0.0;
  if (v_look.w > 2.5) {
    float r = length(vec2(v_at.x - v_length * 0.25, v_at.y));
    coin = max(cover(abs(r - 5.0 * v_scale) - 0.8 * v_scale), cover(r - 1.8 * v_scale));
    if (r < 5.0 * v_scale) line = 0.0;
  }
  float alpha = max(max(line, arrow), coin) * v_opacity;
  gl_FragColor = vec4(v_color.rgb, 1.0) * alpha;
  #endif
}`;

const DASHES: Readonly<Record<Dash, number>> = { solid: 0, dashed: 1, dotted: 2 };
const UNIFORMS = ['u_matrix', 'u_viewport', 'u_scale'] as const;

/** Arrowhead as a number: none 0, filled 1, hollow 2; with a coin on the line 3 and 4. */
function headOf({ style }: CanvasEdge): number {
  if (!style.arrow) return 0;
  return (style.coin ? 3 : 1) + (style.hollow ? 1 : 0);
}

type Drawn = NodeDisplayData & CanvasNode;

export class TieProgram extends EdgeProgram<(typeof UNIFORMS)[number], CanvasNode, CanvasEdge> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
    return {
      VERTICES: 4,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_start', size: 2, type: FLOAT },
        { name: 'a_end', size: 2, type: FLOAT },
        { name: 'a_radii', size: 2, type: FLOAT },
        { name: 'a_look', size: 4, type: FLOAT },
        { name: 'a_more', size: 3, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
      CONSTANT_DATA: [
        [0, -1],
        [1, -1],
        [0, 1],
        [1, 1],
      ],
    };
  }

  // Five parameters, because Sigma calls it so.
  // biome-ignore lint/complexity/useMaxParams: the signature is Sigma's
  processVisibleItem(
    id: number,
    start: number,
    source: Drawn,
    target: Drawn,
    data: EdgeDisplayData & CanvasEdge,
  ): void {
    const { style, shift, selected } = data;
    const look = [style.thickness, DASHES[style.dash], style.double ? 1 : 0, headOf(data)];
    const more = [shift, style.opacity, selected ? 0.7 : 0];
    this.array.set(
      [
        source.x,
        source.y,
        target.x,
        target.y,
        reach(source),
        reach(target),
        ...look,
        ...more,
        floatColor(style.hex),
        id,
      ],
      start,
    );
  }

  setUniforms(
    params: RenderParams,
    { gl, uniformLocations }: Parameters<EdgeProgram<(typeof UNIFORMS)[number]>['setUniforms']>[1],
  ): void {
    const { u_matrix, u_viewport, u_scale } = uniformLocations;
    gl.uniformMatrix3fv(u_matrix ?? null, false, params.matrix);
    gl.uniform2f(u_viewport ?? null, params.width, params.height);
    gl.uniform1f(u_scale ?? null, 1 / params.sizeRatio);
  }
}
