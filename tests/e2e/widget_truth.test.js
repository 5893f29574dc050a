// SPDX-License-Identifier: Apache-2.0
// What the widget shows is so: a result that is not of the text and the model at hand is marked or gone, and cannot
// be copied; masking covers what was found; the status says what runs.

import { describe, expect } from "@jest/globals";

import { browserTest as test } from "./browser.js";
import { button, compute, countOf, marks, status, useDemo } from "./demo_page.js";

const demo = useDemo();
const text = "My name is Sarah and I live in London.";

const alert = (page) => page.locator("#widget [role=alert]");
const note = (page) => page.locator("#widget #outdated");
const copies = (page) => page.getByRole("group", { name: "Copy the result" }).getByRole("button");

/** The three buttons that copy can be pressed, or none of them. */
async function expectCopying(page, isOn) {
  const states = await copies(page).evaluateAll((all) => all.map(({ disabled }) => !disabled));
  expect(states).toEqual([isOn, isOn, isOn]);
}

async function openWithResult() {
  const opened = await demo.open();
  await compute(opened.page, text);
  await expectCopying(opened.page, true);
  return opened;
}

describe("an old result", () => {
  test("of a text that is typed over is marked, and the mark goes when the text comes back", async () => {
    const { page } = await openWithResult();
    const area = page.getByLabel("Text", { exact: true });
    await area.fill(`${text} And`);
    expect(await note(page).textContent()).toBe("This is the result of an earlier text.");
    expect(
      await page.evaluate(() => document.querySelector("#widget").matches(":state(outdated)")),
    ).toBe(true);
    expect(await status(page).textContent()).not.toMatch(/entities/);
    await expectCopying(page, false);
    await button(page, "Masked text").click();
    for (const name of ["Copy masked text", "Copy table"]) {
      await button(page, name).waitFor();
      expect(await button(page, name).isDisabled()).toBe(true);
    }
    await area.fill(text);
    expect(await note(page).count()).toBe(0);
    expect(await status(page).textContent()).toMatch(/^\s*2 entities/);
    await expectCopying(page, true);
  });

  test("goes with Compute on an empty text", async () => {
    const { page } = await openWithResult();
    await compute(page, " ");
    expect(await alert(page).textContent()).toBe("You need to input some text.");
    expect(await marks(page)).toEqual([]);
    expect(await page.evaluate(() => document.querySelector("#widget").result)).toBe(undefined);
    await expectCopying(page, false);
  });

  test("goes when live mode is emptied", async () => {
    const { page } = await openWithResult();
    await page.locator("#live").check();
    await page.locator("textarea").fill("");
    await countOf(page, "mark", 0);
    expect((await status(page).textContent()).trim()).toBe("");
    expect(await page.evaluate(() => document.querySelector("#widget").result)).toBe(undefined);
    await expectCopying(page, false);
  });

  test("of another text is marked while a long document is begun, and nothing is copied before its end", async () => {
    const { page } = await openWithResult();
    const begun = await page.evaluate(async () => {
      const widget = document.querySelector("#widget");
      const gates = [0, 1].map(() => {
        const gate = {};
        gate.opened = new Promise((done) => (gate.open = done));
        return gate;
      });
      let calls = 0;
      widget.pipeline = async () =>
        Object.assign(
          async () => {
            await gates[calls++]?.opened;
            return [];
          },
          { info: () => ({}), dispose: async () => {} },
        );
      const shown = () => {
        const { shadowRoot } = widget;
        return [
          shadowRoot.querySelector("#outdated")?.textContent,
          shadowRoot.querySelector("[role=status]").textContent.trim(),
          [...shadowRoot.querySelectorAll("[aria-label='Copy the result'] button")].map(
            ({ disabled }) => disabled,
          ),
        ];
      };
      widget.text = "Angela Merkel besuchte im Juli Paris. ".repeat(200);
      const done = widget.compute();
      await new Promise((resolve) => setTimeout(resolve));
      await widget.updateComplete;
      const begin = shown();
      const first = new Promise((seen) => {
        widget.addEventListener("ner-progress", seen, { once: true });
      });
      gates[0].open();
      await first;
      await widget.updateComplete;
      const middle = shown();
      gates[1].open();
      await done;
      await widget.updateComplete;
      return { begin, middle, end: shown()[2] };
    });
    const off = [true, true, true];
    expect(begun).toEqual({
      begin: ["This is the result of an earlier text.", "Computing …", off],
      middle: [undefined, "Computing …", off],
      end: [false, false, false],
    });
  });

  test("is marked after a file that is refused", async () => {
    const { page } = await openWithResult();
    await button(page, "Settings").click();
    const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
    await page
      .getByLabel("Open a text file")
      .setInputFiles({ name: "photo.png", mimeType: "image/png", buffer: png });
    await alert(page).filter({ hasText: "photo.png: expected text, found a PNG image" }).waitFor();
    expect(await note(page).textContent()).toBe("This is the result from before the error.");
    await expectCopying(page, false);
    await compute(page, text);
    await expectCopying(page, true);
  });
});

describe("a model that fails", () => {
  test("takes its result away and is not the one to compute with", async () => {
    const { page } = await openWithResult();
    await page.evaluate(async () => {
      const widget = document.querySelector("#widget");
      widget.model = new URL("/nothing-here", location.href).href;
      await widget.compute();
    });
    expect(await alert(page).textContent()).toContain("nothing-here");
    expect(await status(page).textContent()).toContain(
      "What computes is still the embedded model.",
    );
    expect(await marks(page)).toEqual([]);
    await expectCopying(page, false);
    await button(page, "Compute").click();
    await countOf(page, "mark", 2);
    expect(await alert(page).textContent()).toBe("");
    expect(await status(page).textContent()).toMatch(/with the embedded model\s*$/);
  });

  test("leaves the demo with the one before, and says so", async () => {
    const { page } = await openWithResult();
    await page.locator("#fact-time", { hasText: "µs" }).waitFor();
    await page.route("https://huggingface.co/**", (route) => route.abort());
    await page.locator("#hub-id").fill("owner/nothing");
    await page.getByRole("button", { name: "Load", exact: true }).click();
    await page.locator("#model-status", { hasText: /owner\/nothing|reach|network/i }).waitFor();
    await expectCopying(page, true);
    await compute(page, "Sarah lives.");
    expect((await marks(page)).map((each) => each.text)).toEqual(["Sarah"]);
  });

  test("whose worker has died is loaded anew", async () => {
    const { page } = await openWithResult();
    const found = await page.evaluate(async () => {
      const widget = document.querySelector("#widget");
      await (await widget.load()).dispose();
      const failed = await widget.compute();
      const again = await widget.compute();
      return [failed, again.entities.length];
    });
    expect(found).toEqual([undefined, 2]);
  });
});

test("a second Load leaves the first, for a reason in words", async () => {
  const { page } = await openWithResult();
  await page.locator("#fact-time", { hasText: "µs" }).waitFor();
  const messages = await page.evaluate(async () => {
    const widget = document.querySelector("#widget");
    const real = widget.pipeline;
    widget.pipeline = (task, model, options) =>
      model === "owner/slow" ? new Promise(() => {}) : real(task, undefined, options);
    widget.model = "owner/slow";
    const first = widget.load().catch((error) => [error.name, error.message]);
    await widget.updateComplete;
    const said = widget.shadowRoot.querySelector("[role=status]").textContent.trim();
    widget.model = "owner/next";
    await widget.load();
    return [said, await first];
  });
  expect(messages).toEqual([
    "Loading owner/slow …",
    ["AbortError", "Loading owner/slow was left, because owner/next was asked for."],
  ]);
  // And by the demo's buttons, whose first load never ends.
  await page.route("https://huggingface.co/**", () => {});
  await page.locator("#hub-id").fill("owner/slow");
  await page.getByRole("button", { name: "Load", exact: true }).click();
  await page.locator("#model-status", { hasText: "Loading" }).waitFor();
  const seen = page.evaluate(
    () =>
      new Promise((done) => {
        const node = document.querySelector("#model-status");
        new globalThis.MutationObserver(() => {
          if (node.textContent.includes("left")) done(node.textContent);
        }).observe(node, { childList: true, characterData: true, subtree: true });
      }),
  );
  await page.locator("#embedded").click();
  expect(await seen).toMatch(/^Loading owner\/slow was left, because the embedded model was asked/);
});

test("names that the label filter or the threshold hides are masked all the same", async () => {
  const { page } = await openWithResult();
  await button(page, "Masked text").click();
  const masked = page.getByLabel("Masked text", { exact: true });
  await masked.locator(".place").first().waitFor();
  expect(await masked.textContent()).toBe("My name is [PER_1] and I live in [LOC_1].");
  await page.getByRole("button", { name: /^PER/ }).click();
  await countOf(page, "mark", 1);
  expect(await masked.textContent()).toBe("My name is [PER_1] and I live in [LOC_1].");
  await page.evaluate(() => {
    document.querySelector("#widget").threshold = 1;
    return document.querySelector("#widget").updateComplete;
  });
  await countOf(page, "mark", 0);
  expect(await masked.textContent()).toBe("My name is [PER_1] and I live in [LOC_1].");
  expect(await page.locator("#widget #masked p.note").textContent()).toContain(
    "also what is hidden above",
  );
});

test("a low score looks low, is said, and has its legend", async () => {
  const { page } = await demo.open();
  await page.evaluate(async () => {
    const widget = document.querySelector("#widget");
    const scores = [0.8, 0.79, 0.5, 0.49];
    const records = scores.map((score, i) => ({
      entity_group: "PER",
      score,
      word: "x",
      start: i * 2,
      end: i * 2 + 1,
    }));
    widget.pipeline = async () =>
      Object.assign(async () => records, { info: () => ({}), dispose: async () => {} });
    widget.text = "x x x x";
    await widget.compute();
  });
  const looks = await page.locator("#widget mark").evaluateAll((all) =>
    all.map((mark) => {
      const { borderStyle, backgroundColor } = getComputedStyle(mark);
      const said = mark.textContent.endsWith(", low score");
      return [borderStyle, backgroundColor === "rgba(0, 0, 0, 0)", said];
    }),
  );
  expect(looks).toEqual([
    ["solid", false, false],
    ["dashed", true, true],
    ["dashed", true, true],
    ["dotted", true, true],
  ]);
  const keys = page.locator("#widget .legend .key");
  expect(await keys.allTextContents()).toEqual(["score below 0.8", "score below 0.5"]);
  await compute(page, "x");
  await page.evaluate(() => {
    document.querySelector("#widget").threshold = 0.8;
    return document.querySelector("#widget").updateComplete;
  });
  expect(await keys.count()).toBe(0);
});
