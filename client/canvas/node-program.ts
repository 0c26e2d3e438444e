import { NodeProgram } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { CanvasEdge, CanvasNode } from './attributes.ts';
import { RINGS, SHAPES } from './palette.ts';

/** Room around a shape for its ring, in radii. */
const REACH = 1.7;

const VERTEX = `
attribute vec4 a_id;
attribute vec4 a_color;
attribute vec2 a_position;
attribute float a_radius;
attribute float a_shape;
attribute float a_ring;
attribute float a_filled;
attribute vec2 a_corner;
uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_scale;
varying vec4 v_color;
varying vec2 v_at;
varying float v_pixel;
varying float v_shape;
varying float v_ring;
varying float v_filled;
void main() {
  float radius = a_radius * u_scale;
  vec2 centre = (u_matrix * vec3(a_position, 1.0)).xy;
  gl_Position = vec4(centre + a_corner * radius * ${REACH.toFixed(1)} * 2.0 / u_viewport, 0.0, 1.0);
  v_at = a_corner * ${REACH.toFixed(1)};
  v_pixel = 1.0 / radius;
  v_shape = a_shape;
  v_ring = a_ring;
  v_filled = a_filled;
  #ifdef PICKING_MODE
  v_color = a_id;
  #else
  v_color = a_color;
  #endif
}`;

/** Distances to the outlines in radii, negative inside; shapes numbered as in the palette. */
const FRAGMENT = `
precision highp float;
varying vec4 v_color;
varying vec2 v_at;
varying float v_pixel;
varying float v_shape;
varying float v_ring;
varying float v_filled;
uniform vec4 u_ground;
float shapeDistance(vec2 p) {
  if (v_shape < 0.5) return max(abs(p.x), abs(p.y)) - 0.86;
  if (v_shape < 1.5) return length(p) - 0.96;
  if (v_shape < 2.5) return (abs(p.x) + abs(p.y)) * 0.7071 - 0.8;
  if (v_shape < 3.5) return max(max(abs(p.x) - 0.86, -p.y - 0.8), dot(vec2(abs(p.x), p.y), vec2(0.6, 0.8)) - 0.76);
  if (v_shape < 4.5) return max(dot(abs(p), vec2(0.5, 0.866)), abs(p.x)) - 0.88;
  return length(p) - 0.8;
}
float ringPart(vec2 p) {
  float turn = atan(p.y, p.x) / 6.2831853 + 0.5;
  if (v_ring < 1.5) return 1.0;
  if (v_ring < 2.5) return step(fract(turn * 10.0), 0.6);
  return 1.0;
}
float ringWidth(vec2 p) {
  if (v_ring < 2.5) return 0.11;
  float turn = fract((atan(p.y, p.x) / 6.2831853 + 0.5) * 2.0);
  return turn > 0.72 ? mix(0.26, 0.0, (turn - 0.72) / 0.28) : 0.06;
}
void main() {
  float d = shapeDistance(v_at);
  #ifdef PICKING_MODE
  if (d > 0.3) discard;
  gl_FragColor = v_color;
  gl_FragColor.a *= 255.0 / 254.0;
  #else
  float edge = v_pixel;
  float inside = 1.0 - smoothstep(-edge, edge, d);
  float border = v_filled > 0.5 ? 0.0 : 1.0 - smoothstep(-edge, edge, abs(d + 0.09) - 0.09);
  vec4 fill = v_filled > 0.5 ? vec4(v_color.rgb, 1.0) : u_ground;
  vec3 colour = mix(fill.rgb, v_color.rgb, border);
  float ring = 0.0;
  if (v_ring > 0.5) ring = (1.0 - smoothstep(-edge, edge, abs(d - 0.38) - ringWidth(v_at))) * ringPart(v_at);
  vec4 body = vec4(colour, 1.0) * inside;
  gl_FragColor = body + vec4(v_color.rgb, 1.0) * ring * (1.0 - inside);
  #endif
}`;

const UNIFORMS = ['u_matrix', 'u_viewport', 'u_scale', 'u_ground'] as const;

/** A node program whose shapes are filled with, or cut out of, the given ground. */
export function makeNodeProgram(ground: string) {
  const rgb = [1, 3, 5].map((at) => Number.parseInt(ground.slice(at, at + 2), 16) / 255);
  return class ThingProgram extends NodeProgram<(typeof UNIFORMS)[number], CanvasNode, CanvasEdge> {
    getDefinition() {
      const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
      return {
        VERTICES: 4,
        VERTEX_SHADER_SOURCE: VERTEX,
        FRAGMENT_SHADER_SOURCE: FRAGMENT,
        METHOD: TRIANGLE_STRIP,
        UNIFORMS,
        ATTRIBUTES: [
          { name: 'a_position', size: 2, type: FLOAT },
          { name: 'a_radius', size: 1, type: FLOAT },
          { name: 'a_shape', size: 1, type: FLOAT },
          { name: 'a_ring', size: 1, type: FLOAT },
          { name: 'a_filled', size: 1, type: FLOAT },
          { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
          { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        ],
        CONSTANT_ATTRIBUTES: [{ name: 'a_corner', size: 2, type: FLOAT }],
        CONSTANT_DATA: [
          [-1, -1],
          [1, -1],
          [-1, 1],
          [1, 1],
        ],
      };
    }

    processVisibleItem(id: number, start: number, data: NodeDisplayData & CanvasNode): void {
      const { look } = data;
      this.array.set(
        [
          data.x,
          data.y,
          data.size,
          SHAPES[look.shape],
          RINGS[look.ring],
          look.filled ? 1 : 0,
          floatColor(look.colour),
          id,
        ],
        start,
      );
    }

    setUniforms(
      params: RenderParams,
      { gl, uniformLocations }: Parameters<NodeProgram<(typeof UNIFORMS)[number]>['setUniforms']>[1],
    ): void {
      const { u_matrix, u_viewport, u_scale, u_ground } = uniformLocations;
      gl.uniformMatrix3fv(u_matrix ?? null, false, params.matrix);
      gl.uniform2f(u_viewport ?? null, params.width, params.height);
      gl.uniform1f(u_scale ?? null, 1 / params.sizeRatio);
      gl.uniform4f(u_ground ?? null, rgb[0] ?? 0, rgb[1] ?? 0, rgb[2] ?? 0, 1);
    }
  };
}
