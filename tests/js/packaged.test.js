// SPDX-License-Identifier: Apache-2.0

import { beforeAll, describe, expect, test } from "@jest/globals";

import { fromSource } from "./from_source.js";

let packaged;
beforeAll(async () => (packaged = await fromSource("web/packaged.ts")));

const id = "kcgoaebmpmjfdllbagdpbklecbmcnfgh";
const uuid = "2c127fa4-62c7-7e4f-90e5-472b45eecfdc";

test.each([
  [`chrome-extension://${id}/models/ner/config.json`, `chrome-extension://${id}/page.html`, true],
  [`moz-extension://${uuid}/models/ner`, `moz-extension://${uuid}/popup/index.html`, true],
  [`safari-web-extension://${uuid}/models/ner`, `safari-web-extension://${uuid}/a.html`, true],
  // Another extension's files, a server's, and what is no address.
  [`moz-extension://${uuid}/models/ner`, `moz-extension://${id}/index.html`, false],
  [`chrome-extension://${id}/models/ner`, "https://example.org/", false],
  ["https://example.org/models", `chrome-extension://${id}/page.html`, false],
  ["https://example.org/models", "https://example.org/", false],
  ["models/ner", `chrome-extension://${id}/page.html`, false],
])("%s from %s is packaged: %s", (url, base, expected) => {
  expect(packaged.isPackaged(url, base)).toBe(expected);
});

test.each([
  ["https://example.org/models", "https://example.org/a/b", true],
  ["https://example.org:8080/models", "https://example.org/", false],
  ["http://example.org/models", "https://example.org/", false],
  ["acme/ner", "https://example.org/", false],
])("%s is of the origin of %s: %s", (url, base, expected) => {
  expect(packaged.isOwn(url, base)).toBe(expected);
});

describe("requests for packaged files", () => {
  const transportOf = (fetch) => packaged.packagedTransport({ redirect: "follow", fetch });
  const signal = new AbortController().signal;

  test("that are rejected are answered by 404, and others as they are", async () => {
    const none = transportOf(() => Promise.reject(new TypeError("Failed to fetch")));
    expect((await none.fetch("a", { signal })).status).toBe(404);
    const some = transportOf(async () => new Response("bytes"));
    expect(await (await some.fetch("a", { signal })).text()).toBe("bytes");
    expect(some.redirect).toBe("follow");
  });

  test("that are aborted are not files that are not there", async () => {
    const abort = new AbortController();
    const slow = transportOf(() => {
      abort.abort(new Error("enough"));
      return Promise.reject(new TypeError("Failed to fetch"));
    });
    await expect(slow.fetch("a", { signal: abort.signal })).rejects.toThrow("enough");
  });
});

test("nothing is kept", async () => {
  await packaged.noCache.put("key", new Blob(["bytes"]));
  expect(await packaged.noCache.match("key")).toBeUndefined();
});
