// SPDX-License-Identifier: Apache-2.0
// Who may ask the server: tokens, and pages of other origins.

import { afterEach, describe, expect, test } from "@jest/globals";

import { closeServers, post, raw, serveModels } from "./served.js";
import { sentence } from "./support.js";

afterEach(closeServers);

describe("a token", () => {
  test("is asked for everywhere but at /health", async () => {
    const { url, model } = await serveModels({ token: "secret" });
    const statuses = async (headers) =>
      Promise.all([
        post(model, { inputs: sentence }, { headers }).then(({ status }) => status),
        ...["/info", "/metrics", "/openapi.json", "/health", "/nowhere"].map(
          async (path) => (await fetch(`${url}${path}`, { headers })).status,
        ),
      ]);
    expect(await statuses({})).toEqual([401, 401, 401, 401, 200, 401]);
    for (const wrong of ["Bearer", "Bearer secre", "Bearer secret2", "Basic secret", "secret"]) {
      expect(await statuses({ Authorization: wrong })).toEqual([401, 401, 401, 401, 200, 401]);
    }
    expect(await statuses({ Authorization: "Bearer secret" })).toEqual([
      200, 200, 200, 200, 200, 404,
    ]);
  });

  test("that is missing says what is, without reading the body", async () => {
    const { url } = await serveModels({ token: "secret" });
    const { status, body } = await raw(url, "POST /models/tests/tiny HTTP/1.1", "");
    expect([status, JSON.parse(body)]).toEqual([
      401,
      { error: "Invalid credentials in Authorization header" },
    ]);
  });
});

describe("pages of other origins", () => {
  const from = (origin) => ({ headers: { Origin: origin } });

  test("are refused, and a server without --cors has no such header", async () => {
    const { model, url } = await serveModels();
    const { status, headers } = await post(model, { inputs: "" }, from("https://example.org"));
    expect(status).toBe(403);
    expect([...headers.keys()].filter((name) => name.startsWith("access-control"))).toEqual([]);
    expect((await post(model, { inputs: "" }, from("null"))).status).toBe(403);
    expect((await post(model, { inputs: "" }, from(url))).status).toBe(200); // its own
  });

  test("that are named may ask, with the preflight of a browser", async () => {
    const { model } = await serveModels({ origins: ["https://example.org"], token: "t" });
    const asked = { Origin: "https://example.org", "Access-Control-Request-Method": "POST" };
    const preflight = await fetch(model, { method: "OPTIONS", headers: asked });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe("https://example.org");
    expect(preflight.headers.get("access-control-allow-headers")).toContain("authorization");
    const headers = { Origin: "https://example.org", Authorization: "Bearer t" };
    const answer = await post(model, { inputs: "" }, { headers });
    expect(answer.status).toBe(200);
    expect(answer.headers.get("access-control-allow-origin")).toBe("https://example.org");
    expect(answer.headers.get("vary")).toBe("origin");
    const other = await post(model, { inputs: "" }, from("https://example.com"));
    expect([other.status, other.headers.get("access-control-allow-origin")]).toEqual([403, null]);
    // An error is readable, too.
    const refused = await post(model, { inputs: "" }, from("https://example.org"));
    expect(refused.status).toBe(401);
    expect(refused.headers.get("access-control-allow-origin")).toBe("https://example.org");
  });
});
