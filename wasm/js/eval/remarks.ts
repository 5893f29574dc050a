// SPDX-License-Identifier: Apache-2.0

import type { TagColumns } from "./eval_handle.js";
import type { EvaluateSettings } from "./settings.js";
import type { ReportName } from "./types.js";

/** What is asked of the columns to know whether a remark is due. */
type Rule = [isDue: (columns: TagColumns, settings: EvaluateSettings) => boolean, remark: string];

const someTag =
  (pattern: RegExp) =>
  ({ names }: TagColumns): boolean =>
    names.some((name) => pattern.test(name));

/** What a Windows line leaves at the end of a tag. */
const returns: Rule = [
  someTag(/\r$/),
  "takes the \\r at the end of a line for part of the last type",
];

/** What each package does wrong with the tags that it is given. */
const rules: Record<ReportName, readonly Rule[]> = {
  entities: [],
  conlleval: [
    returns,
    [
      (columns, { raw }) => !raw && someTag(/^[SUL]-/)(columns),
      "does not know S-, U- and L-: neighbours of one type are one entity",
    ],
    [someTag(/^[^-]*-0$/), "takes the type 0 for none"],
    [
      (columns, { raw }) => !raw && someTag(/^(?!O$)[^-]+$/)(columns),
      "counts no entity for a tag without a hyphen; -r takes tags as types",
    ],
    [(_, { raw, outside }) => !raw && outside !== undefined, "heeds -o with -r alone"],
  ],
  "conlleval-py": [
    returns,
    [someTag(/^[UL]-/), "does not know U- and L-: neighbours of one type are one entity"],
    [() => true, "says precision 100 of what it has found none of"],
  ],
  seqeval: [
    returns,
    [
      (columns, { strict }) => !strict && someTag(/^[UL]-/)(columns),
      "does not know L- and U- in its default mode: of adjacent BILOU entities it keeps one",
    ],
    [
      (columns, { strict, suffix }) => !strict && !suffix && someTag(/^(?![BIESUL]-|O$)/)(columns),
      "reads a tag without a prefix by its first letter: ORG is outside, PER is of type ER",
    ],
    [
      (columns, { strict }) => strict && someTag(/^.(?:--|[^-]|.*-$)./)(columns),
      "drops hyphens around a type in strict mode: B--ORG, B-ORG- and BORG are all ORG",
    ],
    [
      (_, { strict, scheme }) => !strict && scheme !== undefined,
      "heeds a scheme in strict mode alone",
    ],
  ],
  sklearn: [
    returns,
    [() => true, "counts tags of tokens, not entities"],
    [hasNoneRight, "prints counts as 1.0 where no tag is right"],
  ],
  sparknlp: [
    returns,
    [() => true, "counts tags of tokens in its table; below it sentences do not end an entity"],
    [hasNoneRight, "prints counts of tags as 1.0 where none is right"],
  ],
  tner: [
    returns,
    [someTag(/^B-.*B-/), "deletes every B- of a type: of JOB-TITLE it finds nothing"],
    [
      hasTypeThatEndsAnother,
      "counts the tags of a type that ends with another one's name for both",
    ],
    [someTag(/^(?![BI]-|O$)/), "knows B- and I- alone"],
    [
      (_, { spanOnly }) => !spanOnly,
      "has a macro average for a type's F1 beside precision and recall of all",
    ],
    [hasEqualLengths, "raises where all sentences have the same length; these are its formulas'"],
    [
      ({ ends }, { intervals }) => intervals && ends.length < 2,
      "raises for the interval of one sentence",
    ],
    [(_, { spanOnly }) => !spanOnly, "renames types by a table, which is the mapping `tner` here"],
  ],
  nervaluate: [
    returns,
    [
      () => true,
      "scores a type as if there were no other: a wrong type is one missed and one made up there",
    ],
    [
      (_, { minOverlap }) => minOverlap <= 1,
      "takes an overlap of less than 1 % of the gold entity for none",
    ],
  ],
};

/** A sentence for each thing that the report's package does wrong with these tags. */
export function remarksOn(columns: TagColumns, settings: EvaluateSettings): string[] {
  const name = packageOf[settings.report];
  return rules[settings.report]
    .filter(([isDue]) => isDue(columns, settings))
    .map(([, remark]) => `${name} ${remark}.`);
}

const packageOf: Record<ReportName, string> = {
  entities: "xlmr-ner",
  conlleval: "conlleval",
  "conlleval-py": "conlleval 0.2",
  seqeval: "seqeval",
  sklearn: "scikit-learn",
  sparknlp: "Spark NLP's benchmark",
  tner: "T-NER",
  nervaluate: "nervaluate",
};

function hasTypeThatEndsAnother({ names }: TagColumns): boolean {
  const types = new Set(names.filter((name) => /^[BI]-/.test(name)).map((name) => name.slice(2)));
  return [...types].some((type) =>
    names.some((name) => name.endsWith(type) && name.slice(2) !== type),
  );
}

function hasNoneRight({ gold, predicted }: TagColumns): boolean {
  return gold.every((tag, at) => tag !== predicted[at]);
}

function hasEqualLengths({ ends }: TagColumns): boolean {
  const [first = 0] = ends;
  return ends.every((end, at) => end === first * (at + 1));
}
