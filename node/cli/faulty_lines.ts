// SPDX-License-Identifier: Apache-2.0

import type { FaultyText } from "../report/faulty_texts.js";
import { counted } from "../report/numbers.js";
import { printable, renderJudged } from "./render.js";

/**
 * The texts with the most wrong entities, for a terminal, each with an empty line before it:
 *
 *     test.txt:5, 1 wrong entity
 *       gold       Emma woont in [LOC, missed: Londen].
 *       predicted  Emma woont in Londen.
 */
export function faultyLines(texts: readonly FaultyText[], inColor: boolean): string {
  return texts
    .map(({ place, text, faults, gold, predicted }) =>
      [
        "",
        `${printable(place)}, ${counted(faults, "wrong entity", "wrong entities")}`,
        `  gold       ${renderJudged(text, gold, inColor)}`,
        `  predicted  ${renderJudged(text, predicted, inColor)}`,
        "",
      ].join("\n"),
    )
    .join("");
}
