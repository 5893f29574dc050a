// SPDX-License-Identifier: Apache-2.0
//
// Label Studio's tasks as one JSON list, with what was found as predictions, which people correct there. Its
// offsets are UTF-16 units. It is for the labelling configuration of its NER template:
//
//     <View>
//       <Labels name="label" toName="text"><Label value="PER"/>…</Labels>
//       <Text name="text" value="$text"/>
//     </View>

import { jsonObject } from "./jsonl.js";
import { distinct, isFailed, labelOf } from "./record.js";
import type { Member, Outcome, Tagged, Writer } from "./record.js";

export function labelStudioWriter(): Writer {
  let before = "";
  return {
    head: "[\n",
    write(outcome) {
      const task = `${before}${taskOf(outcome)}`;
      before = ",\n";
      return task;
    },
    tail: "\n]\n",
  };
}

function taskOf(outcome: Outcome): string {
  const { id, text = "", members = [] } = outcome.record;
  // Its own ids are numbers of its database, so that ours is data.
  const others = members.filter(([name]) => !["id", "text", "error"].includes(name));
  const data: Member[] = [["id", id], ["text", JSON.stringify(text)], ...others];
  if (isFailed(outcome)) data.push(["error", JSON.stringify(outcome.record.error)]);
  const predictions = isFailed(outcome) ? [] : [predictionOf(outcome)];
  return jsonObject([
    ["data", jsonObject(data)],
    ["predictions", JSON.stringify(predictions)],
  ]);
}

function predictionOf(tagged: Tagged): object {
  const { record } = tagged;
  const entities = distinct(tagged.entities);
  return {
    model_version: "xlmr-ner",
    // The least: what a person should look at first.
    score: entities.reduce((least, { score }) => Math.min(least, score), 1),
    result: entities.map((entity, i) => ({
      id: `e${i + 1}`,
      from_name: "label",
      to_name: "text",
      type: "labels",
      score: entity.score,
      value: {
        start: entity.start,
        end: entity.end,
        text: record.text.slice(entity.start, entity.end),
        labels: [labelOf(entity)],
      },
    })),
  };
}
