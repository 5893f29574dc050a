// SPDX-License-Identifier: Apache-2.0

import { expect, test } from "@jest/globals";

import { languageName, languageTag } from "../../dist/node/report/languages.js";

test.each([
  ["de", "German (de)", "de"],
  ["deu", "German (deu)", "de"],
  ["zh-Hant", "Traditional Chinese (zh-Hant)", "zh-Hant"],
  ["", "not said", undefined],
  ["x<y", "x<y", undefined],
  ["no_such", "no_such", undefined],
])("%j is named %s", (code, name, tag) => {
  expect([languageName(code), languageTag(code)]).toEqual([name, tag]);
});
