// SPDX-License-Identifier: Apache-2.0
//
// What became of an entity, in the words of evaluate()'s own report.
//
//     { gold: (PER, 0, 2), predicted: (PER, 0, 2) }  // right
//     { gold: (PER, 0, 2), predicted: (ORG, 0, 2) }  // other type: the same place
//     { gold: (PER, 0, 2), predicted: (PER, 0, 3) }  // other boundaries, whatever the types
//     { gold: (PER, 0, 2), predicted: null }         // missed
//     { gold: null, predicted: (PER, 0, 2) }         // made up

import type { Confusion, EntityPair } from "../../wasm/js/eval/types.js";

export const goldFates = ["right", "other type", "other boundaries", "missed"] as const;

/** Of an entity of the gold side. */
export type GoldFate = (typeof goldFates)[number];

export type Fate = GoldFate | "made up";

export function fateOf({ gold, predicted }: EntityPair): Fate {
  if (predicted === null) return "missed";
  if (gold === null) return "made up";
  if (gold.start !== predicted.start || gold.end !== predicted.end) return "other boundaries";
  return gold.type === predicted.type ? "right" : "other type";
}

/** What a line of the list of confusions is of. */
export function kindOf({ gold, predicted, same_place: isSamePlace }: Confusion): Fate {
  if (predicted === null) return "missed";
  if (gold === null) return "made up";
  return isSamePlace ? "other type" : "other boundaries";
}

/** Its class in a style sheet: `other-type`. */
export function fateClass(fate: Fate): string {
  return fate.replace(" ", "-");
}
