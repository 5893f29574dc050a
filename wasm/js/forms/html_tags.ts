// SPDX-License-Identifier: Apache-2.0

/** An attribute's value and where it stands, without quotes. */
export interface HtmlAttribute {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** What stands around it. */
  readonly quote: '"' | "'" | "";
}

/** A text between tags. */
export interface HtmlText {
  readonly kind: "text";
  readonly start: number;
  readonly end: number;
  /** Whether it is all of an element, as of `title`. */
  readonly isAlone: boolean;
  /** Whether `&amp;` means itself. */
  readonly isLiteral: boolean;
}

/** A tag. */
export interface HtmlTag {
  readonly kind: "tag";
  readonly name: string;
  readonly attributes: readonly HtmlAttribute[];
  readonly end: number;
}

const space = /[\t\n\f\r ]/u;

/** Whose content is text without references or tags, and nothing to be masked. */
const rawText = new Set(["style", "xmp", "iframe", "noembed", "noframes", "script"]);
const onlyText = new Set(["title", "textarea"]);
/** Where HTML begins again within other vocabularies. */
const integrations = new Set(
  "foreignobject desc title annotation-xml mi mo mn ms mtext".split(" "),
);
/** What ends other vocabularies. */
const breakouts = new Set(
  (
    "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta nobr " +
    "ol p pre ruby s small span strong strike sub sup table tt u ul var"
  ).split(" "),
);

/**
 * Cuts HTML into tags and texts as the tokenizer of the HTML Living Standard (13.2.5) does, in linear time. Comments,
 * doctypes, and what a document ends within of a tag are passed.
 */
export class HtmlTags {
  readonly #html: string;
  #at = 0;
  /** Elements of other vocabularies that are open, and of HTML within these. */
  readonly #foreign: { readonly name: string; readonly isHtml: boolean }[] = [];

  /** How many elements are open within these, and outside, by name. */
  readonly #inner = new Map<string, number>();
  readonly #outer = new Map<string, number>();

  constructor(html: string) {
    this.#html = html;
  }

  *tokens(): Generator<HtmlText | HtmlTag> {
    const html = this.#html;
    let text = 0;
    while (this.#at < html.length) {
      const open = html.indexOf("<", this.#at);
      if (open < 0) break;
      this.#at = open + 1;
      const form = formAt(html, open);
      if (form === "text") continue;
      if (open > text) yield textOf(text, open);
      if (form !== "tag") yield* this.#pass(form, open);
      else {
        const tag = this.#tag(open);
        if (tag === undefined) return;
        yield tag;
        yield* this.#content(tag, html[open + 1] === "/");
      }
      text = this.#at;
    }
    if (html.length > text) yield textOf(text, html.length);
  }

  /** What is no tag and no text, and the text in it. */
  *#pass(form: "comment" | "bogus", open: number): Generator<HtmlText> {
    const html = this.#html;
    if (form === "comment") {
      const begin = open + 4;
      const closing = html.startsWith(">", begin) || html.startsWith("->", begin);
      const end = closing ? begin : search(html, /--!?>/gu, begin);
      this.#at = end < 0 ? html.length : after(html, ">", end);
    } else if (this.#isForeign && html.startsWith("<![CDATA[", open)) {
      const end = html.indexOf("]]>", open);
      const last = end < 0 ? html.length : end;
      if (last > open + 9)
        yield { kind: "text", start: open + 9, end: last, isAlone: false, isLiteral: true };
      this.#at = end < 0 ? last : end + 3;
    } else {
      this.#at = after(html, ">", open);
    }
  }

  get #isForeign(): boolean {
    return this.#foreign.at(-1)?.isHtml === false;
  }

  /** The tag that begins at a place; undefined where the document ends within. */
  #tag(open: number): HtmlTag | undefined {
    const html = this.#html;
    const begin = open + (html[open + 1] === "/" ? 2 : 1);
    let at = begin;
    while (at < html.length && !/[\t\n\f\r />]/u.test(html[at] ?? "")) at += 1;
    const name = html.slice(begin, at).toLowerCase();
    const attributes: HtmlAttribute[] = [];
    for (;;) {
      while (at < html.length && (space.test(html[at] ?? "") || html[at] === "/")) at += 1;
      if (at >= html.length) return undefined;
      if (html[at] === ">") break;
      const start = at;
      at += 1; // a name may begin with `=`
      while (at < html.length && !/[\t\n\f\r />=]/u.test(html[at] ?? "")) at += 1;
      const attribute = html.slice(start, at).toLowerCase();
      let value = at;
      while (value < html.length && space.test(html[value] ?? "")) value += 1;
      if (html[value] !== "=") continue;
      value += 1;
      while (value < html.length && space.test(html[value] ?? "")) value += 1;
      const quote = html[value] === '"' ? '"' : html[value] === "'" ? "'" : "";
      const from = value + quote.length;
      const to = quote === "" ? search(html, /[\t\n\f\r >]/gu, from) : html.indexOf(quote, from);
      if (to < 0) return undefined;
      attributes.push({ name: attribute, start: from, end: to, quote });
      at = to + quote.length;
    }
    this.#at = at + 1;
    return { kind: "tag", name, attributes, end: this.#at };
  }

  /** An end tag: of what is open before another vocabulary, it ends that, too. */
  #close(name: string): void {
    const isInner = (this.#inner.get(name) ?? 0) > 0;
    const isOuter = !isInner && (this.#outer.get(name) ?? 0) > 0;
    if (this.#isForeign && (isOuter || name === "p" || name === "br")) this.#foreign.length = 0;
    const at = this.#foreign.findLastIndex((each) => each.name === name);
    if (at >= 0) this.#foreign.splice(at);
    if (this.#foreign.length === 0) this.#inner.clear();
    add(isInner ? this.#inner : this.#outer, name, -1);
  }

  /** What follows a tag and has no tags in it. */
  *#content({ name }: HtmlTag, isEnd: boolean): Generator<HtmlText> {
    const html = this.#html;
    if (isEnd) {
      this.#close(name);
      return;
    }
    add(this.#foreign.length > 0 ? this.#inner : this.#outer, name, 1);
    if (this.#isForeign) {
      const isSelfClosing = html[this.#at - 2] === "/";
      if (breakouts.has(name)) {
        for (let last = this.#foreign.at(-1); last?.isHtml === false; last = this.#foreign.at(-1)) {
          this.#foreign.pop();
        }
      } else if (integrations.has(name) && !isSelfClosing) {
        this.#foreign.push({ name, isHtml: true });
        return;
      } else if ((name === "svg" || name === "math") && !isSelfClosing) {
        this.#foreign.push({ name, isHtml: false });
        return;
      } else return;
    }
    if (name === "svg" || name === "math") {
      if (html[this.#at - 2] !== "/") this.#foreign.push({ name, isHtml: false });
      return;
    }
    if (name === "plaintext") {
      if (html.length > this.#at)
        yield { kind: "text", start: this.#at, end: html.length, isAlone: true, isLiteral: true };
      this.#at = html.length;
      return;
    }
    if (!rawText.has(name) && !onlyText.has(name)) return;
    const end = name === "script" ? scriptEnd(html, this.#at) : endOf(html, name, this.#at);
    if (onlyText.has(name) && end > this.#at) {
      yield { kind: "text", start: this.#at, end, isAlone: true, isLiteral: false };
    }
    this.#at = end;
  }
}

function add(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, Math.max(0, (counts.get(name) ?? 0) + by));
}

function textOf(start: number, end: number): HtmlText {
  return { kind: "text", start, end, isAlone: false, isLiteral: false };
}

function formAt(html: string, open: number): "text" | "tag" | "comment" | "bogus" {
  const next = html[open + 1] ?? "";
  if (/[a-z]/iu.test(next) && next <= "z") return "tag";
  if (next === "!") return html.startsWith("<!--", open) ? "comment" : "bogus";
  if (next === "?") return "bogus";
  if (next !== "/") return "text";
  const third = html[open + 2];
  if (third === undefined) return "text";
  return /[a-z]/iu.test(third) && third <= "z" ? "tag" : "bogus";
}

function search(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index ?? -1;
}

/** Behind the next of a character, or the end. */
function after(text: string, character: string, from: number): number {
  const at = text.indexOf(character, from);
  return at < 0 ? text.length : at + 1;
}

/** Where the end tag of an element begins whose content has no tags. */
function endOf(html: string, name: string, from: number): number {
  const end = search(html, new RegExp(`</${name}[\\t\\n\\f\\r />]`, "giu"), from);
  return end < 0 ? html.length : end;
}

/** In a comment a script may have another script, whose end tag does not end it. */
function scriptEnd(html: string, from: number): number {
  const pattern = /<!--|-->|<(\/?)script[\t\n\f\r />]/giu;
  pattern.lastIndex = from;
  let state: "script" | "escaped" | "double" = "script";
  for (let match = pattern.exec(html); match !== null; match = pattern.exec(html)) {
    const [found, slash] = match;
    if (found === "<!--") {
      if (state === "script") state = "escaped";
      pattern.lastIndex = match.index + 2; // `<!-->` is both
    } else if (found === "-->") state = "script";
    else if (slash === "" && state === "escaped") state = "double";
    else if (slash === "/" && state === "double") state = "escaped";
    else if (slash === "/") return match.index;
  }
  return html.length;
}
