// SPDX-License-Identifier: Apache-2.0

// `xlmr-ner/masking`: texts with their private values replaced, and the way back.
export { createMasker } from "./masker.js";
export type { PseudonymClaim, PseudonymsJson } from "./pseudonym_table.js";
export type { Claim, MaskSessionJson } from "./table.js";
export type {
  DocumentText,
  FindEntities,
  MaskJsonOptions,
  MaskPolicy,
  MaskSession,
  MaskTextsOptions,
  Masked,
  Masker,
  MaskerOptions,
  Replacement,
} from "./types.js";
export type { Restoration, Unmasked } from "./unmask.js";
export type { Recognizer, SourcedEntity } from "../recognizers/types.js";
