// SPDX-License-Identifier: Apache-2.0

/** Parts of addresses that name nobody: those of RFC 2142, and what else is usual in the languages of the model. */
export const roleMailboxes: ReadonlySet<string> = new Set(
  `info mail contact kontakt contacto contato support help service servis office sales admin administrator webmaster
  postmaster hostmaster noreply reply team hello hallo hola jobs career careers press presse news newsletter billing
  invoice rechnung orders order bestellung shop booking reservation reception rezeption personal abuse security privacy
  marketing secretary sekretariat secretaria atendimento obsluga biuro bok ugyfelszolgalat musteri destek bilgi customer
  care praxis clinic clinica klinik school schule test user private home work dev the and der van von del dos helpdesk
  ticket tickets accounts accounting finance legal server root mailer daemon example`
    .trim()
    .split(/\s+/),
);
