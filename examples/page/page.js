// SPDX-License-Identifier: Apache-2.0

import { pipeline } from "xlmr-ner";

const find = (id) => document.getElementById(id);
const button = find("find");
const status = find("status");

/** How much of the model is there, in words. */
function say({ phase, file, loaded, total }) {
  const percent = total > 0 ? ` ${Math.round((100 * loaded) / total)} %` : "";
  status.textContent = phase === "ready" ? "" : `Loading ${file}${percent}`;
}

async function showNames(ner) {
  button.disabled = true;
  const records = await ner(find("text").value, { aggregation_strategy: "simple" });
  const items = records.map(({ word, entity_group, score }) => {
    const item = document.createElement("li");
    item.textContent = `${word} (${entity_group}, ${Math.round(100 * score)} %)`;
    return item;
  });
  find("names").replaceChildren(...items);
  button.disabled = false;
}

const ner = await pipeline("ner", undefined, { progress_callback: say });
status.textContent = `Ready, with ${ner.info().threads} threads.`;
find("form").addEventListener("submit", (event) => {
  event.preventDefault();
  showNames(ner).catch((error) => (status.textContent = error.message));
});
button.disabled = false;
