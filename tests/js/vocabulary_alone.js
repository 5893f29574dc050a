// SPDX-License-Identifier: Apache-2.0

const nothing = new Uint8Array();

/** What core.loadTokenizer() takes of a model that has a vocabulary and no other file of its tokenizer. */
export function vocabularyAlone(vocabulary, where = "vocabulary") {
  return { vocabulary, where, config: nothing, specialTokensMap: nothing, addedTokens: nothing };
}
