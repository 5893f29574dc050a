// SPDX-License-Identifier: Apache-2.0
// The widget in use: texts of all kinds, what can be taken along, and what can be chosen.

import path from "node:path";

import { describe, expect } from "@jest/globals";

import { createMasker } from "../../dist/wasm/js/masking/index.js";
import { root, tiny, until } from "../js/support.js";
import { browserTest as test } from "./browser.js";
import { button, compute, countOf, marks, screenshot, status, useDemo } from "./demo_page.js";

const demo = useDemo();

describe("texts of all kinds", () => {
  test("Hebrew is set from the right, its labels stay as they are", async () => {
    const { page } = await demo.open();
    const text = "דוד בן גוריון גר בתל אביב.";
    await page.evaluate(async (value) => {
      const widget = document.querySelector("#widget");
      const records = [
        { entity_group: "PER", score: 0.9, word: "", start: 0, end: 13 },
        { entity_group: "LOC", score: 0.9, word: "", start: 18, end: 25 },
      ];
      widget.pipeline = async () =>
        Object.assign(async () => records, {
          info: () => ({ backend: "none" }),
          dispose: async () => {},
        });
      widget.text = value;
      await widget.compute();
    }, text);
    const [person, place] = await page.locator("#widget mark").all();
    const [first, second] = [await person.boundingBox(), await place.boundingBox()];
    expect(first.x).toBeGreaterThan(second.x);
    const direction = await person.evaluate((node) => getComputedStyle(node).direction);
    expect(direction).toBe("rtl");
    expect((await marks(page)).map((each) => [each.text, each.chip])).toEqual([
      [text.slice(0, 13), "PER"],
      [text.slice(18, 25), "LOC"],
    ]);
    await page.locator("#widget").screenshot({ path: screenshot("hebrew.png") });
  });

  test("Japanese, leading blanks, emoji and line breaks keep their places", async () => {
    const { page } = await demo.open();
    for (const text of [
      "鈴木は4月の陽気の良い日に、鈴をつけて熊本県の阿蘇山に登った",
      "  \n😀 Angela Merkel\n\tbesuchte\r\nParis.",
    ]) {
      await compute(page, text);
      const found = await marks(page);
      expect(found.length).toBeGreaterThan(0);
      for (const each of found) expect(each.text).toBe(text.slice(each.start, each.end));
    }
  });

  test("what is pasted is plain text", async () => {
    const { context, page } = await demo.open();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.locator("#widget textarea").fill("");
    await page.evaluate(() =>
      navigator.clipboard.write([
        new ClipboardItem({
          "text/html": new Blob(["<b>Em</b><i>ma</i>"], { type: "text/html" }),
          "text/plain": new Blob(["Emma"], { type: "text/plain" }),
        }),
      ]),
    );
    await page.locator("#widget textarea").focus();
    await page.keyboard.press("Control+V");
    expect(await page.evaluate(() => document.querySelector("#widget").text)).toBe("Emma");
  });

  test("no text is an error, a text without names is not", async () => {
    const { page } = await demo.open();
    await compute(page, "  \n");
    const alert = page.locator("#widget [role=alert]");
    expect(await alert.textContent()).toBe("You need to input some text.");
    await compute(page, "Gisteren regende het.");
    expect(await status(page).textContent()).toMatch(/^No entity was found\. Computation time on/);
    expect(await alert.textContent()).toBe("");
    expect(await marks(page)).toEqual([]);
  });
});

describe("what can be taken along and chosen", () => {
  const copied = (page) => page.evaluate(() => navigator.clipboard.readText());

  async function openWithClipboard() {
    const opened = await demo.open();
    await opened.context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await compute(opened.page, "Sarah met Jacob Collier in London. Sarah left.");
    return opened;
  }

  test("JSON, CSV and masked text are copied, and the table leads back", async () => {
    const { page } = await openWithClipboard();
    const text = "Sarah met Jacob Collier in London. Sarah left.";
    const take = async (name) => {
      await page.evaluate(() => navigator.clipboard.writeText(""));
      await button(page, name).click();
      await until(async () => (await copied(page)) !== "", `what "${name}" copies`);
      await status(page).filter({ hasText: "Copied." }).waitFor();
      return copied(page);
    };
    const records = JSON.parse(await take("JSON"));
    expect(records).toEqual(
      await page.evaluate(() => document.querySelector("#widget").result.entities),
    );
    const csv = await take("CSV");
    expect(csv.split("\r\n")).toHaveLength(records.length + 2);
    const masked = await take("masked text");
    expect(await status(page).textContent()).toContain("the model misses entities");
    expect(masked).toBe("[PER_1] met [PER_2] in [LOC_1]. [PER_1] left.");
    await button(page, "Masked text").click();
    const session = createMasker(null).session(JSON.parse(await take("Copy table")));
    expect(session.unmask(masked).text).toBe(text);
    expect(await page.getByLabel("Masked text", { exact: true }).textContent()).toBe(masked);
    expect(await take("Copy masked text")).toBe(masked);
  });

  test("the JSON panel holds the records that are shown", async () => {
    const { page } = await openWithClipboard();
    await button(page, "JSON Output").click();
    const json = () => page.getByLabel("JSON Output").textContent();
    const all = await page.evaluate(() => document.querySelector("#widget").result.entities);
    expect(JSON.parse(await json())).toEqual(all);
    await page.evaluate(() => {
      document.querySelector("#widget").hiddenLabels = ["PER"];
      return document.querySelector("#widget").updateComplete;
    });
    expect(JSON.parse(await json())).toEqual(all.filter((each) => each.entity_group !== "PER"));
    await compute(page, "Gisteren regende het.");
    expect(JSON.parse(await json())).toEqual([]);
  });

  test("the threshold and the aggregation change what is shown", async () => {
    const { page } = await openWithClipboard();
    await button(page, "Settings").click();
    const before = await marks(page);
    await page.getByLabel("Least score").fill("1");
    await countOf(page, "mark", 0);
    expect(await status(page).textContent()).toMatch(new RegExp(`^0 of ${before.length} entities`));
    await page.getByLabel("Least score").fill("0");
    await countOf(page, "mark", before.length);
    await page.getByLabel("Aggregation").selectOption("none");
    await page.waitForFunction(
      () => "entity" in document.querySelector("#widget").result.entities[0],
    );
    expect((await marks(page))[0].label).toMatch(/^[BI]-PER$/);
  });

  test("a text file that is opened is tagged, another file is refused by name", async () => {
    const { page } = await demo.open();
    await button(page, "Settings").click();
    const input = page.getByLabel("Open a text file");
    const buffer = Buffer.from("My name is Sarah and I live in London.");
    await input.setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer });
    await countOf(page, "mark", 2);
    await page.getByLabel("Open a model folder").setInputFiles(path.join(root, "tests/e2e"));
    const alert = page.locator("#widget [role=alert]");
    await alert.filter({ hasText: "with its config.json, found" }).waitFor();
  });

  test("a model folder that is dropped is loaded", async () => {
    const { page } = await demo.open();
    await page.locator("#fact-offline", { hasText: "ready" }).waitFor();
    const { x, y } = await page.locator("#widget textarea").boundingBox();
    const devtools = await page.context().newCDPSession(page);
    const data = { items: [], files: [tiny], dragOperationsMask: 1 };
    for (const type of ["dragEnter", "dragOver", "drop"]) {
      await devtools.send("Input.dispatchDragEvent", { type, x: x + 20, y: y + 20, data });
    }
    await page.waitForFunction(
      () => document.querySelector("#widget").info.weights === "model.safetensors",
    );
  });

  test("a model that is not there is an error with its reason, as text and as an event", async () => {
    const { page } = await demo.open();
    const [code, shown] = await page.evaluate(async () => {
      const widget = document.querySelector("#widget");
      let error;
      document.addEventListener("ner-error", ({ detail }) => (error = detail.error), {
        once: true,
      });
      widget.model = new URL("/nothing-here", location.href).href;
      await widget.compute();
      await widget.updateComplete;
      return [error.code, widget.shadowRoot.querySelector("[role=alert]").textContent];
    });
    expect(code).toMatch(/^(model_not_found|model_file|hub)$/);
    expect(shown).toContain("nothing-here");
  });

  test("the examples close when something else is pointed at", async () => {
    const { page } = await demo.open();
    await button(page, "Examples").click();
    await page.locator("#widget #examples li").first().waitFor();
    await page.locator("h1").click();
    await countOf(page, "#examples li", 0);
  });

  test("computing again while the model loads waits for that model; Cancel ends both", async () => {
    const { page } = await demo.open();
    const found = await page.evaluate(async () => {
      const widget = document.createElement("ner-widget");
      const real = widget.pipeline;
      let loads = 0;
      widget.pipeline = (...args) => {
        loads++;
        return real(...args);
      };
      const errors = [];
      widget.addEventListener("ner-error", ({ detail }) => errors.push(detail.error.message));
      document.body.append(widget);
      widget.text = "My name is";
      const first = widget.compute();
      widget.text = "My name is Sarah.";
      const second = await widget.compute();
      const both = [await first, second.text, loads];
      widget.pipelineOptions = { threads: 1 };
      const third = widget.compute();
      widget.cancel();
      const cancelled = await third;
      await widget.updateComplete;
      const shown = widget.shadowRoot.querySelector("[role=status]").textContent;
      widget.remove();
      return { both, cancelled, shown, errors };
    });
    expect(found).toEqual({
      both: [undefined, "My name is Sarah.", 1],
      cancelled: undefined,
      shown: "Cancelled.",
      errors: [],
    });
  });

  test("attributes are read, and moving the element keeps its model", async () => {
    const { page } = await demo.open();
    const found = await page.evaluate(async () => {
      const widget = document.createElement("ner-widget");
      widget.setAttribute("aggregation", "max");
      widget.setAttribute("threshold", "0.5");
      widget.setAttribute("text", "My name is Sarah.");
      widget.pipelineOptions = { threads: 1 }; // which the page's own does not have: none is shared
      document.body.append(widget);
      const { entities } = await widget.compute();
      const first = await widget.load();
      // What an element that has left the page does, it does in a timer's turn; this one comes after it.
      const turn = () => new Promise((done) => setTimeout(done));
      document.querySelector("main").append(widget);
      await turn();
      const isSame = (await widget.load()) === first;
      widget.remove();
      await turn();
      const gone = await first("x").catch((error) => error.code);
      return { names: entities.map(({ word }) => word), threshold: widget.threshold, isSame, gone };
    });
    expect(found).toEqual({ names: ["Sarah"], threshold: 0.5, isSame: true, gone: "disposed" });
  });
});
