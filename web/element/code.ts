// SPDX-License-Identifier: Apache-2.0

import type { AggregationStrategy, PipelineOptions } from "../../wasm/js/base/types.js";
import type { WidgetModel } from "./types.js";

/**
 * The lines of code that do what the element does now: in a page, in Node, and in Python with
 * transformers. What is at its default is left out.
 *
 *     codeFor({ model: "owner/name", text: "Emma", aggregation: "simple", ... }).node
 *     // import { pipeline } from "xlmr-ner";
 *     //
 *     // const ner = await pipeline("token-classification", "owner/name");
 *     // ...
 */

/** What the code is to do. */
export interface CodeSettings {
  readonly model: WidgetModel;
  readonly text: string;
  readonly aggregation: AggregationStrategy;
  readonly threshold: number;
  /** Labels that are not shown. */
  readonly hiddenLabels: readonly string[];
  readonly options: PipelineOptions;
}

export interface Code {
  readonly page: string;
  readonly node: string;
  readonly python: string;
}

export function codeFor(settings: CodeSettings): Code {
  return { page: pageCode(settings), node: nodeCode(settings), python: pythonCode(settings) };
}

/** Names of options that say nothing that is secret, or that only this page could use. */
const shared = ["device", "backend", "dtype", "revision", "endpoint", "threads"] as const;

/** In UTF-16 units: what follows is left out of the code, which is to be read, and which says so. */
const most = 500;
const cutRemark = "Only the beginning of the text.";

function pageCode({ model, text, aggregation, threshold, hiddenLabels, options }: CodeSettings) {
  const attributes = [
    ...(model === undefined ? [] : [["model", placeOf(model)] as const]),
    ...(aggregation === "simple" ? [] : [["aggregation", aggregation] as const]),
    ...(threshold > 0 ? [["threshold", String(threshold)] as const] : []),
    ["text", shorten(text)] as const,
  ];
  const own = ownOptions(options);
  const properties = [
    ...(hiddenLabels.length > 0 ? [`widget.hiddenLabels = ${js(hiddenLabels)};`] : []),
    ...(Object.keys(own).length > 0 ? [`widget.pipelineOptions = ${js(own)};`] : []),
  ];
  const script = [
    '<script type="module">',
    '  const widget = document.querySelector("ner-widget");',
    ...properties.map((line) => `  ${line.replaceAll("<", "\\u003C")}`),
    "</script>",
  ];
  return [
    ...(text.length > most ? [`<!-- ${cutRemark} -->`] : []),
    '<script type="module" src="/node_modules/xlmr-ner/dist/web/element.js"></script>',
    `<ner-widget${attributes.map(([name, value]) => ` ${name}="${escapeAttribute(value)}"`).join("")}></ner-widget>`,
    ...(properties.length > 0 ? script : []),
  ].join("\n");
}

function nodeCode({ model, text, aggregation, threshold, hiddenLabels, options }: CodeSettings) {
  const own = ownOptions(options);
  const hasOwn = Object.keys(own).length > 0;
  const load = [
    '"token-classification"',
    ...(model === undefined ? (hasOwn ? ["undefined"] : []) : [js(placeOf(model))]),
    ...(hasOwn ? [js(own)] : []),
  ];
  const call = {
    aggregation_strategy: aggregation,
    ...(threshold > 0 && { min_score: threshold }),
    ...(hiddenLabels.length > 0 && { ignore_labels: ["O", ...hiddenLabels] }),
  };
  return [
    'import { pipeline } from "xlmr-ner";',
    "",
    `const ner = await pipeline(${load.join(", ")});`,
    ...(text.length > most ? [`// ${cutRemark}`] : []),
    `const entities = await ner(${js(shorten(text))}, ${js(call)});`,
    "console.log(entities);",
    "await ner.dispose();",
  ].join("\n");
}

function pythonCode({ model, text, aggregation, threshold, hiddenLabels, options }: CodeSettings) {
  const from =
    model === undefined
      ? [
          "# transformers cannot read the weights that come with xlmr-ner:",
          "# name a model of the hub.",
        ]
      : [];
  const load = [
    '"token-classification"',
    `model=${js(model === undefined ? "owner/name" : placeOf(model))}`,
    ...(options.revision === undefined ? [] : [`revision=${js(options.revision)}`]),
    `aggregation_strategy=${js(aggregation)}`,
    ...(hiddenLabels.length > 0 ? [`ignore_labels=${js(["O", ...hiddenLabels])}`] : []),
  ];
  return [
    "from transformers import pipeline",
    "",
    ...from,
    "ner = pipeline(",
    ...load.map((line) => `    ${line},`),
    ")",
    ...(text.length > most ? [`# ${cutRemark}`] : []),
    `entities = ner(${js(shorten(text))})`,
    ...(threshold > 0
      ? [`entities = [each for each in entities if each["score"] >= ${threshold}]`]
      : []),
    "print(entities)",
  ].join("\n");
}

/** A model's name, or what stands for the files that were chosen: a page does not learn their path. */
function placeOf(model: Exclude<WidgetModel, undefined>): string {
  return typeof model === "string" || model instanceof URL ? String(model) : "path/to/the/folder";
}

function ownOptions(options: PipelineOptions): Record<string, unknown> {
  return Object.fromEntries(
    shared.flatMap((name) => (options[name] === undefined ? [] : [[name, options[name]]])),
  );
}

function shorten(text: string): string {
  if (text.length <= most) return text;
  const isPair = (text.charCodeAt(most - 1) & 0xfc00) === 0xd800;
  return text.slice(0, isPair ? most - 1 : most);
}

/** A literal of JavaScript on one line; one of a string or of a list of strings is Python's as well. */
function js(value: unknown): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(js).join(", ")}]`;
  const fields = Object.entries(value).map(([name, each]) => `${name}: ${js(each)}`);
  return `{ ${fields.join(", ")} }`;
}

function escapeAttribute(value: string): string {
  return value.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
