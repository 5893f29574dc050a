// SPDX-License-Identifier: Apache-2.0

/**
 * The languages by words that stand in nearly every text, and the countries where they are spoken. A word may be
 * of several: what counts is which language has the most.
 */
const latin: readonly (readonly [countries: string, words: string])[] = [
  [
    "DK",
    "og er jeg ikke på til det hun han vi du med af fra " +
      "har hej kan tak mig dig lige så hvad ham hilsen venlig kære mvh",
  ],
  [
    "NO",
    "og er jeg ikke på til det hun han vi du med av fra " +
      "har hei kan takk meg deg så hva bare noe hilsen vennlig kjære mvh",
  ],
  [
    "SE FI",
    "och är jag inte på till det hon han vi du med av från " +
      "har hej kan tack mig dig så vad bara hälsningar vänliga mvh hälsning",
  ],
  [
    "DE AT CH",
    "der die und ist nicht ich das ein eine mit wir sie auf für " +
      "den dem von bitte hallo noch gruß grüße grüßen lg vg mfg guten dr",
  ],
  [
    "NL BE",
    "de het een en is niet ik van op je voor met dat zijn " +
      "aan maar nog naar hoi mijn ook wij groet groeten groetjes beste mvg",
  ],
  [
    "FR BE CH CA",
    "le la les et est pas je de un une vous pour dans " +
      "que au du des merci sur mon bonjour cordialement bonsoir salut cdlt",
  ],
  [
    "ES MX AR CO CL",
    "número el la los que de en por para con no es un una y " +
      "me se del lo su gracias hola mi al saludos atentamente buenas señor",
  ],
  [
    "PT BR",
    "número o os que de em por para com não é um uma e me se " +
      "do da na no obrigado obrigada olá ao seu atenciosamente cumprimentos att abraço oi",
  ],
  [
    "IT CH",
    "il di che non per è un una e mi si del della " +
      "con sono ciao grazie ho al gli le nel alla saluti cordiali buongiorno",
  ],
  [
    "PL",
    "numer nie się jest na do że to w z i a jak ale po " +
      "od dla za czy proszę cześć mam już tak tylko pozdrawiam pozdrawiamy dzień dobry",
  ],
  [
    "HU",
    "a az és nem hogy van meg egy ez is de csak már még " +
      "kérem ha szia ki el majd lesz vagy üdv üdvözlettel tisztelettel jó napot",
  ],
  [
    "RO",
    "și nu este la de în pe cu o un să că am " +
      "mai din pentru vă mulțumesc bună are și-a ca stimă salut domnule mersi",
  ],
  [
    "TR",
    "beni numara ve bir bu için da de ne var çok mi mı ben " +
      "sen daha gibi kadar ama merhaba değil olarak saygılarımla selam iyi sayın",
  ],
  [
    "ID",
    "nomor yang dan di ini itu tidak ke dari untuk saya dengan ada " +
      "bisa sudah kami aku ya terima kasih salam hormat halo pak",
  ],
  [
    "US GB CA AU IE NZ ZA IN",
    "the and is of to in a that it for you i on with my are " +
      "not this was be have at we please regards best cheers thanks hi hello dear",
  ],
  [
    "FI",
    "ja on ei se että hän minä ole oli kun mutta " +
      "niin tai olen voi sinä hei kiitos myös terveisin ystävällisin",
  ],
];

/** A letter that one of them has and few others. */
const letters: readonly (readonly [RegExp, string])[] = [
  [/[ąęłżźńś]/, "PL"],
  [/[őű]/, "HU"],
  [/[ășțţ]/, "RO"],
  [/[ğış]/, "TR"],
  [/[ãõ]/, "PT BR"],
  [/[ñ¿¡]/, "ES MX AR CO CL"],
  [/[æø]/, "DK NO"],
  [/ß/, "DE AT CH"],
];

/** Scripts that say enough. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{sc=Hangul}/u, "KR"],
  [/[\p{sc=Hiragana}\p{sc=Katakana}]/u, "JP"],
  [/\p{sc=Han}/u, "CN TW"],
  [/\p{sc=Thai}/u, "TH"],
  [/\p{sc=Bengali}/u, "BD IN"],
  [/\p{sc=Devanagari}/u, "IN"],
  [/[әғқңөұүһі]/u, "KZ"],
  [/\p{sc=Cyrillic}/u, "RU KZ"],
];

/** Words that few other languages have, and that a short message has: each counts for two. */
const greetings = new Set(
  (
    "hilsen venlig kære mvh vennlig hälsningar vänliga hälsning gruß grüße grüßen groet groeten groetjes cordialement bonjour bonsoir saludos atentamente hola " +
    "atenciosamente cumprimentos olá pozdrawiam pozdrawiamy proszę cześć üdv üdvözlettel tisztelettel szia stimă bună mulțumesc saygılarımla merhaba selam salam hormat terima " +
    "regards thanks hello saluti buongiorno terveisin ystävällisin hälsningar obrigado obrigada gracias merci dzień dobry"
  ).split(" "),
);

const byWord = new Map<string, string[]>();
for (const [countries, words] of latin) {
  for (const word of words.split(" ")) byWord.set(word, [...(byWord.get(word) ?? []), countries]);
}

const blockSize = 2048;

/**
 * In which countries the language around a place in the text is spoken, as far as common words tell; none where
 * they do not. The text is looked at in blocks, each at most once.
 */
export function countriesIn(text: string): (at: number) => readonly string[] {
  let last = -1;
  let countries: readonly string[] = [];
  return (at) => {
    const block = Math.floor(at / blockSize);
    if (block !== last) {
      last = block;
      countries = countriesOf(
        text.slice(Math.max(0, (block - 1) * blockSize), (block + 2) * blockSize),
      );
    }
    return countries;
  };
}

function countriesOf(part: string): readonly string[] {
  const lower = part.toLowerCase();
  const counts = new Map<string, number>();
  const count = (group: string, by: number) => counts.set(group, (counts.get(group) ?? 0) + by);
  for (const [word] of lower.matchAll(/[a-zà-ž]{2,}/g)) {
    for (const group of byWord.get(word) ?? []) count(group, greetings.has(word) ? 2 : 1);
  }
  for (const [letter, group] of letters) {
    if (letter.test(lower)) count(latin.find(([each]) => each === group)?.[0] ?? group, 2);
  }
  const most = Math.max(0, ...counts.values());
  const found = [...counts].filter(([, each]) => each >= 2 && each >= 0.6 * most);
  const written = scripts.find(([script]) => script.test(lower));
  return [...(written === undefined ? [] : [written[1]]), ...found.map(([group]) => group)].flatMap(
    (group) => group.split(" "),
  );
}
