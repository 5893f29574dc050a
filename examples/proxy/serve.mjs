// SPDX-License-Identifier: Apache-2.0

import { pipeline } from "xlmr-ner";
import { createMasker } from "xlmr-ner/masking";
import { nameRules } from "xlmr-ner/names";
import { createRecognizers } from "xlmr-ner/recognizers";

import { createProxy } from "./proxy.mjs";

const ner = await pipeline("ner");
const proxy = createProxy({
  // The second one finds no more than what the first one knows at the end.
  maskers: [
    createMasker(ner, { names: nameRules(), recognizers: createRecognizers() }),
    createMasker(null),
  ],
  upstream: process.env.UPSTREAM ?? "https://api.openai.com",
});
proxy.listen(Number(process.env.PORT ?? 8080), "127.0.0.1", () => {
  console.log(`http://localhost:${proxy.address().port}/`);
});
