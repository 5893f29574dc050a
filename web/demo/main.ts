// SPDX-License-Identifier: Apache-2.0

import type {} from "../element/element.js";
import type { NerWidgetElement } from "../element/types.js";
import { measureMemory, measureTime, set, showInfo, watchTasks } from "./facts.js";
import { longDocument } from "./long_document.js";
import { RequestCounter } from "./requests.js";
import { systemExamples } from "./systems.js";

/** Under Trusted Types: the one script address that the page lets code use is the package's worker. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): unknown;
}
(globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy("default", {
  createScriptURL(url) {
    const { origin, pathname } = new URL(url, document.baseURI);
    const known = ["/dist/web/worker.js", "/sw.js"];
    if (origin === location.origin && known.includes(pathname)) return url;
    throw new TypeError(`expected one of ${known.join(", ")}, found ${url}`);
  },
});

function get<E extends HTMLElement>(id: string, type: new () => E): E {
  const node = document.getElementById(id);
  if (node instanceof type) return node;
  throw new Error(`expected a ${type.name} #${id} on the page, found ${node?.localName ?? "none"}`);
}

function findWidget(): NerWidgetElement {
  const node = document.querySelector("ner-widget");
  if (node === null) throw new Error("expected a <ner-widget> on the page, found none");
  return node;
}

const widget = findWidget();
/** That of the embedded model, and of no other. The element may not be defined yet. */
const embeddedCard = widget.getAttribute("card") ?? undefined;
const tasks = watchTasks();
const requests = new RequestCounter((count) => {
  const output = get("requests", HTMLOutputElement);
  output.textContent = String(count);
  output.className = count === 0 ? "none" : "some";
});

let loads = 0;

/** Loads what the widget is to use, and fills the panel. The last to be asked for counts. */
async function load(model: NerWidgetElement["model"]): Promise<void> {
  const number = ++loads;
  const choose = (chosen: NerWidgetElement["model"]): void => {
    widget.model = chosen;
    widget.card = chosen === undefined ? embeddedCard : undefined;
  };
  choose(model);
  set("model-status", "Loading …");
  try {
    const classifier = await widget.load();
    if (number !== loads) return;
    set("model-status", "");
    if (widget.info !== undefined) showInfo(widget.info);
    requests.reset();
    tasks.reset();
    if (widget.text.trim() !== "") await widget.compute();
    await measureTime(classifier);
    void measureMemory(); // browsers take their time over it
  } catch (error) {
    choose(widget.model); // the one before, where there is one
    const message = messageOf(error);
    set("model-status", number === loads ? message : `${message} Loading …`);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function tag(text: string): void {
  tasks.reset();
  widget.text = text;
  void widget.compute();
  widget.scrollIntoView({ block: "nearest" });
}

function listSystems(): void {
  for (const { system, model, text } of systemExamples) {
    const button = document.createElement("button");
    const small = document.createElement("small");
    small.textContent = text;
    small.dir = "auto";
    button.append(system, small);
    button.title = model === undefined ? system : `The card of ${model}`;
    button.addEventListener("click", () => {
      if (model !== undefined) get("hub-id", HTMLInputElement).value = model;
      tag(text);
    });
    const item = document.createElement("li");
    item.append(button);
    get("systems", HTMLUListElement).append(item);
  }
}

/** After the first visit the page and the embedded model work without the network. */
async function goOffline(): Promise<void> {
  if (!("serviceWorker" in navigator)) {
    set("fact-offline", "this browser has no service workers here");
    return;
  }
  try {
    await navigator.serviceWorker.register("/sw.js");
    await navigator.serviceWorker.ready;
    set("fact-offline", "ready");
  } catch (error) {
    set("fact-offline", `not available: ${String(error)}`);
  }
}

get("live", HTMLInputElement).addEventListener("change", (event) => {
  widget.live = (event.target as HTMLInputElement).checked;
});
get("long", HTMLButtonElement).addEventListener("click", () => {
  tag(longDocument(20_000));
});
get("embedded", HTMLButtonElement).addEventListener("click", () => void load(undefined));
get("hub", HTMLFormElement).addEventListener("submit", (event) => {
  event.preventDefault();
  const id = get("hub-id", HTMLInputElement).value.trim();
  if (id !== "") void load(id);
});
get("folder", HTMLInputElement).addEventListener("click", (event) => {
  (event.target as HTMLInputElement).value = ""; // so that the same folder is a change, too
});
get("folder", HTMLInputElement).addEventListener("change", (event) => {
  const { files } = event.target as HTMLInputElement;
  if (files !== null && files.length > 0) void load([...files]);
});
get("measure", HTMLButtonElement).addEventListener("click", () => {
  tasks.reset();
  const measuring = widget.load().then(measureTime).then(measureMemory);
  measuring.catch((error: unknown) => {
    set("model-status", messageOf(error));
  });
});

listSystems();
await customElements.whenDefined("ner-widget");
await load(undefined);
await goOffline();
