// SPDX-License-Identifier: Apache-2.0
// @huggingface/tokenizers: TEXTS TOKENIZER-JSON.
import { readFileSync } from "node:fs";

import { Tokenizer } from "@huggingface/tokenizers";

import { compete } from "./contender.mjs";

const [, , , file] = process.argv;

await compete(() => {
  const tokenizer = new Tokenizer(JSON.parse(readFileSync(file, "utf8")), {});
  return (texts) => texts.map((text) => tokenizer.encode(text));
});
