// SPDX-License-Identifier: Apache-2.0

import { joins, unitAt } from "./characters.js";
import { anyOf, lastOf, textAfter, textBefore, wordList } from "./context.js";
import { idRules } from "./id_rules.js";

/** Words before a number that is called, in the model's 22 languages. */
const called = wordList(`
  tel, fon, cel, puh, phone, telephone, mobile, cell, call, fax, whatsapp, sms, dial, hotline, text me, reach me, reach
  us, ring me, contact, ph, viber, mob, signal, telegram, telefon, handy, mobil, ruf, anruf, rückruf,
  angerufen, durchwahl, erreich, tél, télé, téléphone, portable, appel, joindre, joignable,
  teléf, telef, tfno, móvil, movil, celular, celu, llam, llám, telefone, telemóvel,
  telemovel, ligue, ligar, liga, zap, telefoon, mobiel, bel, bellen, gsm, tlf, ring,
  mobilnummer, nås, kom, komór, dzwo, zadzwo, hív, hívj, hívd, hívh, hívás, hívni, telefonszám, suna,
  sună, sunați, apel, тел, телефон, моб, звон, позвон, сотов, набер, қоңырау, ұялы, хабарлас, cep, ara,
  arayın, arayabil, numaram, telepon, telp, hp, wa, hubungi, ponsel, โทร, เบอร์, มือถือ, ติดต่อ, 电话, 手机,
  電話, 手機, 联系, 聯絡, 致电, 拨打, 热线, 微信, 打给, 携帯, 連絡先, ファックス, 전화, 휴대폰, 연락, 핸드폰, 팩스, फोन, फ़ोन, मोबाइल, कॉल,
  natel, fone, fono, tfn, app naar, melden, meld u, erreichbar, festnetz, fijo, fixe, joignez, cellulare,
  chiama, fisso, puhelin, soita, faks, факс, my number, phone number, meine nummer, mon numéro, mi número,
  meu número, mijn nummer, mit nummer, mitt nummer, mój numer, numer telefonu, numărul meu, мой номер,
  номер телефона, nomor saya, 传真, 我的号码, 電話番号, แฟกซ์, फैक्स, ফ্যাক্স, contacto, contato,
  संपर्क, व्हाट्सएप, ফোন, মোবাইল, কল, যোগাযোগ, 📞, ☎, 📱, 📲, 🤙, ✆, ☏, 🕿,
  telem, rufnummer, 市話, 聯絡電話, 座机, 固话, 固話, मो., मोबा, মোবা
`);

/**
 * Words that hint at a number to call: those for a number of any kind, and for what one does with it. They are
 * enough where it is written as such numbers are in the text's country.
 */
const hints = wordList(`
  number, numbers, nummer, nummeret, numret, numero, número, numéro, numer, numeru, numerze, numărul, număr,
  numar, numarul, száma, számom, számod, számát, számon, номер, номеру, номера, номері, нөмір, нөмірі, numara,
  numaram, numarası, numaramız, nomor, nomornya, nomer, nomernya, num, nr, nr., nº, नंबर, नम्बर, নম্বর, নাম্বার,
  号码, 號碼, 號, 号, 番号, 번호, reachable, landline, voicemail, pager, switchboard, direct line, text him, text her,
  txt, txt me, buzz me, hit me up, imessage, facetime, skype, ruft, anzurufen, melde dich, meldet euch,
  zentrale, notruf, smsen, rappel, numéro de portable, marcar, marque, localiza, avise, avísame, avisar,
  avíseme, bizum, wasap, whatsap, guasap, centralita, línea directa, contate, anota, anote, chama no, me chama,
  recado, opgeroepen, bereik, te bereiken, belt, gebeld, terugbel, doorkies, appen, appje, træffes, kontakt,
  sms'e, tlfnr, nås på, nås lettest, treffes, høres, direktenummer, sentralbord, vipps, swish, nå mig,
  nås enklast, växel, slå en signal, hör av dig, telnr, oddzwoń, smsa, stacjonarny, blik na, dodzwo, elér,
  csörög, írj, írjon, üzen, kapcsolat, vonalas, scrie-mi, persoană de contact, перезвон, дозвон, связ, пиши,
  ватсап, вотсап, вацап, сотка, трубк, раб. тел, дом. тел, звандаңыз, шалыңыз, байланыс, қалта телефон, ulaş,
  iletişim, sabit hat, gsm no, beni ara, dihubungi, menghubungi, kontak, nelpon, wa aja, wa ya, no hp, no. hp,
  nope, hape, chat aja, โทรศัพท์, โทรหา, โทรมา, สายด่วน, 打电话, 打電話, 来电, 來電, 致電, 分机, 手机号, 回电, 加微信, 发短信, 撥打, 携帯番号,
  お電話, ご連絡, 連絡, 内線, 直通, ケータイ, 문자, 연락처, 전화번호, 통화, 폰번호, 휴대전화, 유선, 문의, 카톡, फोन नंबर, व्हाट्सऐप, वॉट्सऐप, दूरभाष,
  मैसेज, ফোন নম্বর, হোয়াটসঅ্যাপ, হোয়াটস, মেসেজ, বিকাশ, নগদ
`);

/** Words before a number that is none to call. */
const other = wordList(`
  order, invoice, ticket, tracking, ref, reference, isbn, issn, ean, gtin, upc, sku, article, item, serial,
  version, account, customer, policy, contract, case, booking, parcel, shipment, vat, tax, iban, bic, id, ssn,
  sin, pin, code, imei, part, model, batch, lot, build, meter, license, licence, passport, #, no., №, bestell,
  auftrag, rechnung, artikel, sendung, vertrag, konto, zähler, vorgang, steuer, commande, facture, suivi, colis,
  dossier, compte, pedido, factura, seguimiento, envío, cuenta, encomenda, fatura, rastre, conta, nif, factuur,
  klant, ordre, kund, sporings, pakke, zamówien, przesył, klient, rendelés, csomag, comand, comen, cnpj, flurst, colet, dni, cpf,
  bsn, заказ, счёт, счет, накладн, трек, инн, снилс, договор, тапсырыс, шот, pesel, nip, sipariş, kargo,
  müşteri, pesanan, faktur, resi, pelanggan, nik, cnp, taj, adó, คำสั่งซื้อ, ใบแจ้งหนี้, พัสดุ, ลูกค้า, 订单, 发票,
  快递, 单号, 編號, 编号, 账号, 身份证, 注文, 請求, 伝票, 追跡, 口座, 顧客, 商品, 주문, 송장, 운송장, 고객, 계좌, 상품, org, kid, cvr, kd, p.iva, abn,
  uen, огрн, окпо, кпп, бик, siret, siren, kvk, btw, ust, hrb, ocr, regon, krs, cui, awb, vkn, qq, barcode,
  iccid, eid, udi, pnr, rrn, auth, serie, szám, ahv, avs, svnr, sécu, nir, curp, rut, cuit, egn, tckn, kimlik,
  aadhaar, nhs, nino, hetu, rodné, personnummer, fødselsnummer, codice, nie, uid, ico, ičo, card, carte, kart,
  kort, kaart, tarjeta, cartão, kártya, carta, ordine, rekening, rachunk, карт, 卡号, 银行卡, 会員, カード, 카드, บัตร,
  कार्ड, কার্ড, bank, ऑर्डर, चालान, खाता, ग्राहक, आधार, অর্ডার, চালান, অ্যাকাউন্ট, গ্রাহক, পার্সেল, cuil, rfc,
  주민등록, 주민번호, 사업자, 등록번호, 접수, 예약번호, 학번, 사번, 회원, 병록, 보험, 지번, 계약, 문서, member, claim, file, docket, matter, patient,
  chart, mrn, record, badge, staff, employee, student, receipt, quote, rma, asset, device, mileage, odometer,
  population, zip, postcode, postal, mitglied, versicherung, police, akte, az, beleg, buchung, matrikel, geräte,
  inventar, plz, kassenzeichen, mandat, adhérent, sociétaire, contrat, sinistre, réf, réservation, matricule,
  expédient, expediente, póliza, poliza, siniestro, socio, reserva, historia, albarán, recibo, apólice,
  processo, sócio, utente, protocolo, matrícula, cep, código, inscrição, registo, registro, boleto, polis,
  lidmaatschap, lidnummer, reservering, boeking, kenmerk, patiëntnummer, sag, sags, journal, medlem, skade, sak,
  saks, ärende, kvitto, kvittering, försäkring, bokning, spraw, nr ref, umow, szkod, członk, legitymac, rejestr,
  księg, ügyfél, ügyszám, kötvény, szerződés, törzsszám, tagság, foglalás, azonosító, hrsz, iktató, dosar,
  poliță, abonat, cerere, rezervare, factură, registru, matricol, заявк, обращени, полис, абонент, лицевой, л/с,
  бронь, дело, дела, квитанц, артикул, серия, серийн, паспорт, реестр, бин, бсн, өтініш, келісім, шарт,
  жеке шот, iş emri, poliçe, dosya, sözleşme, abone, başvuru, üye, hasar, tesisat, protokol, rezervasyon,
  seri no, sicil, kayıt, tiket, keluhan, anggota, rekam medis, kontrak, rm, bpjs, klaim, no. resi, เลขที่,
  กรมธรรม์, สมาชิก, ใบเสร็จ, เลขคดี, สัญญา, hn, เลขพัสดุ, ใบจอง, บัญชี, 保单, 保單, 合同, 工单, 病历, 病歷, 会员号, 流水号, 學號,
  学号, 案號, 案件, 订票, 車票, 型号, 受付番号, 受付, 会員番号, 契約, 証券, 診察券, 予約, 整理番号, 管理番号, 製造番号, 問い合わせ番号, お問い合わせ番号, 品番, 型番, पॉलिसी,
  पालिसी, टिकट, शिकायत, रसीद, सदस्य, बिल, केस, बुकिंग, पंजीकरण, পলিসি, টিকিট, অভিযোগ, রসিদ, সদস্য, বিল, বুকিং,
  রেজিস্ট্রেশন
`);

const nearest = lastOf([
  ...called.map((word) => [word, "called"] as const),
  ...hints.map((word) => [word, "hint"] as const),
  ...other.map((word) => [word, "other"] as const),
  ...idRules.flatMap(({ words }) => words.map((word) => [word, "other"] as const)),
]);
const isCalled = anyOf(called);

/**
 * What words say of a number.
 *
 * - `label`: nothing but a word or two is between the nearest and the number ("Tel.:", "Telefon privat:");
 * - `called`: it is farther away, or behind the number;
 * - `hint`: a word says that it is a number, but not of what ("his number is"), or "write to";
 * - `again`: another number is between;
 * - `other`: the nearest says that it is the number of something else;
 * - `other far`: that is in another sentence, or other words are between.
 */
export type Said = "label" | "called" | "hint" | "again" | "other" | "other far" | undefined;

export function saidOf(text: string, start: number, end: number): Said {
  const before = textBefore(text, start);
  const word = nearest(before);
  if (isCompound(before) && !isCalled(lastWord(before))) return "other";
  if (isLetter(before)) return "hint";
  if (word === undefined) return isCalled(clauseAfter(text, end)) ? "called" : undefined;
  const between = before.slice(word.end).replace(/^\./, ""); // "Tel. 030 …"
  const hasNumber = /\p{Nd}/u.test(between);
  const isFar = /[\n!?;。！？]|[.,] /u.test(between) || between.length > 24;
  // "Order 12-345, 06 12 34 56 78": the word belongs to the first number. So it does where a number and a
  // label are between: "Fax: 06-1234-5678, member: 0012345678".
  if (word.owner === "other") {
    return hasNumber ? undefined : !isFar && isTied.test(between) ? "other" : "other far";
  }
  if (word.owner === "hint") {
    if (hasNumber) return undefined;
    const owner = ownerOf(before.slice(0, word.start));
    if (owner === "other") return "other";
    return owner === "called" || isCalled(clauseAfter(text, end)) ? "called" : "hint";
  }
  if (hasNumber)
    return /[:：]\s*$/.test(between) ? undefined : isListed(between) ? "called" : "again";
  return isFar ? "called" : "label";
}

/** What ties a word to its number: its ending, signs, "number", "is". Not a name: "Patient: Anna Berg 0171 …". */
const isTied =
  /^[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Deva}\p{sc=Beng}]{0,12}(?:[\s.:：#№=/()-]|n[or]\.?|nº|n\.º|num\p{L}*|nummer\p{L}*|number|numer\p{L}*|numér\p{L}*|szám\p{L}*|номер\p{L}*|нөмір\p{L}*|nomor\p{L}*|numara\p{L}*|id|code|is|was|er|är|ist|lautet|es|é|e|est|este|to|jest|of|på|von|de|do|da|la|的|番号|번호|号码|號碼|号|號|は|가|는|은|이|是|为|為|คือ|है|संख्या|नंबर|নম্বর)*$/iu;

/** Whose number it is that follows: "order number 123", "Tel.-Nr. 030 …". */
function ownerOf(before: string): "called" | "hint" | "other" | undefined {
  const word = nearest(before);
  if (word === undefined) return undefined;
  const isNext = /^\p{L}*[\s.:'’-]{0,2}(?:\p{L}{1,3}\s)?$/u.test(before.slice(word.end));
  return isNext ? word.owner : undefined;
}

/** "T: 030 …", "M. 0171 …", as signatures have them. */
function isLetter(before: string): boolean {
  const end = before.length - (before.endsWith(" ") ? 1 : 0);
  if (!":.".includes(before.charAt(end - 1)) || end < 2) return false;
  return "tmpfTMPFТМтм".includes(before.charAt(end - 2)) && !joins(unitAt(before, end - 3));
}

/** "Sagsnummer: ", "journalnr. ": the number of what stands before in the same word. */
const compound = /[^\s\d.,:=]{2}(?:nummer|nr|number|szám|száma)\.?[\s:=]*(?:er|är|is|ist)?[\s:]*$/i;

/** The expression is asked last: most texts do without it. */
function isCompound(before: string): boolean {
  return (
    ["nr", "mmer", "mber", "zám"].some((part) => before.includes(part)) && compound.test(before)
  );
}

function lastWord(before: string): string {
  return /(?:^|[^\p{L}])([\p{L}.-]+)\.?[\s:=]*(?:er|är|is|ist)?[\s:]*$/iu.exec(before)?.[1] ?? "";
}

/** "612 345 678 or 698 765 432": nothing but "or" is between two numbers. */
function isListed(between: string): boolean {
  return /\p{Nd}\s?[),]?\s?(?:[/,;+&、]|or|and|oder|und|bzw\.|ou|et|o|y|e|of|en|og|eller|och|lub|i|vagy|és|sau|și|или|и|veya|ve|atau|dan|หรือ|และ|或|和|または|と|또는|या|বা)?\s?$/iu.test(
    between,
  );
}

/** The text behind a number as far as the same clause goes. */
function clauseAfter(text: string, end: number): string {
  const [clause, next] =
    /^([^.;!?\n\p{Nd}。；]*)(\p{Nd})?/u.exec(textAfter(text, end))?.slice(1) ?? [];
  // "55-20183, telephone 061 …": the word is of the next number, unless a bracket ends behind it.
  const own = next === undefined ? clause : /^.*\)/u.exec(clause ?? "")?.[0];
  return own ?? "";
}
