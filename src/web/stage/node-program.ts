/** Draws nodes as circles, squares, diamonds or triangles, with an outline that may be broken. Sizes are pixels. */
import { NodeProgram, type ProgramInfo } from 'sigma/rendering';
import type { NodeDisplayData, RenderParams } from 'sigma/types';
import { floatColor } from 'sigma/utils';
import type { NodeShape } from '../appearance.ts';
import type { DrawnNode } from './marks.ts';

const SHAPES: readonly NodeShape[] = ['circle', 'square', 'diamond', 'triangle'];

const VERTEX = /* glsl */ `
attribute vec2 a_position;
attribute float a_size;
attribute vec4 a_fill;
attribute vec4 a_ring;
attribute vec4 a_id;
attribute vec3 a_style; // shape, outline width, broken
attribute vec2 a_corner;

uniform mat3 u_matrix;
uniform vec2 u_viewport;
uniform float u_sizeRatio;

varying vec4 v_fill;
varying vec4 v_ring;
varying vec3 v_style;
varying vec2 v_point;
varying float v_radius;

const float bias = 255.0 / 254.0;

void main() {
  float radius = a_size / u_sizeRatio;
  vec2 point = a_corner * (radius * 1.4 + 2.0);
  vec2 center = (u_matrix * vec3(a_position, 1)).xy;
  gl_Position = vec4(center + point * 2.0 / u_viewport, 0, 1);
  v_point = point;
  v_radius = radius;
  v_style = a_style;
  #ifdef PICKING_MODE
  v_fill = a_id;
  v_ring = a_id;
  #else
  v_fill = a_fill;
  v_ring = a_ring;
  #endif
  v_fill.a *= bias;
  v_ring.a *= bias;
}`;

const FRAGMENT = /* glsl */ `
precision highp float;
varying vec4 v_fill;
varying vec4 v_ring;
varying vec3 v_style;
varying vec2 v_point;
varying float v_radius;
uniform float u_pixelRatio;

float outside(vec2 p, float r) {
  if (v_style.x < 0.5) return length(p) - r;
  if (v_style.x < 1.5) return max(abs(p.x), abs(p.y)) - r * 0.886;
  if (v_style.x < 2.5) return (abs(p.x) + abs(p.y) - r * 1.25) * 0.7071;
  return max(abs(p.x) * 0.866 + p.y * 0.5, -p.y) - r * 0.62;
}

void main(void) {
  float distance = outside(v_point, v_radius);
  #ifdef PICKING_MODE
  if (distance > 3.0) discard;
  gl_FragColor = v_fill;
  #else
  float soft = 0.6 / u_pixelRatio;
  float inner = smoothstep(-v_style.y - soft, -v_style.y + soft, distance);
  float turn = fract(atan(v_point.y, v_point.x) / 6.2831853 * 9.0);
  float gap = v_style.z * smoothstep(0.55, 0.62, turn) * (1.0 - smoothstep(0.93, 1.0, turn));
  vec4 color = mix(v_fill, v_ring, inner * (1.0 - gap));
  gl_FragColor = color * (1.0 - smoothstep(-soft, soft, distance));
  #endif
}`;

const UNIFORMS = ['u_matrix', 'u_viewport', 'u_sizeRatio', 'u_pixelRatio'] as const;

export class NodeMarkProgram extends NodeProgram<(typeof UNIFORMS)[number]> {
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
        { name: 'a_size', size: 1, type: FLOAT },
        { name: 'a_fill', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_ring', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_id', size: 4, type: UNSIGNED_BYTE, normalized: true },
        { name: 'a_style', size: 3, type: FLOAT },
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

  processVisibleItem(nodeIndex: number, startIndex: number, data: NodeDisplayData): void {
    const mark = data as DrawnNode;
    this.array.set(
      [
        mark.x,
        mark.y,
        mark.size,
        floatColor(mark.color),
        floatColor(mark.ring),
        nodeIndex,
        SHAPES.indexOf(mark.shape),
        mark.ringWidth,
        mark.dashed ? 1 : 0,
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
