// SPDX-License-Identifier: Apache-2.0

import { AssetError, errorOf, isNerError } from "../wasm/js/base/errors.js";
import { untilAborted } from "../wasm/js/base/on_abort.js";
import type * as EvalCode from "../wasm/js/eval/evaluate.js";
import type { Evaluate } from "../wasm/js/eval/types.js";
import { evalAddresses } from "./addresses.js";
import { servedAdvice } from "./advice.js";
import { compileAt } from "./compile.js";

type AnyEvaluate = (gold: unknown, predicted: unknown, options: unknown) => Promise<unknown>;

const loaded = new Map<string, Promise<AnyEvaluate>>();

/**
 * Compares predicted tags with gold ones, by our own rules or to the byte by those of a package that is
 * named: `conlleval`, `conlleval-py`, `seqeval`, `sklearn`, `sparknlp`, `tner` or `nervaluate`. Its code is
 * loaded by the first call. Rejects with an InvalidArgumentError for lists of other lengths, lists without
 * tags, unknown options, and tags that the package does not take.
 *
 *     const { text } = await evaluate([["B-PER", "O"]], [["B-PER", "O"]], { report: "seqeval" });
 */
export const evaluate: Evaluate = (async (gold: unknown, predicted: unknown, options?: unknown) => {
  const { wasm_url: folder, signal } = Object(options) as { wasm_url?: unknown; signal?: unknown };
  const aborted = signal instanceof AbortSignal ? signal : undefined;
  try {
    const run = await untilAborted(evaluateFrom(folder), aborted);
    return await run(gold, predicted, options);
  } catch (error) {
    // Of classes that its bundle has copies of.
    throw isNerError(error) ? errorOf(error.code, error.message, { cause: error.cause }) : error;
  }
}) as Evaluate;

async function evaluateFrom(folder: unknown): Promise<AnyEvaluate> {
  // What is none is refused by the code itself, from where the package has it.
  const named = typeof folder === "string" || folder instanceof URL ? String(folder) : "";
  const { code, wasm, glue } = evalAddresses(named === "" ? undefined : named);
  const known = loaded.get(code);
  if (known !== undefined) return known;
  const started = importCode(code).then(
    ({ createEvaluate }) =>
      createEvaluate(async () => ({
        module: await compileAt(wasm, undefined),
        glue,
      })) as AnyEvaluate,
  );
  loaded.set(code, started);
  started.catch(() => loaded.delete(code)); // the next call tries again
  return started;
}

async function importCode(url: string): Promise<typeof EvalCode> {
  try {
    return (await import(/* webpackIgnore: true */ /* @vite-ignore */ url)) as typeof EvalCode;
  } catch (cause) {
    throw new AssetError(
      `expected this package's dist/wasm/eval.js at ${url}, found ${String(cause)}: ` +
        servedAdvice("dist/wasm", "wasm_url"),
      { cause },
    );
  }
}
