// SPDX-License-Identifier: Apache-2.0

/** What the log says of a request besides its status. */
export interface RequestReport {
  model?: string;
  texts?: number;
  /** UTF-16 units of all texts. */
  characters?: number;
}

/** Puts into a report how much text a request has. */
export function reportTexts(report: RequestReport, texts: readonly string[]): void {
  report.texts = texts.length;
  report.characters = texts.reduce((sum, { length }) => sum + length, 0);
}

/** Where lines go. */
export interface LogStream {
  write: (line: string) => void;
}

/**
 * Options of Fastify's logger for lines of JSON, in which are no texts, tokens or addresses: of a request and its answer
 * it writes nothing by itself.
 *
 *     {"level":"info","time":"2026-11-29T15:20:33.232Z","id":"a795c919-…","status":200,…,"msg":"request"}
 */
export function loggerOptions(stream: LogStream): object {
  return {
    stream,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (level: string) => ({ level }) },
    serializers: { req: () => undefined, res: () => undefined, err: describeError },
  };
}

export function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
