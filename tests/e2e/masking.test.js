// SPDX-License-Identifier: Apache-2.0
// Masking in a page: the names that stand for names are loaded when a policy asks for them, and only then.
import path from "node:path";

import { expect } from "@jest/globals";

import { browserTest, useBrowser } from "./browser.js";
import { policy } from "./server.js";

const { open } = useBrowser();

/** In the page: a text that was masked by this policy, and what comes back. */
async function maskedBy(policyOfAll) {
  const { createMasker } = await import("/pkg/dist/web/masking.js");
  const masker = createMasker(null, { block: { Emma: "PER" }, policy: { "*": policyOfAll } });
  const { text } = await masker.mask("Emma called.");
  return { text, back: masker.unmask(text).text };
}

browserTest("pseudonyms under a strict policy, with one more file", async () => {
  const { page, problems } = await open({ csp: policy });
  const asked = [];
  page.on("request", (request) => asked.push(path.basename(request.url())));
  const back = "Emma called.";
  expect(await page.evaluate(maskedBy, "replace")).toEqual({ text: "[PER_1] called.", back });
  expect(asked).toEqual(["masking.js"]);
  const named = await page.evaluate(maskedBy, "pseudonym");
  expect(named).toEqual({ text: expect.stringMatching(/^[A-Z][a-z]+ called\.$/u), back });
  expect(named.text).not.toBe(back);
  expect(asked).toEqual(["masking.js", "pseudonyms.js"]);
  expect(problems).toEqual([]);
});
