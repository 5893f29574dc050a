// SPDX-License-Identifier: Apache-2.0
//
// The columns of a Spark NLP pipeline, a record a line: annotations that its own annotators go on with. Offsets
// are UTF-16 units, and ends inclusive, as there.
//
//     {"id": 7, "text": "Emma"}  →  {"id":7,"document":[…],"token":[…],"ner":[…],"entities":[…]}
//     {"id": 8, "text": null}    →  {"id":8,"document":null,"token":null,"ner":null,"entities":null}

import { jsonObject } from "./jsonl.js";
import { isFailed } from "./record.js";
import type { Member, Writer } from "./record.js";

const columns = ["document", "token", "ner", "entities"] as const;

export function sparknlpWriter(): Writer {
  return {
    write(outcome) {
      const { id, members = [] } = outcome.record;
      const others = members.filter(([name]) => ![...columns, "error"].includes(name));
      const shared: Member[] = [["id", id], ...others];
      if (!isFailed(outcome)) {
        const { annotations } = outcome;
        for (const name of columns) shared.push([name, JSON.stringify(annotations?.[name] ?? [])]);
      } else if (outcome.record.isNull === true) {
        for (const name of columns) shared.push([name, "null"]);
      } else {
        shared.push(["error", JSON.stringify(outcome.record.error)]);
      }
      return `${jsonObject(shared)}\n`;
    },
  };
}
