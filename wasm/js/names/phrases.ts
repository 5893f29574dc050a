// SPDX-License-Identifier: Apache-2.0

/** Words that open and close letters in the 22 languages of the embedded model, in small letters. */

const split = (list: string): readonly string[] =>
  list
    .trim()
    .split(/\s*,\s*/)
    .map((each) => each.replace(/\s+/g, " "));

/** A name follows on the same line. */
export const greetings: ReadonlySet<string> = new Set(
  split(`
    dear, hi, hello, hey, hiya, good morning, good afternoon, good evening, thanks, thank you, cheers, morning,
    liebe, lieber, liebes, hallo, hi, moin, servus, guten morgen, guten tag, guten abend, grüezi, sehr geehrte,
    sehr geehrter, danke,
    cher, chère, bonjour, bonsoir, salut, coucou, merci,
    querido, querida, estimado, estimada, hola, buenos días, buenas tardes, buenas noches, buenas, gracias,
    caro, cara, prezado, prezada, estimado, querido, olá, oi, bom dia, boa tarde, boa noite, obrigado, obrigada, exmo, exma,
    beste, geachte, lieve, hallo, hoi, dag, goedemorgen, goedemiddag, goedenavond, bedankt,
    kære, hej, hejsa, godmorgen, goddag, tak, kjære, hei, heisann, god morgen, god dag, takk, käre, kära, hejsan, tjena,
    god kväll, tack, bäste, bästa,
    drogi, droga, cześć, hej, witaj, dzień dobry, dobry wieczór, szanowny, szanowna, dzięki, kochany, kochana,
    dragă, drag, draga, bună, salut, salutare, bună ziua, bună dimineața, bună seara, stimate, stimată, mulțumesc,
    kedves, szia, sziasztok, helló, hali, jó napot, jó reggelt, jó estét, tisztelt, köszönöm, drága,
    sevgili, merhaba, selam, sayın, günaydın, iyi günler, iyi akşamlar, teşekkürler, canım,
    halo, hai, yth, kepada yth, selamat pagi, selamat siang, selamat sore, selamat malam, terima kasih, dear,
    дорогой, дорогая, уважаемый, уважаемая, привет, здравствуйте, здравствуй, добрый день, доброе утро, добрый вечер,
    спасибо, құрметті, сәлем, сәлеметсіз бе, қайырлы күн, қайырлы таң, рақмет, қымбатты,
    प्रिय, नमस्ते, आदरणीय, माननीय, नमस्कार, हाय, हैलो, প্রিয়, শ্রদ্ধেয়, মাননীয়, হ্যালো, আসসালামু আলাইকুম, নমস্কার
  `),
);

/** A name follows, mostly on the next line. */
export const closings: ReadonlySet<string> = new Set(
  split(`
    best, regards, best regards, kind regards, warm regards, many thanks, thanks, thank you, sincerely, yours sincerely,
    yours faithfully, yours truly, cheers, all the best, best wishes, love, take care, respectfully, warmly, cordially,
    viele grüße, liebe grüße, beste grüße, mit freundlichen grüßen, freundliche grüße, freundlichen grüßen, herzliche grüße,
    mit besten grüßen, mit freundlichem gruß, schöne grüße, grüße, gruß, lg, mfg, vg, hochachtungsvoll, danke, bis bald,
    cordialement, bien cordialement, bien à vous, amicalement, sincères salutations, bises, bisous, merci, salutations,
    saludos, un saludo, saludos cordiales, atentamente, un abrazo, cordialmente, gracias, muchas gracias, besos, abrazos,
    atenciosamente, cumprimentos, com os melhores cumprimentos, melhores cumprimentos, abraço, abraços, um abraço, obrigado,
    obrigada, beijos, cordialmente, att,
    met vriendelijke groet, met vriendelijke groeten, vriendelijke groet, groet, groeten, groetjes, hartelijke groeten, mvg,
    alvast bedankt, liefs,
    venlig hilsen, med venlig hilsen, mvh, kærlig hilsen, hilsen, bedste hilsner, vennlig hilsen, med vennlig hilsen, hilsen,
    mange hilsner, beste hilsen, på forhånd tak, på forhånd takk,
    vänliga hälsningar, med vänliga hälsningar, med vänlig hälsning, vänligen, hälsningar, mvh, kram, tack på förhand,
    pozdrawiam, z poważaniem, pozdrowienia, serdecznie pozdrawiam, z wyrazami szacunku, ściskam, dziękuję,
    cu stimă, cu respect, cu drag, cu prietenie, numai bine, toate cele bune, o zi bună, vă mulțumesc, mulțumesc,
    üdvözlettel, tisztelettel, szívélyes üdvözlettel, baráti üdvözlettel, köszönettel, üdv, puszi, köszönöm,
    saygılarımla, saygılarımızla, sevgiler, sevgilerimle, selamlar, iyi çalışmalar, teşekkürler, iyi günler,
    hormat kami, hormat saya, salam, salam hangat, salam hormat, terima kasih,
    с уважением, с наилучшими пожеланиями, всего доброго, всего хорошего, искренне ваш, искренне ваша, целую, обнимаю,
    спасибо, заранее спасибо, құрметпен, ізгі тілекпен, сәлеммен, рақмет,
    धन्यवाद, सादर, भवदीय, आपका, आपकी, शुभकामनाओं सहित, ধন্যবাদান্তে, শুভেচ্ছান্তে, বিনীত, নিবেদক, ধন্যবাদ, ইতি, শুভেচ্ছা,
    ขอแสดงความนับถือ, ด้วยความเคารพ, ขอบคุณค่ะ, ขอบคุณครับ, ด้วยความนับถือ
  `),
);

/** What follows a greeting, or a title, and is nobody's name. */
export const addressed: ReadonlySet<string> = new Set(
  split(`
    sir, madam, team, all, everyone, everybody, folks, guys, there, customer, colleague, colleagues, hiring, manager, support,
    parents, friends, neighbours, neighbors, student, students, patient, guest, guests, member, members, doctor, mum, mom, dad,
    damen, herren, zusammen, alle, leute, kollegen, kolleginnen, kunde, kundin, eltern, team, mama, papa, oma, opa, doktor,
    gast, nachbarn, freunde, kundenservice, support,
    monsieur, madame, messieurs, mesdames, équipe, client, cliente, tous, toutes, collègue, collègues, maman, docteur,
    señor, señora, señores, cliente, equipo, todos, todas, amigo, amiga, amigos, compañeros, mamá, papá, doctor, doctora,
    senhor, senhora, senhores, colega, colegas, equipe, equipa, pessoal, gente, mãe, pai, doutor, doutora, amor,
    meneer, mevrouw, heer, klant, collega, collega's, allen, iedereen, ouders, buren, mama, dokter, team,
    alle, kunde, kollega, kolleger, venner, mor, far, læge, kollegor, vänner, mamma, pappa, allihopa, doktor, lege,
    panie, pani, państwo, panowie, klient, kliencie, zespół, wszyscy, wszystkim, mamo, tato, doktorze, kochanie,
    domnule, doamnă, doamna, domnul, client, echipă, tuturor, toți, colegi, mamă, tată, doctor, dragă,
    uram, hölgyem, ügyfelünk, kollégák, mindenki, mindenkinek, anya, apa, doktor, doktornő, úr, asszony,
    bey, hanım, efendim, müşterimiz, arkadaşlar, herkese, anne, baba, hocam, doktor, abi, abla, canım,
    bapak, ibu, bpk, kak, semua, teman, rekan, tim, pelanggan, dokter, mas, mbak, bu, pak, ayah, kakak, adik,
    коллеги, все, всем, друзья, клиент, команда, господа, мама, папа, доктор, дорогие, әріптестер, достар, ана, әке, бәріңізге,
    महोदय, महोदया, ग्राहक, सर, मैडम, मित्र, दोस्त, भाई, बहन, माँ, पापा, মহোদয়, স্যার, ম্যাডাম, ভাই, গ্রাহক, বন্ধু, মা, বাবা, সবাই
  `),
);

/** Words for persons that languages write with a capital out of politeness, and others that names stand beside. */
export const pronouns = split(`
  i, you, he, she, we, they, it, my, your, our, sie, ihr, ihnen, ihre, ihren, ihrem, ich, du, wir, er, es, mein, meine, je, tu, il,
  elle, nous, vous, ils, elles, yo, tú, él, ella, usted, ustedes, nosotros, eu, você, ele, ela, nós, vocês, ik, jij, u, wij, zij,
  jeg, han, hun, vi, de, hon, jag, ja, ty, on, ona, my, wy, oni, pan, pani, noi, voi, el, ea, dumneavoastră, én, te, ő, mi, ti, ön,
  ben, sen, o, biz, siz, aku, kamu, saya, anda, dia, kami, kita, kalian, gue, gw, lu, lo, я, ты, он, она, мы, вы, они, мен, сен, сіз,
  біз, олар, मैं, तुम, आप, वह, हम, यह, আমি, তুমি, আপনি, সে, আমরা, তুই
`);

/** Small words that stand inside names. */
export const particles: ReadonlySet<string> = new Set(
  split(`
    van, von, vom, zu, zur, der, den, de, del, della, da, do, dos, das, du, des, la, le, los, las, el, al, bin, binti, ibn, bint,
    ben, ten, ter, te, y, e, af, av, 't, san, st, mc, ul, abu, umm
  `),
);
