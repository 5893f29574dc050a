// SPDX-License-Identifier: Apache-2.0
//
// dist/web/custom-elements.json, and made of it the types by which templates of React, Vue and Svelte know
// <ner-widget>. The generators that exist for the manifest name types without importing them, and augment
// every framework in one file, which compiles only with skipLibCheck where one of them is not installed:
// here each framework has a file of its own, `xlmr-ner/react` and so on.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

import { elementManifest } from "./element_manifest.mjs";
import { repository } from "./paths.mjs";

export async function declareElement() {
  const manifest = await elementManifest();
  const [widget] = manifest.modules[0].declarations;
  const files = {
    "custom-elements.json": `${JSON.stringify(manifest, null, 2)}\n`,
    "element/props.d.ts": propsOf(widget),
    "element/react.d.ts": reactTypes(widget),
    "element/vue.d.ts": vueTypes,
    "element/svelte.d.ts": svelteTypes(widget),
  };
  for (const [path, text] of Object.entries(files)) {
    await writeFile(join(repository, "dist/web", path), text);
  }
}

/** What a template may set: every property that can be written, and the attributes without one. */
function propsOf({ members, attributes }) {
  const properties = members.filter(({ kind, readonly }) => kind === "field" && readonly !== true);
  const lines = [
    ...properties.map((each) => member(each, each.name, `NerWidgetElement["${each.name}"]`)),
    ...attributes
      .filter(({ fieldName }) => fieldName === undefined)
      .map((each) => member(each, each.name, each.type.text)),
  ];
  return `import type { NerWidgetElement } from "./types.js";
/** What a template may set on \`<ner-widget>\`. */
export interface NerWidgetProps {
${lines.join("\n")}
}
`;
}

/** An event's listeners as members, by the names that a template gives them. */
function listeners({ events }, prefixes) {
  return prefixes
    .flatMap((prefix) =>
      events.map((each) =>
        member(each, prefix + each.name, `(event: WidgetEvents["${each.name}"]) => void`),
      ),
    )
    .join("\n");
}

function member({ description }, name, type) {
  const comment = description.replaceAll("\n", "\n     * ");
  return `    /** ${comment} */\n    "${name}"?: (${type}) | undefined;`;
}

const reactTypes = (widget) => `import type { DetailedHTMLProps, HTMLAttributes } from "react";
import type { NerWidgetProps } from "./props.js";
import type { NerWidgetElement, WidgetEvents } from "./types.js";
export * from "./element.js";
export type { NerWidgetProps } from "./props.js";
/** Listeners, as React 19 names those of custom elements. */
export interface NerWidgetListeners {
${listeners(widget, ["on"])}
}
declare module "react" {
    namespace JSX {
        interface IntrinsicElements {
            /** ${widget.description.split("\n")[0]} */
            "ner-widget": DetailedHTMLProps<HTMLAttributes<NerWidgetElement>, NerWidgetElement> & NerWidgetProps & NerWidgetListeners;
        }
    }
}
`;

/** The shape that Vue's guide gives for custom elements: an element with \`$props\` and \`$emit\`. */
const vueTypes = `import type { EmitFn, HTMLAttributes } from "vue";
import type { NerWidgetProps } from "./props.js";
import type { NerWidgetElement, WidgetEvents } from "./types.js";
export * from "./element.js";
export type { NerWidgetProps } from "./props.js";
/** \`<ner-widget>\` in a template. */
export type NerWidgetComponent = new () => NerWidgetElement & {
    /** What a template may set. */
    $props: HTMLAttributes & NerWidgetProps;
    /** What a template may listen to. */
    $emit: EmitFn<{ [Name in keyof WidgetEvents]: (event: WidgetEvents[Name]) => void }>;
};
declare module "vue" {
    interface GlobalComponents {
        "ner-widget": NerWidgetComponent;
    }
}
`;

const svelteTypes = (widget) => `import type { HTMLAttributes } from "svelte/elements";
import type { NerWidgetProps } from "./props.js";
import type { NerWidgetElement, WidgetEvents } from "./types.js";
export * from "./element.js";
export type { NerWidgetProps } from "./props.js";
/** Listeners, as Svelte 5 names them, and as Svelte 4 does. */
export interface NerWidgetListeners {
${listeners(widget, ["on", "on:"])}
}
declare module "svelte/elements" {
    interface SvelteHTMLElements {
        /** ${widget.description.split("\n")[0]} */
        "ner-widget": HTMLAttributes<NerWidgetElement> & NerWidgetProps & NerWidgetListeners;
    }
}
`;
