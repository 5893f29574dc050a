// SPDX-License-Identifier: Apache-2.0

/** The texts that the cards of five published systems show, with the model's id where there is one. */
export interface SystemExample {
  readonly system: string;
  readonly model?: string;
  readonly text: string;
}

export const systemExamples: readonly SystemExample[] = [
  {
    system: "Dutch, CoNLL-2002",
    model: "FacebookAI/xlm-roberta-large-finetuned-conll02-dutch",
    text: "Mijn naam is Emma en ik woon in Londen.",
  },
  {
    system: "Japanese",
    model: "tsmatz/xlm-roberta-ner-japanese",
    text: "鈴木は4月の陽気の良い日に、鈴をつけて熊本県の阿蘇山に登った",
  },
  { system: "Hebrew, WikiANN", text: "דוד בן גוריון נאם בירושלים בפני חברי הכנסת." },
  {
    system: "Spark NLP, CoNLL-2003",
    text: "John Lenon was born in London and lived in Paris. My name is Sarah and I live in London",
  },
  {
    system: "T-NER, OntoNotes 5",
    model: "asahi417/tner-xlm-roberta-base-ontonotes5",
    text: "Jacob Collier is a Grammy awarded English artist from London",
  },
];
