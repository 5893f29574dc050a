// SPDX-License-Identifier: Apache-2.0
//
// The custom-elements manifest of <ner-widget>: what the analyser reads in the class, and what the
// interface NerWidgetElement says about it. The interface is what programs see, so descriptions are there.
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { create, ts } from "@custom-elements-manifest/analyzer";
import { litPlugin } from "@custom-elements-manifest/analyzer/src/features/framework-plugins/lit/lit.js";

import { repository } from "./paths.mjs";

const module = "dist/web/ner-widget.js";

/** The manifest, by schema 2.1.0, with the package's modules as they are shipped. */
export async function elementManifest() {
  const manifest = create({
    modules: [
      await parse("web/element/ner-widget.ts", module),
      await parse("web/element/element.ts", "dist/web/element.js"),
    ],
    plugins: litPlugin(),
    context: { dev: false },
  });
  const [declared, registered] = manifest.modules;
  const [widget] = declared.declarations;
  for (const each of registered.exports) each.declaration.module = module;
  describe(widget, await parse("web/element/types.ts", "types.ts"));
  // The analyser writes 1.0.0 beside fields that later versions have, states among them.
  return { schemaVersion: "2.1.0", modules: manifest.modules };
}

async function parse(source, name) {
  const text = await readFile(join(repository, source), "utf8");
  // The one form in which the analyser knows it; the code asks first whether there is a registry.
  const plain = text.replace("registry?.define(", "customElements.define(");
  return ts.createSourceFile(name, plain, ts.ScriptTarget.ES2022, true);
}

/** Adds to the class what the interfaces say, and takes away what is private. */
function describe(widget, source) {
  const element = interfaceOf(source, "NerWidgetElement");
  const texts = new Map(element.members.map((each) => [nameOf(each), textOf(each)]));
  widget.description = textOf(element);
  widget.members = widget.members.filter(({ name }) => texts.has(name));
  for (const member of widget.members) member.description = texts.get(member.name);
  for (const attribute of widget.attributes) {
    attribute.description = texts.get(attribute.fieldName);
  }
  widget.attributes.push(...tagsOf(element, "attr"));
  widget.events = interfaceOf(source, "WidgetEvents").members.map((event) => ({
    name: nameOf(event),
    type: {
      text: event.type
        .getText()
        .replace(/\/\*[^]*?\*\//g, "")
        .replace(/\s+/g, " "),
    },
    description: textOf(event),
  }));
  widget.slots = tagsOf(element, "slot");
  widget.cssParts = tagsOf(element, "csspart");
  widget.cssProperties = tagsOf(element, "cssprop");
  widget.cssStates = tagsOf(element, "cssState");
}

function interfaceOf(source, name) {
  return source.statements.find(
    (each) => ts.isInterfaceDeclaration(each) && each.name.text === name,
  );
}

function nameOf(member) {
  return member.name.text;
}

function textOf(node) {
  const [comment] = node.jsDoc ?? [];
  return ts.getTextOfJSDocComment(comment?.comment);
}

/** `@slot heading - The heading.` as `{ name, description }`, with a `type` where one stands before. */
function tagsOf(node, kind) {
  const tags = ts.getJSDocTags(node).filter(({ tagName }) => tagName.text === kind);
  return tags.map((tag) => {
    const text = ts.getTextOfJSDocComment(tag.comment);
    const [, type, name, description] = /^(?:\{(.+?)\}\s+)?(\S+) - ([^]+)$/.exec(text);
    return { name, ...(type === undefined ? {} : { type: { text: type } }), description };
  });
}
