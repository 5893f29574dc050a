// SPDX-License-Identifier: Apache-2.0

import { argumentError } from "../base/checks.js";

/** Other names for types, so that label sets can be compared: `{ LOCATION: "LOC" }`. */
export type TypeMapping = Readonly<Record<string, string>>;

/**
 * The names under which T-NER joins the types of its data sets (unified_label2id.json of
 * github.com/asahi417/tner, 1b20458): a name, then the types that become it.
 */
const tnerGroups = [
  "location LOCATION LOC location Location",
  "organization ORGANIZATION ORG organization",
  "person PERSON PSN person PER",
  "date DATE DAT YEAR Year",
  "time TIME TIM Hours",
  "artifact ARTIFACT ART artifact",
  "percent PERCENT PNT",
  "other OTHER MISC",
  "money MONEY MNY Price",
  "group group NORP",
  "product product PRODUCT",
  "rating Rating RATING",
  "amenity Amenity",
  "restaurant Restaurant_Name",
  "dish Dish",
  "cuisine Cuisine",
  "actor ACTOR Actor",
  "title TITLE",
  "genre GENRE Genre",
  "director DIRECTOR Director",
  "song SONG",
  "plot PLOT Plot",
  "review REVIEW",
  "character CHARACTER",
  "ratings_average RATINGS_AVERAGE",
  "trailer TRAILER",
  "opinion Opinion",
  "award Award",
  "origin Origin",
  "soundtrack Soundtrack",
  "relationship Relationship",
  "character_name Character_Name",
  "quote Quote",
  "cardinal_number CARDINAL",
  "ordinal_number ORDINAL",
  "quantity QUANTITY",
  "law LAW",
  "geopolitical_area GPE",
  "work_of_art WORK_OF_ART creative-work creative_work",
  "facility FAC",
  "language LANGUAGE",
  "event EVENT",
  "dna DNA",
  "rna RNA",
  "chemical Chemical",
  "disease Disease",
];

/** The option `mapping`, as what a tag becomes. Throws an InvalidArgumentError. */
export function readMapping(given: unknown): (tag: string) => string {
  if (given === undefined) return (tag) => tag;
  const names = new Map(given === "tner" ? tnerNames() : ownNames(given));
  return (tag) => {
    const [, prefix = "", type = tag] = /^([BIESLUM]-)(.+)$/s.exec(tag) ?? [];
    return tag === "O" ? tag : `${prefix}${names.get(type) ?? type}`;
  };
}

function tnerNames(): [string, string][] {
  return tnerGroups.flatMap((group) => {
    const [name = "", ...types] = group.split(" ");
    return types.map((type): [string, string] => [type, name]);
  });
}

function ownNames(given: unknown): [string, string][] {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    throw argumentError("mapping", "'tner' or an object of types", given);
  }
  return Object.entries(given).map(([type, name]: [string, unknown]) => {
    if (typeof name === "string" && name !== "") return [type, name];
    throw argumentError(`mapping.${type}`, "a type", name);
  });
}
