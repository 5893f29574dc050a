// SPDX-License-Identifier: Apache-2.0

import type { IdRule } from "./id_rule.js";
import { americanRules } from "./ids_americas.js";
import { asianRules } from "./ids_asia.js";
import { centralRules } from "./ids_central.js";
import { easternRules } from "./ids_east.js";
import { northernRules } from "./ids_north.js";
import { westernRules } from "./ids_west.js";

/** Every number of persons that is known, by country; each file names the source of each rule. */
export const idRules: readonly IdRule[] = [
  ...westernRules,
  ...centralRules,
  ...northernRules,
  ...easternRules,
  ...asianRules,
  ...americanRules,
];
