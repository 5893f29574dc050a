// SPDX-License-Identifier: Apache-2.0

/** Asks a server that speaks OpenAI's chat API: a stream of the answer's parts, as text. */
export async function ask(messages, signal) {
  const response = await fetch("/v1/chat/completions", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ model: "mock", stream: true, messages }),
    signal,
  });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return response.body.pipeThrough(new TextDecoderStream()).pipeThrough(answerParts());
}

/** Server-sent events in, what they have of the answer out. An event may come in several chunks. */
function answerParts() {
  let rest = "";
  return new TransformStream({
    transform(chunk, controller) {
      const events = (rest + chunk).split("\n\n");
      rest = events.pop();
      for (const event of events) {
        const data = event.replace(/^data: /, "");
        if (data === "[DONE]") continue;
        const { choices } = JSON.parse(data);
        const part = choices[0]?.delta?.content;
        if (part) controller.enqueue(part);
      }
    },
  });
}
