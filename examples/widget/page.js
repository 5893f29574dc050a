// SPDX-License-Identifier: Apache-2.0

const widget = document.querySelector("ner-widget");

/** What the menu "Examples" offers. */
widget.examples = [
  { text: "Angela Merkel besuchte im Juli Paris.", group: "German" },
  { text: "Ada Lovelace wrote to Charles Babbage from Ockham.", group: "English" },
];

widget.addEventListener("ner-result", ({ detail }) => {
  const names = detail.entities.map(({ word }) => word);
  document.getElementById("found").textContent = names.join(", ") || "nothing";
});

await customElements.whenDefined("ner-widget");
await widget.compute();
