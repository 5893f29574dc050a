// SPDX-License-Identifier: Apache-2.0

import { LogLevel } from "./environment.js";
import type { TransformersEnvironment } from "./environment.js";

/**
 * What became of options that are not done to the letter: each is said once on the console, and by
 * every pipeline that it concerns in `info().remarks`.
 */
export class Remarks {
  readonly #env: Pick<TransformersEnvironment, "logLevel">;
  readonly #said = new Set<string>();

  constructor(env: Pick<TransformersEnvironment, "logLevel">) {
    this.#env = env;
  }

  say(lines: Iterable<string>): void {
    for (const line of lines) {
      if (this.#said.has(line) || this.#env.logLevel > LogLevel.WARNING) continue;
      this.#said.add(line);
      console.warn(`xlmr-ner/transformers: ${line}`);
    }
  }
}

export function hasNoEffect(name: string): string {
  return `${name} has no effect here`;
}
