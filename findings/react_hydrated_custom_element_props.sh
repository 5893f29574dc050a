#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
#
# react-dom 19.3.1: a custom element that the server has rendered gets no object and no listener when it is
# hydrated, only with the next render that passes others.
#
# React 19 sets props of a custom element as properties where it has them, and listens to `onNAME`. Made by
# createRoot() an element has both. Hydrated by hydrateRoot() it has what the server could write as
# attributes; an array is missing, and an event is heard by nobody, without a warning. A render with the
# same values changes nothing, one with a new array and a new function brings both. (A `ref` is called in
# either case, so properties and listeners can be set there.)
#
# Seen in jsdom 26.1.0. Fails if that is no longer so. Needs node 18 or later, and npm's registry.
set -eu

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
echo '{"private": true, "type": "module"}' > package.json
npm install --silent --no-audit --no-fund react@19.3.1 react-dom@19.3.1 jsdom@26.1.0

cat > main.js <<'JS'
import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!doctype html><div id=made></div><div id=hydrated></div>");
const { document, navigator } = window;
const globals = { window, document, navigator, IS_REACT_ACT_ENVIRONMENT: true };
for (const [name, value] of Object.entries(globals)) {
  Object.defineProperty(globalThis, name, { value, configurable: true });
}
window.customElements.define(
  "tag-list",
  class extends window.HTMLElement {
    tags = [];
  },
);
const { createElement, act } = await import("react");
const { createRoot, hydrateRoot } = await import("react-dom/client");
const { renderToString } = await import("react-dom/server");

const heard = [];
const page = (tags, listener) => createElement("tag-list", { title: "a", tags, onpicked: listener });
const look = (id) => {
  const element = document.querySelector(`#${id} tag-list`);
  heard.length = 0;
  element.dispatchEvent(new window.Event("picked"));
  return `title ${element.title}, tags ${JSON.stringify(element.tags)}, heard ${heard.length}`;
};
const tags = ["x"];
const listener = () => heard.push("picked");
const tree = page(tags, listener);
const lines = [];

const made = document.querySelector("#made");
await act(() => createRoot(made).render(tree));
lines.push(`made: ${look("made")}`);

const place = document.querySelector("#hydrated");
place.innerHTML = renderToString(tree);
const root = await act(() => hydrateRoot(place, tree));
lines.push(`hydrated: ${look("hydrated")}`);
await act(() => root.render(page(tags, listener)));
lines.push(`rendered with the same: ${look("hydrated")}`);
await act(() => root.render(page(["x"], () => heard.push("picked"))));
lines.push(`rendered with others: ${look("hydrated")}`);
console.log(lines.join("\n"));
JS

node main.js | tee out
cat > expected <<'TEXT'
made: title a, tags ["x"], heard 1
hydrated: title a, tags [], heard 0
rendered with the same: title a, tags [], heard 0
rendered with others: title a, tags ["x"], heard 1
TEXT
cmp out expected
