// SPDX-License-Identifier: Apache-2.0

// `xlmr-ner/names`: persons by lists and rules, beside a model.
export { nameRules } from "./create.js";
export type { MentionFinder, NameRules } from "./types.js";
export type { SourcedEntity } from "../recognizers/types.js";
