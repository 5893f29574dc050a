// SPDX-License-Identifier: Apache-2.0
//
// A line at the foot of a terminal that says how far `tag` is. It is wiped before anything else is written
// there, and drawn again behind that; at the end nothing of it is left.
//
//     [#########---------------] 38%  1216 texts  304 texts/s  0:07 left

import ProgressBar from "progress";

import type { InputRecord } from "../formats/record.js";
import type { InputPosition } from "./input_position.js";
import { eraseLine } from "./terminal.js";

const barWidth = 24;
/** Milliseconds from one drawing to the next. */
const pace = 100;

export class TagProgress {
  readonly #stream: NodeJS.WriteStream;
  readonly #position: InputPosition;
  /** Bytes; undefined where the input's end is not known. */
  readonly #total: number | undefined;
  /** Where the records end that are read and not done. */
  readonly #ends: number[] = [];
  readonly #timer: NodeJS.Timeout;
  #begin: { time: number; bytes: number } | undefined;
  #bytes = 0;
  #texts = 0;
  #isDrawn = false;
  #isNew = true;

  constructor(stream: NodeJS.WriteStream, position: InputPosition, total: number | undefined) {
    this.#stream = stream;
    this.#position = position;
    this.#total = total;
    this.#timer = setInterval(() => {
      if (this.#isNew) this.#draw();
    }, pace);
  }

  /** The records, whose places in the input are kept until they are done. */
  async *watch(records: AsyncIterable<InputRecord>): AsyncGenerator<InputRecord> {
    for await (const record of records) {
      const { bytes } = this.#position;
      this.#begin ??= { time: performance.now(), bytes };
      this.#ends.push(bytes);
      yield record;
    }
  }

  /** One more record is done. */
  done(): void {
    this.#bytes = this.#ends.shift() ?? this.#bytes;
    this.#texts++;
    this.#isNew = true;
  }

  /** Makes room for what is written to the terminal next. */
  clear(): void {
    if (this.#isDrawn) this.#stream.write(eraseLine);
    this.#isDrawn = false;
    this.#isNew = true;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.clear();
  }

  #draw(): void {
    if (this.#begin === undefined) return;
    const seconds = (performance.now() - this.#begin.time) / 1000;
    const speed = this.#texts / seconds;
    const digits = speed < 10 ? 1 : 0;
    const done = `${this.#texts} ${this.#texts === 1 ? "text" : "texts"}`;
    const texts = `${done}  ${speed.toFixed(digits)} texts/s`;
    const total = this.#total ?? 0;
    const perSecond = (this.#bytes - this.#begin.bytes) / seconds;
    const left = perSecond > 0 ? `  ${clock((total - this.#bytes) / perSecond)} left` : "";
    const line = total > 0 ? `[:bar] :percent  ${texts}${left}` : texts;
    // A line that is broken into two could not be wiped. A terminal may say that it has no columns.
    if (line.length >= (this.#stream.columns || Infinity)) return;
    // One that drew before would not draw the same again behind what was written meanwhile.
    new ProgressBar(line, {
      total,
      curr: this.#bytes,
      width: barWidth,
      complete: "#",
      incomplete: "-",
      stream: this.#stream,
    }).render();
    this.#isDrawn = true;
    this.#isNew = false;
  }
}

/** Seconds as `0:07` or `1:02:03`. */
function clock(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const two = (n: number): string => String(n).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  const rest = two(whole % 60);
  return minutes < 60
    ? `${minutes}:${rest}`
    : `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${rest}`;
}
