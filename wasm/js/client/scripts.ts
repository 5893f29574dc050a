// SPDX-License-Identifier: Apache-2.0

import type { ScriptCount } from "../base/types.js";

/** ISO 15924, four characters each, in the order of `Script` in src/text/unicode/script.h. */
const codes =
  "ArabArmnBengCyrlDevaEthiGeorGrekGujrGuruHangHaniHebrHiraKanaKhmrKndaLaooLatnMlymMymrOryaSinhTamlTeluThai";

/**
 * The scripts that a text has, most characters first, of the core's count of each.
 *
 *     toScriptCounts(Uint32Array.of(0, 2, 3)) // [{ script: 'Beng', characters: 3 }, { script: 'Armn', … }]
 */
export function toScriptCounts(counts: Uint32Array): ScriptCount[] {
  return [...counts]
    .map((characters, i) => ({ script: codes.slice(4 * i, 4 * i + 4), characters }))
    .filter(({ characters }) => characters > 0)
    .sort((a, b) => b.characters - a.characters);
}
