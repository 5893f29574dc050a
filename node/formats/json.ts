// SPDX-License-Identifier: Apache-2.0
//
// What a program's call of the pipeline gives, one text a line; offsets are UTF-16 units, or code points.

import type { OffsetUnit } from "../../wasm/js/base/types.js";
import { inUnit } from "./code_points.js";
import { jsonObject } from "./jsonl.js";
import { isFailed } from "./record.js";
import type { Writer } from "./record.js";

/** Each text's list of entities, or `{"id", "error": {"code", "message"}}`. */
export function jsonWriter(unit: OffsetUnit = "utf16"): Writer {
  return {
    write: (outcome) =>
      isFailed(outcome)
        ? `${jsonObject([
            ["id", outcome.record.id],
            ["error", JSON.stringify(outcome.record.error)],
          ])}\n`
        : `${JSON.stringify(inUnit(outcome, unit))}\n`,
  };
}
