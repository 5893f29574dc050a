// SPDX-License-Identifier: Apache-2.0

import { deltasOf, endsAnswer } from "./chat_deltas.js";
import { EventLines, eventText } from "./event_lines.js";
import type { ServerEvent } from "./event_lines.js";
import type { PlaceholderFinder } from "./find_placeholders.js";
import { copyWithStrings } from "./json_strings.js";
import type { Json } from "./json_strings.js";
import { restore } from "./unmask.js";
import { UnmaskedParts } from "./unmask_stream.js";

/** An answer of which parts have come. */
interface Answer {
  readonly parts: UnmaskedParts;
  /** The last event with a part of it, to send the rest in. */
  last: ServerEvent;
  readonly path: string;
}

/**
 * Puts values back into the server-sent events of a chat API, in which a placeholder may be cut by the border of
 * two events. What is held back comes in an event of its own, like the one before it, when the answer ends.
 *
 * Invariant: the parts of an answer, put together, are what `unmask` makes of the whole of it. Other strings of
 * events are unmasked each by itself. What is no JSON stays as it is.
 */
export class UnmaskedEvents {
  readonly #finder: PlaceholderFinder;
  readonly #lines = new EventLines();
  readonly #answers = new Map<string, Answer>();

  constructor(finder: PlaceholderFinder) {
    this.#finder = finder;
  }

  add(text: string): string {
    return this.#give(this.#lines.add(text));
  }

  end(): string {
    return this.#give(this.#lines.end()) + this.#endAll(() => true);
  }

  #give(events: readonly ServerEvent[]): string {
    return events.map((event) => this.#giveOne(event)).join("");
  }

  #giveOne(event: ServerEvent): string {
    const value = parsed(event.data);
    if (value === undefined) {
      const before = event.data === "[DONE]" ? this.#endAll(() => true) : "";
      return before + eventText(event);
    }
    const { copy, strings } = copyWithStrings(value);
    const isOver = (key: string): boolean => endsAnswer(value, key);
    const others = new Set(strings);
    for (const { key, string, isJson } of deltasOf(value, strings)) {
      others.delete(string);
      const answer = this.#answers.get(key) ?? {
        parts: new UnmaskedParts(isJson ? escaping(this.#finder) : this.#finder),
        last: event,
        path: string.path.join("\n"),
      };
      answer.last = event;
      this.#answers.set(key, answer);
      const part = answer.parts.add(string.text);
      string.set(isOver(key) ? part + answer.parts.end() : part);
    }
    for (const string of others) {
      string.set(restore(string.text, this.#finder).text);
    }
    return this.#endAll(isOver) + eventText({ others: event.others, data: JSON.stringify(copy()) });
  }

  /** The rest of the answers whose key is one of these, each in an event. */
  #endAll(isOver: (key: string) => boolean): string {
    let out = "";
    for (const [key, { parts, last, path }] of this.#answers) {
      if (!isOver(key)) continue;
      this.#answers.delete(key);
      const rest = parts.end();
      if (rest !== "") out += eventText(withPart(last, path, rest));
    }
    return out;
  }
}

/** Values go into the middle of a string of JSON. */
function escaping(finder: PlaceholderFinder): PlaceholderFinder {
  return {
    get longest() {
      return finder.longest;
    },
    *scan(text, from) {
      for (const { start, end, value, isExact } of finder.scan(text, from)) {
        const escaped = value === undefined ? value : JSON.stringify(value).slice(1, -1);
        yield { start, end, value: escaped, isExact };
      }
    },
  };
}

/** The event with another part at this path. */
function withPart(event: ServerEvent, path: string, part: string): ServerEvent {
  const { copy, strings } = copyWithStrings(parsed(event.data) ?? null);
  strings.find((string) => string.path.join("\n") === path)?.set(part);
  return { others: event.others, data: JSON.stringify(copy()) };
}

function parsed(data: string | undefined): Json | undefined {
  try {
    return data === undefined ? undefined : (JSON.parse(data) as Json);
  } catch {
    return undefined;
  }
}
