import type { Remark } from "./finding.ts";
import { counted, day } from "./texts.ts";

/** One remark in Dutch: what there is to see, and what to do. */
export function remarkText(remark: Remark): string {
  switch (remark.kind) {
    case "no-phone":
      return `${remark.recipient}: er is nog geen telefoonnummer. Neem het uit de samenwerkingsovereenkomst, nooit uit een mail.`;
    case "old-number": {
      const which = remark.which === "phone" ? "telefoonnummer" : "gsm-nummer";
      return `${remark.recipient}: het ${which} is meer dan een jaar geleden nagekeken, op ${day(remark.checkedOn)}.`;
    }
    case "other-domain":
      return `${remark.recipient}: de mailbox ${remark.mailbox} hoort niet bij ${remark.website}, het domein van de website, en ook niet bij dat van de functionaris. Kijk ze na met het ondertekende protocol ernaast.`;
    case "serial-jump":
      return `Het volgnummer springt van ${remark.from} naar ${remark.to}; 1 erbij is genoeg. Een toestel dat ${remark.to} gezien heeft, weigert voorgoed elk lager nummer.`;
    case "expires-soon": {
      const left = remark.days === 0 ? "vandaag is de laatste dag" : `nog ${counted(remark.days, "dag", "dagen")}`;
      return `De lijst geldt tot en met ${day(remark.validUntil)}: ${left}. Zet validUntil later en teken opnieuw.`;
    }
    case "protocol-gone":
      return `${remark.recipient} (${remark.id}) stond in de vorige lijst en nu niet meer. Is het protocol beëindigd, laat het dan staan en vul ended in.`;
  }
}
