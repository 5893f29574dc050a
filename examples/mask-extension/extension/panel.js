// SPDX-License-Identifier: Apache-2.0

import { ask, takeChosen } from "./masker_client.js";
import { readField, readSelection, writeField } from "./page_text.js";

const find = (id) => document.getElementById(id);
const noField = "Put the cursor into a text field of the page first.";

/** What a button or a menu does; each gives what there is to say. */
const actions = {
  /** Masks the page's field in its place. */
  "mask-field": async (place) => {
    const { text, frame } = await inPage(place, readField);
    if (text === null) return noField;
    const { text: masked, count } = await ask("mask", { text });
    if (count === 0) return "Nothing was found to mask.";
    const { text: isThere } = await inPage(frame, writeField, [text, masked]);
    show("Masked", masked);
    if (!isThere)
      return "The page has changed its field, or does not take the text: copy it from here.";
    return masks(count);
  },
  /** The page never gets the values back: they are shown here. */
  "show-selection": async (place) => {
    const { text } = await inPage(place, readSelection);
    return text === "" || text === null ? "Select a text of the page first." : restore(text);
  },
  "mask-text": async () => {
    const { text, count } = await ask("mask", { text: find("text").value });
    show("Masked", text);
    return count === 0 ? "Nothing was found to mask." : masks(count);
  },
  "show-text": () => restore(find("text").value),
  copy: async () => {
    await navigator.clipboard.writeText(find("result-text").textContent);
    return "Copied.";
  },
  clear: async () => {
    await ask("clear");
    find("table-title").focus();
    return "All values are forgotten.";
  },
};

async function restore(masked) {
  const { text, count, unknown } = await ask("unmask", { text: masked });
  show("With the values", text);
  if (unknown.length > 0) return `The table has no ${unknown.join(", ")}.`;
  return count === 0 ? "There are no placeholders in it." : "";
}

function masks(count) {
  return count === 1 ? "1 value is masked." : `${count} values are masked.`;
}

/** Runs a function in the page: in the frame that is given, or in the first one where it gives a text. */
async function inPage(place, func, args = []) {
  const [tab] =
    place === undefined ? await chrome.tabs.query({ active: true, currentWindow: true }) : [];
  const target =
    place === undefined
      ? { tabId: tab.id, allFrames: true }
      : { tabId: place.tabId, frameIds: [place.frameId] };
  const results = await chrome.scripting.executeScript({ target, func, args }).catch(() => {
    throw new Error("Click the extension's icon first: Chrome lets it into a page only then.");
  });
  const { result, frameId } = results.find(({ result: each }) => each) ?? results[0];
  return { text: result, frame: { tabId: target.tabId, frameId } };
}

/** As text: an answer is no markup, so that it cannot ask for an address with a value in it. */
function show(title, text) {
  find("result-title").textContent = title;
  find("result-text").textContent = text;
  find("result").hidden = false;
  find("result").scrollIntoView({ block: "nearest" });
}

function rowOf({ placeholder, value }) {
  const button = document.createElement("button");
  button.textContent = "Forget";
  button.setAttribute("aria-label", `Forget ${value}`);
  button.addEventListener("click", () =>
    run(async () => {
      await ask("forget", { value });
      find("table-title").focus();
      return `${value} is forgotten.`;
    }),
  );
  const row = document.createElement("tr");
  for (const content of [placeholder, value, button]) row.insertCell().append(content);
  return row;
}

async function showTable() {
  const rows = await ask("rows");
  find("rows").replaceChildren(...rows.map(rowOf));
  find("table").hidden = rows.length === 0;
  find("table-empty").hidden = rows.length > 0;
}

async function run(action) {
  const { textContent: before } = find("status");
  try {
    find("status").textContent = "Working …";
    find("status").textContent = (await action()) ?? before;
    await showTable();
  } catch (error) {
    find("status").textContent = error.message;
  }
}

async function doChosen() {
  const chosen = await takeChosen();
  if (chosen !== undefined) await run(() => actions[chosen.action](chosen));
}

for (const [id, action] of Object.entries(actions)) {
  find(id).addEventListener("click", () => run(() => action()));
}
chrome.runtime.onMessage.addListener(({ to }) => {
  if (to === "panel") doChosen().catch(console.warn);
});
await showTable();
await doChosen();
