// SPDX-License-Identifier: Apache-2.0
// What of OpenAI's chat API is text that people wrote: in a request, which is masked, and in an answer.

/** A request that cannot be sent masked. */
export class UnmaskableError extends Error {}

/**
 * Strings that are the API's own or the program's, by where they stand. All others are masked, those of a field that is
 * not known here, too. Schemas of tools would break; their descriptions are masked.
 */
const own = [
  /^(?:model|service_tier|reasoning_effort|verbosity|tool_choice|function_call)$/,
  /^modalities\.\d+$/,
  /^messages\.\d+\.(?:role|tool_call_id)$/,
  /^messages\.\d+\.content\.\d+\.type$/,
  /^messages\.\d+\.tool_calls\.\d+\.(?:id|type|function\.name)$/,
  /^messages\.\d+\.function_call\.name$/,
  /^(?:tools|functions|response_format|tool_choice|function_call)\.(?!.*\.description$)/,
];

/** JSON in a string: it is masked value by value, so that it stays JSON. */
const json = [
  /^messages\.\d+\.tool_calls\.\d+\.function\.arguments$/,
  /^messages\.\d+\.function_call\.arguments$/,
];

/**
 * A request's body with its texts masked, and the session that has their values. Each masker goes over what the one
 * before it has made, with its table: so a name that the last message gives away is masked in the first one, too.
 */
export async function maskRequest(maskers, body, signal) {
  checkMessages(body);
  let session;
  let masked = body;
  for (const masker of maskers) {
    session = masker.session(session?.toJSON());
    masked = await maskOnce(session, masked, signal);
  }
  return { session, masked };
}

async function maskOnce(session, body, signal) {
  const isTool = (at) => ["tool", "function"].includes(body.messages[at]?.role);
  const isText = (path) => {
    const place = placeOf(path);
    // The name of a message is a function's or a person's.
    const [, at] = /^messages\.(\d+)\.name$/.exec(place) ?? [];
    if (at !== undefined && isTool(at)) return false;
    return ![...own, ...json].some((form) => form.test(place));
  };
  const masked = await session.maskJson(body, { only: isText, signal });
  for (const call of masked.messages.flatMap(callsOf)) {
    call.arguments = await changeJson(call.arguments, {
      value: (each) => session.maskJson(each, { signal }),
      text: async (each) => (await session.mask(each, { signal })).text,
    });
  }
  return masked;
}

/** An answer's body, or any other, with the values back. */
export async function unmaskAnswer(session, body) {
  const restored = session.unmaskJson(body);
  const before = messagesOf(body).flatMap(callsOf);
  for (const [at, call] of messagesOf(restored).flatMap(callsOf).entries()) {
    call.arguments = await changeJson(before[at].arguments, {
      value: (each) => session.unmaskJson(each),
      text: (each) => session.unmask(each).text,
    });
  }
  return restored;
}

/** Keys with a dot in them are nowhere in the API: what stands there is masked. */
function placeOf(path) {
  return path.map((key) => String(key).replaceAll(".", "?")).join(".");
}

/** What a text or a part of one may be in; pictures, sound and files cannot be masked. */
function checkMessages(body) {
  const { messages } = body ?? {};
  if (!Array.isArray(messages) || !messages.every(isObject)) {
    throw new UnmaskableError("messages: expected a list of messages");
  }
  for (const { content, audio } of messages) {
    const parts = Array.isArray(content) ? content : [];
    const other = parts.find((part) => !["text", "refusal"].includes(part?.type));
    if (other !== undefined || isObject(audio)) {
      throw new UnmaskableError("messages: expected text, which alone can be masked");
    }
  }
}

function messagesOf(body) {
  const choices = Array.isArray(body?.choices) ? body.choices : [];
  return choices.map((choice) => choice?.message).filter(isObject);
}

/** The functions that a message calls, with their arguments. */
function callsOf({ tool_calls: calls, function_call: call }) {
  const all = Array.isArray(calls) ? calls.map((each) => each?.function) : [];
  return [...all, call].filter((each) => isObject(each) && typeof each.arguments === "string");
}

async function changeJson(text, { value, text: plain }) {
  let parsed;
  try {
    parsed = JSON.parse(text);
  } catch {
    return plain(text);
  }
  return JSON.stringify(await value(parsed));
}

function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
