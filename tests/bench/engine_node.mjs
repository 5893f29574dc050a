// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { startChild } from "./child.mjs";

const script = join(dirname(fileURLToPath(import.meta.url)), "engine_child.mjs");

/** Opens entrants as processes of a Node, with the options of V8 given. */
export class NodeHost {
  #node;
  #flags;

  constructor(node, flags = []) {
    this.#node = node;
    this.#flags = flags;
  }

  /** Starts a job of engine_child.mjs, and resolves when its model is loaded. */
  async open(job) {
    const args = [...this.#flags, script, JSON.stringify(job)];
    const { next, answer, end } = startChild(this.#node, args);
    const { ms, kernel } = await next();
    return {
      loadMs: ms,
      kernel,
      forward: (request) => answer(JSON.stringify(request)),
      peakBytes: async () => (await answer("peak")).bytes,
      close: end,
    };
  }

  /** The version, and whether V8 emits AVX-VNNI, which a relaxed dot product is then. */
  describe() {
    const version = execFileSync(this.#node, ["--version"]).toString().trim();
    const options = execFileSync(this.#node, [...this.#flags, "--v8-options"]).toString();
    const vnni = /\bAVX_VNNI=1/.test(options) && !this.#flags.includes("--no-enable-avx-vnni");
    return { version, vnni };
  }
}
