// SPDX-License-Identifier: Apache-2.0
// custom-elements.json says what <ner-widget> is; here the element itself says it, in Chromium, and both
// have to agree, name by name and in both directions.

import { readFileSync } from "node:fs";
import path from "node:path";

import { expect, test as jestTest } from "@jest/globals";

import { root } from "../js/support.js";
import { browserTest as test, useBrowser } from "./browser.js";

const browser = useBrowser();
const { customElements } = JSON.parse(readFileSync(path.join(root, "package.json")));
const manifest = JSON.parse(readFileSync(path.join(root, customElements)));
const [{ declarations }, registered] = manifest.modules;
const [widget] = declarations;
const namesOf = (list) => list.map(({ name }) => name).sort();

async function open() {
  const { page } = await browser.open();
  await page.evaluate(async (url) => {
    await import(url);
    document.body.innerHTML = "<ner-widget></ner-widget>";
    globalThis.widget = document.querySelector("ner-widget");
  }, `/pkg/${registered.path}`);
  return page;
}

jestTest("names the modules that are shipped, and what registers the tag", () => {
  expect(manifest.schemaVersion).toBe("2.1.0");
  for (const { path: file } of manifest.modules) readFileSync(path.join(root, file));
  expect(widget).toMatchObject({ tagName: "ner-widget", customElement: true });
  expect(registered.exports[0]).toMatchObject({
    kind: "custom-element-definition",
    name: "ner-widget",
  });
  const lists = ["members", "attributes", "events", "slots", "cssParts", "cssProperties"];
  for (const each of [...lists, "cssStates"].flatMap((list) => widget[list])) {
    expect(each).toMatchObject({
      name: expect.any(String),
      description: expect.stringMatching(/\S/),
    });
  }
});

test("attributes are those that the element observes, and one that its style sheet reads", async () => {
  const page = await open();
  const observed = await page.evaluate(() => globalThis.widget.constructor.observedAttributes);
  const others = widget.attributes.filter(({ fieldName }) => fieldName === undefined);
  expect([...observed, ...namesOf(others)].sort()).toEqual(namesOf(widget.attributes));
  expect(namesOf(others)).toEqual(["theme"]);
  const scheme = await page.evaluate(() => {
    globalThis.widget.setAttribute("theme", "dark");
    return getComputedStyle(globalThis.widget).colorScheme;
  });
  expect(scheme).toBe("dark");
});

test("members are those of the class that are not its framework's", async () => {
  const page = await open();
  const found = await page.evaluate(() => {
    const { prototype } = globalThis.widget.constructor;
    const inherited = Object.getPrototypeOf(prototype);
    return Object.entries(Object.getOwnPropertyDescriptors(prototype))
      .filter(([name]) => !(name in inherited) && name !== "constructor")
      .map(([name, { value, set }]) => ({
        name,
        kind: typeof value === "function" ? "method" : "field",
        readonly: typeof value !== "function" && set === undefined,
      }));
  });
  const declared = widget.members.map(({ name, kind, readonly = false }) => ({
    name,
    kind,
    readonly,
  }));
  const byName = (a, b) => (a.name < b.name ? -1 : 1);
  expect(declared.sort(byName)).toEqual(found.sort(byName));
});

test("defaults are those of a new element, and of one whose properties are set to null", async () => {
  const page = await open();
  const settable = widget.members.filter(({ kind, readonly }) => kind === "field" && !readonly);
  const found = await page.evaluate((all) => {
    const made = [document.createElement("ner-widget"), document.createElement("ner-widget")];
    for (const name of all) made[1][name] = null;
    return made.map((each) => all.map((name) => JSON.stringify(each[name]) ?? typeof each[name]));
  }, namesOf(settable));
  const sorted = [...settable].sort((a, b) => (a.name < b.name ? -1 : 1));
  const expected = sorted.map(({ default: value = "undefined" }) =>
    value === "pipeline" ? "function" : value,
  );
  expect(found).toEqual([expected, expected]);
  expect(expected.filter((each) => each !== "undefined").length).toBeGreaterThan(7);
});

test("events, states, slots, parts and custom properties are those of an element in use", async () => {
  const page = await open();
  const found = await page.evaluate(async () => {
    const { widget } = globalThis;
    const names = { events: [], cssStates: [], slots: [], cssParts: [], cssProperties: [] };
    const dispatch = widget.dispatchEvent.bind(widget);
    widget.dispatchEvent = (event) => {
      names.events.push(event.type);
      return dispatch(event);
    };
    const states = globalThis.CustomStateSet.prototype;
    const { add } = states;
    states.add = function (name) {
      names.cssStates.push(name);
      return add.call(this, name);
    };
    const look = () => {
      const all = [...widget.shadowRoot.querySelectorAll("*")];
      names.cssParts.push(...all.flatMap((node) => [...(node.part ?? [])]));
      names.slots.push(...all.filter(({ localName }) => localName === "slot").map((s) => s.name));
      const styles = widget.shadowRoot.adoptedStyleSheets.flatMap((s) => [...s.cssRules]);
      const texts = [...styles.map((r) => r.cssText), ...all.map((n) => n.getAttribute("style"))];
      const used = texts.flatMap((text) => text?.match(/var\(--ner-[\w-]+/g) ?? []);
      // One stands for the colours of all types.
      const own = used.map((each) => each.replace(/^var\(/, "").replace(/(?<=-color-).*/, "PER"));
      names.cssProperties.push(...own);
    };
    widget.text = "My name is Sarah.";
    await widget.compute();
    await widget.updateComplete;
    look();
    const button = (name) =>
      [...widget.shadowRoot.querySelectorAll("button")].find((b) => b.textContent.trim() === name);
    for (const name of ["Settings", "Examples", "List", "JSON Output", "Masked text", "Maximize"]) {
      button(name).click();
      await widget.updateComplete;
      look();
    }
    // A script that the model does not know, then a record that is not sure.
    widget.text = "דוד בן גוריון נאם בירושלים";
    await widget.compute();
    await widget.updateComplete;
    look();
    const unsure = { entity_group: "PER", score: 0.3, word: "x", start: 0, end: 1 };
    widget.pipeline = async () =>
      Object.assign(async () => [unsure], { info: () => ({}), dispose: async () => {} });
    widget.text = "x y";
    await widget.compute();
    await widget.updateComplete;
    look();
    widget.pipeline = () => Promise.reject(new Error("no model"));
    widget.model = "no/model";
    await widget.compute();
    await widget.updateComplete;
    look();
    return names;
  });
  for (const [list, names] of Object.entries(found)) {
    expect({ [list]: [...new Set(names)].sort() }).toEqual({ [list]: namesOf(widget[list]) });
  }
});
