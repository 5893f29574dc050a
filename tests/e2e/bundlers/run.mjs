// SPDX-License-Identifier: Apache-2.0
//
// npm run e2e:bundlers [PROJECT …]: packs the package, installs it into an empty project for each bundler,
// framework and runtime, builds and starts that, and looks whether it finds entities, or says what it is
// expected to say. Of plain bundlers a page finds one in WebAssembly and on a GPU (which is SwiftShader;
// ONNX Runtime comes from another origin). Not part of npm test: it installs all of them from the registry.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

import { chromium } from "playwright-core";

import { startServer } from "../server.js";
import { projects } from "./projects.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, "../../..");
const entity = { entity_group: "PER", word: "Angela Merkel", threads: 2 };
const expected = { wasm: { ...entity, device: "wasm" }, webgpu: { ...entity, device: "webgpu" } };

/** Node as a package, for frameworks that need a newer one than runs this. */
const nodePackage = `node_modules/node-${process.platform}-${process.arch}`;

const work = mkdtempSync(join(tmpdir(), "xlmr-ner-bundlers-"));
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"],
});
const runtime = await startServer({
  folders: { ort: join(root, "node_modules/onnxruntime-web/dist") },
  answers: (_, response) => {
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
    return false;
  },
});
try {
  const asked = process.argv.slice(2);
  const tarball = pack();
  for (const [name, project] of Object.entries(projects)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    const problem = await tryProject(name, project, tarball).catch((error) => String(error));
    console.log(problem === undefined ? `ok     ${name}` : `FAILED ${name}: ${problem}`);
    if (problem !== undefined) process.exitCode = 1;
  }
} finally {
  await browser.close();
  await runtime.close();
  rmSync(work, { recursive: true });
}

function pack() {
  const args = ["pack", "--ignore-scripts", "--json", "--pack-destination", work];
  const packed = execFileSync("npm", args, { cwd: root, encoding: "utf8" });
  return join(work, JSON.parse(packed)[0].filename);
}

/** What went wrong, if anything did. */
async function tryProject(name, project, tarball) {
  const folder = join(work, name);
  const { files, install, build, copies = [], serve, start, run: program, says } = project;
  const bin = project.node === undefined ? [] : [join(folder, nodePackage, "bin")];
  const path = [...bin, process.env.PATH].join(delimiter);
  const manifest = { "package.json": '{"private": true, "type": "module"}' };
  for (const [file, text] of Object.entries({ ...manifest, ...files })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  cpSync(join(here, "app.js"), join(folder, "app.js"));
  const node = project.node === undefined ? [] : [`${nodePackage.split("/")[1]}@${project.node}`];
  run(folder, ["npm", "install", "--no-audit", "--no-fund", tarball, ...node, ...install]);
  if (build !== undefined)
    run(folder, build[0] === "npm" ? build : ["npx", "--no-install", ...build], path);
  for (const [from, to] of copies) {
    cpSync(join(folder, "node_modules/xlmr-ner", from), join(folder, to), { recursive: true });
  }
  if (program !== undefined) {
    const said = run(folder, program[0] === "node" ? program : ["npx", "--no-install", ...program]);
    return says.test(said.trim()) ? undefined : said;
  }
  const server =
    start === undefined
      ? await startServer({ folders: { "": join(folder, serve ?? ".") }, isolated: true })
      : await startCommand(folder, start, path);
  try {
    return await judgePages(server.url, folder, project);
  } finally {
    await server.close();
  }
}

async function judgePages(url, folder, { error, shows, looks, judge: own }) {
  if (shows !== undefined) return judgeMarks(url, shows);
  const lookAt = (wanted) => look(url, wanted);
  if (own !== undefined) return own({ folder, url, look: lookAt });
  if (looks === undefined) return judge(await titleOf(url), error);
  const problems = [];
  for (const wanted of looks) problems.push((await lookAt(wanted)) ?? []);
  return problems.flat().length === 0 ? undefined : problems.flat().join("\n");
}

/**
 * Opens a page that says something in a paragraph, or in its whole text, or has a widget that marks what
 * begins with these words and has these properties. `serves` is what the server's own answer has, `at`
 * another server. What it says instead, if it does.
 */
async function look(url, { at = url, path, serves, says, marks, properties = {} }) {
  const page = await browser.newPage();
  try {
    const response = await page.goto(at + path);
    const served = await response.text();
    if (serves !== undefined && !serves.test(served)) return `${path}: served ${served}`;
    if (marks !== undefined) {
      await page.getByRole("button", { name: "Compute" }).click();
      await page
        .locator("ner-widget mark")
        .nth(marks.length - 1)
        .waitFor();
      const found = await page.locator("ner-widget mark").allTextContents();
      const set = await page
        .locator("ner-widget")
        .evaluate(
          (widget, names) => Object.fromEntries(names.map((name) => [name, widget[name]])),
          Object.keys(properties),
        );
      const isSet = JSON.stringify(set) === JSON.stringify(properties);
      const isRight = isSet && marks.every((word, i) => found[i].startsWith(word));
      return isRight ? undefined : `${path}: ${JSON.stringify(found)} ${JSON.stringify(set)}`;
    }
    const text = page.locator("p:not(:empty), pre").first();
    const found = await text.textContent();
    return says.test(found) ? undefined : `${path}: ${found}`;
  } catch (error) {
    return `${path}: ${error.message}`;
  } finally {
    await page.close();
  }
}

function judge(found, error) {
  if (error !== undefined) return error.test(found.error) ? undefined : JSON.stringify(found);
  return JSON.stringify(found) === JSON.stringify(expected) ? undefined : JSON.stringify(found);
}

/** What an example's page marks, beside what it should. */
async function judgeMarks(url, expectedMarks) {
  const page = await browser.newPage();
  try {
    await page.goto(url);
    await page.locator("mark").first().waitFor();
    const found = JSON.stringify(await page.locator("mark").allTextContents());
    const threads = await page.evaluate("crossOriginIsolated");
    if (found === JSON.stringify(expectedMarks) && threads) return undefined;
    return `marked ${found}, isolated ${threads}`;
  } finally {
    await page.close();
  }
}

function run(cwd, [command, ...args], path = process.env.PATH) {
  try {
    const env = { ...process.env, PATH: path };
    return execFileSync(command, args, { cwd, env, encoding: "utf8", stdio: "pipe" });
  } catch (cause) {
    const { stdout, stderr } = cause;
    throw new Error(`${[command, ...args].join(" ")}\n${stdout}${stderr}`, { cause });
  }
}

/** A port that nobody has, for servers that cannot be told to take any. */
async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

/** A server that says on its output where it is; "node" runs a file that was built. */
async function startCommand(cwd, [command, ...args], path) {
  const own = command === "node" ? [] : [join(cwd, "node_modules/.bin", command)];
  const child = spawn("node", [...own, ...args], {
    cwd,
    env: { ...process.env, PATH: path, HOST: "127.0.0.1", PORT: String(await freePort()) },
  });
  let text = "";
  const url = await new Promise((done, failed) => {
    child.on("exit", () => failed(new Error(text)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk) => {
        // eslint-disable-next-line no-control-regex -- colours
        text += chunk.replace(/\u001b\[\d*m/g, "");
        const match = /http:\/\/127\.0\.0\.1:\d+/.exec(text);
        if (match !== null) done(match[0]);
      });
    }
  });
  return { url, close: async () => child.kill() };
}

async function titleOf(url) {
  const page = await browser.newPage();
  const problems = [];
  page.on("console", (message) => problems.push(message.text()));
  page.on("pageerror", (error) => problems.push(String(error)));
  try {
    const runtimeUrl = encodeURIComponent(`${runtime.url}/ort/ort.webgpu.min.mjs`);
    await page.goto(`${url}/index.html?onnxruntime=${runtimeUrl}`);
    await page.waitForFunction("document.title !== ''", undefined, { timeout: 60_000 });
    return JSON.parse(await page.title());
  } catch (error) {
    return { error: `${error.message} ${problems.join("\n")}` };
  } finally {
    await page.close();
  }
}
