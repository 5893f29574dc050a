// SPDX-License-Identifier: Apache-2.0
// Where a page gets models from: its user's files, its server, the hub, and what it kept of them.

import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

import { afterAll, beforeAll, beforeEach, describe, expect } from "@jest/globals";
import { build } from "esbuild";

import { filesOf, sha256, startHub } from "../js/hub_server.js";
import { root, sentence, tiny } from "../js/support.js";
import { browserTest, useBrowser } from "./browser.js";

const { open } = useBrowser();
const id = "acme/tiny-ner";
const files = filesOf(tiny);
const names = ["config.json", "model.safetensors", "sentencepiece.bpe.model"];
const right = [
  ["PER", "Angela Merkel"],
  ["LOC", "Paris"],
];

let hub;
beforeAll(async () => {
  hub = await startHub({ models: { [id]: { files } }, cors: true });
});
beforeEach(() => {
  hub.requests.length = 0;
});
afterAll(() => hub.close());

/** In the page: loads a model, tags a text, and says what was found and reported, or the error. */
async function tag([text, model, options]) {
  const reports = (globalThis.reports = []);
  const progress_callback = (report) => reports.push(report);
  const chosen = globalThis.document.querySelector("input")?.files;
  try {
    const given = model === "chosen" ? [...chosen] : model;
    const classify = await globalThis.ner.pipeline("ner", given, { ...options, progress_callback });
    const entities = await classify(text, { aggregation_strategy: "simple" });
    const info = classify.info();
    await classify.dispose();
    return { found: entities.map(({ entity_group, word }) => [entity_group, word]), info, reports };
  } catch ({ name, message }) {
    return { name, message, reports };
  }
}

browserTest("files that the user chose", async () => {
  const { page, problems } = await open();
  await page.evaluate(() => {
    globalThis.document.body.innerHTML = "<input type=file multiple>";
  });
  await page.setInputFiles(
    "input",
    names.map((name) => `${tiny}/${name}`),
  );
  const { found, info } = await page.evaluate(tag, [sentence, "chosen"]);
  expect(found).toEqual(right);
  expect(info).toMatchObject({ model: "files", weights: "model.safetensors" });
  expect(problems).toEqual([]);
});

browserTest(
  "a folder of the page's own server, whose pages stand for what it has not",
  async () => {
    const { page, server } = await open({
      folders: { pkg: root, models: tiny },
      answers: (request, response, pathname) => {
        if (!pathname.startsWith("/models/") || names.includes(pathname.slice(8))) return false;
        response.setHeader("Content-Type", "text/html").end("<!doctype html>");
        return true;
      },
    });
    const { found, info } = await page.evaluate(tag, [sentence, "/models"]);
    expect(found).toEqual(right);
    expect(info.model).toBe(`${server.url}/models`);
  },
);

describe("a model of the hub", () => {
  const load = (page, options) =>
    page.evaluate(tag, [sentence, id, { endpoint: hub.endpoint, ...options }]);
  const large = () => hub.requests.filter(({ host }) => host === "cdn");

  browserTest("is downloaded with progress, and its token stays with the hub", async () => {
    const { page, problems } = await open();
    const { found, info, reports } = await load(page, { token: "hf_right" });
    expect(found).toEqual(right);
    expect(info).toMatchObject({ model: id, revision: expect.stringMatching(/^[0-9a-f]{40}$/) });
    const total = names.reduce((sum, name) => sum + files[name].length, 0);
    const last = reports.filter(({ phase }) => phase === "download").at(-1);
    expect(last.overall).toMatchObject({ loaded: total, total });
    expect(large()).toHaveLength(2);
    expect(large().filter(({ headers }) => "authorization" in headers)).toEqual([]);
    const api = hub.requests.find(({ url }) => url.startsWith("/api/"));
    expect(api.headers.authorization).toBe("Bearer hf_right");
    expect(problems).toEqual([]);
  });

  browserTest("is kept, and found again without the network", async () => {
    const { page } = await open();
    await load(page);
    hub.requests.length = 0;
    expect((await load(page)).found).toEqual(right);
    expect(hub.requests.map(({ url }) => url)).toEqual([expect.stringMatching(/^\/api\//)]);
    expect((await load(page, { local_files_only: true })).found).toEqual(right);
    expect(hub.requests).toHaveLength(1);
    hub.fault({ url: /./, times: 2 }, (request) => request.socket.destroy());
    expect((await load(page)).found).toEqual(right);
  });

  browserTest("that is not kept is not there without the network", async () => {
    const { page } = await open();
    expect(await load(page, { local_files_only: true })).toMatchObject({
      name: "OfflineError",
      message: expect.stringMatching(/^expected acme\/tiny-ner in the cache, found nothing/),
    });
  });

  browserTest("goes on where its download broke", async () => {
    // By this worker's clock there is a second between any two reports of progress: it makes them all.
    const worker = `import "/pkg/dist/web/worker.js";
      let now = 0;
      performance.now = () => (now += 1000);`;
    const { page } = await open({ pages: { "/worker.js": worker } });
    const weights = files["model.safetensors"];
    const half = weights.length >> 1;
    let breaks;
    hub.fault({ host: "cdn", url: new RegExp(sha256(weights)) }, (_, response) => {
      response.writeHead(200, { "Content-Length": weights.length });
      response.write(weights.subarray(0, half));
      breaks = () => response.destroy();
    });
    const loading = load(page, { worker_url: "/worker.js" });
    await page.waitForFunction(
      (count) =>
        globalThis.reports?.some(
          ({ file, loaded }) => file === "model.safetensors" && loaded === count,
        ),
      half,
    );
    breaks();
    expect((await loading).found).toEqual(right);
    expect(large().map(({ headers }) => headers.range)).toContain(`bytes=${half}-`);
  });

  browserTest("with other bytes than were published is refused, and not kept", async () => {
    const { page } = await open();
    const spoiled = Buffer.from(files["model.safetensors"]).fill(7, 1000, 2000);
    const fault = { host: "cdn", url: new RegExp(sha256(files["model.safetensors"])), times: 2 };
    hub.fault(fault, (_, response) => response.end(spoiled));
    expect(await load(page)).toMatchObject({
      name: "IntegrityError",
      message: expect.stringMatching(/model.safetensors with sha256 .*; it was fetched twice$/),
    });
    expect((await load(page)).found).toEqual(right);
  });

  browserTest("that is gated is refused with what to do", async () => {
    hub.models["acme/gated"] = { files, gated: true };
    const { page } = await open();
    const result = await page.evaluate(tag, [sentence, "acme/gated", { endpoint: hub.endpoint }]);
    expect(result).toMatchObject({
      name: "HubError",
      message: expect.stringMatching(/accept its terms at .*, and pass a token \(option token\)$/),
    });
  });
});

describe("the embedded model", () => {
  /** The worker of an earlier version, and the folder with its model: another config.json, say. */
  async function earlier() {
    const folder = mkdtempSync(path.join(tmpdir(), "xlmr-ner-earlier-"));
    const present = path.join(root, "models/default");
    const found = [];
    for (const name of readdirSync(present).filter((each) => !each.endsWith(".md"))) {
      let bytes = readFileSync(path.join(present, name));
      if (name === "config.json") bytes = Buffer.concat([bytes, Buffer.from("\n")]);
      writeFileSync(path.join(folder, name), bytes);
      found.push({ path: name, size: bytes.length, sha256: sha256(bytes) });
    }
    const { outputFiles } = await build({
      entryPoints: [path.join(root, "web/worker.ts")],
      bundle: true,
      write: false,
      format: "esm",
      target: "es2022",
      define: { EMBEDDED_FILES: JSON.stringify(found) },
    });
    return { folder, worker: outputFiles[0].text };
  }

  /** In the page: loads the model, and says what is in the cache then. */
  const keep = async ([text, options]) => {
    const classify = await globalThis.ner.pipeline("ner", undefined, options);
    const entities = await classify(text, { aggregation_strategy: "simple" });
    await classify.dispose();
    const keys = await (await globalThis.caches.open("xlmr-ner")).keys();
    const urls = keys.map(({ url }) => url).filter((url) => url.includes("/blobs/"));
    return { words: entities.map(({ word }) => word), urls: urls.sort() };
  };

  browserTest("of an earlier version leaves the cache when the next one comes", async () => {
    const { folder, worker } = await earlier();
    try {
      const { page, server } = await open({
        folders: { pkg: root, earlier: folder },
        pages: { "/earlier.js": worker },
      });
      const load = (options) => page.evaluate(keep, [sentence, options]);
      const fetched = () => {
        const names = server.requests.filter((each) => /^\/(earlier|pkg\/models)\//.test(each));
        server.requests.length = 0;
        return names.map((each) => path.basename(each)).sort();
      };
      // What others have put there is none of its business.
      const other = "https://xlmr-ner.invalid/blobs/0123";
      await page.evaluate(async (url) => {
        await (await globalThis.caches.open("xlmr-ner")).put(url, new globalThis.Response("other"));
      }, other);
      const before = await load({ worker_url: "/earlier.js", model_url: "/earlier/" });
      expect(before.words).toEqual(["Angela Merkel", "Paris"]);
      const all = fetched();
      expect(all).toContain("model.q8.safetensors");
      expect(before.urls).toHaveLength(all.length + 1);

      const after = await load();
      expect(after.words).toEqual(before.words);
      // The same bytes are not fetched again.
      expect(fetched()).toEqual(["config.json"]);
      const urlOf = (file) =>
        `https://xlmr-ner.invalid/blobs/embedded%2F${sha256(readFileSync(file))}`;
      const left = urlOf(path.join(folder, "config.json"));
      const come = urlOf(path.join(root, "models/default/config.json"));
      expect(before.urls).toContain(left);
      expect(after.urls).toEqual(before.urls.map((each) => (each === left ? come : each)).sort());
      expect(after.urls).toContain(other);

      expect(await load()).toEqual(after);
      expect(fetched()).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe("a cache whose entries were spoiled", () => {
  /** In the page: writes over each kept file, which keeps its length or is cut. */
  const spoil = async (isCut) => {
    const cache = await globalThis.caches.open("xlmr-ner");
    for (const { url } of await cache.keys()) {
      if (!url.includes("/blobs/")) continue;
      const { size } = await (await cache.match(url)).blob();
      await cache.put(url, new globalThis.Response(new Uint8Array(isCut ? size >> 1 : size)));
    }
  };

  browserTest.each([
    ["zeros", false],
    ["cut", true],
  ])("%s: fetched again, once", async (_, isCut) => {
    const { page } = await open();
    const load = () => page.evaluate(tag, [sentence, id, { endpoint: hub.endpoint }]);
    const fetched = () =>
      hub.requests.filter(({ method, host }) => method === "GET" && host === "cdn");
    expect((await load()).found).toEqual(right);
    const first = fetched().length;
    await page.evaluate(spoil, isCut);
    expect(await load()).toMatchObject({ found: right });
    expect(fetched()).toHaveLength(2 * first);
    expect((await load()).found).toEqual(right);
    expect(fetched()).toHaveLength(2 * first);
  });
});

describe("the cache", () => {
  /** In the page: loads twice with a cache that does as it is told, and says what was put. */
  const loadTwice = async ([text, model, endpoint, isBroken]) => {
    const kept = new Map();
    const cache = {
      match: async (key) => (isBroken ? Promise.reject(new Error("no")) : kept.get(key)?.clone()),
      put: async (key, response) => {
        if (isBroken) throw new DOMException("full", "QuotaExceededError");
        kept.set(key, response);
      },
    };
    const found = [];
    for (let i = 0; i < 2; i++) {
      const classify = await globalThis.ner.pipeline("ner", model, { endpoint, cache });
      const entities = await classify(text, { aggregation_strategy: "simple" });
      found.push(entities.map(({ entity_group, word }) => [entity_group, word]));
      await classify.dispose();
    }
    return { found, keys: [...kept.keys()], names: await globalThis.caches.keys() };
  };

  browserTest("may be the page's own, by content", async () => {
    const { page } = await open();
    const result = await page.evaluate(loadTwice, [sentence, id, hub.endpoint, false]);
    expect(result.found).toEqual([right, right]);
    const blob = `https://xlmr-ner.invalid/blobs/${sha256(files["model.safetensors"])}`;
    expect(result.keys).toContain(blob);
    expect(result.names).toEqual([]);
    expect(hub.requests.filter(({ host }) => host === "cdn")).toHaveLength(2);
  });

  browserTest("that is full and cannot be read costs only a new download", async () => {
    const { page } = await open();
    const result = await page.evaluate(loadTwice, [sentence, id, hub.endpoint, true]);
    expect(result.found).toEqual([right, right]);
    expect(hub.requests.filter(({ host }) => host === "cdn")).toHaveLength(4);
  });

  browserTest("may be missing, as in a private window", async () => {
    const { page } = await open({
      pages: {
        "/private.js": `const open = () => Promise.reject(new DOMException("no", "SecurityError"));
          Object.defineProperty(globalThis, "caches", { value: { open } });`,
        "/worker.js": 'import "/private.js"; import "/pkg/dist/web/worker.js";',
      },
    });
    const options = { endpoint: hub.endpoint, worker_url: "/worker.js" };
    const { found } = await page.evaluate(tag, [sentence, id, options]);
    expect(found).toEqual(right);
    expect(await page.evaluate(() => globalThis.caches.keys())).toEqual([]);
  });
});
