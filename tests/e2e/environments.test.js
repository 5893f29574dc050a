// SPDX-License-Identifier: Apache-2.0
// Pages as they are: scripts from another origin, content security policies, a service worker, no network.

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";

import { afterAll, beforeAll, describe, expect } from "@jest/globals";

import { root } from "../js/support.js";
import { browserTest, launch, useBrowser } from "./browser.js";
import { policy, startOpenServer, startServer } from "./server.js";

const { open } = useBrowser();
const text = "My name is Sarah and I live in London.";

/** In the page: what a model finds with how many threads, or the error. */
async function find([text, options, model]) {
  try {
    const classify = await globalThis.ner.pipeline("ner", model, options);
    const entities = await classify(text, { aggregation_strategy: "simple" });
    const { threads } = classify.info();
    await classify.dispose();
    return { words: entities.map(({ word }) => word), threads };
  } catch ({ name, code, message, cause }) {
    return { name, code, message, cause: cause?.code };
  }
}
const right = (threads) => ({ words: ["Sarah", "London"], threads });

describe("a page with everything from another origin", () => {
  let cdn;
  beforeAll(async () => {
    cdn = await startOpenServer({ pkg: root });
  });
  afterAll(() => cdn.close());

  async function load(options, given = {}) {
    const script = `import * as ner from "${cdn.url}/pkg/dist/web/index.js";
      Object.assign(globalThis, { ner, ready: true });`;
    const { page, problems } = await open({ folders: {}, pages: { "/page.js": script }, ...given });
    return { found: await page.evaluate(find, [text, options]), problems };
  }
  const policyFor = (workers) =>
    `default-src 'none'; script-src 'self' ${cdn.url} 'wasm-unsafe-eval'; connect-src ${cdn.url}; ` +
    `worker-src ${workers}`;

  browserTest("finds entities", async () => {
    expect(await load({})).toEqual({ found: right(1), problems: [] });
  });

  browserTest("starts its threads, too", async () => {
    const { found } = await load({ threads: 2 }, { isolated: true });
    expect(found).toEqual(right(2));
  });

  browserTest("works under a policy that names it", async () => {
    const csp = policyFor(`blob: ${cdn.url}`);
    expect(await load({}, { csp })).toEqual({ found: right(1), problems: [] });
  });

  browserTest("says that a policy forbids Blobs", async () => {
    const { found } = await load({}, { csp: policyFor("'self'") });
    expect(found).toMatchObject({ code: "worker_crashed", cause: "environment" });
    expect(found.message).toMatch(/worker-src forbids blob:: add blob: and http:\S+ to worker-src/);
  });

  browserTest("says that a policy names Blobs, but not the server", async () => {
    const { found } = await load({}, { csp: policyFor("blob:") });
    expect(found.message).toMatch(/a content security policy to name http:\S+ in worker-src/);
  });

  browserTest("needs the server's permission for the worker's script", async () => {
    const silent = await startServer({ folders: { pkg: root } });
    try {
      const { found } = await load({ worker_url: `${silent.url}/pkg/dist/web/worker.js` });
      expect(found).toMatchObject({ code: "worker_crashed", cause: "asset" });
      expect(found.message).toMatch(/its server has to allow that \(Access-Control-Allow-Origin\)/);
    } finally {
      await silent.close();
    }
  });
});

browserTest("a policy that forbids workers, or WebAssembly, is named", async () => {
  const strict = "default-src 'self'; script-src 'self'";
  const wasm = await (await open({ csp: strict })).page.evaluate(find, [text]);
  expect(wasm).toMatchObject({ name: "EnvironmentError", code: "environment" });
  expect(wasm.message).toMatch(
    /^expected a page that may compile WebAssembly, found a content security policy without 'wasm-unsafe-eval': add it to/,
  );
  const noWorkers = `${strict} 'wasm-unsafe-eval'; worker-src 'none'`;
  const worker = await (await open({ csp: noWorkers })).page.evaluate(find, [text]);
  expect(worker).toMatchObject({ code: "worker_crashed", cause: "environment" });
  expect(worker.message).toMatch(/whose worker-src forbids it: add its origin to worker-src$/);
});

browserTest("a policy that forbids to fetch the package's files is named", async () => {
  const { page, server } = await open({
    csp: "script-src 'self' 'wasm-unsafe-eval'; connect-src 'none'",
  });
  const found = await page.evaluate(find, [text]);
  expect(found).toMatchObject({ code: "environment" });
  expect(found.message).toMatch(/whose connect-src forbids it: add http:\S+ to connect-src$/);
  expect(found.message).toContain(`add ${server.url} to connect-src`);
});

describe("a page with Trusted Types", () => {
  const trusting = (types = "") =>
    `${policy}; require-trusted-types-for 'script'${types && `; trusted-types ${types}`}`;
  const long = `${text} `.repeat(100);

  // Of all answers: the worker and its threads have the same policy.
  browserTest.each([
    ["any", undefined],
    ["ours alone", "xlmr-ner"],
  ])("that allows %s finds entities, also with threads", async (_, types) => {
    const { page, problems } = await open({ csp: trusting(types), isolated: true });
    const { words, threads } = await page.evaluate(find, [long, { threads: 2 }]);
    expect([...new Set(words)]).toEqual(["Sarah", "London"]);
    expect(words).toHaveLength(200);
    expect([threads, problems]).toEqual([2, []]);
  });

  browserTest.each([
    ["lets it through", "createScriptURL: (url) => url"],
    ["is for other things", "createHTML: () => ''"],
  ])("whose default policy %s finds entities", async (_, rule) => {
    const { page, problems } = await open({
      csp: trusting("default xlmr-ner"),
      pages: {
        "/page.js": `trustedTypes.createPolicy("default", { ${rule} });
          import * as ner from "/pkg/dist/web/index.js";
          Object.assign(globalThis, { ner, ready: true });`,
      },
    });
    expect(await page.evaluate(find, [text])).toEqual(right(1));
    expect(problems).toEqual([]);
  });

  browserTest("that allows none of them says which to add", async () => {
    const { page } = await open({ csp: trusting("'none'") });
    const found = await page.evaluate(find, [text]);
    expect(found).toMatchObject({ name: "EnvironmentError", code: "environment" });
    expect(found.message).toMatch(/whose trusted-types does not allow ours: add xlmr-ner to/);
  });
});

// As programs are tested in: jsdom 29 has no custom states, happy-dom 21 no internals.
browserTest.each([
  [
    "custom states",
    "Object.defineProperty(ElementInternals.prototype, 'states', { value: undefined })",
  ],
  ["internals of elements", "HTMLElement.prototype.attachInternals = undefined"],
])("a DOM without %s shows the widget", async (_, removal) => {
  const { page, problems } = await open({
    pages: {
      "/page.js": `${removal};
        document.body.innerHTML = '<ner-widget text="Sarah"></ner-widget>';
        await import("/pkg/dist/web/element.js");
        globalThis.ready = true;`,
    },
  });
  await page.getByRole("button", { name: "Compute" }).click();
  await page.locator("ner-widget mark").first().waitFor();
  expect(problems).toEqual([]);
});

browserTest("a sandboxed frame, whose origin is none, finds entities", async () => {
  const frame = `<!doctype html><title>frame</title><script type="module">
    import * as ner from "/pkg/dist/web/index.js";
    globalThis.ner = ner;
    parent.postMessage(await (${find})(${JSON.stringify([text])}), "*");
  </script>`;
  const { page } = await open({
    pages: { "/frame": frame },
    answers: (_, response) => void response.setHeader("Access-Control-Allow-Origin", "*"),
  });
  const found = await page.evaluate(
    () =>
      new Promise((resolve) => {
        globalThis.addEventListener("message", ({ data }) => resolve(data));
        const element = document.createElement("iframe");
        element.sandbox = "allow-scripts";
        element.src = "/frame";
        document.body.append(element);
      }),
  );
  expect(found).toEqual(right(1));
});

browserTest(
  "a page of the disk, with Electron's right to read others, finds entities",
  async () => {
    const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-page-"));
    const entry = pathToFileURL(path.join(root, "dist/web/index.js")).href;
    const script = `import * as ner from "${entry}"; globalThis.ner = ner; globalThis.ready = true;`;
    writeFileSync(path.join(folder, "page.html"), `<script type="module">${script}</script>`);
    const browser = await launch(["--allow-file-access-from-files"]);
    try {
      const page = await browser.newPage();
      await page.goto(pathToFileURL(path.join(folder, "page.html")).href);
      await page.waitForFunction("globalThis.ready");
      expect(await page.evaluate(find, [text])).toEqual(right(1));
    } finally {
      await browser.close();
      rmSync(folder, { recursive: true });
    }
  },
);

browserTest("a service worker imports the package, and is told to have a page run it", async () => {
  const script = `import { pipeline } from "/pkg/dist/web/index.js";
    import "/pkg/dist/web/element.js";
    addEventListener("message", async ({ source }) => {
      const { name, message } = await pipeline("ner").catch((error) => error);
      source.postMessage({ name, message });
    });`;
  const { page } = await open({ pages: { "/sw.js": script } });
  const found = await page.evaluate(async () => {
    const { serviceWorker } = navigator;
    await serviceWorker.register("/sw.js", { type: "module" });
    const { active } = await serviceWorker.ready;
    const answer = new Promise((resolve) => {
      serviceWorker.addEventListener("message", ({ data }) => resolve(data));
    });
    serviceWorker.startMessages();
    active.postMessage("start");
    return answer;
  });
  expect(found.name).toBe("EnvironmentError");
  expect(found.message).toMatch(/found a service worker, which cannot start workers: .*offscreen/);
});

browserTest("a model that cannot be reached: what a browser knows is named", async () => {
  const gone = await startServer({});
  await gone.close();
  const closed = await open();
  const down = closed.page.evaluate(find, [text, {}, `${gone.url}/model`]);
  // The network goes once the page has all but the model.
  const plugged = await open({
    answers: (_, response, pathname) => {
      if (!pathname.startsWith("/model")) return false;
      plugged.context.setOffline(true).then(() => response.destroy());
      return true;
    },
  });
  const unplugged = plugged.page.evaluate(find, [text, {}, "/model"]);
  const errors = await Promise.all([down, unplugged]);
  expect(errors.map(({ code }) => code)).toEqual(["offline", "offline"]);
  const [{ message }, offline] = errors;
  expect(message).toMatch(/found Failed to fetch: check the connection and the address, that the/);
  expect(offline.message).toMatch(/config.json, found Failed to fetch: the browser is offline$/);
  expect(message).not.toMatch(/HF_ENDPOINT|Vite|proxy/);
});
