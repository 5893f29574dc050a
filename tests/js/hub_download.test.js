// SPDX-License-Identifier: Apache-2.0
// Downloads that go wrong: each ends with the file as it was published, or with a typed error and
// nothing in the cache.

import { once } from "node:events";
import { readdirSync } from "node:fs";
import path from "node:path";

import { afterEach, beforeEach, describe, expect, jest, test } from "@jest/globals";

import { sendBytes } from "./hub_server.js";
import {
  blobs,
  context,
  expectRight,
  failure,
  id,
  largeRequests,
  load,
  tinyFiles,
  untilKept,
  useHub,
  weights,
} from "./hub_support.js";
import { turn, until } from "./support.js";

useHub();

const bytes = tinyFiles[weights];
const half = bytes.length >> 1;
const weightsAtCdn = { host: "cdn", url: new RegExp("^/b54e4c") };
const incomplete = () => blobs().filter((name) => name.endsWith(".incomplete"));

/** Sends the first half of the weights, and then what `then` does. */
const firstHalf = (then) => (_, response) => {
  response.writeHead(200, { "Content-Length": bytes.length });
  response.write(bytes.subarray(0, half), () => then(response));
};

const sends =
  (body, headers = {}) =>
  (_, response) => {
    response.writeHead(200, { "Content-Length": body.length, ...headers }).end(body);
  };

/** All that Jest could stand in for but setTimeout. */
const otherClocks = [
  ...["Date", "hrtime", "nextTick", "performance", "queueMicrotask"],
  ...["setImmediate", "clearImmediate", "setInterval", "clearInterval"],
];

const flipped = Buffer.from(bytes);
flipped[half] ^= 1;

describe("a connection that breaks", () => {
  test("is continued where it broke", async () => {
    context.hub.fault(
      weightsAtCdn,
      firstHalf((response) => response.destroy()),
    );
    await expectRight(load());
    const [, broken, rest] = largeRequests();
    expect(broken.headers.range).toBeUndefined();
    const start = Number(/^bytes=(\d+)-$/.exec(rest.headers.range)[1]);
    expect(start).toBeGreaterThan(0);
    expect(start).toBeLessThanOrEqual(half);
  });

  test("is continued again and again, as long as something comes", async () => {
    const parts = 12;
    const step = Math.ceil(bytes.length / parts);
    context.hub.fault({ ...weightsAtCdn, times: parts - 1 }, (request, response) => {
      const start = Number(/\d+/.exec(request.headers.range ?? "0")[0]);
      const headers = { "Content-Range": `bytes ${start}-${bytes.length - 1}/${bytes.length}` };
      response.writeHead(start === 0 ? 200 : 206, start === 0 ? {} : headers);
      response.write(bytes.subarray(start, start + step), () => response.destroy());
    });
    await expectRight(load());
    expect(largeRequests().length).toBeGreaterThan(parts);
  });

  test("is not continued where there was no Range: the file comes anew", async () => {
    context.hub.fault(
      weightsAtCdn,
      firstHalf((response) => response.destroy()),
    );
    context.hub.fault(weightsAtCdn, sends(bytes));
    await expectRight(load());
    expect(largeRequests()).toHaveLength(3);
  });

  test("a range that is another's is not believed", async () => {
    context.hub.fault(
      weightsAtCdn,
      firstHalf((response) => response.destroy()),
    );
    context.hub.fault(weightsAtCdn, (_, response) => {
      const headers = { "Content-Range": `bytes 0-9/${bytes.length}` };
      response.writeHead(206, headers).end(bytes.subarray(0, 10));
    });
    await expectRight(load());
    expect(largeRequests()).toHaveLength(4);
  });

  test("a range of a file of another length is not believed, were its bytes right", async () => {
    context.hub.fault(
      weightsAtCdn,
      firstHalf((response) => response.destroy()),
    );
    context.hub.fault(weightsAtCdn, (request, response) => {
      const start = Number(/\d+/.exec(request.headers.range)[0]);
      const headers = { "Content-Range": `bytes ${start}-${bytes.length - 1}/${bytes.length + 7}` };
      response.writeHead(206, headers).end(bytes.subarray(start));
    });
    await expectRight(load());
    expect(largeRequests()).toHaveLength(4);
    expect(largeRequests().at(-1).headers.range).toBeUndefined();
  });

  test("at the same few bytes each time is given up", async () => {
    const few = sends(bytes.subarray(0, 100));
    context.hub.fault({ ...weightsAtCdn, times: 20 }, few);
    expect(await failure(load())).toMatchObject({
      code: "integrity",
      message: expect.stringMatching(/expected model.safetensors of \d+ bytes, found 100 bytes$/),
    });
    expect(context.waits.length).toBeLessThan(6);
  });

  test("and gives a page in place of the file is an error at once", async () => {
    const page = sends("<!doctype html>", { "Content-Type": "text/html; charset=utf-8" });
    context.hub.fault({ ...weightsAtCdn, times: 20 }, page);
    expect(await failure(load())).toMatchObject({
      code: "integrity",
      message: expect.stringMatching(/expected model.safetensors .*, found a page \(text\/html\)$/),
    });
    expect(context.waits).toEqual([]);
  });

  test("that breaks for good is an error, and the next load goes on from there", async () => {
    context.hub.fault(
      weightsAtCdn,
      firstHalf((response) => response.destroy()),
    );
    context.hub.fault({ ...weightsAtCdn, times: 3 }, (_, response) => response.destroy());
    const error = await failure(load());
    expect(error).toMatchObject({ code: "offline" });
    expect(incomplete()).toHaveLength(1);
    await expectRight(load());
    expect(largeRequests().at(-1).headers.range).toMatch(/^bytes=[1-9]/);
    expect(incomplete()).toEqual([]);
  });
});

describe("bytes that are not those that were published", () => {
  test("one flipped bit: the file is fetched again", async () => {
    context.hub.fault(weightsAtCdn, sends(flipped));
    await expectRight(load());
  });

  test("one flipped bit each time: an IntegrityError, and nothing is kept", async () => {
    context.hub.fault({ ...weightsAtCdn, times: 9 }, sends(flipped));
    const error = await failure(load());
    expect(error).toMatchObject({ name: "IntegrityError", code: "integrity" });
    expect(error.message).toMatch(
      /expected model\.safetensors with sha256 b54e4c.*, found [0-9a-f]{64}/,
    );
    expect(incomplete()).toEqual([]);
    expect(largeRequests()).toHaveLength(3);
  });

  test("one flipped bit in a small file, which Git's hash finds", async () => {
    const config = Buffer.from(tinyFiles["config.json"]);
    config[20] ^= 1;
    context.hub.fault({ url: /config\.json$/, times: 9 }, sends(config));
    const error = await failure(load());
    expect(error).toMatchObject({ code: "integrity" });
    expect(error.message).toMatch(/expected config\.json with git-sha1 1a723e7d/);
  });

  test("one flipped bit in the half that was there: the whole is fetched anew", async () => {
    context.hub.fault(weightsAtCdn, (_, response) => {
      response.writeHead(200, { "Content-Length": bytes.length });
      response.write(Buffer.concat([flipped.subarray(0, half + 1)]), () => response.destroy());
    });
    await expectRight(load());
    expect(largeRequests()).toHaveLength(4);
  });

  test.each([
    ["too many", Buffer.concat([bytes, Buffer.from("x")]), /118220 bytes, found more than 118220/],
    ["too few", bytes.subarray(0, -1), /expected model\.safetensors of 118220 bytes, found/],
    ["none", Buffer.alloc(0), /of 118220 bytes, found 0 bytes/],
  ])("%s", async (_, body, message) => {
    const all = { ...weightsAtCdn, times: 99 };
    context.hub.fault(all, (request, response) => {
      const start = Number(/\d+/.exec(request.headers.range ?? "0")[0]);
      if (start > 0) response.setHeader("Content-Range", `bytes ${start}-118219/118220`);
      response.writeHead(start > 0 ? 206 : 200).end(body.subarray(start));
    });
    const error = await failure(load());
    expect(error).toMatchObject({ code: "integrity" });
    expect(error.message).toMatch(message);
    expect(blobs()).not.toContain(path.basename(weights));
  });
});

describe("the token", () => {
  test("goes to the hub and not to the host that it redirects to", async () => {
    context.hub.models[id].isPrivate = true;
    await expectRight(load(id, { token: "hf_right" }));
    const hosts = { hub: 0, cdn: 0 };
    for (const { host, headers } of context.hub.requests) {
      hosts[host]++;
      expect(headers.authorization).toBe(host === "hub" ? "Bearer hf_right" : undefined);
    }
    expect(hosts).toEqual({ hub: 4, cdn: 2 });
  });

  test("does not come back by a redirect through another host to itself", async () => {
    const { hub } = context;
    hub.fault({ url: /config\.json$/ }, (_, response) => {
      response.writeHead(307, { Location: `${hub.cdn}/elsewhere` }).end();
    });
    hub.fault({ host: "cdn", url: /elsewhere/ }, sends(tinyFiles["config.json"]));
    await expectRight(load(id, { token: "hf_right" }));
    const elsewhere = hub.requests.find(({ url }) => url === "/elsewhere");
    expect(elsewhere.headers.authorization).toBeUndefined();
  });

  test("stays where a renamed model redirects within the hub", async () => {
    const { hub } = context;
    hub.fault({ url: /^\/api\/models\/acme\/old/ }, (_, response) => {
      const Location = `/api/models/${id}/revision/main?blobs=true`;
      response.writeHead(307, { Location }).end();
    });
    hub.models["acme/old"] = hub.models[id];
    await expectRight(load("acme/old", { token: "hf_right" }));
    expect(hub.requests[1].headers.authorization).toBe("Bearer hf_right");
  });
});

describe("a connection that stalls", () => {
  const stall = 300;
  const patience = jest.advanceTimersByTime;
  let loaded;
  const options = {
    limits: { stall, report: 0 },
    onProgress: (each) => (loaded = each.file === weights ? each.loaded : 0),
  };
  const untilLoaded = (count) => until(() => loaded === count, `${count} bytes of the weights`);

  // What ends a stalled connection is a timer, and only these tests move its clock.
  beforeEach(() => {
    loaded = 0;
    jest.useFakeTimers({ doNotFake: otherClocks });
  });
  afterEach(() => jest.useRealTimers());

  test("is given up and continued", async () => {
    context.hub.fault(
      weightsAtCdn,
      firstHalf(async () => {
        await untilLoaded(half);
        patience(stall - 1);
        await turn();
        expect(largeRequests()).toHaveLength(2);
        patience(1);
      }),
    );
    await expectRight(load(id, options));
    expect(largeRequests()).toHaveLength(3);
    expect(largeRequests().at(-1).headers.range).toBe(`bytes=${half}-`);
  });

  test("for good is an error", async () => {
    context.hub.fault({ ...weightsAtCdn, times: 9 }, (request, response) => {
      response.writeHead(200, { "Content-Length": bytes.length }).flushHeaders();
      patience(stall);
    });
    const error = await failure(load(id, options));
    expect(error).toMatchObject({ code: "offline" });
    expect(error.message).toMatch(/found nothing for 300 ms/);
  });

  test("is not one that is slow", async () => {
    const step = Math.ceil(bytes.length / 8);
    context.hub.fault(weightsAtCdn, async (_, response) => {
      response.writeHead(200, { "Content-Length": bytes.length });
      for (let at = 0; at < bytes.length; at += step) {
        patience(stall - 1);
        const part = bytes.subarray(at, at + step);
        response.write(part);
        if (at + step < bytes.length) await untilLoaded(at + part.length);
      }
      response.end();
    });
    await expectRight(load(id, options));
    expect(largeRequests()).toHaveLength(2);
  });
});

describe("an abort", () => {
  test.each([
    ["while the list is waited for", { url: /^\/api/ }, (_, abort) => abort()],
    [
      "while the file comes",
      weightsAtCdn,
      (response, abort) => firstHalf(() => untilKept(half).then(abort))(undefined, response),
    ],
  ])("%s rejects with the signal's reason", async (_, where, answer) => {
    const controller = new AbortController();
    const reason = new Error("enough");
    let ended;
    context.hub.fault(where, (request, response) => {
      ended = once(response, "close");
      answer(response, () => controller.abort(reason));
    });
    expect(await failure(load(id, { signal: controller.signal }))).toBe(reason);
    await ended; // the connection, which was not answered to its end
    const { asked, waits } = context;
    const before = [...asked];
    context.asked = [];
    expect(waits).toEqual([]);
    // By the time that another load is through, the first one has asked for nothing more.
    await expectRight(load());
    expect(asked).toEqual(before);
  });

  test("ends a wait for another try", async () => {
    const controller = new AbortController();
    context.hub.fault({ url: /^\/api/ }, (_, response) => {
      response.writeHead(429, { "Retry-After": "3600" }).end();
    });
    context.onWait = () => controller.abort();
    // A wait that went on would take longer than the test may.
    const limits = { longestWait: 3_600_000 };
    const error = await failure(load(id, { signal: controller.signal, limits }));
    expect(error.name).toBe("AbortError");
    expect(context.waits).toEqual([3_600_000]);
    expect(context.hub.requests).toHaveLength(1);
  });
});

describe("progress", () => {
  test("counts each file and all of them, and ends at the whole", async () => {
    const events = [];
    context.hub.fault(weightsAtCdn, (request, response) => {
      sendBytes(request, response, bytes, '"e"');
    });
    await load(id, {
      limits: { report: 0 },
      onProgress: (event) => event.phase === "download" && events.push(event),
    });
    const sizes = ["config.json", "sentencepiece.bpe.model", weights].map(
      (file) => tinyFiles[file].length,
    );
    const all = sizes[0] + sizes[1] + sizes[2];
    expect(events.at(-1)).toMatchObject({
      phase: "download",
      file: weights,
      loaded: bytes.length,
      total: bytes.length,
      overall: { loaded: all, total: all },
    });
    expect(events.some(({ loaded, total }) => loaded > 0 && loaded < total)).toBe(true);
    let last = 0;
    for (const { loaded, total, overall } of events) {
      expect(loaded).toBeLessThanOrEqual(total);
      expect(overall.loaded).toBeGreaterThanOrEqual(last);
      last = overall.loaded;
    }
    expect(events.at(-1).overall.bytes_per_second).toBeGreaterThan(0);
  });

  test("is silent where everything is there", async () => {
    await load();
    const events = [];
    await expectRight(load(id, { onProgress: ({ phase }) => events.push(phase) }));
    expect(events).not.toContain("download");
    expect(largeRequests()).toHaveLength(2);
  });
});

test("the cache's folder holds nothing but what the layout has", async () => {
  await load();
  const folder = path.join(context.cache, `models--${id.replace("/", "--")}`);
  expect(readdirSync(folder).sort()).toEqual([".xlmr-ner", "blobs", "refs", "snapshots"]);
});
