// SPDX-License-Identifier: Apache-2.0

// What makes pseudonyms, and its lists of names: a file of its own, which is loaded where a policy asks for it.
export { comesBack } from "./comes_back.js";
export { PseudonymGiver, SessionWords } from "./giver.js";
export { seedsOf } from "./invent.js";
