// SPDX-License-Identifier: Apache-2.0

import { lastOf, wordList } from "./context.js";

/** Words for what somebody types to get in, in the model's languages. */
const password = wordList(`
  password, pass word, pass phrase, passphrase, passcode, passwd, pwd, pw, psw, psswd, pswd, kennwort, passwort,
  zugangsdaten, mot de passe, mdp, contraseña, contrasena, clave, senha, palavra-passe, palavra passe, wachtwoord,
  ww, adgangskode, kodeord, passord, lösenord, lösen, lösenordet, hasł, haslo, hasła, jelsz, parol, пароль, парол,
  құпия сөз, құпиясөз, құпия, şifre, sifre, kata sandi, katasandi, sandi, salasana, รหัสผ่าน, พาสเวิร์ด, พาส, 密码, 密碼, 口令,
  パスワード, パス, 合言葉, 合い言葉, 비밀번호, 비번, 패스워드, 암호, पासवर्ड, कूटशब्द, পাসওয়ার্ড, পাসওয়ার্ড, access code, access key,
  passkey, zugangscode, código de acceso, código de acesso, toegangscode, kod dostępu, belépési kód,
  cod de acces, код доступа, erişim kodu, kode akses, รหัสเข้า, アクセスコード, wifi key, wlan-schlüssel, wlan schlüssel,
  netzwerkschlüssel, clé wifi, clé wi-fi, clave wifi, chave, sleutelwoord, 🔑, 🔐,
  pass:, pass :, pass=, pass is, pass é, pass er, pass är, pass ist, pass to, pass jest, ключ:, ключ от
`);

/** Words for a number that opens something: what follows may be digits alone. */
const pin = wordList(`
  pin, pins, pincode, pin-code, pin code, pinkod, pin-kod, pin kod, pinkode, pin-kode, pinnummer, pinnr, puk, cvv, cvc, otp,
  tan, пин, пин-код, пинкод, pin-код, geheimzahl, türcode, door code, gate code, alarm code, alarmcode, alarmkod,
  dørkode, portkod, dörrkod, kod do drzwi, kod do domofonu, kod do bramy, kod do alarmu, code de la porte, digicode,
  code de porte, code pin, código pin, código de la puerta, código de la alarma, código do portão, código da porta,
  deurcode, kapukód, riasztókód, cod interfon, codul de la interfon, код домофона, код от домофона, код двери,
  код от двери, код подъезда, код сигнализации, код подтверждения, домофон, kapı kodu, kapı şifresi, kode pintu,
  verification code, security code, bestätigungscode, sicherheitscode, 暗証番号, 暗証, 인증번호, 현관 비번, 验证码, 驗證碼, 認証コード,
  ปิน, पिन, পিন, पिन कोड, পিন কোড
`);

/** Words for a code or a network of any kind: what follows has letters and digits. */
const code = wordList(`
  code, kode, koden, kod, kodu, kodun, kód, kódja, código, cod, codul, код, รหัส, コード, 코드, कोड, কোড, wifi, wi-fi, wlan,
  вайфай, вай-фай, 와이파이, ไวไฟ, netul, nätet, nettet
`);

/** Words that begin as these do and are none. */
const none = wordList(`
  passport, passeport, passage, passag, passenger, passiv, passion, passat, passau, passt, passer, passé, passad, password reset,
  clavel, parole, parolin, keynote, postcode, postkod, postleitzahl, code postal, código postal, cod poștal, kode pos,
  kod pocztowy, zip code, area code, promo code, discount code, coupon code, gutscheincode, code promo, kod rabatowy,
  código promocional, cupón, error code, fehlercode, source code, qr code, qr-code, barcode, booking code, kode booking,
  kode pesanan, buchungscode, kode promo, pin code area, pinterest
`);

/** "PIN code", "пин-код", "door code": what stands before "code" where that is of a lock. */
export const isOfLock =
  /(?:pin|пин|door|gate|alarm\p{L}*|lock|security|verification|safe|entry|haustür|tür|drzwi|двер\p{L}*|kapı)[-\s]*$/iu;

export type SecretName = "password" | "pin" | "code" | "none";

const words: (readonly [string, SecretName])[] = [
  ...none.map((word) => [word, "none"] as const),
  ...pin.map((word) => [word, "pin"] as const),
  ...password.map((word) => [word, "password"] as const),
  ...code.map((word) => [word, "code"] as const),
];

/** The nearest word before a value that says what it is; of two that begin there the longer. */
export const nearestName = lastOf(words.sort(([a], [b]) => b.length - a.length));

/** "is", as it stands before a value. */
const is =
  "is|was|ist|lautet|war|est|es|era|é|er|är|var|jest|to|to dalej|brzmi|az|este|e|это|был|болды|bu|idi|adalah|itu|yaitu|คือ|เป็น|是|为|為|は|が|는|은|:|है|হলো|হল|এখন|now|still|currently|jetzt|immer noch|nu|nog steeds|teraz|dalej|nadal|most|acum|сейчас|теперь|по-прежнему|şu an|şimdi|sekarang|ahora|agora|maintenant|toujours|lige nu|fortfarande|fortsatt|ยังเป็น|ตอนนี้|现在|現在|今|지금|अभी|set to|changed to|resets? to";
const opening = "[\\s,\"'`´„“”«»‘’「『(:：=*>→–-]";

/** Words directly before a PIN: those, and its own. */
export const wordsBeforePin: ReadonlySet<string> = new Set([
  ...is.split("|").map((word) => word.slice(word.lastIndexOf(" ") + 1)),
  ...pin.map((word) => word.slice(word.search(/[^ -]*$/))),
]);

/** What stands between a word and its own value: its ending, "is", a colon, a quotation mark. */
export const isDirect = new RegExp(
  `^[\\p{L}\\p{M}]{0,6}${opening}*(?:(?:${is})${opening}+)*(?:(?:は|が|는|은|是|为|為|คือ|เป็น))?${opening}*$`,
  "iu",
);

/** "is" or a colon directly before a value, whatever is before that. */
export const endsWithIs = new RegExp(
  `(?:[:：=]|(?:^|[\\s,])(?:${is})|は|が|是|为|為|คือ|เป็น)${opening}*$`,
  "iu",
);

/** Words before what is no secret itself: a user's name, what a password is for. */
export const isNamed =
  /(?:(?<!\p{L})(?:user|username|user name|login|log-in|account|id|nutzer|benutzer\p{L}*|nutzername|konto|usuario|usuária|usuário|utilizador|utilisateur|identifiant|compte|gebruiker\p{L}*|bruger\p{L}*|bruker\p{L}*|användar\p{L}*|użytkownik\p{L}*|loginem|felhasznál\p{L}*|utilizator\p{L}*|логин|пользовател\p{L}*|учётк\p{L}*|kullanıcı\p{L}*|pengguna|akun|for|für|para|pour|per|voor|til|till|for|dla|do|на|для|от|için|untuk|von|de|on|in|auf|at|version|ticket|nr|no)|用户名|用戶|账号|帳號|ユーザー名|アカウント|아이디|계정|यूज़र|ইউজার|ผู้ใช้)[\s:："'„“«=]*$/iu;
