// SPDX-License-Identifier: Apache-2.0
// Every state that the widget can be in, each made on a page by a model that does as it is told: so that a
// state stays for as long as it is looked at, and looks the same on every machine.

/** The page: `dir`, `lang` and `scheme` are those of the document. */
export const statesPage = ({ dir, lang, scheme }) => `<!doctype html>
<html lang="${lang}" dir="${dir}" style="color-scheme: ${scheme}">
  <head>
    <meta charset="utf-8" /><meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>states</title>
    <script type="module">
      import "/pkg/dist/web/element.js";
      globalThis.ready = true;
    </script>
  </head>
  <body style="margin: 8px; background: light-dark(white, black)"><main><h1>Names</h1><ner-widget></ner-widget></main></body>
</html>`;

const texts = {
  en: "My name is Sarah and I live in London. Acme pays her.",
  he: "דוד בן גוריון גר בתל אביב. Acme משלמת לו.",
  ar: "التقت ليلى حداد بمدير جامعة القاهرة في الإسكندرية.",
  ja: "鈴木は4月の陽気の良い日に、鈴をつけて熊本県の阿蘇山に登った",
};

/** What stands in each text, with a sure, an unsure and a doubtful score. */
const names = {
  en: { Sarah: ["PER", 0.99], London: ["LOC", 0.7], Acme: ["ORG", 0.4] },
  he: { "דוד בן גוריון": ["PER", 0.99], "תל אביב": ["LOC", 0.7], Acme: ["ORG", 0.4] },
  ar: { "ليلى حداد": ["PER", 0.99], "جامعة القاهرة": ["ORG", 0.7], الإسكندرية: ["LOC", 0.4] },
  ja: { 鈴木: ["PER", 0.99], 熊本県: ["LOC", 0.7], 阿蘇山: ["LOC", 0.4] },
};

/** In the page: makes the model. It finds the names, or waits or fails where it is told to. */
function install({ names: all, low }) {
  const widget = document.querySelector("ner-widget");
  const known = Object.assign({}, ...Object.values(all));
  const find = (text) =>
    Object.entries(known).flatMap(([word, [label, score]]) =>
      text.includes(word)
        ? [
            {
              entity_group: label,
              score: low ? score : 0.99,
              word,
              start: text.indexOf(word),
              end: text.indexOf(word) + word.length,
            },
          ]
        : [],
    );
  const pending = () => new Promise(() => {});
  const model = { load: undefined, calls: [] };
  widget.pipeline = async (task, name, options) => {
    await model.load?.(options);
    return Object.assign(async (text) => (await model.calls.shift()?.(), find(text)), {
      info: () => ({ device: "wasm" }),
      dispose: async () => {},
      scripts: async (text) =>
        /[א-ת]/.test(text)
          ? [{ script: "Hebr", characters: 9 }]
          : /[ء-ي]/.test(text)
            ? [{ script: "Arab", characters: 9 }]
            : [],
    });
  };
  Object.assign(globalThis, { widget, model, pending });
}

const computeText = (page, text) =>
  page.evaluate(async (value) => {
    globalThis.widget.text = value;
    await globalThis.widget.compute();
    await globalThis.widget.updateComplete;
  }, text);
const click = (page, name) => page.getByRole("button", { name, exact: true }).click();

/** By its name, what makes a state of the empty one: `(page, lang) => …`. */
export const states = {
  empty: async () => {},

  loading: (page, lang) =>
    page.evaluate((text) => {
      const { widget, model, pending } = globalThis;
      model.load = ({ progress_callback: tell }) => {
        tell({ phase: "download", file: "model.safetensors", loaded: 4e6, total: 12e6 });
        return pending();
      };
      widget.model = "owner/a-model-with-a-rather-long-name";
      widget.text = text;
      void widget.compute();
      return widget.updateComplete;
    }, texts[lang]),

  computing: (page, lang) =>
    page.evaluate(async (text) => {
      const { widget, model, pending } = globalThis;
      model.calls = [undefined, pending];
      widget.text = `${text} `.repeat(60);
      const seen = new Promise((done) => {
        widget.addEventListener("ner-progress", done, { once: true });
      });
      void widget.compute();
      await seen;
      await widget.updateComplete;
    }, texts[lang]),

  result: (page, lang) => computeText(page, texts[lang]),

  low: async (page, lang) => {
    await page.evaluate(install, { names, low: true });
    await computeText(page, texts[lang]);
    await click(page, "List");
  },

  error: async (page, lang) => {
    await computeText(page, texts[lang]);
    await page.evaluate(async () => {
      globalThis.model.load = () =>
        Promise.reject(new Error("owner/nothing: expected a model at the hub, found none"));
      globalThis.widget.model = "owner/nothing";
      await globalThis.widget.compute();
      await globalThis.widget.updateComplete;
    });
  },

  outdated: async (page, lang) => {
    await computeText(page, texts[lang]);
    await page.locator("textarea").fill(`${texts[lang]} +`);
  },

  masked: async (page, lang) => {
    await computeText(page, texts[lang]);
    await page.getByRole("button", { name: /^PER/ }).click();
    await click(page, "Masked text");
    await page.locator("#masked td").first().waitFor();
  },

  answer: async (page, lang) => {
    await computeText(page, texts[lang]);
    await click(page, "Masked text");
    await page.getByRole("button", { name: "Keep Acme readable" }).click();
    await page.getByRole("button", { name: "Mask Acme again" }).waitFor();
    const answers = {
      en: "Dear [PER_1], how is [LOC_1]? [PER_9]",
      he: "[PER_1], איך [LOC_1]? [PER_9]",
    };
    await page.getByLabel("Answer to the masked text").fill(answers[lang]);
  },

  list: async (page, lang) => {
    await computeText(page, texts[lang]);
    await click(page, "List");
  },

  json: async (page, lang) => {
    await computeText(page, texts[lang]);
    await click(page, "JSON Output");
  },

  settings: async (page, lang) => {
    await computeText(page, texts[lang]);
    await click(page, "Settings");
  },

  examples: async (page) => {
    await click(page, "Examples");
    const items = page.locator("#examples li button");
    await items.first().waitFor();
    await items.nth(1).focus();
    await page.locator(".preview:not(:empty)").waitFor();
  },

  code: async (page, lang) => {
    await computeText(page, texts[lang]);
    await click(page, "View code");
    await page.locator("#code pre").first().waitFor();
  },

  question: async (page) => {
    await click(page, "Settings");
    const buffer = Buffer.from("Jos\u00e9 und Zo\u00eb w\u00e4ren gern in K\u00f6ln.", "latin1");
    await page
      .getByLabel("Open a text file")
      .setInputFiles({ name: "letter.txt", mimeType: "text/plain", buffer });
    await page.locator(".question").waitFor();
  },

  remark: async (page, lang) => {
    await page.evaluate(() => {
      const card = "---\nlanguage: [de, ja]\n---\n";
      globalThis.widget.card = `data:text/plain,${encodeURIComponent(card)}`;
    });
    await computeText(page, texts[lang === "en" ? "ar" : lang]);
    await page.locator(".remark").waitFor();
  },

  japanese: (page) => computeText(page, texts.ja),

  arabic: (page) => computeText(page, texts.ar),

  maximized: async (page, lang) => {
    await computeText(page, texts[lang]);
    await click(page, "Maximize");
    await page.getByRole("dialog").waitFor();
  },
};

/** Brings a fresh page into a state. */
export async function bringInto(page, state, lang) {
  await page.waitForFunction("globalThis.ready");
  await page.evaluate(install, { names, low: false });
  await states[state](page, lang);
  await page.evaluate(() => globalThis.widget.updateComplete);
}
