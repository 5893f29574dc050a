// SPDX-License-Identifier: Apache-2.0
//
// What a program's call of the pipeline gives, one text a line; offsets are UTF-16 units.

import { jsonObject } from "./jsonl.js";
import { isFailed } from "./record.js";
import type { Writer } from "./record.js";

/** Each text's list of entities, or `{"id", "error": {"code", "message"}}`. */
export function jsonWriter(): Writer {
  return {
    write: (outcome) =>
      isFailed(outcome)
        ? `${jsonObject([
            ["id", outcome.record.id],
            ["error", JSON.stringify(outcome.record.error)],
          ])}\n`
        : `${JSON.stringify(outcome.entities)}\n`,
  };
}
