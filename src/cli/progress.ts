/** How far a long command is, on stderr: a line now and then, or one that is written over on a terminal. */

/** Milliseconds between two lines. */
const PAUSE = { terminal: 500, file: 10_000 } as const;
/** A step that is done before is not told. */
const SHORT = 2000;

export class Progress {
  readonly #out: { isTTY?: boolean; write(text: string): unknown };
  readonly #now: () => number;
  #step = '';
  #start = 0;
  #told = 0;

  constructor(
    out: { isTTY?: boolean; write(text: string): unknown } = process.stderr,
    now: () => number = () => performance.now(),
  ) {
    this.#out = out;
    this.#now = now;
  }

  /** `read 1200 of 50000 documents, 310/s, 2 min 37 s left` */
  tell(step: string, things: string, done: number, total: number | undefined): void {
    const now = this.#now();
    if (step !== this.#step) {
      this.clear();
      this.#step = step;
      this.#start = now;
      this.#told = now;
    }
    const isTerminal = this.#out.isTTY === true;
    if (now - this.#start < SHORT || now - this.#told < (isTerminal ? PAUSE.terminal : PAUSE.file)) return;
    this.#told = now;
    const rate = (done * 1000) / (now - this.#start);
    const line = progressLine(step, things, done, total, rate);
    this.#out.write(isTerminal ? `\r\u001B[K${line}` : `${line}\n`);
  }

  /** Takes the line away, before another one is written. */
  clear(): void {
    if (this.#out.isTTY === true && this.#told > this.#start) this.#out.write('\r\u001B[K');
  }
}

/** @param rate things a second */
export function progressLine(
  step: string,
  things: string,
  done: number,
  total: number | undefined,
  rate: number,
): string {
  const each = rate < 10 ? rate.toFixed(1) : rate.toFixed(0);
  // What comes from stdin is not counted beforehand.
  if (total === undefined || total < done) return `${step} ${done} ${things}, ${each}/s`;
  return `${step} ${done} of ${total} ${things}, ${each}/s, ${duration((total - done) / rate)} left`;
}

/** 4000 seconds → `1 h 7 min` */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
