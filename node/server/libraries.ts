// SPDX-License-Identifier: Apache-2.0

import type Fastify from "fastify";
import type * as PromClient from "prom-client";

import { EnvironmentError } from "../../wasm/js/base/errors.js";

/** What the server needs and a page does not: optional peers of this package. */
export interface Libraries {
  fastify: Pick<typeof Fastify, "fastify" | "LogController">;
  prometheus: typeof PromClient;
}

/** As a user types it. */
const install = "npm install fastify prom-client";

/** Variables, as bundlers would look for what need not be installed. */
const names = { fastify: "fastify" as string, prometheus: "prom-client" as string };

/** Loads them. Throws an EnvironmentError that says what to type where one is not installed. */
export async function loadLibraries(
  load: (name: string) => Promise<unknown> = (name) => import(name),
): Promise<Libraries> {
  try {
    const [server, prometheus] = await Promise.all([load(names.fastify), load(names.prometheus)]);
    return { fastify: server as typeof Fastify, prometheus: prometheus as typeof PromClient };
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "ERR_MODULE_NOT_FOUND") throw cause;
    throw new EnvironmentError(
      `the server needs two packages that are not installed with this one: ${install}`,
      { cause },
    );
  }
}
