// SPDX-License-Identifier: Apache-2.0
// Holds the model and the table, for as long as the browser runs: a service worker cannot start workers, and a panel
// is closed. The table is in memory alone.

import { pipeline } from "./xlmr-ner/dist/web/index.js";
import { createMasker } from "./xlmr-ner/dist/web/masking.js";
import { nameRules } from "./xlmr-ner/dist/web/names.js";
import { createRecognizers } from "./xlmr-ner/dist/web/recognizers.js";

const loading = pipeline("ner").then((ner) =>
  createMasker(ner, { names: nameRules(), recognizers: createRecognizers() }),
);
let session = loading.then((masker) => masker.session());

const actions = {
  mask: async ({ text }) => {
    const { text: masked, replacements } = await (await session).mask(text);
    return { text: masked, count: replacements.length };
  },
  unmask: async ({ text }) => {
    const { text: restored, replacements, unknown } = (await session).unmask(text);
    return { text: restored, count: replacements.length, unknown };
  },
  rows: async () =>
    (await session)
      .toJSON()
      .claims.map(({ label, id, value }) => ({ placeholder: `[${label}_${id}]`, value })),
  forget: async ({ value }) => (await session).forget(value),
  clear: () => {
    session = loading.then((masker) => masker.session());
  },
};

async function answerTo({ action, ...given }) {
  try {
    return { result: await actions[action](given) };
  } catch (error) {
    return { error: error.message };
  }
}

chrome.runtime.onMessage.addListener((message, sender, answer) => {
  // Scripts in pages may send messages, too: the values are for the extension's own pages.
  if (message.to !== "masker" || !sender.url?.startsWith(chrome.runtime.getURL(""))) return false;
  answerTo(message).then(answer);
  return true;
});
