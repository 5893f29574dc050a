// SPDX-License-Identifier: Apache-2.0

/**
 * Words before or behind a person's name that say that it is one, in the 22 languages of the embedded model.
 * `inside` are those that its training data counts as a part of the name.
 */

const split = (list: string): readonly string[] => list.trim().split(/\s*,\s*/);

/** Before a name, by themselves no part of it. */
export const titlesBefore = split(`
  herr, herrn, frau, fr, hr, fräulein, familie, dr, prof, professor, professorin, doktor, med, dipl, ing, mag,
  monsieur, madame, mademoiselle, mme, mlle, docteur, maître, professeur,
  señor, señora, señorita, sr, sra, srta, don, doña, doctor, doctora, profesor, profesora, licenciado, licenciada, ing,
  senhor, senhora, srª, dona, dom, doutor, doutora, dra, professora,
  signor, signora, meneer, mevrouw, dhr, mevr, mw, dokter, drs, juffrouw,
  hr, fru, frk, frøken, herre, fröken, lege, overlege, doktor, lektor,
  pan, pani, pana, panu, panem, panią, państwo, państwa, mgr, inż, lek, hab,
  domnul, doamna, domnului, doamnei, dl, dna, domnișoara, domnule, doamnă,
  господин, госпожа, господина, госпожи, господину, госпоже, гражданин, гражданка, тов, доктор, профессор, врач,
  мырза, ханым, dr, bay, bayan, sayın, bapak, ibu, bpk, pak, bu, sdr, sdri, saudara, saudari, mas, mbak, kak,
  oma, opa, tante, onkel, onkels, mama, papa, grandma, grandpa, granny, nana, aunt, auntie, aunty, uncle, tío, tía, abuelo, abuela, tio, tia,
  avó, avô, tonton, tatie, mamie, papi, moster, faster, mormor, morfar, farmor, farfar, bestemor, bestefar, dziadek, babcia, ciocia,
  wujek, babci, cioci, wujka, mătușa, unchiul, bunica, bunicul, nea, tanti, тётя, тетя, дядя, бабушка, дедушка, деда, баба, апа, әпке,
  tante, om, paman, bibi, nenek, kakek, bang, kollege, kollegin, colleague, colega, collega, kollega, koleżanka, kolega, sensei,
  tuan, nyonya, nona, dra, drg, haji, hajjah, kh
`);

/** Before a name, and a part of it. */
export const titlesInside = split(`
  mr, mrs, ms, miss, mx, sir, lady, dame, lord, rev, hon, capt, sgt, lt, col,
  senhor, senhora, srª, sra, dona, seu, dom, doutor, doutora, domnul, doamna, domnului, doamnei, dl, dna, domnișoara, domnule, doamnă,
  श्री, श्रीमती, सुश्री, डॉ, डॉक्टर, प्रो, प्रोफेसर, पंडित, कुमारी, मोहम्मद, মো, মোঃ, মোছা, মোছাঃ, মোসাঃ, জনাব, জনাবা,
  মিসেস, মিস্টার, ডা, ডাঃ, ড, অধ্যাপক, শ্রী, শ্রীমতী
`);

/** Before a name, and in none of the languages another word. */
export const sureTitles = split(`
  mr, mrs, dr, prof, herr, herrn, frau, señor, señora, sra, srta, mme, mlle, monsieur, madame, meneer, mevrouw, dhr, mevr,
  senhor, senhora, domnul, doamna, господин, госпожа, fröken, frøken
`);

/** Behind a name, and a part of it. */
export const titlesInsideBehind = split(
  "bey, beye, beyin, beyi, beyle, hanım, hanıma, hanımın, hanımı, hanımla, efendi, efendiye",
);

/** Behind a name. */
export const titlesBehind = split(`
  hoca, hocam, abi, abla, amca, teyze, úr, úrnak, úrral, úrtól, urat, asszony, asszonynak, asszonnyal, kisasszony, néni, néninek, bácsi, bácsinak, doktor,
  साहब, सर, मैडम, সাহেব, আপা, স্যার, ম্যাডাম, ভাই, мырза, ханым, аға, апай, апа
`);

/** Words that often stand between a title and a name, as in "Frau Dr. med." */
export const titlesBetween = split(
  "dr, prof, med, dent, phil, ing, dipl, mag, h, c, sc, dra, lek, inż, hab",
);

/** All of them, and those that stand between. */
export const titles: readonly string[] = [
  ...titlesBefore,
  ...titlesInside,
  ...titlesInsideBehind,
  ...titlesBehind,
  ...titlesBetween,
];
