// SPDX-License-Identifier: Apache-2.0
// The sentence that projects of all environments but bundlers look at, and programs that do.

export const sentence = "My name is Sarah and I live in London.";

/** A statement of a module: `found` becomes "Sarah London", or the name and the message of an error. */
export const findStatement = `
  let found;
  try {
    const ner = await pipeline("ner");
    const options = { aggregation_strategy: "simple" };
    const records = await ner("${sentence}", options);
    await ner.dispose();
    found = records.map(({ word }) => word).join(" ");
  } catch ({ name, message }) {
    found = name + ": " + message;
  }`;

export const right = /^Sarah London$/;
