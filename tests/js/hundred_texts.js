// SPDX-License-Identifier: Apache-2.0
// Texts for comparing backends: sentences in many languages, whole, in halves and out of order.

import { sampleTexts } from "../../dist/node/cli/sample_texts.js";

export const hundredTexts = sampleTexts
  .flatMap((text) => {
    const middle = Math.floor(text.length / 2);
    const backwards = text.split(" ").reverse().join(" ");
    return [text, text.slice(0, middle), text.slice(middle), backwards];
  })
  .slice(0, 100);
