// SPDX-License-Identifier: Apache-2.0
// The widget as a part of its page: what files it takes, the address, code to copy, examples, and other widgets.

import { describe, expect } from "@jest/globals";

import { tiny, until } from "../js/support.js";
import { browserTest as test } from "./browser.js";
import { button, compute, marks, status, useDemo } from "./demo_page.js";

const demo = useDemo();
const text = "My name is Sarah and I live in London.";
const alert = (page) => page.locator("#widget [role=alert]").last();

/** A demo whose widget has the settings open; `choose` opens a text file. */
async function openWithInput() {
  const opened = await demo.open();
  await button(opened.page, "Settings").click();
  const input = opened.page.getByLabel("Open a text file");
  const choose = (name, buffer) => input.setInputFiles({ name, mimeType: "text/plain", buffer });
  return { ...opened, choose };
}

describe("files", () => {
  test("that are not UTF-8 are read in their encoding after a question", async () => {
    const { page, choose } = await openWithInput();
    const letter = "José Martínez vivió en España. Él nació en Córdoba.";
    await choose("carta.txt", Buffer.from(letter, "latin1"));
    const question = page.getByRole("group", { name: /^carta\.txt is not a text in UTF-8/ });
    expect(await question.locator("q").textContent()).toBe(letter);
    expect(await page.evaluate(() => document.querySelector("#widget").text)).not.toBe(letter);
    await question.getByRole("button", { name: "Read it as windows-1252" }).click();
    await page.waitForFunction(
      (value) => document.querySelector("#widget").result.text === value,
      letter,
    );
    expect(await question.count()).toBe(0);
  });

  test("that are not UTF-8 can be left", async () => {
    const { page, choose } = await openWithInput();
    const before = await marks(page);
    await choose("carta.txt", Buffer.from("José Martínez vivió en España.", "latin1"));
    await button(page, "Leave it").click();
    expect(await page.locator("#widget .question").count()).toBe(0);
    expect(await marks(page)).toEqual(before);
  });

  test("with a mark of UTF-16 are read", async () => {
    const { page, choose } = await openWithInput();
    await choose("text.txt", Buffer.from(`\ufeff${text}`, "utf16le"));
    await page.waitForFunction(
      (value) => document.querySelector("#widget").result?.text === value,
      text,
    );
  });

  test.each([
    ["photo.png", "89504e470d0a1a0a0000000d49484452", "a PNG image"],
    [
      "paper.pdf",
      Buffer.from("%PDF-1.7\n%\u00e2\u00e3\n1 0 obj").toString("hex"),
      "a PDF document",
    ],
    ["notes.docx", "504b0304140006000800000021000000", "a ZIP archive"],
  ])("%s is refused as what it is", async (name, hex, what) => {
    const { page, choose } = await openWithInput();
    const before = await page.evaluate(() => document.querySelector("#widget").text);
    await choose(name, Buffer.from(hex, "hex"));
    await alert(page)
      .filter({ hasText: `${name}: expected text, found ${what}` })
      .waitFor();
    expect(await page.evaluate(() => document.querySelector("#widget").text)).toBe(before);
  });

  test("that are too large are refused by what they are, or by their size", async () => {
    const { page, choose } = await openWithInput();
    const large = Buffer.alloc(5 << 20, "a");
    await choose("large.txt", large);
    await alert(page).filter({ hasText: "at most 4 MB" }).waitFor();
    large.set(Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
    await choose("large.png", large);
    await alert(page).filter({ hasText: "large.png: expected text, found a PNG" }).waitFor();
  });
});

describe("the address", () => {
  /** A page with one widget, which is put there when the address is `search`. */
  async function openAt(search, attributes) {
    const { page } = await demo.open();
    await page.evaluate(
      ([address, markup]) => {
        document.querySelector("#widget").remove();
        globalThis.history.replaceState({ mine: 1 }, "", address);
        const node = document.createElement("ner-widget");
        for (const name of markup) node.setAttribute(name, "");
        document.querySelector("main").prepend(node);
      },
      [search, attributes],
    );
    return page;
  }
  const textOf = (page) => page.evaluate(() => document.querySelector("ner-widget").text);

  test("gives the text where it is asked for", async () => {
    const search = `?a=1&text=${encodeURIComponent(text)}`;
    expect(await textOf(await openAt(search, ["url-text"]))).toBe(text);
    expect(await textOf(await openAt(search, []))).toBe("");
  });

  test("is computed at once with autoload, follows the result and leaves all else as it is", async () => {
    const page = await openAt(`?a=1&text=${encodeURIComponent(text)}#there`, [
      "url-text",
      "autoload",
    ]);
    await page.waitForFunction(() => document.querySelector("ner-widget").result !== undefined);
    const run = (value) =>
      page.evaluate(async (next) => {
        const widget = document.querySelector("ner-widget");
        widget.text = next;
        await widget.compute();
        const { search, hash } = location;
        return [
          new globalThis.URLSearchParams(search).get("text"),
          search.slice(0, 4),
          hash,
          globalThis.history.state,
        ];
      }, value);
    const same = ["?a=1", "#there", { mine: 1 }];
    expect(await run("Emma & Zoë = 2 + 😀?")).toEqual(["Emma & Zoë = 2 + 😀?", ...same]);
    expect(await run("x".repeat(2001))).toEqual([null, ...same]);
    expect(await run("Emma")).toEqual(["Emma", ...same]);
    expect(await run(" ")).toEqual([null, ...same]);
  });

  test("stays where the model does not load, and is not read again where the element is moved", async () => {
    const page = await openAt(`?text=Emma`, ["url-text"]);
    const found = await page.evaluate(async () => {
      const widget = document.querySelector("ner-widget");
      const { pipeline } = widget;
      widget.pipeline = () => Promise.reject(new Error("offline"));
      await widget.compute();
      const failed = location.search;
      widget.pipeline = pipeline;
      widget.text = "typed";
      document.body.append(widget);
      await widget.updateComplete;
      return [failed, widget.text];
    });
    expect(found).toEqual(["?text=Emma", "typed"]);
  });

  test("is left alone where it is not asked for", async () => {
    const page = await openAt("?a=1", []);
    await page.evaluate(async (value) => {
      const widget = document.querySelector("ner-widget");
      widget.text = value;
      await widget.compute();
    }, text);
    expect(await page.evaluate(() => location.search)).toBe("?a=1");
  });
});

describe("View code", () => {
  test("gives the lines with the present settings, to be copied", async () => {
    const { context, page } = await demo.open();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await compute(page, text);
    await button(page, "View code").click();
    const code = (name) => page.getByRole("region", { name, exact: true });
    await code("In Node").waitFor();
    expect(await code("In Node").textContent()).toContain('aggregation_strategy: "simple"');
    await button(page, "Settings").click();
    await page.getByLabel("Aggregation").selectOption("max");
    await page.getByLabel("Least score").fill("0.25");
    expect(await code("In Node").textContent()).toContain(
      'aggregation_strategy: "max", min_score: 0.25',
    );
    expect(await code("In Python, with transformers").textContent()).toContain(">= 0.25");
    await button(page, "Copy the code: In a page").click();
    await status(page).filter({ hasText: "Copied." }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await code("In a page").textContent(),
    );
    await button(page, "View code").click();
    expect(await code("In Node").count()).toBe(0);
  });

  test("the lines for a page make the same widget", async () => {
    const { page } = await demo.open();
    const hostile = `a "b" 'c' </script> &amp; <i>\n😀`;
    await page.evaluate((value) => {
      Object.assign(document.querySelector("#widget"), {
        text: value,
        aggregation: "max",
        threshold: 0.5,
        hiddenLabels: ["PER", "</script>"],
        pipelineOptions: { dtype: "q8" },
      });
    }, hostile);
    await button(page, "View code").click();
    const region = page.getByRole("region", { name: "In a page", exact: true });
    const lines = await region.textContent();
    // Trusted Types let no page parse markup: an empty one does.
    const plain = await page.context().newPage();
    const made = await plain.evaluate((markup) => {
      const parsed = new globalThis.DOMParser().parseFromString(markup, "text/html");
      const { attributes } = parsed.querySelector("ner-widget");
      return Object.fromEntries([...attributes].map(({ name, value }) => [name, value]));
    }, lines);
    expect(made).toEqual({ aggregation: "max", threshold: "0.5", text: hostile });
    expect(lines).toContain('widget.hiddenLabels = ["PER", "\\u003C/script>"];');
    expect(lines).toContain('widget.pipelineOptions = { dtype: "q8" };');
  });
});

describe("the examples", () => {
  test("are those of the model's languages, in groups, with a preview", async () => {
    const { page } = await demo.open();
    await button(page, "Examples").click();
    const items = page.locator("#examples li button");
    await items.first().waitFor();
    const shown = (await items.allTextContents()).join("\n");
    expect(shown).not.toMatch(/[\u0590-\u06ff]|Dante/);
    expect(shown).toMatch(/鲁迅/);
    expect(await page.getByRole("list", { name: "Other languages" }).count()).toBe(1);
    const last = items.last();
    await last.hover();
    const preview = page.locator("#examples .preview");
    expect(await preview.textContent()).toBe(await last.locator("small").textContent());
    await items.first().focus();
    expect(await preview.textContent()).toBe(await items.first().locator("small").textContent());
  });

  test.each([320, 390])("are on the page at %d pixels, and in a popup", async (width) => {
    const { page } = await demo.open({ viewport: { width, height: 500 } });
    for (const isMaximized of [false, true]) {
      if (isMaximized) await button(page, "Maximize").click();
      await button(page, "Examples").click();
      await page.locator("#examples li button").first().waitFor();
      const { x, width: wide } = await page.locator("#examples").boundingBox();
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + wide).toBeLessThanOrEqual(width);
      expect(wide).toBeGreaterThan(200);
      await button(page, "Examples").click();
    }
  });

  test("a text in a script that the model does not know gets a remark", async () => {
    const { page } = await demo.open();
    const remark = page.locator("#widget .remark");
    await compute(page, "דוד בן גוריון נאם בירושלים בפני חברי הכנסת.");
    expect(await remark.textContent()).toMatch(/^This model does not know Hebrew script/);
    await compute(page, "鲁迅出生于浙江绍兴。");
    expect(await remark.count()).toBe(0);
  });

  test("a card is that of its own model, and of no other that a user chooses", async () => {
    const { page } = await demo.open();
    const hebrew = "דוד בן גוריון נאם בירושלים בפני חברי הכנסת.";
    const remarks = async () => {
      await compute(page, hebrew);
      return page.locator("#widget .remark").count();
    };
    const isFiles = (is) =>
      page.waitForFunction(
        (value) => Array.isArray(document.querySelector("#widget").model) === value,
        is,
      );
    expect(await remarks()).toBe(1);
    await page.locator("#folder").setInputFiles(tiny);
    await isFiles(true);
    expect(await remarks()).toBe(0);
    await page.locator("#embedded").click();
    await isFiles(false);
    expect(await remarks()).toBe(1);
    const card = () => page.evaluate(() => document.querySelector("#widget").card);
    expect(await card()).toBe("/models/default/README.md");
    await page.route("https://huggingface.co/**", (route) => route.abort());
    await page.locator("#hub-id").fill("owner/nothing");
    await page.getByRole("button", { name: "Load", exact: true }).click();
    await page.locator("#model-status", { hasText: "owner/nothing" }).waitFor();
    expect(await remarks()).toBe(1);
    await button(page, "Settings").click();
    await page.getByLabel("Open a model folder").setInputFiles(tiny);
    await page.waitForFunction(() => document.querySelector("#widget").card === undefined);
    expect(await remarks()).toBe(0);
  });

  test("the same folder can be chosen again", async () => {
    const { page } = await demo.open();
    const folder = page.locator("#folder");
    await folder.setInputFiles(tiny);
    await page.waitForFunction(() => Array.isArray(document.querySelector("#widget").model));
    const chooser = page.waitForEvent("filechooser");
    await folder.click();
    await chooser;
    expect(await folder.inputValue()).toBe("");
  });
});

test("there is no Ctrl+Enter where there are no keys", async () => {
  const { page } = await demo.open();
  expect(await page.locator("#widget kbd").isVisible()).toBe(true);
  const touch = await demo.open({ hasTouch: true, isMobile: true });
  expect(await touch.page.locator("#widget kbd").isVisible()).toBe(false);
});

test("what computes is said in words", async () => {
  const { page } = await demo.open();
  await page.locator("#fact-time", { hasText: "µs" }).waitFor();
  const shown = await page.evaluate(
    () => document.body.innerText + document.querySelector("#widget").shadowRoot.textContent,
  );
  expect(shown).not.toMatch(/xnnpack|dot16|\dc\d/i);
  expect(await page.locator("#fact-backend").textContent()).toBe(
    "this package's engine, 8-bit weights, on the processor",
  );
});

test("two widgets share a worker and a model, which go with the last of them", async () => {
  const { page } = await demo.open();
  const before = page.workers().length;
  const found = await page.evaluate(async (value) => {
    const make = () => {
      const node = document.createElement("ner-widget");
      node.pipelineOptions = { dtype: "q8" };
      node.text = value;
      document.body.append(node);
      return node;
    };
    const [a, b] = [make(), make()];
    const [first, second] = await Promise.all([a.compute(), b.compute()]);
    const [one, two] = [await a.load(), await b.load()];
    const turn = () => new Promise((done) => setTimeout(done));
    a.remove();
    await turn();
    const still = await two(value);
    globalThis.last = b;
    return [one === two, first.entities.length, second.entities.length, still.length > 0];
  }, text);
  expect(found).toEqual([true, 2, 2, true]);
  expect(page.workers().length).toBeGreaterThan(before);
  await page.evaluate(() => globalThis.last.remove());
  await until(() => page.workers().length === before, "the end of the worker");
});
