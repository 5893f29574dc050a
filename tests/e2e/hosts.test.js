// SPDX-License-Identifier: Apache-2.0
// Hosts of models as a page meets them: an object store, one that does not answer HEAD, one that wants a
// signature or a header, one that redirects; and a clone without Git LFS.

import { afterAll, beforeAll, describe, expect } from "@jest/globals";

import { root, sentence, tiny } from "../js/support.js";
import { filesOf } from "../js/hub_server.js";
import { browserTest, useBrowser } from "./browser.js";
import { startServer } from "./server.js";

const { open } = useBrowser();
const files = filesOf(tiny);
const right = [
  ["PER", "Angela Merkel"],
  ["LOC", "Paris"],
];

/** A host of another origin, which may be used from pages; `rule` says how it answers. */
let host;
let rule;
let seen;
const allowed = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Headers": "x-api-key, authorization",
};
beforeAll(async () => {
  host = await startServer({
    answers: (request, response, pathname) => {
      const { method, headers, url } = request;
      if (method !== "OPTIONS") seen.push({ method, url, headers });
      if (!rule.hides?.(request)) {
        for (const [name, value] of Object.entries(allowed)) response.setHeader(name, value);
      }
      if (method === "OPTIONS") return response.writeHead(204).end() !== undefined;
      const bytes = files[pathname.slice("/ner/".length)];
      const { status, location } = rule({ method, headers, url, isThere: bytes !== undefined });
      if (location !== undefined) response.setHeader("Location", location);
      response.writeHead(status);
      response.end(method === "HEAD" || status !== 200 ? undefined : bytes);
      return true;
    },
  });
});
afterAll(() => host.close());

/** In the page: what a model finds, or the error. With `isUrl` it is named by a URL object. */
async function tag([text, model, options, isUrl]) {
  try {
    const given = isUrl ? new URL(model) : model;
    const classify = await globalThis.ner.pipeline("ner", given, options);
    const entities = await classify(text, { aggregation_strategy: "simple" });
    const name = classify.info().model;
    await classify.dispose();
    return { found: entities.map(({ entity_group, word }) => [entity_group, word]), name };
  } catch ({ name, message }) {
    return { name, message };
  }
}

async function load(answerBy, query = "", options = {}, isUrl = false) {
  rule = answerBy;
  seen = [];
  const { page } = await open();
  return page.evaluate(tag, [sentence, `${host.url}/ner${query}`, options, isUrl]);
}

const isHead = ({ method }) => method === "HEAD";

describe("a host that answers", () => {
  browserTest("403 for what it has not", async () => {
    const { found } = await load(({ isThere }) => ({ status: isThere ? 200 : 403 }));
    expect(found).toEqual(right);
  });

  browserTest("405 to HEAD", async () => {
    const answerBy = (each) => ({ status: isHead(each) ? 405 : each.isThere ? 200 : 404 });
    expect((await load(answerBy)).found).toEqual(right);
    expect(seen.filter(isHead)).toHaveLength(1);
  });

  browserTest("405 to HEAD, and keeps that from pages of other origins", async () => {
    const answerBy = (each) => ({ status: isHead(each) ? 405 : each.isThere ? 200 : 404 });
    answerBy.hides = isHead;
    expect((await load(answerBy)).found).toEqual(right);
    expect(seen.filter(isHead)).toHaveLength(1);
  });

  browserTest("503 to its first questions is asked again", async () => {
    const answerBy = ({ isThere }) => ({ status: seen.length < 3 ? 503 : isThere ? 200 : 404 });
    expect((await load(answerBy)).found).toEqual(right);
  });

  browserTest("403 to all says so", async () => {
    const { name, message } = await load(() => ({ status: 403 }));
    expect(name).toBe("HubError");
    expect(message).toMatch(/found 403: the host refused it: check the address and the headers$/);
  });
});

browserTest("a URL with a signature, as an object", async () => {
  const answerBy = ({ url, isThere }) => {
    const isSigned = new URL(url, "http://host").searchParams.get("sig") === "s3cret";
    return { status: !isSigned ? 403 : isThere ? 200 : 404 };
  };
  const { found, name } = await load(answerBy, "/?sig=s3cret", {}, true);
  expect(found).toEqual(right);
  expect(name).toBe(`${host.url}/ner`);
});

describe("headers", () => {
  const needsKey = ({ headers, isThere }) => ({
    status: headers["x-api-key"] !== "s3cret" ? 403 : isThere ? 200 : 404,
  });

  browserTest("go with each request", async () => {
    const { found } = await load(needsKey, "", { headers: { "X-Api-Key": "s3cret" } });
    expect(found).toEqual(right);
  });

  browserTest("do not go where the host redirects to, and the page is told", async () => {
    const elsewhere = `${host.url.replace("127.0.0.1", "localhost")}/other`;
    const redirect = () => ({ status: 302, location: elsewhere });
    const { name, message } = await load(redirect, "", { headers: { "X-Api-Key": "s3cret" } });
    expect(name).toBe("HubError");
    expect(message).toMatch(/found a redirect, which would take the headers along$/);
    expect(new Set(seen.map(({ url }) => url))).toEqual(new Set(["/ner/config.json"]));
  });
});

browserTest("a Git LFS pointer among the files of a page", async () => {
  const { page } = await open({ folders: { pkg: root, models: tiny } });
  const error = await page.evaluate(async () => {
    const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12345\n";
    const config = await (await fetch("/models/config.json")).blob();
    const vocabulary = await (await fetch("/models/sentencepiece.bpe.model")).blob();
    const model = {
      "config.json": config,
      "sentencepiece.bpe.model": vocabulary,
      "model.safetensors": new Blob([pointer]),
    };
    return globalThis.ner.pipeline("ner", model).catch(({ code, message }) => ({ code, message }));
  });
  expect(error.code).toBe("model_file");
  expect(error.message).toMatch(
    /model\.safetensors itself, found a Git LFS pointer to its 12345 bytes/,
  );
});
