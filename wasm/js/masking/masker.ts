// SPDX-License-Identifier: Apache-2.0

import { argumentError } from "../base/checks.js";
import { TableSession } from "./session.js";
import { readSettings } from "./settings.js";
import { PlaceholderTable } from "./table.js";
import type { MaskSessionJson } from "./table.js";
import type { FindEntities, Masker, MaskerOptions, MaskSession } from "./types.js";

/**
 * Masks what a model and rules find in texts, and puts it back. `ner` is a pipeline, or null for the rules
 * alone. What neither finds stays readable. Throws an InvalidArgumentError.
 *
 *     const masker = createMasker(await pipeline("ner"));
 *     const { text } = await masker.mask("Emma lives in London.");   // "[PER_1] lives in [LOC_1]."
 *     masker.unmask("Dear [PER_1], how is [LOC_1]?").text            // "Dear Emma, how is London?"
 */
export function createMasker(ner: FindEntities | null, options?: MaskerOptions): Masker {
  if (ner !== null && typeof ner !== "function") {
    throw argumentError("ner", "a pipeline or null", ner);
  }
  return new SessionMasker(ner, options);
}

class SessionMasker extends TableSession implements Masker {
  readonly #session: (table: PlaceholderTable) => MaskSession;

  constructor(ner: FindEntities | null, options: MaskerOptions | undefined) {
    const settings = readSettings(options);
    super(ner, settings);
    this.#session = (table) => new TableSession(ner, settings, table);
  }

  session(json?: MaskSessionJson): MaskSession {
    return this.#session(
      json === undefined ? new PlaceholderTable() : PlaceholderTable.fromJSON(json),
    );
  }
}
