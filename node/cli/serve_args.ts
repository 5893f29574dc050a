// SPDX-License-Identifier: Apache-2.0

import path from "node:path";

import { isHubId } from "../../wasm/js/hub/hub_id.js";
import type { NamedModel } from "../server/model_registry.js";
import { UsageError } from "./usage.js";

/** How a server is run. */
export interface ServeSettings {
  models: readonly NamedModel[];
  anyHubModel: boolean;
  host: string;
  port: number;
  token: string | undefined;
  origins: readonly string[];
  /** Bytes. */
  maxMemory: number;
  /** Bytes. */
  maxBody: number;
  maxQueue: number;
  maxBatch: number;
  /** Seconds. */
  timeout: number;
}

/** The options of `serve` that no other command has. */
export const serveFlags = {
  hub: { type: "boolean", default: false },
  host: { type: "string", default: "127.0.0.1" },
  port: { type: "string", default: "8080" },
  token: { type: "string" },
  cors: { type: "string", multiple: true },
  "max-memory": { type: "string", default: "4GB" },
  "max-body": { type: "string", default: "4MB" },
  "max-queue": { type: "string", default: "1000" },
  "max-batch": { type: "string", default: "64" },
  timeout: { type: "string", default: "300" },
} as const;

type Flags = {
  [K in keyof typeof serveFlags]?: (typeof serveFlags)[K] extends { multiple: true }
    ? string[]
    : (typeof serveFlags)[K]["type"] extends "boolean"
      ? boolean
      : string;
};

/** The variable that has the token where the command line has none: others see a command line. */
const tokenVariable = "XLMR_NER_TOKEN";

/** What the package's own model is called. */
const own = "default";

export function readServe(
  flags: Flags,
  models: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ServeSettings {
  return {
    models: readModels(models),
    anyHubModel: flags.hub ?? false,
    host: flags.host ?? "",
    port: wholeNumber("--port", flags.port, 0, 65_535),
    token: readToken(flags.token ?? env[tokenVariable]),
    origins: (flags.cors ?? []).map(readOrigin),
    maxMemory: bytes("--max-memory", flags["max-memory"]),
    maxBody: bytes("--max-body", flags["max-body"]),
    maxQueue: wholeNumber("--max-queue", flags["max-queue"], 1, 100_000),
    maxBatch: wholeNumber("--max-batch", flags["max-batch"], 1, 1024),
    timeout: wholeNumber("--timeout", flags.timeout, 1, 86_400),
  };
}

/** Each with the id that requests have for it: its own, its folder's name, or what stands before `=`. */
function readModels(given: readonly string[]): NamedModel[] {
  const models = (given.length > 0 ? given : [own]).map(readModel);
  const ids = new Set<string>();
  for (const { id } of models) {
    if (ids.has(id)) {
      throw new UsageError(`serve: expected models with ids of their own, found ${id} again`);
    }
    ids.add(id);
  }
  return models;
}

function readModel(text: string): NamedModel {
  const [, name, rest] = /^([\w./-]+)=(.+)$/.exec(text) ?? [];
  const source = rest ?? text;
  if (name !== undefined && isHubId(name)) return { id: name, source: sourceOf(source) };
  if (source === own) return { id: own, source: undefined };
  const id = isHubId(source) ? source : lastName(source);
  if (isHubId(id)) return { id, source };
  throw new UsageError(`serve: expected NAME=MODEL for a model without a name, found ${text}`);
}

function sourceOf(text: string): string | undefined {
  return text === own ? undefined : text;
}

/** Of a folder or URL. */
function lastName(source: string): string {
  if (/^(?:https?|file):/i.test(source) && URL.canParse(source)) {
    return path.posix.basename(new URL(source).pathname);
  }
  return path.basename(path.resolve(source));
}

function readToken(token: string | undefined): string | undefined {
  if (token === undefined || token === "") return undefined;
  if (/^[\x21-\x7e]+$/.test(token)) return token;
  throw new UsageError("--token: expected characters that a header may have, found others");
}

function readOrigin(origin: string): string {
  if (origin === "*") return origin;
  if (URL.canParse(origin) && new URL(origin).origin === origin) return origin;
  throw new UsageError(`--cors: expected an origin as https://example.org, or *, found ${origin}`);
}

const units = { "": 1, kB: 1e3, MB: 1e6, GB: 1e9 } as const;

/** `512MB`: bytes, in the units that sizes are printed in. */
function bytes(option: string, value = ""): number {
  const [, number, unit = ""] = /^(\d{1,12}(?:\.\d{1,3})?) ?(kB|MB|GB)?$/.exec(value) ?? [];
  const size = Math.floor(Number(number) * units[unit as keyof typeof units]);
  if (size > 0) return size;
  throw new UsageError(`${option}: expected a size as 512MB, found ${value}`);
}

function wholeNumber(option: string, value = "", least: number, most: number): number {
  const number = /^\d{1,6}$/.test(value) ? Number(value) : NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(
    `${option}: expected a whole number from ${least} to ${most}, found ${value}`,
  );
}
