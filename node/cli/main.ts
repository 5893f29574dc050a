#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0

import { readFile } from "node:fs/promises";

import { NerError } from "../../wasm/js/base/errors.js";
import { UsageError, parseCommand } from "./args.js";
import type { Terminal } from "./terminal.js";
import { convert } from "./convert.js";
import { evaluateFile } from "./eval.js";
import { help } from "./help.js";
import { info } from "./info.js";
import { mask, unmask } from "./mask.js";
import { models } from "./models.js";
import { Output } from "./output.js";
import { serve } from "./serve.js";
import { tag } from "./tag.js";
import { tokenize } from "./tokenize.js";

process.stderr.on("error", () => undefined); // there is nowhere to say so
/** A first interrupt lets `tag` finish what it has begun, a second one ends that, and a third one all. */
const interrupted = new AbortController();
const forced = new AbortController();
function interruptOn(name: NodeJS.Signals): void {
  process.once(name, () => {
    process.once(name, () => {
      forced.abort();
    });
    interrupted.abort();
  });
}
interruptOn("SIGINT");
const out = new Output(process.stdout);
const signal = AbortSignal.any([interrupted.signal, out.closed]);

try {
  process.exitCode = await run(process.argv.slice(2), signal);
  await out.end();
  if (out.problem !== undefined) process.exitCode = report(undefined);
} catch (error) {
  process.exitCode = report(error);
}

async function run(args: string[], signal: AbortSignal): Promise<number> {
  const command = parseCommand(args);
  const terminal: Terminal = {
    out,
    err: process.stderr,
    isTTY: process.stdout.isTTY,
    color: process.stdout.isTTY && !process.env["NO_COLOR"],
  };
  switch (command.name) {
    case "help":
      await out.line(help.trimEnd());
      return 0;
    case "version":
      await out.line(await version());
      return 0;
    case "tag":
      return tag(
        command,
        terminal,
        AbortSignal.any([forced.signal, out.closed]),
        interrupted.signal,
      );
    case "mask":
      return mask(command, terminal, signal);
    case "unmask":
      return unmask(command, terminal, signal);
    case "tokenize":
      return tokenize(command, terminal, signal);
    case "convert":
      return convert(command, terminal, signal);
    case "info":
      return info(command, terminal, signal);
    case "models":
      return models(command, terminal, signal);
    case "eval":
      return evaluateFile(command, terminal, signal);
    case "serve":
      interruptOn("SIGTERM"); // which ends the other commands at once
      return serve(
        command,
        await version(),
        terminal,
        AbortSignal.any([forced.signal, out.closed]),
        interrupted.signal,
      );
  }
}

async function version(): Promise<string> {
  // From dist/node/cli, where this file is once compiled.
  const text = await readFile(new URL("../../../package.json", import.meta.url), "utf8");
  return (JSON.parse(text) as { version: string }).version;
}

/** The exit status of a failure, after a line on stderr where there is something to say. */
function report(error: unknown): number {
  if (out.isPipeClosed) return 0;
  if (interrupted.signal.aborted) return 130;
  if (out.problem !== undefined) {
    process.stderr.write(`xlmr-ner: ${out.problem}\n`);
    return 1;
  }
  if (error instanceof UsageError) {
    process.stderr.write(`xlmr-ner: ${error.message}\nTry xlmr-ner --help.\n`);
    return 2;
  }
  const isExpected =
    error instanceof NerError || (error as NodeJS.ErrnoException).code !== undefined;
  const text = isExpected ? (error as Error).message : ((error as Error).stack ?? String(error));
  process.stderr.write(`xlmr-ner: ${text}\n`);
  return 1;
}
