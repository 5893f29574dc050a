// SPDX-License-Identifier: Apache-2.0

import type { Libraries } from "./libraries.js";

/** What is read off the server when somebody looks. */
export interface Gauges {
  requests: () => number;
  loadedModels: () => number;
  modelBytes: () => number;
}

/** What the server counts. */
export interface Metrics {
  /** A request was answered. */
  answered(route: string, status: number, seconds: number): void;
  /** A pass of a model over so many texts began. */
  passed(texts: number): void;
  /** All of it, in Prometheus's text format. */
  text(): Promise<string>;
  readonly contentType: string;
}

const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const sizes = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** Metrics of one server, in a registry of its own. No label has what a client chose. */
export function createMetrics({ prometheus }: Libraries, gauges: Gauges): Metrics {
  const registry = new prometheus.Registry();
  const registers = [registry];
  prometheus.collectDefaultMetrics({ register: registry });
  const requests = new prometheus.Histogram({
    name: "xlmr_ner_request_seconds",
    help: "Time from a request's headers to its answer",
    labelNames: ["route", "status"] as const,
    buckets: seconds,
    registers,
  });
  const passes = new prometheus.Histogram({
    name: "xlmr_ner_pass_texts",
    help: "Texts that went through a model together",
    buckets: sizes,
    registers,
  });
  const gauge = (name: string, help: string, read: () => number): void => {
    new prometheus.Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });
  };
  gauge("xlmr_ner_requests", "Requests that are read, wait or run", gauges.requests);
  gauge("xlmr_ner_models_loaded", "Models that are loaded", gauges.loadedModels);
  gauge("xlmr_ner_models_bytes", "Memory of the models that are loaded", gauges.modelBytes);
  return {
    answered: (route, status, time) => {
      requests.observe({ route, status }, time);
    },
    passed: (texts) => {
      passes.observe(texts);
    },
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
