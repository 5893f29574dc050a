// SPDX-License-Identifier: Apache-2.0
// A user's folder in which the documents' commands and programs run: the packed package, a model in
// ./models/mine, a hub and a server on this machine.

import { spawn } from "node:child_process";
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { startServer } from "../../e2e/server.js";
import { filesOf, startHub } from "../hub_server.js";
import { tiny, until } from "../support.js";
import { installOurs, installPacked } from "./packed.js";

const ids = [
  ...["owner/name", "tsmatz/xlm-roberta-ner-japanese"],
  "FacebookAI/xlm-roberta-large-finetuned-conll02-dutch",
];

/** Before a program of a test: https://example.org is the test's server. */
const toServer = `
  const { fetch } = globalThis;
  globalThis.fetch = (url, init) =>
    fetch(String(url).replace("https://example.org", process.env.EXAMPLE_ORG), init);`;

/** Makes stdout say that it is a terminal, to the command, not to the npx that starts it. */
const terminal = `
  if (/xlmr-ner$/.test(process.argv[1]))
    for (const s of [process.stdout, process.stderr]) s.isTTY = true;`;

/** What a snippet without an import may use, as docs/api.md says. */
const prelude = `import { pipeline, Tokenizer } from "xlmr-ner";
const ner = await pipeline("ner");
const text = "Angela Merkel besuchte im Juli Paris.";
`;

export async function openSandbox() {
  const { folder } = installPacked();
  installOurs(folder, ["fastify", "prom-client", "@huggingface/inference"]);
  mkdirSync(path.join(folder, "models"));
  cpSync(tiny, path.join(folder, "models/mine"), { recursive: true });
  writeFileSync(path.join(folder, "corpus.txt"), "Angela Merkel besuchte im Juli Paris.\n");
  const preload = (name, code) => {
    writeFileSync(path.join(folder, name), code);
    return `--import=${pathToFileURL(path.join(folder, name)).href}`;
  };
  const imports = { server: preload("server.mjs", toServer), tty: preload("tty.mjs", terminal) };
  const files = filesOf(tiny);
  const hub = await startHub({ models: Object.fromEntries(ids.map((id) => [id, { files }])) });
  const server = await startServer({ folders: { models: path.join(folder, "models") } });
  const env = { ...process.env };
  for (const name of Object.keys(env)) if (/^(HF|XDG|FORCE_COLOR)/.test(name)) delete env[name];
  Object.assign(env, {
    EXAMPLE_ORG: server.url,
    HF_ENDPOINT: hub.endpoint,
    HF_HOME: path.join(folder, "hf"),
    XDG_CACHE_HOME: path.join(folder, "cache"),
    NODE_OPTIONS: imports.server,
  });
  let count = 0;
  const run = (command, more) => execute(command, { cwd: folder, env: { ...env, ...more } });
  return {
    folder,
    /** Runs a command as in a shell. */
    shell(command, { inTerminal = false } = {}) {
      const tty = { NO_COLOR: "1", NODE_OPTIONS: `${imports.server} ${imports.tty}` };
      return run(["sh", "-c", command], inTerminal ? tty : {});
    },
    /** Runs a JavaScript module in Node. */
    node(code) {
      const name = `snippet-${++count}.mjs`;
      const isWhole = /^import /m.test(code);
      const whole = isWhole ? code : `${prelude}${code}\nawait ner.dispose();\n`;
      writeFileSync(path.join(folder, name), whole);
      return run([process.execPath, name]);
    },
    python: (code, python) => run([python, "-c", code]),
    /** Starts a command that serves, at any free port: what it printed until then, and what ends it. */
    async serve(command) {
      const child = spawn(
        "sh",
        ["-c", `exec ${command} --port 0`.replace(/^exec (\w+=\S+) /, "$1 exec ")],
        {
          cwd: folder,
          env: { ...env, NODE_OPTIONS: "" },
          stdio: ["ignore", "pipe", "ignore"],
          detached: true,
        },
      );
      const ended = new Promise((resolve) => child.once("close", resolve));
      let stdout = "";
      child.stdout.setEncoding("utf8").on("data", (text) => (stdout += text));
      await until(() => stdout.includes("\n"), "an address");
      const { listening: url } = JSON.parse(stdout);
      return {
        stdout,
        url,
        stop: () => {
          process.kill(-child.pid, "SIGTERM"); // npx and what it runs
          return ended;
        },
      };
    },
    async close() {
      await Promise.all([hub.close(), server.close()]);
      rmSync(folder, { recursive: true });
    },
  };
}

function execute([command, ...args], options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    const out = { stdout: "", stderr: "" };
    for (const name of ["stdout", "stderr"]) {
      child[name].setEncoding("utf8").on("data", (text) => (out[name] += text));
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ ...out, code }));
  });
}
