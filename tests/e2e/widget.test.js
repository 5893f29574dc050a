// SPDX-License-Identifier: Apache-2.0
// The widget in use: how it looks, by keyboard alone, and for screen readers.

import { describe, expect } from "@jest/globals";

import { fromSource } from "../js/from_source.js";
import { browserTest as test } from "./browser.js";
import { button, compute, countOf, marks, screenshot, useDemo } from "./demo_page.js";

const { palette, contrast } = await fromSource("wasm/js/base/palette.ts");
const demo = useDemo();
const schemes = ["light", "dark"];

/** Opens all that the element can show, with an entity of each kind. */
async function openAll(page) {
  await compute(page, "John Lenon works for Siemens AG in London. Jacob Collier got a Grammy.");
  await button(page, "Settings").click();
  await button(page, "List").click();
}

describe.each(schemes)("%s", (colorScheme) => {
  test("axe finds nothing amiss, whatever is open", async () => {
    const { page } = await demo.open({ withAxe: true, colorScheme });
    const run = async () => {
      const { violations, passes } = await page.evaluate(() => globalThis.axe.run(document));
      const checked = passes.find(({ id }) => id === "color-contrast");
      expect(checked.nodes.length).toBeGreaterThan(20);
      return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    };
    expect(await run()).toEqual([]);
    await openAll(page);
    expect(await run()).toEqual([]);
    for (const panel of ["JSON Output", "Masked text", "Examples"]) {
      await button(page, panel).click();
      expect(await run()).toEqual([]);
    }
    await compute(page, "");
    expect(await run()).toEqual([]);
    await button(page, "Maximize").click();
    expect(await run()).toEqual([]);
  });

  test("every label colour of the palette can be read, as the browser computes it", async () => {
    const { page } = await demo.open({ colorScheme });
    // One label for each hue: the sum of its units is the hue.
    const labels = palette.map((_, hue) => String.fromCharCode(80 + hue));
    await page.evaluate(async (all) => {
      const widget = document.querySelector("#widget");
      const records = all.map((label, i) => ({
        entity_group: label,
        score: 1,
        word: "x",
        start: i * 2,
        end: i * 2 + 1,
      }));
      widget.pipeline = async () =>
        Object.assign(async () => records, {
          info: () => ({ backend: "none" }),
          dispose: async () => {},
        });
      widget.text = "x ".repeat(all.length);
      await widget.compute();
    }, labels);
    const pairs = await page.evaluate(() => {
      const pair = (node) => {
        const { backgroundColor, color } = getComputedStyle(node);
        return [backgroundColor, color];
      };
      const root = document.querySelector("#widget").shadowRoot;
      return [...root.querySelectorAll("mark, mark .chip, .legend .chip")].map(pair);
    });
    expect(pairs).toHaveLength(24);
    expect(new Set(pairs.map(String)).size).toBe(16);
    const hex = (rgb) =>
      `#${rgb
        .match(/\d+/g)
        .map((each) => Number(each).toString(16).padStart(2, "0"))
        .join("")}`;
    for (const [background, color] of pairs) {
      expect(contrast(hex(background), hex(color))).toBeGreaterThanOrEqual(4.5);
    }
    await page.locator("#widget").screenshot({ path: screenshot(`palette-${colorScheme}.png`) });
  });

  test("is as it looks on the screenshots", async () => {
    const { page } = await demo.open({ colorScheme });
    await compute(page, "My name is Sarah and I live in London.");
    await page.locator("#fact-time", { hasText: "µs" }).waitFor();
    await page.locator("#widget").screenshot({ path: screenshot(`widget-${colorScheme}.png`) });
    await page.screenshot({ path: screenshot(`demo-${colorScheme}.png`), fullPage: true });
    // README's picture is a copy of widget-light.png, as web/demo/widget.png.
    await openAll(page);
    await page.locator("#widget").screenshot({ path: screenshot(`list-${colorScheme}.png`) });
    await button(page, "Masked text").click();
    await button(page, "Examples").click();
    await page.screenshot({ path: screenshot(`examples-${colorScheme}.png`), fullPage: true });
    const background = await page
      .locator("#widget .frame")
      .evaluate((node) => getComputedStyle(node).backgroundColor);
    expect(background).toBe(colorScheme === "light" ? "rgb(255, 255, 255)" : "rgb(17, 24, 39)");
  });
});

describe("by keyboard alone", () => {
  test("a text is typed, computed, filtered, listed and the focus is always to be seen", async () => {
    const { page } = await demo.open();
    const focused = () =>
      page.evaluate(() => {
        const node = document.activeElement.shadowRoot?.activeElement ?? document.activeElement;
        const { outlineStyle } = getComputedStyle(node.closest("label.file") ?? node);
        return [node.textContent.trim() || node.getAttribute("aria-label") || "", outlineStyle];
      });
    const tabTo = async (name) => {
      for (let i = 0; i < 40; i++) {
        await page.keyboard.press("Tab");
        const [text, outline] = await focused();
        expect(outline).not.toBe("none");
        if (text === name || text.startsWith(name)) return;
      }
      throw new Error(`expected ${name} within 40 tabs, found it not`);
    };
    await tabTo("Text");
    await page.keyboard.press("Control+A");
    await page.keyboard.type("My name is Sarah and I live in London.");
    await page.keyboard.press("Control+Enter");
    await page.waitForFunction(() =>
      document.querySelector("#widget").result.text.startsWith("My name"),
    );
    expect((await marks(page)).map(({ text }) => text)).toEqual(["Sarah", "London"]);
    await tabTo("PER");
    await page.keyboard.press("Space");
    await countOf(page, "mark", 1);
    await page.keyboard.press("Space");
    await tabTo("List");
    await page.keyboard.press("Enter");
    await countOf(page, "[role=listitem]", 2);
    await page.keyboard.press("Shift+Tab");
  });

  test("the examples open, close with Escape, and give the focus back", async () => {
    const { page } = await demo.open();
    await button(page, "Examples").focus();
    await page.keyboard.press("Enter");
    await page.locator("#widget #examples li button").first().waitFor();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Escape");
    expect(await button(page, "Examples").getAttribute("aria-expanded")).toBe("false");
    const name = await page.evaluate(
      () => document.querySelector("#widget").shadowRoot.activeElement.id,
    );
    expect(name).toBe("examples-button");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      () =>
        document.querySelector("#widget").result.text === "My name is Sarah and I live in London.",
    );
  });

  test("an example has its preview while it has the focus; code is opened and copied", async () => {
    const { context, page } = await demo.open();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await button(page, "Examples").focus();
    await page.keyboard.press("Enter");
    await page.locator("#widget #examples li button").first().waitFor();
    for (const text of [
      "Angela Merkel besuchte im Juli Paris.",
      "My name is Sarah and I live in London.",
    ]) {
      await page.keyboard.press("Tab");
      await page.locator("#widget .preview", { hasText: text }).waitFor();
    }
    await page.keyboard.press("Escape");
    await button(page, "View code").focus();
    await page.keyboard.press("Space");
    await page.getByRole("region", { name: "In Node" }).waitFor();
    await page.keyboard.press("Tab"); // Maximize
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.locator("#widget [role=status]", { hasText: "Copied." }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^<script/);
    await page.keyboard.press("Tab");
    const focused = await page.evaluate(() =>
      document.activeElement.shadowRoot.activeElement.getAttribute("aria-label"),
    );
    expect(focused).toBe("In a page");
  });

  test("the question of an encoding is answered", async () => {
    const { page } = await demo.open();
    await button(page, "Settings").click();
    const letter = "José Martínez vivió en España.";
    await page.getByLabel("Open a text file").setInputFiles({
      name: "a.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(letter, "latin1"),
    });
    await button(page, "Leave it").waitFor();
    await page.locator("#widget textarea").focus();
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(
      (value) => document.querySelector("#widget").result.text === value,
      letter,
    );
  });

  test("maximized, Tab stays inside, and Escape ends it", async () => {
    const { page } = await demo.open();
    await button(page, "Maximize").click();
    const dialog = page.getByRole("dialog", { name: "Token Classification" });
    const box = await dialog.boundingBox();
    expect(box).toEqual({ x: 0, y: 0, width: 1000, height: 800 });
    for (let i = 0; i < 30; i++) {
      await page.keyboard.press("Tab");
      expect(await page.evaluate(() => document.activeElement.id)).toBe("widget");
    }
    await page.screenshot({ path: screenshot("maximized.png") });
    await page.keyboard.press("Escape");
    expect(await dialog.count()).toBe(0);
    await button(page, "Maximize").waitFor();
  });
});

describe("for screen readers", () => {
  test("names, roles and states are those of the controls", async () => {
    const { page } = await demo.open();
    await button(page, "List").click();
    const tree = await page.locator("#widget").ariaSnapshot();
    for (const line of [
      /- button "Settings"/,
      /- button "Examples"/,
      /- textbox "Text":/,
      /- button "Compute"/,
      /- status: "2 entities\. Computation time on the processor: [\d.]+ s, with the embedded model"/,
      /- region "Entities in the text":/,
      /- mark: "?Angela Merkel ?: PER \(person\)/,
      /- group "Labels to show":/,
      /- button "PER \(person\) 1" \[pressed\]/,
      /- button "JSON Output"/,
      /- button "List" \[expanded\]/,
      /- list "Entities":/,
      /- listitem: PER \(person\) Angela Merkel score 98\.7 % 0–13/,
    ]) {
      expect(tree).toMatch(line);
    }
  });

  test("what is low, outdated, asked or remarked is said", async () => {
    const { page } = await demo.open();
    const tree = () => page.locator("#widget").ariaSnapshot();
    expect(await tree()).toMatch(/- mark: "?Paris ?: LOC \(location\) ?, low score/);
    await page.locator("#widget textarea").fill("Paris");
    const outdated = await tree();
    expect(outdated).toMatch(/- paragraph: This is the result of an earlier text\./);
    expect(outdated).toMatch(/- button "JSON" \[disabled\]/);
    const region = page.getByRole("region", { name: "Entities in the text" });
    const id = await region.getAttribute("aria-describedby");
    expect(await page.locator(`#widget #${id}`).textContent()).toMatch(/earlier text/);

    await button(page, "Settings").click();
    const buffer = Buffer.from("José Martínez vivió en España.", "latin1");
    await page
      .getByLabel("Open a text file")
      .setInputFiles({ name: "a.txt", mimeType: "text/plain", buffer });
    await button(page, "Leave it").waitFor();
    const asking = await tree();
    for (const line of [
      /- group "a\.txt is not a text in UTF-8; it looks like windows-1252\. So it would begin:":/,
      /- alert: "?a\.txt is not a text in UTF-8/,
      /- button "Read it as windows-1252"/,
      /- combobox "Aggregation":/,
      /- slider "Least score/,
    ]) {
      expect(asking).toMatch(line);
    }
    await button(page, "Leave it").click();

    await compute(page, "דוד בן גוריון נאם בירושלים.");
    expect(await tree()).toMatch(/- paragraph: "?This model does not know Hebrew script/);
    await button(page, "View code").click();
    await page.getByRole("region", { name: "In Node" }).waitFor();
    const code = await tree();
    for (const line of [
      /- button "View code" \[expanded\]/,
      /button "Copy the code: In a page"/,
      /- region "In Python, with transformers":/,
    ]) {
      expect(code).toMatch(line);
    }
    await button(page, "Examples").click();
    await page.locator("#examples li").first().waitFor();
    const menu = await tree();
    expect(menu).toMatch(/- button "Examples" \[expanded\]/);
    expect(menu).toMatch(/- list "Examples":\s+- listitem:/);
    expect(menu).toMatch(/- list "Other languages":\s+- listitem:/);
  });

  test("the result is announced, and the region is busy while it is made", async () => {
    const { page } = await demo.open();
    const seen = await page.evaluate(async () => {
      const widget = document.querySelector("#widget");
      const region = widget.shadowRoot.querySelector("section");
      const states = [region.ariaBusy];
      const done = widget.compute();
      await widget.updateComplete;
      states.push(region.ariaBusy, widget.matches(":state(computing)"));
      await done;
      await widget.updateComplete;
      states.push(region.ariaBusy, widget.matches(":state(computing)"));
      return states;
    });
    expect(seen).toEqual(["false", "true", true, "false", false]);
  });
});
