// SPDX-License-Identifier: Apache-2.0

import { pipeline } from "xlmr-ner";

const area = document.getElementById("text");
const paragraph = document.getElementById("marked");
let controller = new AbortController();

/** Shows the text with its names marked; a newer text ends the work on an older one. */
async function mark(ner) {
  controller.abort();
  controller = new AbortController();
  const text = area.value;
  const records = await ner(text, {
    aggregation_strategy: "simple",
    signal: controller.signal,
  });
  const nodes = [];
  let end = 0;
  for (const record of records) {
    const name = document.createElement("mark");
    name.textContent = text.slice(record.start, record.end);
    name.dataset.label = record.entity_group;
    nodes.push(text.slice(end, record.start), name);
    end = record.end;
  }
  paragraph.replaceChildren(...nodes, text.slice(end));
}

const ner = await pipeline("ner");
const update = () =>
  mark(ner).catch((error) => {
    if (error.name !== "AbortError") paragraph.textContent = error.message;
  });
area.addEventListener("input", update);
update();
