// SPDX-License-Identifier: Apache-2.0

const widget = document.querySelector("ner-widget");

/** Tags what was selected, if anything was. */
function show(text) {
  if (typeof text !== "string" || text === "") return;
  widget.text = text;
  widget.compute();
}

chrome.storage.session.onChanged.addListener(({ text }) => show(text?.newValue));
const { text } = await chrome.storage.session.get("text");
show(text);
