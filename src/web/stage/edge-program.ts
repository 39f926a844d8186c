/**
 * Draws edges as curves with an arrowhead: one line, two rails or a hairline; whole or dashed.
 * Each edge is one strip of triangles along a cubic curve, bent in pixels, then the head.
 */
import { EdgeProgram, type ProgramInfo } from 'sigma/rendering';
import type { EdgeDisplayData, NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { Bend, DrawnEdge } from './marks.ts';

const BENDS: readonly Bend[] = ['straight', 'across', 'down', 'drop'];
const HEADS = ['none', 'filled', 'open'] as const;
const SEGMENTS = 36;

const VERTEX = /* glsl */ `
attribute vec2 a_source;
attribute vec2 a_target;
attribute vec4 a_color;
attribute vec4 a_id;
attribute vec4 a_line;  // width, rails, head, dashed
attribute vec3 a_bend;  // bend, pixels aside, radius of the target
attribute vec3 a_place; // 0 on the line, 1 at the head; how far along; side

uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;

varying vec4 v_color;
varying vec4 v_line;
varying float v_head;
varying float v_across;
varying float v_half;
varying float v_along;

const float bias = 255.0 / 254.0;
const float GAP = 2.5;

vec2 p0, p1, p2, p3;

vec2 at(float t) {
  float s = 1.0 - t;
  return s * s * s * p0 + 3.0 * s * s * t * p1 + 3.0 * s * t * t * p2 + t * t * t * p3;
}
vec2 heading(float t) {
  float s = 1.0 - t;
  vec2 d = s * s * (p1 - p0) + 2.0 * s * t * (p2 - p1) + t * t * (p3 - p2);
  float l = length(d);
  return l < 0.0001 ? normalize(p3 - p0 + vec2(0.0001)) : d / l;
}
float lengthTo(float t) {
  float sum = 0.0;
  vec2 last = p0;
  for (int i = 1; i <= 10; i++) {
    vec2 next = at(t * float(i) / 10.0);
    sum += distance(last, next);
    last = next;
  }
  return sum;
}

void main() {
  vec2 half_view = u_viewport / 2.0;
  p0 = (u_matrix * vec3(a_source, 1)).xy * half_view;
  p3 = (u_matrix * vec3(a_target, 1)).xy * half_view;
  vec2 d = p3 - p0;
  vec2 normal = vec2(-d.y, d.x) / max(length(d), 0.001);

  if (a_bend.x < 0.5) {
    vec2 bow = normal * min(length(d) * 0.06, 24.0);
    p0 += normal * a_bend.y; p3 += normal * a_bend.y;
    p1 = p0 + d / 3.0 + bow; p2 = p0 + d * 2.0 / 3.0 + bow;
  } else if (a_bend.x < 1.5) {
    p0.y += a_bend.y; p3.y += a_bend.y;
    p1 = p0 + vec2(d.x * 0.5, 0); p2 = p3 - vec2(d.x * 0.5, 0);
  } else {
    p0.x += a_bend.y; p3.x += a_bend.y;
    vec2 hold = a_bend.x < 2.5 ? vec2(0.5) : d.y < 0.0 ? vec2(0.95, 0.3) : vec2(0.3, 0.95);
    p1 = p0 + vec2(0, d.y * hold.x); p2 = p3 - vec2(0, d.y * hold.y);
  }

  float width = a_line.x;
  float headLength = a_line.z < 0.5 ? 0.0 : 6.0 + width * 0.8;
  float headHalf = 3.0 + width * 0.55;
  float stop = a_bend.z / u_sizeRatio + (a_line.z < 0.5 ? 0.0 : GAP);
  float speed = max(3.0 * length(p3 - p2), 1.0);
  float tip = clamp(1.0 - stop / speed, 0.05, 1.0);
  float base = clamp(1.0 - (stop + headLength) / speed, 0.02, tip);

  v_line = a_line;
  v_head = a_place.x;
  vec2 point;
  #ifdef PICKING_MODE
  float extra = 4.0;
  v_color = a_id;
  #else
  float extra = 1.0;
  v_color = a_color;
  #endif
  v_color.a *= bias;

  if (a_place.x < 0.5) {
    float end = a_line.z > 1.5 ? tip : base;
    float t = a_place.y * end;
    vec2 along = heading(t);
    v_half = width / 2.0;
    v_across = a_place.z * (v_half + extra);
    v_along = lengthTo(t);
    point = at(t) + vec2(-along.y, along.x) * v_across;
  } else {
    vec2 from = at(base);
    vec2 to = at(tip);
    vec2 along = normalize(to - from + heading(tip) * 0.001);
    v_half = headHalf * (1.0 - a_place.y);
    v_across = a_place.z * (v_half + extra);
    v_along = 0.0;
    point = mix(from, to, a_place.y) + vec2(-along.y, along.x) * v_across;
    if (a_line.z < 0.5) point = from;
  }
  gl_Position = vec4(point / half_view, 0, 1);
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_color;
varying vec4 v_line;
varying float v_head;
varying float v_across;
varying float v_half;
varying float v_along;
uniform float u_pixelRatio;

void main(void) {
  #ifdef PICKING_MODE
  gl_FragColor = v_color;
  #else
  float soft = 0.6 / u_pixelRatio;
  float from_axis = abs(v_across);
  float alpha = 1.0 - smoothstep(v_half - soft, v_half + soft, from_axis);
  if (v_head > 0.5) {
    if (v_line.z > 1.5) alpha *= smoothstep(v_half - 2.2 - soft, v_half - 2.2 + soft, from_axis);
  } else {
    if (v_line.y > 0.5) alpha *= smoothstep(v_half - 1.6 - soft, v_half - 1.6 + soft, from_axis);
    if (v_line.w > 0.5) {
      float beat = mod(v_along, 9.0);
      alpha *= 1.0 - smoothstep(5.0 - soft, 5.0 + soft, beat);
    }
  }
  gl_FragColor = v_color * alpha;
  #endif
}`;

/** The strip: pairs of points along the line, a fold of no area, the head. */
function strip(): number[][] {
  const line: number[][] = [];
  for (let i = 0; i <= SEGMENTS; i += 1) {
    line.push([0, i / SEGMENTS, 1], [0, i / SEGMENTS, -1]);
  }
  return [...line, [0, 1, -1], [1, 0, 1], [1, 0, 1], [1, 0, -1], [1, 1, 1], [1, 1, -1]];
}
const STRIP = strip();

const UNIFORMS = ['u_matrix', 'u_viewport', 'u_sizeRatio', 'u_pixelRatio'] as const;

export class EdgeMarkProgram extends EdgeProgram<(typeof UNIFORMS)[number]> {
  getDefinition() {
    const { FLOAT, UNSIGNED_BYTE, TRIANGLE_STRIP } = WebGLRenderingContext;
    return {
      VERTICES: STRIP.length,
      VERTEX_SHADER_SOURCE: VERTEX,
      FRAGMENT_SHADER_SOURCE: FRAGMENT,
      METHOD: TRIANGLE_STRIP,
      UNIFORMS,
      ATTRIBUTES: [
        { name: 'a_source', size: 2, type: FLOAT },
        { name: 'a_target', size: 2, type: FLOAT },
        { name: 'a_color', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_line', size: 4, type: FLOAT },
        { name: 'a_bend', size: 3, type: FLOAT },
      ],
      CONSTANT_ATTRIBUTES: [{ name: 'a_place', size: 3, type: FLOAT }],
      CONSTANT_DATA: STRIP,
    };
  }

  processVisibleItem(
    edgeIndex: number,
    startIndex: number,
    source: NodeDisplayData,
    target: NodeDisplayData,
    data: EdgeDisplayData,
  ): void {
    const mark = data as DrawnEdge;
    this.array.set(
      [
        source.x,
        source.y,
        target.x,
        target.y,
        floatColor(mark.color),
        edgeIndex,
        mark.size,
        mark.form === 'rails' ? 1 : 0,
        HEADS.indexOf(mark.head),
        mark.dashed ? 1 : 0,
        BENDS.indexOf(mark.bend),
        mark.aside,
        target.size,
      ],
      startIndex,
    );
  }

  setUniforms(params: RenderParams, { gl, uniformLocations }: ProgramInfo): void {
    gl.uniformMatrix3fv(uniformLocations.u_matrix ?? null, false, params.matrix);
    gl.uniform2f(uniformLocations.u_viewport ?? null, params.width, params.height);
    gl.uniform1f(uniformLocations.u_sizeRatio ?? null, params.sizeRatio);
    gl.uniform1f(uniformLocations.u_pixelRatio ?? null, params.pixelRatio);
  }
}
