// SPDX-License-Identifier: Apache-2.0
// A stand-in for a chat API. It knows nothing; it repeats the placeholders that it was sent, some of them as
// language models write them, and cuts its answer at random places.

import { setTimeout as pause } from "node:timers/promises";

const mostBytes = 1_000_000;

/** Milliseconds between two pieces of an answer. */
const pace = 15;

/** Answers `POST /v1/chat/completions` of OpenAI's API, always as a stream. */
export async function answerChat(request, response) {
  const body = await bodyOf(request);
  const texts = textsOf(body);
  if (texts === undefined) {
    response.writeHead(400, { "Content-Type": "application/json" });
    response.end(JSON.stringify({ error: { message: "expected messages with text" } }));
    return;
  }
  response.writeHead(200, {
    "Content-Type": "text/event-stream; charset=utf-8",
    "Cache-Control": "no-store",
  });
  // The borders of what is written are neither those of events nor those of characters.
  for (const piece of cut(Buffer.from(eventsOf(answerTo(texts))), 10, 90)) {
    if (response.destroyed) return;
    response.write(piece);
    await pause(pace);
  }
  response.end();
}

/** What was asked, message by message; undefined where it is no request for a chat. */
function textsOf(body) {
  try {
    const { messages } = JSON.parse(body);
    const texts = messages.filter(({ role }) => role === "user").map(({ content }) => content);
    return texts.length > 0 && texts.every((each) => typeof each === "string") ? texts : undefined;
  } catch {
    return undefined;
  }
}

function answerTo(texts) {
  const last = placeholdersIn(texts.slice(-1));
  const [earlier] = placeholdersIn(texts.slice(0, -1)).filter((each) => !last.includes(each));
  const sentences = [
    last.length > 0 ? `Thank you. I noted ${last.map(written).join(", ")}.` : "Thank you.",
    ...(last.length > 0 ? [`Shall I write to ${written(last[0], 1)}?`] : []),
    ...(earlier !== undefined ? [`Is ${written(earlier, 2)} to know of it, too?`] : []),
  ];
  return sentences.join(" ");
}

function placeholdersIn(texts) {
  return [...new Set(texts.flatMap((text) => text.match(/\[[A-Z]+_\d+[a-z]*\]/g) ?? []))];
}

/** A placeholder as it was sent, and in three ways in which language models write them. */
function written(placeholder, at) {
  const bare = placeholder.slice(1, -1);
  return [placeholder, bare.toLowerCase(), bare, placeholder.toLowerCase()][at % 4];
}

function eventsOf(text) {
  const parts = cut(text, 1, 6).map((content) => ({ delta: { content }, finish_reason: null }));
  const end = { delta: {}, finish_reason: "stop" };
  const events = [...parts, end].map(({ delta, finish_reason }) =>
    JSON.stringify({
      object: "chat.completion.chunk",
      model: "mock",
      choices: [{ index: 0, delta, finish_reason }],
    }),
  );
  return [...events, "[DONE]"].map((data) => `data: ${data}\n\n`).join("");
}

/** In pieces of random lengths. */
function cut(whole, least, most) {
  const pieces = [];
  for (let at = 0; at < whole.length;) {
    const length = least + Math.floor(Math.random() * (most - least + 1));
    pieces.push(whole.slice(at, at + length));
    at += length;
  }
  return pieces;
}

async function bodyOf(request) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes <= mostBytes) chunks.push(chunk);
  }
  return bytes > mostBytes ? "" : Buffer.concat(chunks).toString();
}
