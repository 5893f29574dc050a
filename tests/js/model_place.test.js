// SPDX-License-Identifier: Apache-2.0

import { describe, expect, test } from "@jest/globals";

import { createEnvironment } from "#js/transformers/environment.js";
import { placeOf } from "#js/transformers/model_place.js";

/** Where a model is found, where these folders have one; and which folders were asked for. */
async function find(model, { there = [], settings = {}, isBrowser = true, ...options } = {}) {
  const env = Object.assign(createEnvironment({ isBrowser, version: "1" }), settings);
  const asked = [];
  const hasModel = async (folder) => {
    asked.push(folder);
    return there.includes(folder);
  };
  const rest = { localFilesOnly: false, revision: undefined, ...options };
  return { ...(await placeOf(model, { env, isBrowser, hasModel, ...rest })), asked };
}

test.each([[null], [undefined], [""]])("%j is the embedded model", async (model) => {
  expect(await find(model, { settings: { allowRemoteModels: false } })).toMatchObject({
    model: undefined,
    asked: [],
  });
});

describe("a hub id", () => {
  test("in a browser is at the hub, unless local models are allowed", async () => {
    const there = ["/models/acme/ner"];
    expect(await find("acme/ner", { there, revision: "v1" })).toMatchObject({
      model: "acme/ner",
      revision: "v1",
      localFilesOnly: false,
      asked: [],
    });
    const settings = { allowLocalModels: true };
    expect(await find("acme/ner", { there, settings, revision: "v1" })).toMatchObject({
      model: "/models/acme/ner",
      revision: undefined, // a folder has none
    });
  });

  test("in Node is in the folder of models first", async () => {
    const settings = { localModelPath: "./mine/" };
    const isBrowser = false;
    const there = ["./mine/ner"];
    expect(await find("ner", { there, settings, isBrowser })).toMatchObject({
      model: "./mine/ner",
    });
    expect(await find("other", { there, settings, isBrowser })).toMatchObject({
      model: "other",
      searched: "./mine/other",
    });
    const off = { ...settings, useFS: false };
    expect(await find("ner", { there, settings: off, isBrowser })).toMatchObject({ asked: [] });
  });

  test.each([
    ["chrome-extension://abc/models/", "chrome-extension://abc/models/ner"],
    ["chrome-extension://abc/models", "chrome-extension://abc/models/ner"],
    ["/", "/ner"],
    ["https://example.org/m//", "https://example.org/m/ner"],
    // Which are no hub ids.
    ["models", "./models/ner"],
    ["models/", "./models/ner"],
    ["../models", "../models/ner"],
    ["~/models", "~/models/ner"],
    ["C:\\models", "C:\\models/ner"],
    ["//example.org/m", "//example.org/m/ner"],
    [new URL("https://example.org/m/"), "https://example.org/m/ner"],
  ])("in the folder %s is %s", async (localModelPath, folder) => {
    const settings = { allowLocalModels: true, localModelPath };
    expect((await find("ner", { settings })).asked).toEqual([folder]);
    const there = [folder];
    expect(await find("ner", { settings, there })).toMatchObject({ model: folder, isLocal: true });
  });

  test("whose folder cannot be reached is that folder's, in the cache, unless there is the hub", async () => {
    const settings = { allowLocalModels: true };
    const hasModel = async () => undefined;
    const model = "/models/acme/ner";
    expect(await find("acme/ner", { settings, hasModel, localFilesOnly: true })).toMatchObject({
      model,
      isLocal: true,
      localFilesOnly: true,
    });
    expect(await find("acme/ner", { settings, hasModel })).toMatchObject({
      model: "acme/ner",
      isLocal: false,
    });
  });

  test.each(["localModelPath", "remoteHost", "remotePathTemplate"])(
    "is refused where env.%s is none",
    async (name) => {
      const settings = { allowLocalModels: true, [name]: null };
      await expect(find("ner", { settings })).rejects.toMatchObject({
        code: "invalid_argument",
        message: `env.${name}: expected a string, found null`,
      });
    },
  );

  test("that is not to be fetched may be in the cache", async () => {
    const remote = { model: "acme/ner", localFilesOnly: true };
    expect(await find("acme/ner", { localFilesOnly: true })).toMatchObject(remote);
    const settings = { allowRemoteModels: false, allowLocalModels: true };
    expect(await find("acme/ner", { settings })).toMatchObject({
      ...remote,
      searched: "/models/acme/ner",
    });
  });

  test("at another host is at the address that transformers.js makes of it", async () => {
    const settings = { remoteHost: "https://example.org/hub" };
    expect(await find("acme/ner", { settings, revision: "a/b" })).toMatchObject({
      model: "https://example.org/hub/acme/ner/resolve/a%2Fb",
      endpoint: "https://example.org/hub",
      revision: undefined,
    });
    const plain = { ...settings, remotePathTemplate: "{model}/" };
    expect((await find("acme/ner", { settings: plain })).model).toBe(
      "https://example.org/hub/acme/ner",
    );
    const own = { remoteHost: "/models/", remotePathTemplate: "{model}" };
    expect(await find("acme/ner", { settings: own })).toMatchObject({
      model: "/models/acme/ner",
      endpoint: undefined,
    });
    const same = { remoteHost: "https://huggingface.co" };
    expect((await find("acme/ner", { settings: same })).model).toBe("acme/ner");
  });
});

test.each([
  ["/models/ner", "/models/ner"],
  ["./ner", "./ner"],
  ["../ner", "../ner"],
  ["a/b/c", "./a/b/c"],
  ["mine/", "./mine/"],
  ["chrome-extension://abc/ner", "chrome-extension://abc/ner"],
  ["https://example.org/ner", "https://example.org/ner"],
])("%s in a browser is the address %s", async (model, address) => {
  const settings = { allowRemoteModels: false };
  const place = await find(model, { settings });
  expect(place).toMatchObject({ model: address, localFilesOnly: true, asked: [] });
});

test("a path in Node stays as it is", async () => {
  expect((await find("a/b/c", { isBrowser: false })).model).toBe("a/b/c");
});
