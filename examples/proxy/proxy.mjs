// SPDX-License-Identifier: Apache-2.0
// Passes requests of a chat on to an endpoint, masked, and its answers back with the values. What it cannot mask it
// does not send.

import { createServer } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

import { UnmaskableError, maskRequest, unmaskAnswer } from "./chat_body.mjs";

const address = "/v1/chat/completions";

/** Headers of one connection, or of a body as it was: they are not passed on. */
const ofConnection = [
  ...["connection", "content-encoding", "content-length", "expect", "host", "keep-alive"],
  ...["proxy-authenticate", "proxy-authorization", "proxy-connection", "te", "trailer"],
  ...["transfer-encoding", "upgrade", "accept-encoding"],
];

/** A request that gets an answer of the proxy itself. */
class Refusal extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/**
 * A server. `maskers` are asked one after the other, `upstream` is the endpoint's address without `/v1/…`, `maxBody` is
 * the most bytes of a request.
 */
export function createProxy({ maskers, upstream, maxBody = 4_000_000 }) {
  return createServer((request, response) => {
    passOn(request, response, { maskers, upstream, maxBody }).catch((error) => {
      if (response.headersSent) response.destroy();
      else refuse(request, response, error);
    });
  });
}

async function passOn(request, response, { maskers, upstream, maxBody }) {
  if (request.method !== "POST" || request.url !== address) {
    throw new Refusal(404, `expected POST ${address}: nothing else is passed on`);
  }
  const gone = new AbortController();
  response.once("close", () => gone.abort());
  const { signal } = gone;
  const body = await readBody(request, maxBody);
  const { session, masked } = await maskRequest(maskers, body, signal);
  const answer = await fetch(upstream.replace(/\/$/, "") + address, {
    method: "POST",
    headers: headersToPass(request),
    body: JSON.stringify(masked),
    redirect: "manual",
    signal,
  }).catch(() => {
    throw new Refusal(502, "the endpoint cannot be reached");
  });
  await passBack(answer, session, response);
}

async function passBack(answer, session, response) {
  response.statusCode = answer.status;
  for (const [name, value] of answer.headers) {
    if (!ofConnection.includes(name)) response.appendHeader(name, value);
  }
  const type = answer.headers.get("content-type") ?? "";
  if (answer.body === null) {
    response.end();
  } else if (/^text\/event-stream\b/i.test(type)) {
    response.flushHeaders();
    const events = answer.body
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(session.unmaskEvents())
      .pipeThrough(new TextEncoderStream());
    await pipeline(Readable.fromWeb(events), response);
  } else if (/^application\/json\b/i.test(type)) {
    const body = await answer.json().catch(() => {
      throw new Refusal(502, "the endpoint's answer is no JSON, or has been cut off");
    });
    response.end(JSON.stringify(await unmaskAnswer(session, body)));
  } else {
    await pipeline(Readable.fromWeb(answer.body), response);
  }
}

function headersToPass({ headers }) {
  const named = String(headers.connection ?? "").toLowerCase();
  const notPassed = [...ofConnection, ...named.split(",").map((name) => name.trim())];
  return Object.entries(headers).filter(([name]) => !notPassed.includes(name));
}

/** What is read as one thing here and as another there would not be masked as it is read there. */
async function readBody(request, maxBody) {
  const { "content-encoding": encoding = "identity", "content-length": length } = request.headers;
  if (encoding !== "identity") throw new Refusal(415, "body: expected none that is compressed");
  const tooLarge = new Refusal(413, `body: expected at most ${maxBody} bytes`);
  if (Number(length) > maxBody) throw tooLarge;
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    bytes += chunk.length;
    if (bytes > maxBody) throw tooLarge;
    chunks.push(chunk);
  }
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, "body: expected JSON");
  }
}

/** An error in the form of the API. Of what is unexpected it says nothing: it may have a text in it. */
function refuse(request, response, error) {
  request.resume();
  const [status, message] =
    error instanceof Refusal
      ? [error.status, error.message]
      : error instanceof UnmaskableError
        ? [400, error.message]
        : [500, "the request could not be masked, or its answer not be read"];
  response.writeHead(status, { "Content-Type": "application/json" });
  response.end(JSON.stringify({ error: { message, type: "masking_proxy" } }));
}
