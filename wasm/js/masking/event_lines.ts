// SPDX-License-Identifier: Apache-2.0

/** An event of a server, as HTML's `text/event-stream` has it: its lines as they came, and its data. */
export interface ServerEvent {
  /** All lines but those of data: `event: …`, `id: …`, comments. */
  readonly others: readonly string[];
  /** The lines of data, joined by line feeds; undefined where there are none. */
  readonly data: string | undefined;
}

/**
 * Cuts a stream of text into events (HTML Living Standard, 9.2.6), whose lines end with LF, CR or CRLF.
 *
 *     const events = new EventLines();
 *     events.add("data: 1\n\nda")   // [{ others: [], data: "1" }]
 *     events.end()                   // [{ others: ["da"], data: undefined }]: what no empty line ended
 */
export class EventLines {
  #rest = "";
  #lines: string[] = [];

  add(text: string): ServerEvent[] {
    const parts = (this.#rest + text).split(/\r\n|\n|\r(?!$)/u);
    this.#rest = parts.pop() ?? "";
    return parts.flatMap((line) => this.#take(line));
  }

  end(): ServerEvent[] {
    const events = this.add("\n");
    return [...events, ...this.#take("")];
  }

  /** A line; an empty one ends an event. */
  #take(line: string): ServerEvent[] {
    if (line !== "") {
      this.#lines.push(line);
      return [];
    }
    const lines = this.#lines;
    this.#lines = [];
    if (lines.length === 0) return [];
    const data = lines.flatMap((each) => /^data(?:: ?(.*))?$/su.exec(each)?.[1] ?? isData(each));
    const others = lines.filter((each) => !/^data(?::|$)/u.test(each));
    return [{ others, data: data.length > 0 ? data.join("\n") : undefined }];
  }
}

/** `data` alone is an empty line of data. */
function isData(line: string): string[] {
  return /^data:?$/u.test(line) ? [""] : [];
}

/** An event as text, with the empty line that ends it. */
export function eventText({ others, data }: ServerEvent): string {
  const lines = data === undefined ? [] : data.split("\n").map((line) => `data: ${line}`);
  return `${[...others, ...lines].join("\n")}\n\n`;
}
