// SPDX-License-Identifier: Apache-2.0
// The application that every bundler builds: one sentence, and what was found in the page's title.
import { pipeline } from "xlmr-ner";

export async function run(options) {
  try {
    const classify = await pipeline("ner", undefined, { threads: 2, ...options });
    const entities = await classify("Angela Merkel besuchte im Juli Paris.", {
      aggregation_strategy: "simple",
    });
    const { threads } = classify.info();
    await classify.dispose();
    const [{ entity_group, word }] = entities;
    document.title = JSON.stringify({ entity_group, word, threads });
  } catch (error) {
    document.title = JSON.stringify({ error: `${error.name}: ${error.message}` });
  }
}
