// SPDX-License-Identifier: Apache-2.0
// The fenced blocks of README, docs/ and the READMEs of examples/, and what runs each.

import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";

import { root } from "../support.js";

/** The documents whose every block is run, by their paths in the repository. */
export function documents() {
  const pages = (folder) =>
    readdirSync(path.join(root, folder), { recursive: true })
      .filter((name) => name.endsWith(".md") && !/node_modules/.test(name))
      .map((name) => `${folder}/${name}`)
      .sort();
  return ["README.md", ...pages("docs"), ...pages("examples")];
}

/**
 * The blocks of a Markdown text, in order; `words` is what follows the opening fence. A `text` block is
 * what the block before it prints, and is that one's `output`.
 *
 *     blocksOf("```js page\nf();\n```\n```text\n1\n```")
 *     // [{ language: "js", flags: ["page"], text: "f();\n", output: "1\n", line: 1 }]
 */
export function blocksOf(markdown, file = "") {
  const blocks = [];
  for (const match of markdown.matchAll(/^```(.*)\n([^]*?)^```$/gm)) {
    const [language = "", ...flags] = match[1].trim().split(/\s+/);
    const line = markdown.slice(0, match.index).split("\n").length;
    const before = blocks.at(-1);
    if (language === "text" && before !== undefined && before.output === undefined) {
      before.output = match[2];
    } else {
      blocks.push({ file, line, language, flags, text: match[2], output: undefined });
    }
  }
  return blocks;
}

/** A page for people with a checkout: its commands build it. */
const checkoutPage = "docs/building.md";

/** Which runner a block belongs to, by its language and the words after it; undefined for none. */
export function runnerOf({ file, language, flags }) {
  const kind = [language, ...flags].join(" ");
  if (file === checkoutPage && ["console", "sh"].includes(kind)) return "checkout";
  return {
    js: "node",
    diff: "node",
    "js page": "browser",
    "js page gpu": "browser",
    html: "browser",
    http: "headers",
    console: "shell",
    "console terminal": "shell",
    "console server": "server",
    "js server": "server",
    "python server": "server",
    "console checkout": "checkout",
    "console example": "example",
    "console python": "python",
    "python spark": "spark",
    "sql spark": "spark",
    "scala spark": "spark",
    "console spark": "spark",
  }[kind];
}

export const allBlocks = () =>
  documents().flatMap((file) => blocksOf(readFileSync(path.join(root, file), "utf8"), file));

export const blocksFor = (runner) => allBlocks().filter((block) => runnerOf(block) === runner);

/** How a test is named after a block. */
export const nameOf = ({ file, line, text }) => `${file}:${line}  ${text.split("\n")[0]}`;

/** The program of a block; a diff's is what it leads to. */
export function programOf({ language, text }) {
  if (language !== "diff") return text;
  const lines = text.split("\n").filter((line) => !line.startsWith("-"));
  return lines.map((line) => line.slice(1)).join("\n");
}

/** The commands of a console block, each with what is shown below it. */
export function commandsOf({ text, output = "" }) {
  const commands = [];
  for (const line of text.split("\n").slice(0, -1)) {
    if (line.startsWith("$ ")) commands.push({ command: line.slice(2), shown: "" });
    else commands.at(-1).shown += `${line}\n`;
  }
  if (commands.length > 0) commands.at(-1).shown += output;
  return commands;
}

/** Scores may differ by this: another processor adds in another order. */
const tolerance = 0.002;

/**
 * What is wrong with what was printed, in a sentence; undefined where it is what is shown. `…` stands for
 * anything on its line, and for any lines where it is a line by itself.
 *
 *     difference("PER 0.9873 …", "PER 0.9874 Emma") // undefined
 */
export function difference(shown, printed) {
  const escape = (text) => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
  const numbers = [];
  const source = shown
    .trimEnd()
    .split(/(\n…\n|…|\b\d\.\d{3,})/)
    .map((part) => {
      if (part === "\n…\n") return "\n[^]*";
      if (part === "…") return ".*";
      if (!/^\d\.\d{3,}$/.test(part)) return escape(part);
      numbers.push(Number(part));
      return "(\\d\\.\\d+)";
    })
    .join("");
  const match = new RegExp(`^${source}$`).exec(printed.trimEnd());
  const isClose = match?.slice(1).every((each, i) => Math.abs(each - numbers[i]) <= tolerance);
  return isClose ? undefined : `expected\n${shown}\nfound\n${printed}`;
}
