import type { ClientField, ConsentTopic, Field, SenderField } from "../../domain/field.ts";

/** The label of each field of the client, as on the form and in the document. */
export const clientLabel: Readonly<Record<ClientField, string>> = {
  firstName: "Voornaam",
  lastName: "Naam",
  street: "Straat",
  houseNumber: "Huisnummer",
  box: "Bus",
  postcode: "Postcode",
  municipality: "Gemeente",
  phone: "Telefoon",
  email: "E-mail",
};

export const senderLabel: Readonly<Record<SenderField, string>> = {
  name: "Jouw naam",
  email: "Jouw e-mailadres",
  team: "Jouw team",
  phone: "Jouw telefoonnummer",
};

/** The field in the middle of a sentence: "Vul de voornaam in." */
export function fieldInSentence(field: Field): string {
  switch (field) {
    case "firstName":
      return "de voornaam";
    case "lastName":
      return "de naam";
    case "street":
      return "de straat";
    case "houseNumber":
      return "het huisnummer";
    case "box":
      return "de bus";
    case "postcode":
      return "de postcode";
    case "municipality":
      return "de gemeente";
    case "phone":
      return "het telefoonnummer";
    case "email":
      return "het e-mailadres";
    case "consentDate":
      return "de datum van de toestemming";
    case "consentManner":
      return "hoe de toestemming is gegeven";
    case "secrecy":
      return "het beroepsgeheim";
    case "sender.name":
      return "jouw naam";
    case "sender.email":
      return "jouw e-mailadres";
    case "sender.team":
      return "jouw team";
    case "sender.phone":
      return "jouw telefoonnummer";
    case "told.data":
    case "told.recipient":
    case "told.purpose":
    case "told.handling":
    case "told.freedom":
      return topicName[topicOf(field)];
  }
}

/** What each confirmation is about, in a few words. */
export const topicName: Readonly<Record<ConsentTopic, string>> = {
  data: "welke gegevens je doorgeeft",
  recipient: "naar wie ze gaan",
  purpose: "waarom je ze doorgeeft",
  handling: "wat ermee gebeurt",
  freedom: "dat de toestemming vrij is",
};

function topicOf(field: `told.${ConsentTopic}`): ConsentTopic {
  switch (field) {
    case "told.data":
      return "data";
    case "told.recipient":
      return "recipient";
    case "told.purpose":
      return "purpose";
    case "told.handling":
      return "handling";
    case "told.freedom":
      return "freedom";
  }
}
