// SPDX-License-Identifier: Apache-2.0

import type { PipelineInfo } from "../../wasm/js/base/types.js";
import type { TokenClassifier } from "../../wasm/js/client/classifier.js";
import { engineOf } from "../element/words.js";

/** What the panel says about the machine. */

export function showInfo(info: PipelineInfo): void {
  set("fact-model", `${info.model}, ${info.weights}`);
  set("fact-backend", engineOf(info));
  const names = [info.backend, info.dtype, info.core, info.kernel].filter(Boolean).join(", ");
  document.getElementById("fact-backend")?.setAttribute("title", names);
  const why = crossOriginIsolated ? "" : " (the page is not cross-origin isolated)";
  set("fact-threads", `${info.threads}${why}`);
}

/** Milliseconds a token of one full window, the best of three. */
export async function measureTime(classifier: TokenClassifier): Promise<void> {
  const text = "Angela Merkel besuchte im Juli Paris. ".repeat(20);
  let best = Infinity;
  let tokens = 0;
  for (let round = 0; round < 3; round++) {
    const begin = performance.now();
    // With no label ignored each token is a record.
    tokens = (await classifier(text, { ignore_labels: [] })).length;
    best = Math.min(best, performance.now() - begin);
  }
  set("fact-time", `${((best / tokens) * 1000).toFixed(0)} µs (${tokens} tokens)`);
}

interface MemoryMeasurement {
  bytes: number;
}

/** All of the page's memory, its workers' and WebAssembly's included, where browsers tell. */
export async function measureMemory(): Promise<void> {
  const measure = (
    performance as { measureUserAgentSpecificMemory?: () => Promise<MemoryMeasurement> }
  ).measureUserAgentSpecificMemory;
  if (measure === undefined || !crossOriginIsolated) {
    set("fact-memory", "this browser tells it to cross-origin isolated pages, or not at all");
    return;
  }
  const { bytes } = await measure.call(performance);
  set("fact-memory", `${(bytes / 1e6).toFixed(0)} MB`);
}

/** Shows the longest of the tasks that held up this page for 50 ms or more, since the last reset(). */
export function watchTasks(): { reset: () => void } {
  let longest = 0;
  let since = performance.now();
  const show = (): void => {
    set("fact-task", longest === 0 ? "none over 50 ms" : `${longest.toFixed(0)} ms`);
  };
  if (PerformanceObserver.supportedEntryTypes.includes("longtask")) {
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) {
        if (startTime >= since) longest = Math.max(longest, duration);
      }
      show();
    }).observe({ type: "longtask" });
    show();
  }
  return {
    reset: () => {
      longest = 0;
      since = performance.now();
      show();
    },
  };
}

export function set(id: string, text: string): void {
  const node = document.getElementById(id);
  if (node !== null) node.textContent = text;
}
