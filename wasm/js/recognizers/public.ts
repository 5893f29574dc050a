// SPDX-License-Identifier: Apache-2.0
//
// What `xlmr-ner/recognizers` exports.

export type { ErrorCode } from "../base/errors.js";
export { InvalidArgumentError, NerError, isNerError } from "../base/errors.js";
export type { EntityGroup } from "../base/types.js";
export { createRecognizers } from "./create.js";
export type { RecognizerName, RecognizerOptions } from "./create.js";
export { patternRecognizer } from "./pattern.js";
export type { PatternOptions } from "./pattern.js";
export type { Recognizer, SourcedEntity } from "./types.js";
