// SPDX-License-Identifier: Apache-2.0
// Servers that are slower than the least rate of a download.

import { clearInterval, setInterval } from "node:timers";

import { describe, expect, test } from "@jest/globals";

import {
  context,
  expectRight,
  failure,
  id,
  largeRequests,
  load,
  tinyFiles,
  useHub,
  weights,
} from "./hub_support.js";

useHub();

const bytes = tinyFiles[weights];
const weightsAtCdn = { host: "cdn", url: new RegExp("^/b54e4c") };

describe("a server that sends a byte now and then", () => {
  /** Sends so few bytes at a time, as long as it is listened to. */
  const trickle = (count) => (_, response) => {
    response.writeHead(200, { "Content-Length": bytes.length });
    let at = 0;
    const timer = setInterval(() => response.write(bytes.subarray(at, (at += count))), 5);
    response.on("close", () => clearInterval(timer));
  };
  const limits = { window: 50, leastBytes: 2000 };

  test("is given up, though something always comes", async () => {
    context.hub.fault({ ...weightsAtCdn, times: 99 }, trickle(10));
    const error = await failure(load(id, { limits }));
    expect(error).toMatchObject({ name: "OfflineError", code: "offline" });
    expect(error.message).toMatch(/found \d+ bytes in \d+ ms: check the connection/);
    expect(context.waits).toHaveLength(2);
  });

  test("once is continued on another connection", async () => {
    context.hub.fault(weightsAtCdn, trickle(10));
    await expectRight(load(id, { limits }));
    expect(largeRequests().at(-1).headers.range).toMatch(/^bytes=\d+-$/);
  });

  test("and closes the connection after each is given up, too", async () => {
    context.hub.fault({ ...weightsAtCdn, times: 99 }, (request, response) => {
      const start = Number(/\d+/.exec(request.headers.range ?? "0")[0]);
      const range = `bytes ${start}-${bytes.length - 1}/${bytes.length}`;
      response.writeHead(start === 0 ? 200 : 206, start === 0 ? {} : { "Content-Range": range });
      response.write(bytes.subarray(start, start + 1), () => response.destroy());
    });
    expect(await failure(load(id, { limits }))).toMatchObject({ code: "offline" });
    expect(context.waits).toHaveLength(2);
  });

  test("of the list of files is given up, too", async () => {
    context.hub.fault({ url: /^\/api/, times: 9 }, trickle(10));
    expect(await failure(load(id, { limits }))).toMatchObject({ code: "offline" });
  });
});
