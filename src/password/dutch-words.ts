/**
 * The words of a password: concrete, neutral, everyday Dutch, made to be read over a telephone (R18). Four to eight
 * letters of a to z, without q, x, y or a c that is not part of "ch"; the first four letters of each are unlike any
 * other's, two letters at least separate any two, and no two sound alike in Flanders. `test/password/` holds the rules.
 *
 * 512 words, 9 bits each.
 */
export const DUTCH_WORDS: readonly string[] = `
  aardbei abrikoos agenda ajuin alfabet amandel ananas andijvie anker antenne antilope appel arend artisjok
  asperge aster atelier atlas augurk auto avond azijn baai badkamer bakfiets bakkerij baksteen ballon bamboe
  banaan banjo batterij beer beitel berk beschuit bezem bieslook biljart bizon blad blauw bliksem bloem boek boom
  bord borstel bosbes boterham braam brief bril bron brood brug buffel buizerd bushokje dadel dakgoot dakpan
  deegrol deksel delta deur diamant dijk dille distel dolfijn domino dorp draad drempel driehoek duif echo
  eekhoorn eend eetlepel egel eierdop ekster eland emmer envelop erwt esdoorn etalage fabriek fakkel fazant fiets
  film flamingo fles fluweel fontein forel fornuis foto framboos gans garage garnaal gazelle gazon geel gember
  gerst gewelf gieter giraf gitaar glijbaan gondel gordijn goudvis graan graniet gras grijs groen hagedis halte
  hamer hamster hangmat haring hark haven havik hazelaar hemd hengel herberg herfst hert heuvel hoed hoeve hommel
  honing hooi horizon horloge hotel huis hulst iglo ijsbeer ijspegel ijsvogel ijzer inktvis jurk juweel kaars
  kabel kabouter kachel kajak kalender kanarie kaneel kano kantoor kapstok karamel karper karton kasteel katoen
  katrol kauwgom kermis kervel ketting kever kievit kiezel kikker kiosk kiwi klarinet klaver klei klimop klok
  klomp knop knuffel koala koelkast koepel koets koffer kokos kolibrie komeet kompas konijn kookboek kool koord
  koper koraal kraai krab krater kreeft krekel krent krijt kristal krokus kruik kubus kudde kust kwark ladder lade
  laken lamp lantaarn lavendel leisteen lelie lente lepel letter libel lift lijm lijster limoen liniaal linnen
  linze luchtbel luifel luipaard maaltijd maan magneet makreel mango mantel markt marter masker matras mees meeuw
  meidoorn melk meloen middag mist modder moeras molen mosterd motor motregen munt museum muur muziek naald nacht
  netel nijptang noedels oase ochtend oerwoud oester olie olifant olijf omelet ontbijt onweer oogst ooievaar
  oosten optocht oranje orka otter oven paard paling panda papaja papegaai papier paprika paraplu parel parkiet
  passer pasta patrijs pauw pedaal pelikaan penseel peper pergola perron perzik piano pioen pizza plafond planeet
  plastiek plataan plein ploeg poedel polder pompoen populier postbus potlood praline primula pudding purper
  puzzel rabarber radijs ratel regen reiger rendier riet rijst rijtuig rivier robot rogge rolluik roman rotonde
  rots roze rozijn rugzak ruit rups salie salon sandaal sardine schaar schelp schors schroef schuur selder servet
  sesam silo sjalot slagroom slak slee sleutel slinger slot sluis snaar snavel sneeuw snoek soep spatel specht
  spiegel spijker spin spiraal spons spoor sprei spruit staal station steelpan steiger stekker stempel stengel
  stoel stoofpot storm strand streep stroop struik stuur suiker taart tafel tandem tapijt tarwe telefoon telraam
  tennis tent theater theepot thermos tijger toekan toendra tomaat toneel toren touw trap trechter trein triangel
  tribune trompet truffel trui tuba tuin tulp tunnel vaas vakantie valk vallei vanille veld venkel venster veranda
  verf vergiet vest veter veulen vierkant vijl vijver vink viool visnet vlaai vlag vlieger vlinder vloer voetbal
  vogel voortuin vork vorst vrucht vulkaan waaier wagen walnoot walrus walvis wasmand waterval wekker wesp westen
  wezel wilg wimpel winkel winter witloof woestijn wolk wombat wortel woud zaag zadeltas zakdoek zaklamp zalm zand
  zebra zeef zeepbel zeester zijde zilver zomer zout zuiden zuil zuurkool zwaan zwaluw zwembad
`
  .trim()
  .split(/\s+/);
