// SPDX-License-Identifier: Apache-2.0

/** What stands before a colon where a form asks for a person, in the 22 languages of the embedded model. */
const names = `
  name, full name, first name, last name, surname, given name, family name, middle name, patient, patient name,
  customer, customer name, client, contact, contact person, contact name, applicant, employee, guardian, parent,
  cardholder, account holder, passenger, guest, tenant, landlord, insured, policyholder, recipient, sender, attending,
  doctor, physician, gp, emergency contact, next of kin, student, teacher, author, signed, signature, from, to, attn,
  name, vorname, nachname, familienname, vor- und nachname, name und vorname, geburtsname, patientin, kunde, kundin,
  ansprechpartner, ansprechpartnerin, kontoinhaber, kontoinhaberin, versicherungsnehmer, versicherte, versicherter,
  antragsteller, antragstellerin, mieter, mieterin, vermieter, empfänger, absender, hausarzt, hausärztin,
  behandelnder arzt, behandelnde ärztin, unterschrift, schüler, schülerin, sachbearbeiter, sachbearbeiterin,
  nom, prénom, nom et prénom, nom de famille, nom de naissance, patiente, cliente, titulaire, assuré, assurée,
  demandeur, locataire, destinataire, expéditeur, médecin, médecin traitant, élève, signataire, contact d'urgence,
  nombre, apellido, apellidos, nombre y apellidos, nombre completo, paciente, titular, solicitante, asegurado,
  asegurada, destinatario, remitente, médico, médica, alumno, alumna, firma, persona de contacto, inquilino,
  nome, nome completo, sobrenome, apelido, utente, solicitante, segurado, segurada, destinatário, remetente, aluno,
  aluna, assinatura, inquilino, contato, contacto, responsável, encarregado de educação, mãe, pai, filiação,
  naam, voornaam, achternaam, volledige naam, patiënt, klant, contactpersoon, rekeninghouder, verzekerde, aanvrager,
  huurder, verhuurder, ontvanger, afzender, huisarts, leerling, handtekening,
  navn, fornavn, efternavn, etternavn, fulde navn, fullt navn, kunde, kontaktperson, kontohaver, kontoinnehaver, lejer,
  leietaker, modtager, mottaker, avsender, afsender, læge, lege, fastlege, elev, underskrift, pårørende, søker, ansøger,
  namn, förnamn, efternamn, fullständigt namn, kund, patient, kontaktperson, hyresgäst, mottagare, avsändare, läkare,
  vårdnadshavare, sökande, underskrift, anhörig, elev,
  imię, nazwisko, imię i nazwisko, pacjent, pacjentka, klient, klientka, osoba kontaktowa, wnioskodawca, najemca, odbiorca,
  nadawca, lekarz, lekarz prowadzący, uczeń, podpis, ubezpieczony, ubezpieczona, właściciel konta, posiadacz rachunku,
  nume, prenume, nume și prenume, nume complet, pacient, pacientă, client, persoană de contact, solicitant, chiriaș,
  destinatar, expeditor, medic, medic curant, elev, semnătura, asigurat, titular cont, reprezentant,
  név, neve, teljes név, vezetéknév, keresztnév, születési név, anyja neve, páciens, beteg, beteg neve, ügyfél, kapcsolattartó,
  igénylő, bérlő, címzett, feladó, orvos, kezelőorvos, háziorvos, tanuló, aláírás, számlatulajdonos, biztosított, gondviselő,
  ad, adı, soyad, soyadı, ad soyad, adı soyadı, isim, hasta, hasta adı, müşteri, yetkili, başvuran, kiracı, alıcı, gönderen,
  doktor, öğrenci, veli, imza, sigortalı, hesap sahibi, anne adı, baba adı, irtibat kişisi,
  nama, nama lengkap, nama depan, nama belakang, pasien, nama pasien, pelanggan, pemohon, penyewa, penerima, pengirim, dokter,
  siswa, nama siswa, orang tua, wali, tanda tangan, pemilik rekening, penanggung jawab, nama ibu, nama ayah, kontak darurat,
  имя, фамилия, отчество, фио, ф.и.о., имя и фамилия, пациент, пациентка, клиент, контактное лицо, заявитель, арендатор,
  получатель, отправитель, врач, лечащий врач, ученик, подпись, страхователь, застрахованный, владелец счёта, владелец счета,
  мать, отец, аты, тегі, аты-жөні, әкесінің аты, науқас, өтініш беруші, дәрігер, оқушы, қабылдаушы, жіберуші, байланыс тұлғасы,
  नाम, पूरा नाम, उपनाम, रोगी, मरीज, मरीज का नाम, रोगी का नाम, ग्राहक, आवेदक, आवेदक का नाम, पिता, पिता का नाम, माता, माता का नाम,
  डॉक्टर, चिकित्सक, छात्र, हस्ताक्षर, प्राप्तकर्ता, किरायेदार, संपर्क व्यक्ति, খাতাধারক, নাম, পূর্ণ নাম, রোগী, রোগীর নাম, গ্রাহক,
  আবেদনকারী, আবেদনকারীর নাম, পিতা, পিতার নাম, মাতা, মাতার নাম, চিকিৎসক, ডাক্তার, ছাত্র, স্বাক্ষর, প্রাপক, প্রেরক, ভাড়াটিয়া,
  ชื่อ, ชื่อ-สกุล, ชื่อ-นามสกุล, ชื่อสกุล, นามสกุล, ผู้ป่วย, ชื่อผู้ป่วย, ลูกค้า, ผู้สมัคร, ผู้ติดต่อ, ผู้เช่า, ผู้รับ, ผู้ส่ง, แพทย์,
  แพทย์ผู้รักษา, นักเรียน, ลงชื่อ, ลายเซ็น, ผู้ปกครอง, ชื่อบัญชี, ผู้เอาประกัน,
  氏名, 名前, お名前, 姓, 名, 患者, 患者名, 患者氏名, 顧客名, お客様名, 担当, 担当者, 担当医, 主治医, 保護者, 保護者名, 保護者氏名, 児童名, 生徒名,
  申請者, 申込者, 契約者, 受取人, 差出人, 宛名, 署名, 口座名義, 緊急連絡先, 代表者,
  姓名, 名字, 患者姓名, 客户, 客户姓名, 联系人, 申请人, 收件人, 寄件人, 医生, 主治医师, 主治医生, 学生, 学生姓名, 家长, 签名, 开户人, 户名, 紧急联系人,
  家长姓名, 家長姓名, 客戶, 客戶姓名, 聯絡人, 申請人, 收件人姓名, 醫生, 主治醫師, 學生, 學生姓名, 家長, 簽名, 戶名, 緊急聯絡人, 上司, 氏, フリガナ, ふりがな,
  租客, 房东, 投保人, 被保险人, 负责人, 经办人,
  이름, 성명, 성함, 환자, 환자명, 환자 성명, 고객명, 담당자, 담당의, 주치의, 신청인, 신청자, 수신, 수신인, 발신인, 받는 사람, 보내는 사람, 보호자,
  학생, 학생 이름, 서명, 예금주, 세입자, 임차인, 임대인, 비상 연락처, 연락 담당자
`;

/** What stands before a colon elsewhere. */
const others = `
  address, phone, telephone, mobile, email, e-mail, date of birth, dob, birthday, date, place, city, street, town, postcode, zip,
  country, subject, amount, order, invoice, number, reference, ref, department, company, school, position, job, occupation, gender,
  age, diagnosis, treatment, insurance, account, bank, status, comments, remarks, notes, message, reason, class, room, relationship,
  iban, bic, swift, pesel, nip, regon, nik, npwp, cpf, cnpj, cnp, cui, nif, nie, dni, curp, rfc, bsn, cpr, cvr, fnr, tc, kimlik, id, pin, tan,
  puk, pdf, sms, url, wifi, wlan, cvc, cvv, vat, uid, isbn, nhs, ssn, oc, ac, ct, mrt, mri, ekg, ecg, usg, euro, eur, usd, gbp, pln, ron, huf,
  adresse, anschrift, telefon, telefonnummer, handy, mobil, geburtsdatum, geboren, geb, datum, ort, wohnort, wohnhaft, straße, plz,
  land, betreff, betrag, bestellung, rechnung, nummer, abteilung, firma, schule, beruf, geschlecht, alter, diagnose, befund,
  krankenkasse, konto, bemerkung, bemerkungen, nachricht, grund, klasse, zimmer, aktenzeichen, az, vertrag, kundennummer,
  téléphone, tél, portable, courriel, date de naissance, né le, née le, ville, rue, code postal, pays, objet, montant, commande,
  facture, numéro, service, société, école, profession, sexe, âge, diagnostic, traitement, assurance, compte, remarques, motif,
  dirección, domicilio, teléfono, móvil, correo, correo electrónico, fecha de nacimiento, fecha, lugar, ciudad, calle, código postal,
  país, asunto, importe, pedido, factura, número, departamento, empresa, colegio, profesión, sexo, edad, diagnóstico, tratamiento,
  seguro, cuenta, banco, observaciones, motivo, secretaría,
  endereço, morada, telefone, telemóvel, celular, data de nascimento, data, local, cidade, rua, código postal, cep, assunto, valor,
  encomenda, fatura, departamento, escola, profissão, idade, seguro, conta, banco, observações, naturalidade, nacionalidade,
  adres, telefoon, telefoonnummer, mobiel, geboortedatum, datum, plaats, woonplaats, straat, postcode, onderwerp, bedrag, bestelling,
  factuur, afdeling, bedrijf, school, beroep, geslacht, leeftijd, verzekering, rekening, opmerkingen, reden, huisnummer,
  fødselsdato, dato, sted, by, gade, gate, postnummer, emne, beløb, beløp, ordre, faktura, afdeling, avdeling, firma, skole, stilling,
  køn, kjønn, alder, forsikring, bemærkninger, merknader, årsag, bopæl, bosted, mobilnummer, telefonnummer, nøgle, nøgler,
  adress, mobil, födelsedatum, ort, stad, gata, ämne, belopp, beställning, avdelning, företag, skola, yrke, kön, ålder, försäkring,
  anmärkning, orsak, bostadsort, personnummer,
  adres, telefon, komórka, data urodzenia, data, miejsce, miejscowość, miasto, ulica, kod pocztowy, temat, kwota, zamówienie, faktura,
  numer, dział, firma, szkoła, zawód, płeć, wiek, rozpoznanie, leczenie, ubezpieczenie, konto, bank, uwagi, powód, pesel, zamieszkania,
  adresa, adresă, telefon, mobil, data nașterii, data, locul, localitatea, oraș, strada, strada, subiect, suma, comanda, factura,
  număr, departament, firma, școala, profesia, sex, vârsta, diagnostic, tratament, asigurare, cont, observații, motiv, cnp, domiciliul,
  cím, lakcím, telefon, telefonszám, mobil, születési dátum, született, dátum, hely, helység, város, utca, irányítószám, tárgy, összeg,
  rendelés, számla, osztály, cég, iskola, foglalkozás, nem, életkor, diagnózis, kezelés, biztosítás, megjegyzés, ok, születési hely,
  adres, telefon, cep telefonu, e-posta, doğum tarihi, tarih, yer, şehir, sokak, cadde, posta kodu, konu, tutar, sipariş, fatura,
  numara, bölüm, şirket, okul, meslek, cinsiyet, yaş, teşhis, tanı, tedavi, sigorta, hesap, banka, açıklama, not, neden, doğum yeri,
  alamat, telepon, hp, no hp, surel, tanggal lahir, tanggal, tempat, kota, jalan, kode pos, perihal, jumlah, pesanan, faktur, nomor,
  bagian, perusahaan, sekolah, pekerjaan, jenis kelamin, usia, umur, diagnosa, pengobatan, asuransi, rekening, catatan, alasan, kelas,
  адрес, телефон, моб, почта, эл. почта, дата рождения, дата, место, город, улица, индекс, тема, сумма, заказ, счёт, счет, номер,
  отдел, компания, школа, должность, профессия, пол, возраст, диагноз, лечение, страховка, примечание, причина, класс, снилс, инн,
  мекенжайы, мекенжай, телефоны, туған күні, күні, орны, қала, қаласы, көше, көшесі, тақырыбы, сомасы, тапсырыс, нөмірі, бөлім, мектеп,
  мектебі, кәсібі, жынысы, жасы, диагнозы, емі, ескерту, себебі, сынып, жсн,
  पता, फ़ोन, फोन, मोबाइल, ईमेल, जन्म तिथि, जन्मतिथि, दिनांक, तारीख, स्थान, शहर, विषय, राशि, आदेश, बिल, संख्या, विभाग, कंपनी, विद्यालय, पेशा, लिंग,
  आयु, उम्र, निदान, उपचार, बीमा, खाता, टिप्पणी, कारण, कक्षा, जिला, राज्य, फ़ाइल,
  ঠিকানা, ফোন, মোবাইল, ইমেইল, জন্ম তারিখ, জন্মতারিখ, তারিখ, স্থান, শহর, বিষয়, পরিমাণ, অর্ডার, বিল, নম্বর, বিভাগ, কোম্পানি, বিদ্যালয়, পেশা, লিঙ্গ,
  বয়স, রোগ, চিকিৎসা, বীমা, হিসাব, মন্তব্য, কারণ, শ্রেণি, জেলা
`;

function phrasesOf(list: string): Set<string> {
  return new Set(
    list
      .split(",")
      .map((each) => each.trim().replace(/\s+/g, " ").toLowerCase().normalize("NFC"))
      .filter((each) => each !== ""),
  );
}

/** The names of other fields. */
export const otherFields: ReadonlySet<string> = phrasesOf(others);

/** The names of fields, in small letters. */
export const personFields: ReadonlySet<string> = phrasesOf(names);
