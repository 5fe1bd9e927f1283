/** What `help` tells. */
export const HELP = `De lijst van protocollen nakijken, tekenen en tonen. Uitleg: docs/directory.md

Zo gebruik je het:  npm run directory -- OPDRACHT

  check [BESTAND] [--after OUD]
      Kijkt alles na. Met --after ook of het volgnummer verhoogd is tegenover OUD.
  diff OUD NIEUW
      Zegt in woorden wat er voor wie verandert.
  sign [BESTAND] --key SLEUTELBESTAND [--after OUD] [--jump]
      Kijkt na, vraagt de wachtwoordzin en tekent: BESTAND.sig.
      Zonder --after OUD, de lijst die nu geldt, kijkt niemand na of het volgnummer verhoogd is.
      Is het meer dan 100 hoger dan in OUD, dan tekent ze alleen met --jump.
      Met --development in de plaats van --key: de sleutel van dit project, alleen om te proberen.
  verify [BESTAND]
      Zegt wie getekend heeft en tot wanneer de lijst geldt.
  report [BESTAND] [--csv UIT.csv] [--html UIT.html] [--on JJJJ-MM-DD]
      Toont alle protocollen, vandaag of op een andere dag.
  import LIJST.csv --like ID [--into BESTAND] [--dry-run]
      Voegt veel protocollen tegelijk toe, met de teksten van protocol ID.
  keygen --name NAAM --out BESTAND [--trust]
      Maakt een sleutel. Met --trust komt hij meteen in protocols/trusted-keys.json.
  schema
      Schrijft docs/directory.schema.json opnieuw, voor wie de regels wijzigt.
  help
      Toont deze tekst.

BESTAND is protocols/directory.json als je niets noemt. Paden gaan uit van de map van het project.
Is alles goed, dan is de exitcode 0, anders 1.`;
