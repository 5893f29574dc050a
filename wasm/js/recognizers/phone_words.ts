// SPDX-License-Identifier: Apache-2.0

import { anyOf, lastOf, textAfter, textBefore, wordList } from "./context.js";

/** Words before a number that is called, in the model's 22 languages. */
const called = wordList(`
  tel, phone, telephone, mobile, cell, call, fax, whatsapp, sms, dial, hotline, text me, reach me, reach
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
  संपर्क, व्हाट्सएप, ফোন, মোবাইল, কল, যোগাযোগ, 📞, ☎, 📱
`);

/** Words before a number that is none to call. */
const other = wordList(`
  order, invoice, ticket, tracking, ref, reference, isbn, issn, ean, gtin, upc, sku, article, item,
  serial, version, account, customer, policy, contract, case, booking, parcel, shipment, vat, tax, iban,
  bic, id, ssn, sin, pin, code, imei, part, model, batch, lot, build, meter, license, licence, passport,
  #, no., №, bestell, auftrag, rechnung, kunden, artikel, sendung, vertrag, konto, zähler, vorgang,
  aktenzeichen, steuer, commande, facture, suivi, colis, dossier, compte, pedido, factura, seguimiento,
  envío, cuenta, encomenda, fatura, rastre, conta, nif, factuur, pakket, klant, bestelling, ordre,
  faktura, kunde, kund, sporings, pakke, zamówien, przesył, klient, rendelés, számla, csomag, comand,
  colet, dni, cpf, bsn, заказ, счёт, счет, накладн, трек, инн, снилс, договор, тапсырыс, шот, pesel, nip,
  sipariş, kargo, müşteri, pesanan, faktur, resi, pelanggan, nik, cnp, taj, adó, คำสั่งซื้อ, ใบแจ้งหนี้,
  พัสดุ, ลูกค้า, 订单, 发票, 快递, 单号, 編號, 编号, 账号, 身份证, 注文, 請求, 伝票, 追跡, 口座, 顧客, 商品, 주문, 송장, 운송장, 고객, 계좌, 상품,
  org, kid, cvr, kd, p.iva, abn, uen, огрн, окпо, кпп, бик, siret, siren, kvk, btw, ust, hrb, ocr,
  regon, krs, cui, awb, vkn, qq, barcode, iccid, eid, udi, pnr, rrn, auth, serie, szám,
  ahv, avs, svnr, sécu, nir, curp, rut, cuit, egn, tckn, kimlik, aadhaar, nhs, nino, hetu, rodné,
  personnummer, fødselsnummer, codice, nie, uid, ico, ičo,
  card, karte, carte, karta, kart, kort, kaart, tarjeta, cartão, kártya, carta, ordine, rekening, rachunk,
  карт, 卡号, 银行卡, 会員, カード, 카드, บัตร, कार्ड, কার্ড, bank, ऑर्डर, चालान, खाता, ग्राहक, आधार, অর্ডার, চালান,
  অ্যাকাউন্ট, গ্রাহক, পার্সেল
`);

const nearest = lastOf([
  ...called.map((word) => [word, "called"] as const),
  ...other.map((word) => [word, "other"] as const),
]);
const isCalled = anyOf(called);

/**
 * What words say of a number.
 *
 * - `label`: nothing but a word or two is between the nearest and the number ("Tel.:", "Telefon privat:");
 * - `called`: it is farther away, or behind the number;
 * - `again`: another number is between;
 * - `other`: the nearest says that it is the number of something else.
 */
export type Said = "label" | "called" | "again" | "other" | undefined;

export function saidOf(text: string, start: number, end: number): Said {
  const before = textBefore(text, start);
  const word = nearest(before);
  if (word === undefined) return isCalled(clauseAfter(text, end)) ? "called" : undefined;
  const between = before.slice(word.end).replace(/^\./, ""); // "Tel. 030 …"
  const hasNumber = /\p{Nd}/u.test(between);
  // "Order 12-345, 06 12 34 56 78": the word belongs to the first number. So it does where a number and a
  // label are between: "Fax: 06-1234-5678, member: 0012345678".
  if (word.owner === "other") return hasNumber ? undefined : "other";
  if (hasNumber)
    return /[:：]\s*$/.test(between) ? undefined : isListed(between) ? "called" : "again";
  return /[\n!?;]|[.,] /u.test(between) || between.length > 24 ? "called" : "label";
}

/** "612 345 678 or 698 765 432": nothing but "or" is between two numbers. */
function isListed(between: string): boolean {
  return /\p{Nd}\s?[),]?\s?(?:[/,;+&、]|or|and|oder|und|bzw\.|ou|et|o|y|e|of|en|og|eller|och|lub|i|vagy|és|sau|și|или|и|veya|ve|atau|dan|หรือ|และ|或|和|または|と|또는|या|বা)?\s?$/iu.test(
    between,
  );
}

/** The text behind a number as far as the same clause goes. */
function clauseAfter(text: string, end: number): string {
  return /^[^.;!?\n\p{Nd}。；]*/u.exec(textAfter(text, end))?.[0] ?? "";
}
