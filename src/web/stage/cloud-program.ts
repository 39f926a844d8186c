/** Draws the points and lines of a cloud with WebGL, without asking about each of them again while the camera moves. */
import type { Cloud } from './cloud.ts';

const VERTEX = /* glsl */ `#version 300 es
in vec2 a_place;
in float a_size;
in vec4 a_color;
uniform mat3 u_matrix;
uniform float u_scale;
uniform vec4 u_color; // of lines; opacity 0 leaves each its own
out vec4 v_color;
void main() {
  gl_Position = vec4((u_matrix * vec3(a_place, 1)).xy, 0, 1);
  gl_PointSize = max(1.0, a_size * 2.0 * u_scale);
  v_color = u_color.a > 0.0 ? u_color : a_color;
}`;

const POINT = /* glsl */ `#version 300 es
precision mediump float;
in vec4 v_color;
out vec4 color;
void main() {
  float off = length(gl_PointCoord - 0.5);
  float alpha = v_color.a * (1.0 - smoothstep(0.42, 0.5, off));
  color = vec4(v_color.rgb * alpha, alpha);
}`;

const LINE = /* glsl */ `#version 300 es
precision mediump float;
in vec4 v_color;
uniform float u_opacity;
out vec4 color;
void main() {
  color = vec4(v_color.rgb * u_opacity, u_opacity);
}`;

/** Clip space from the stage's pixels at rest: a matrix of three columns. */
export type Matrix = readonly number[];

const STRIDE = 16;

function compile(gl: WebGL2RenderingContext, fragment: string): WebGLProgram {
  const program = gl.createProgram();
  for (const [kind, source] of [
    [gl.VERTEX_SHADER, VERTEX],
    [gl.FRAGMENT_SHADER, fragment],
  ] as const) {
    const shader = gl.createShader(kind);
    if (!shader) throw new Error('no shader');
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  // The same places for both programs, so that one description of the vertices serves them.
  ['a_place', 'a_size', 'a_color'].forEach((name, at) => {
    gl.bindAttribLocation(program, at, name);
  });
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) throw new Error(gl.getProgramInfoLog(program) ?? '');
  return program;
}

/** One canvas's worth: all vertices, and lists of numbers that points and lines are drawn by. */
export class CloudProgram {
  readonly #gl: WebGL2RenderingContext;
  readonly #points: WebGLProgram;
  readonly #lines: WebGLProgram;
  readonly #vertices: WebGLBuffer;
  readonly #list: WebGLBuffer;
  #length = 0;

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl;
    this.#points = compile(gl, POINT);
    this.#lines = compile(gl, LINE);
    this.#vertices = gl.createBuffer();
    this.#list = gl.createBuffer();
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
  }

  /** Takes a cloud over, and the numbers that are drawn. */
  take({ places, sizes, colors }: Cloud, numbers: Uint32Array): void {
    const gl = this.#gl;
    const data = new ArrayBuffer(sizes.length * STRIDE);
    const floats = new Float32Array(data);
    const words = new Uint32Array(data);
    const packed = new Uint32Array(colors.buffer);
    for (let node = 0; node < sizes.length; node += 1) {
      floats[node * 4] = places[node * 2] ?? 0;
      floats[node * 4 + 1] = places[node * 2 + 1] ?? 0;
      floats[node * 4 + 2] = sizes[node] ?? 0;
      words[node * 4 + 3] = packed[node] ?? 0;
    }
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#vertices);
    gl.bufferData(gl.ARRAY_BUFFER, data, gl.STATIC_DRAW);
    this.list(numbers);
  }

  /** Other numbers to draw. */
  list(numbers: Uint32Array): void {
    const gl = this.#gl;
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#list);
    gl.bufferData(gl.ELEMENT_ARRAY_BUFFER, numbers, gl.STATIC_DRAW);
    this.#length = numbers.length;
  }

  get length(): number {
    return this.#length;
  }

  clear(): void {
    const gl = this.#gl;
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
  }

  /** @param scale of sizes */
  drawPoints(matrix: Matrix, scale: number): void {
    const gl = this.#gl;
    this.#use(this.#points, matrix, scale, null);
    gl.drawElements(gl.POINTS, this.#length, gl.UNSIGNED_INT, 0);
  }

  /** A part of the lines. @param color red, green and blue, from 0 to 1; null is the nodes' own */
  drawLines(
    matrix: Matrix,
    opacity: number,
    color: readonly number[] | null,
    from: number,
    to: number,
  ): void {
    const gl = this.#gl;
    this.#use(this.#lines, matrix, 1, color);
    gl.uniform1f(gl.getUniformLocation(this.#lines, 'u_opacity'), opacity);
    gl.drawElements(gl.LINES, Math.min(to, this.#length) - from, gl.UNSIGNED_INT, from * 4);
  }

  #use(program: WebGLProgram, matrix: Matrix, scale: number, color: readonly number[] | null): void {
    const gl = this.#gl;
    // biome-ignore lint/correctness/useHookAtTopLevel: WebGL’s word, no hook
    gl.useProgram(program);
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#vertices);
    gl.bindBuffer(gl.ELEMENT_ARRAY_BUFFER, this.#list);
    for (const at of [0, 1, 2]) gl.enableVertexAttribArray(at);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, STRIDE, 0);
    gl.vertexAttribPointer(1, 1, gl.FLOAT, false, STRIDE, 8);
    gl.vertexAttribPointer(2, 4, gl.UNSIGNED_BYTE, true, STRIDE, 12);
    gl.uniformMatrix3fv(gl.getUniformLocation(program, 'u_matrix'), false, matrix);
    gl.uniform1f(gl.getUniformLocation(program, 'u_scale'), scale);
    gl.uniform4fv(gl.getUniformLocation(program, 'u_color'), color ? [...color, 1] : [0, 0, 0, 0]);
  }
}
