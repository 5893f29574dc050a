// SPDX-License-Identifier: Apache-2.0
// evaluate() on recorded outputs of the real packages: every case is equal, texts to the byte.
import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

import { expect, test } from "@jest/globals";

import { readColumns } from "../../dist/node/corpus/columns.js";
import { evaluate } from "../../dist/node/index.js";
import { shared, testWith } from "./support.js";

function recorded(name) {
  const bytes = readFileSync(path.join(shared, "vectors", name));
  return JSON.parse(gunzipSync(bytes).toString()).cases;
}

/** What does not agree, a few of it: a failure shows the cases. */
async function faultsOf(cases, compare) {
  const faults = [];
  for (const [at, each] of cases.entries()) {
    for (const [what, wanted, found] of await compare(each)) {
      if (!Object.is(wanted, found) && faults.length < 5) faults.push({ at, what, wanted, found });
    }
  }
  return faults;
}

/** The files have twelve digits, and null for NaN. */
const rounded = (value) => (value === null ? null : Number(value.toFixed(12)));

const sentences = (lines) => lines.map((line) => (line === "" ? [] : line.split("\t")));

/** What a call gives, or the message of its error. */
const settled = (call) =>
  call.then(
    (value) => value,
    (error) => ({ error: error.message }),
  );

/** "KeyError: 'P'" of "tag P: expected …, found another (seqeval: KeyError: 'P')". */
const raised = (message) => /\((?:seqeval|nervaluate): (.*)\)$/.exec(message)?.[1];

const withConlleval = testWith("vectors/conlleval.json.gz", test);
const withSeqeval = testWith("vectors/seqeval_1.2.2.json.gz", test);
const withNervaluate = testWith("vectors/nervaluate_1.2.1.json.gz", test);

withConlleval("conlleval and PyPI's port print what they printed", async () => {
  const faults = await faultsOf(
    recorded("conlleval.json.gz"),
    async ({ in: text, args, ...said }) => {
      const after = (option) =>
        args.includes(option) ? args[args.indexOf(option) + 1] : undefined;
      const delimiter = after("-d");
      const columns = readColumns(text, "conlleval", delimiter, "stdin");
      const perl = await evaluate(columns.gold, columns.predicted, {
        report: "conlleval",
        raw: args.includes("-r"),
        latex: args.includes("-l"),
        outside: after("-o"),
        open_end: columns.openEnd,
      });
      const pairs = [["perl", said.out, perl.text]];
      if (said.pypi === undefined) return pairs;
      const python = await settled(
        (async () => {
          // It was given text.split("\n"), whose last line is empty.
          const read = readColumns(`${text}\n`, "conlleval-py", delimiter, "stdin");
          const options = { report: "conlleval-py", open_end: read.openEnd };
          return evaluate(read.gold, read.predicted, options);
        })(),
      );
      const failed = said.pypi.error === undefined ? undefined : "FormatError";
      return [
        ...pairs,
        ["pypi", failed ?? said.pypi, python.error === undefined ? python.text : "FormatError"],
      ];
    },
  );
  expect(faults).toEqual([]);
});

withSeqeval("seqeval's figures and texts in default mode", async () => {
  const faults = await faultsOf(recorded("seqeval_1.2.2.json.gz"), async (recordedCase) => {
    const { t, p, zd, digits, suffix = 0, default: said } = recordedCase;
    const made = await evaluate(sentences(t), sentences(p), {
      report: "seqeval",
      zero_division: zd,
      digits,
      suffix: suffix === 1,
    });
    const { accuracy, TP, FP, FN, TN } = made.tokens;
    const text = typeof said.report === "string" ? said.report : null;
    return [
      ...averages(said.avg, made.figures),
      ["accuracy", said.acc, rounded(accuracy)],
      ["performance", Object.values(said.perf).join(), [TP, FP, FN, TN].join()],
      ["text", text, made.text],
    ];
  });
  expect(faults).toEqual([]);
});

withSeqeval(
  "seqeval's figures and errors in strict mode, and the scheme that it detects",
  async () => {
    const faults = await faultsOf(recorded("seqeval_1.2.2.json.gz"), async (recordedCase) => {
      const { t, p, zd, digits, suffix = 0, strict, auto, report_strict: text } = recordedCase;
      const run = (options) =>
        settled(
          evaluate(sentences(t), sentences(p), {
            report: "seqeval",
            strict: true,
            zero_division: zd,
            digits,
            suffix: suffix === 1,
            ...options,
          }),
        );
      const pairs = [];
      for (const [scheme, said] of Object.entries(strict)) {
        const made = await run({ scheme });
        pairs.push([`${scheme} error`, said.error, made.error && raised(made.error)]);
        if (said.avg !== undefined) pairs.push(...averages(said.avg, made.figures));
      }
      const detected = await run({});
      if (typeof auto === "string") {
        if (detected.error === undefined) pairs.push(["auto", auto, detected.tokens.scheme]);
        pairs.push([
          "text",
          typeof text === "string" ? text : undefined,
          detected.text ?? undefined,
        ]);
      } else {
        pairs.push(["auto", "an error", detected.error && "an error"]);
      }
      return pairs;
    });
    expect(faults).toEqual([]);
  },
);

function averages(said, figures) {
  return ["micro", "macro", "weighted"].flatMap((name) => {
    const { precision, recall, "f1-score": f1, support } = figures[`${name} avg`];
    const found = [precision, recall, f1, support].map(rounded);
    return said[name].map((wanted, at) => [`${name} ${at}`, wanted, found[at]]);
  });
}

withNervaluate("nervaluate's counts, texts and errors", async () => {
  const faults = await faultsOf(recorded("nervaluate_1.2.1.json.gz"), async (recordedCase) => {
    const { t, p, loader, tags, min, error, overall, ent, report } = recordedCase;
    const read =
      loader === "list"
        ? sentences
        : (documents) =>
            documents.map((each) => each.map(([label, start, end]) => ({ label, start, end })));
    const run = (options) =>
      settled(
        evaluate(read(t), read(p), {
          report: "nervaluate",
          tags,
          min_overlap_percentage: min,
          ...options,
        }),
      );
    const made = await run({});
    if (error !== undefined) return [["error", error, raised(made.error)]];
    if (made.error === "gold: expected at least one tag, found none") return []; // only documents of nothing
    const pairs = Object.entries(overall).map(([scenario, wanted]) => [
      scenario,
      wanted.join(),
      Object.values(made.figures.overall[scenario]).map(rounded).join(),
    ]);
    const types = Object.keys(ent).sort();
    pairs.push(["types", types.join(), Object.keys(made.figures.entities).sort().join()]);
    for (const type of types) {
      for (const [scenario, wanted] of Object.entries(ent[type])) {
        const found = Object.values(made.figures.entities[type]?.[scenario] ?? {}).slice(0, 5);
        pairs.push([`${type} ${scenario}`, wanted.join(), found.join()]);
      }
    }
    if (report === undefined) return pairs;
    const { digits, scenario } = report;
    return [
      ...pairs,
      ["text", report.overall, (await run({ digits })).text],
      ["text by type", report.entities, (await run({ digits, scenario })).text],
    ];
  });
  expect(faults).toEqual([]);
});
