// SPDX-License-Identifier: Apache-2.0

import { pipeline } from "./node_modules/xlmr-ner/dist/web/index.js";
import { ask } from "./chat_client.js";
import { Conversation } from "./conversation.js";
import { addMessage, showMasked, showRows } from "./view.js";

const find = (id) => document.getElementById(id);
const [text, send, stop, hide] = ["text", "send", "stop", "hide"].map(find);

/** What was sent and came, masked: the server is sent all of it each time. */
const history = [];
let conversation;
let draft;
/** Ends the masking of a text that has changed since. */
let typing = new AbortController();
/** Ends an answer that is coming. */
let answering;

function say(message) {
  if (find("status").textContent !== message) find("status").textContent = message;
}

function countOf(count) {
  if (text.value.trim() === "") return "";
  return count === 1 ? "1 value is masked" : `${count} values are masked`;
}

/** Masks what is typed, and shows it. Nothing can be sent before it is shown. */
async function preview() {
  typing.abort();
  typing = new AbortController();
  const { signal } = typing;
  draft = undefined;
  update();
  const made = await conversation.draft(text.value, signal);
  signal.throwIfAborted();
  draft = made;
  showMasked(find("preview"), made);
  showRows(find("rows"), conversation.rows(made), change);
  find("table").hidden = find("rows").rows.length === 0;
  find("table-empty").hidden = !find("table").hidden;
  say(countOf(made.replacements.length));
  update();
}

function update() {
  const isEmpty = text.value.trim() === "";
  send.disabled = isEmpty || draft === undefined || answering !== undefined;
  hide.disabled = text.selectionStart === text.selectionEnd;
  send.hidden = answering !== undefined;
  stop.hidden = answering === undefined;
}

/** What the buttons of the table do. */
function change(action, { value, label }) {
  conversation[action](value, label);
  find("table-title").focus();
  run(preview());
}

async function sendDraft() {
  const sent = draft;
  conversation.accept(sent);
  find("empty").hidden = true;
  addMessage(find("messages"), "You", { text: text.value, masked: sent.text, title: "As sent" });
  history.push({ role: "user", content: sent.text });
  text.value = "";
  answering = new AbortController();
  const message = addMessage(find("messages"), "Answer", { title: "As it came" });
  try {
    run(preview());
    const [masked, parts] = (await ask(history, answering.signal)).tee();
    await Promise.all([
      masked.pipeTo(new WritableStream({ write: message.addMasked })),
      conversation.restored(parts).pipeTo(new WritableStream({ write: message.add })),
    ]);
  } catch (error) {
    if (error.name !== "AbortError") message.fail(`No answer: ${error.message}`);
  } finally {
    history.push({ role: "assistant", content: message.end() });
    answering = undefined;
    update();
  }
}

/** What is wrong is told to the reader; what a newer text has ended is not wrong. */
function run(promise) {
  promise.catch((error) => {
    if (error.name !== "AbortError") say(error.message);
  });
}

text.addEventListener("input", () => run(preview()));
document.addEventListener("selectionchange", () => {
  if (conversation !== undefined) hide.disabled = text.selectionStart === text.selectionEnd;
});
text.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  find("form").requestSubmit();
});
find("form").addEventListener("submit", (event) => {
  event.preventDefault();
  if (!send.disabled) run(sendDraft());
});
stop.addEventListener("click", () => answering?.abort());
hide.addEventListener("click", () => {
  const value = text.value.slice(text.selectionStart, text.selectionEnd).trim();
  try {
    conversation.hide(value);
  } catch (error) {
    say(error.message);
    return;
  }
  text.focus();
  run(preview());
});

const ner = await pipeline("ner", undefined, {
  progress_callback: ({ phase, loaded, total }) => {
    if (phase !== "ready" && total > 0) say(`Loading ${Math.round((100 * loaded) / total)} %`);
  },
});
say("");
conversation = new Conversation(ner);
text.focus();
run(preview());
