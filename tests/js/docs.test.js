// SPDX-License-Identifier: Apache-2.0
// Every command and every piece of code in README, docs/ and the READMEs of examples/ runs, and prints
// what is shown. Those of a page run in tests/e2e/docs.test.js.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import {
  allBlocks,
  blocksFor,
  blocksOf,
  commandsOf,
  difference,
  documents,
  nameOf,
  programOf,
  runnerOf,
} from "./docs/blocks.js";
import { openSandbox } from "./docs/sandbox.js";
import { addresses, checkoutCommands } from "./docs/substitutes.js";
import { pythons } from "./hub_pythons.js";
import { root } from "./support.js";

let sandbox;
beforeAll(async () => (sandbox = await openSandbox()), 300_000);
afterAll(() => sandbox?.close());

const named = (runner) => blocksFor(runner).map((block) => [nameOf(block), block]);

describe("in Node", () => {
  test.each(named("node"))("%s", async (_, block) => {
    const { output } = block;
    const { code, stdout, stderr } = await sandbox.node(programOf(block));
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(output ?? "").not.toBe(""); // a snippet shows what it does
    expect(difference(output, stdout)).toBeUndefined();
  });
});

describe("in a shell", () => {
  test.each(named("shell"))("%s", async (_, block) => {
    for (const { command, shown } of commandsOf(block)) {
      const inTerminal = block.flags.includes("terminal");
      const { code, stdout, stderr } = await sandbox.shell(command, { inTerminal });
      expect({ command, code, stderr: code === 0 ? "" : stderr }).toEqual({
        command,
        code: 0,
        stderr: "",
      });
      if (shown !== "") expect(difference(shown, stdout)).toBeUndefined();
    }
  });
});

describe("with a server", () => {
  /** The address that the documents show; a test's server has any port that is free. */
  const shownUrl = "http://127.0.0.1:8080";
  const isServer = (command) => / xlmr-ner serve\b/.test(command);
  const [python] = pythons.filter(({ version }) => version !== undefined);
  let common;
  beforeAll(async () => (common = await sandbox.serve("npx xlmr-ner serve")), 60_000);
  afterAll(() => common?.stop());

  async function runCommands(commands) {
    let server = common;
    try {
      for (const { command, shown } of commands) {
        const isStart = isServer(command);
        if (isStart) server = await sandbox.serve(command);
        const { code, stdout } = isStart
          ? { code: 0, stdout: server.stdout }
          : await sandbox.shell(command.replaceAll(shownUrl, server.url));
        expect({ command, code }).toEqual({ command, code: 0 });
        const printed = stdout.replaceAll(server.url, shownUrl);
        expect(difference(shown, printed)).toBeUndefined();
      }
    } finally {
      if (server !== common) await server.stop();
    }
  }

  for (const block of blocksFor("server")) {
    const { language, output = "" } = block;
    if (language === "python" && python === undefined) {
      test.skip(`${nameOf(block)} (skipped: no Python with huggingface_hub)`, () => {});
      continue;
    }
    test(nameOf(block), async () => {
      if (language === "console") {
        await runCommands(commandsOf(block));
        return;
      }
      const code = programOf(block).replaceAll(shownUrl, common.url);
      const {
        code: status,
        stdout,
        stderr,
      } = language === "js" ? await sandbox.node(code) : await sandbox.python(code, python.python);
      expect({ status, stderr: status === 0 ? "" : stderr }).toEqual({ status: 0, stderr: "" });
      expect(difference(output, stdout)).toBeUndefined();
    });
  }
});

describe("every block", () => {
  test("has a runner", () => {
    const without = allBlocks().filter((block) => runnerOf(block) === undefined);
    expect(without.map(nameOf)).toEqual([]);
  });

  test("of a checkout is one that the list says why it is not run, and its script is there", () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8"));
    for (const { command } of blocksFor("checkout").flatMap(commandsOf)) {
      expect(checkoutCommands.map((each) => each.command)).toContain(command);
      const [, script] = /^npm (?:run )?(\S+)$/.exec(command) ?? [];
      if (script === undefined) continue;
      const [, file] = / (\S+)$/.exec(scripts[script === "install" ? "prepare" : script]);
      expect(existsSync(path.join(root, file))).toBe(true);
    }
  });

  test("whose address leads elsewhere is one that a document has", () => {
    const code = blocksFor("node").map(({ text }) => text);
    expect(code.join("")).toContain(addresses[0].address);
  });
});

test("every link to a file of this repository leads to one", () => {
  const missing = documents().flatMap((file) => {
    const text = readFileSync(path.join(root, file), "utf8");
    return [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)]
      .map(([, target]) => path.join(path.dirname(file), target))
      .filter((target) => !existsSync(path.join(root, target)));
  });
  expect(missing).toEqual([]);
});

describe("the reader of blocks", () => {
  test("gives a text block to the one before it", () => {
    const markdown = "a\n```js page\nf();\n```\n\n```text\n1\n```\n```text\n2\n```\n";
    expect(blocksOf(markdown, "a.md")).toEqual([
      { file: "a.md", line: 2, language: "js", flags: ["page"], text: "f();\n", output: "1\n" },
      { file: "a.md", line: 9, language: "text", flags: [], text: "2\n", output: undefined },
    ]);
  });

  test("gives the program that a diff leads to", () => {
    const [block] = blocksOf("```diff\n-a();\n+b();\n c();\n```\n");
    expect(programOf(block)).toBe("b();\nc();\n");
    expect(programOf({ language: "js", text: "-a();\n" })).toBe("-a();\n");
  });

  test("a block of another kind has no runner", () => {
    for (const words of ["", "sh", "js typo", "text", "console maybe"]) {
      const [block] = blocksOf(`\`\`\`${words}\nx\n\`\`\`\n`);
      expect(runnerOf(block)).toBeUndefined();
    }
  });

  test("other words, numbers or lines are a difference", () => {
    expect(difference("PER 0.9873 …\n", "PER 0.98741 Emma\n")).toBeUndefined();
    expect(difference("PER 0.9873", "PER 0.9973")).toContain("expected");
    expect(difference("PER", "PER\nLOC")).toContain("expected");
    expect(difference("PER", "LOC")).toContain("found\nLOC");
  });

  test("finds the commands of a block, with what each prints", () => {
    expect(commandsOf({ text: "$ a\nb\nc\n$ d\n" })).toEqual([
      { command: "a", shown: "b\nc\n" },
      { command: "d", shown: "" },
    ]);
  });
});
