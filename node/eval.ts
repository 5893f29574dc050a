// SPDX-License-Identifier: Apache-2.0

import { createEvaluate } from "../wasm/js/eval/evaluate.js";
import type { Evaluate } from "../wasm/js/eval/types.js";
import { evalFiles } from "./assets.js";
import { readAsset } from "./files/folder.js";

/**
 * Compares predicted tags with gold ones, by our own rules or to the byte by those of a package that is
 * named: `conlleval`, `conlleval-py`, `seqeval`, `sklearn`, `sparknlp`, `tner` or `nervaluate`. Rejects with an
 * InvalidArgumentError for lists of other lengths, lists without tags, unknown options, and tags that the
 * package does not take.
 *
 *     const { text } = await evaluate([["B-PER", "O"]], [["B-PER", "O"]], { report: "seqeval" });
 */
export const evaluate: Evaluate = createEvaluate(async (wasmUrl) => {
  const { wasm, glue } = evalFiles({ wasmUrl });
  return { module: await WebAssembly.compile(await readAsset(wasm)), glue: glue.href };
});
