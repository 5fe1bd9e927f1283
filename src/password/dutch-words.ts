/**
 * The words of a password: concrete, neutral, everyday Dutch, made to be read over a telephone (R18). Four to eight
 * letters of a to z, without q, x, y or a c that is not part of "ch"; the first four letters of each are unlike any
 * other's, two letters at least separate any two, and no two sound alike in Flanders. `test/password/` holds the rules.
 *
 * 2,048 words, 11 bits each.
 */
export const DUTCH_WORDS: readonly string[] = `
  aalbes aanbod aankomst aanloop aanplant aanrecht aantal aanvoer aanzet aardbei abrikoos achter adagio adapter adelaar
  adres advies afdak afdruk afmeting afrit afslag afspraak afstand aftelsom afvalbak afvoer afwas afzender agaat agave
  agenda ahorn ajuin akelei akkoord aktetas alarm albatros album alfabet algebra alinea almanak alpentop alpino
  altfluit altviool amandel ambacht amethist amfibie ananas andijvie anekdote anemoon angora anijs animator anjelier
  anker anorak ansjovis antenne antilope antwoord apennoot appel applaus aprilvis arbeid archipel arduin arend aria
  armatuur armband aroma artisjok asfalt asperge aster atlas atleet atol atoom attent auditie augurk aula auto avond
  azalea azijn azuur baai baanvak babbelen badderen badhuis badjas badkamer badmat badpak badstof badzout bagage
  bakblik bakfiets bakkerij bakmeel bakoven bakplaat baksteen bakvorm balans ballon balpen balsem balzaal bamboe banaan
  banier banjo bankstel baret barok basalt basfluit basis basket basnoot bassin batik batterij bazaar bedanken bedbank
  bedekken bedlamp bedrijf bedstee bedtijd beekdal beeld beer begin begonia behang beiaard beige beitel bekijken belbus
  belfort bellen beloven beltoon beneden benzine bereiden bergmeer berk beschuit bestek betoverd bewaren bewegen
  bewoner bezem bezorgen bieb biefstuk bieslook bijenwas bijlage bijnaam bijsmaak bijwagen bijzin biljart binder
  bioboer biogas biotoop bitter bivak bizon blaadje blad blauw blazen blekerij blender blij bliksem blinken bloem
  blokuur blusser bobijn bobslee bodem boeiend boek boenen boiler bokaal bokking boktor bolero bolgewas bolhoed bolster
  bomenrij bongo bonsai bontjas boogbal boom bootsman bord borstel bosbes bosduif bosgeur boshut bosklas bosland
  bosmier bospad bosuil botanist boterham botsauto bouwer braam braderie brasem breed breipen breker brem brengen
  bretel brevet brief briket bril brink broche broeikas brommer bron brood brug bruisen bubbel buffel bugel buiging
  buiig buiten buizerd bultrug bundel bungalow bunzing burcht buren bushokje buslijn buspas busreis bustocht buurt
  dadel dagboek dagdeel dageraad dagkaart daglicht dagmenu dagpas dagreis dagsoep dagtocht dagvers dahlia dakbalk
  dakgoot dakkapel dakluik dakpan dakraam daktuin dalen damast dambord damhert damsteen danseres dapper dartelen datum
  daveren debuut deegrol deelname deining dekbed deken deklat deksel dekvloer dekzeil delta delven demper denappel
  denim denker derde dertien dessert deur diabolo diadeem diagram dialoog diamant dichter diepte dieren diesel digitaal
  dijk dille dimensie dimlicht dimmer dino dinsdag diorama diploma dipsaus dirigent distel divan divers dobber doelman
  dolfijn domein domino donut donzig dooier doolhof doorgang doperwt dorp dorsen douche draad dragon draver dreef
  drempel dribbel driehoek drijfnet drinkbus drogen dromer droog drop drukker drum druppel duet duif duikboot duimstok
  duinpan duivin duizend durven dutten duurloop dwarsweg dweilen ebbe echo edelhert editie eekhoorn eend eenheid
  eenvoud eerste eetappel eetbaar eetgids eethoek eetkamer eetlepel eetpeer eettafel eetzaal effen egaal egel eider
  eierdop eigen eikenbos eindmeet ekster eland elegant elektra element elfenbos elftal ellips elzentak embleem emmer
  emoe emoji energie enorm envelop epiloog episode epos ereboog erfgoed erker erosie erts erwt esdoorn essenbos etage
  etalage etappe eten etiket etmaal etui evenaar fabriek fakkel fanfare fantasie farde favoriet fazant feestdag felgeel
  ferm festival feta fiche fiedel fier fiets figuur fijnstof filet filiaal film filter finale fjord flamingo flanel
  flard flat fles fleurig flits flora fluitist fluweel folio folklore fontein foor forel formule fornuis fors forum
  fossiel foto framboos franjes fresia fret frietkot frigo fris frituur front fruitsap futon fuut gala galerij galjoen
  galop gamma gang garage garen garnaal gast gazelle gazon gebak gebergte gebied gebouw gedicht geduldig geel gegolfd
  gehakt geheel gehucht geiser gekleurd gelaagd gelei geluid gember gemeente gems genie geranium gerbera gerst geschenk
  gesprek getal getij geuren geveltop gevuld gewas gewelf gewoonte gezellig gids gieter gilde giraf gitaar gladiool
  glans glasbak glazuur gletsjer glijbaan glimlach glippen glitter globe gloed gnoe golf golven gondel gonzen gooien
  gordijn gort goudvis graan gracht grafiek graniet grappig gras grazen grens greppel griffel grijs grill grindpad
  groen grofvuil grondlak groots grot gruis grutto guave guitig gummibal haagbos haakster haalbaar habitat hagedis
  haiku halfuur halsband halte hamer hamlap hamster handzaam hanenkam hangmat happen haring hark harmonie harpist
  haspel haven havik hazelaar heelal heenweg heerlijk hefbrug heilbot hekwerk helft helling helm helper helrood hemd
  hengel herberg herder herfst herlezen hert heuvel hijsen hinde hinniken hint historie hobbel hobo hoed hoekig
  hoepelen hoeve hofstede hologram hommel honderd honing honkman hoofdrol hoogte hooi hoorspel hopplant horizon horloge
  hotdog hotel houdbaar houten houvast hovenier huifkar huis hulst hummus humor huppelen hutspot idee iepenbos iglo
  iguana ijsbeer ijsdag ijsgrot ijshal ijskoud ijslepel ijsmuts ijspegel ijsroom ijssalon ijstaart ijsvogel ijswafel
  ijszee ijverig ijzer ijzig illusie imker impala inbouw indeling indigo indruk ingang inham inhoud initiaal inkeping
  inkijk inkoper inktvis inladen inleider inmaak inpakken inrit inruilen insigne inspelen instap internet intocht
  invoer invullen inzaaien inzet inzicht ivoor jaagpad jaar jaguar jampot japon jargon jarig jaszak jeans joggen jojo
  jolig jongleur journaal joviaal jubel jubileum judo juffer juichen juist julidag jurk jute jutter juweel kaaiman kaap
  kaars kaassaus kaatsbal kabel kabinet kabouter kachel kader kaft kajak kajuit kaketoe kalender kalkoen kalmte
  kameleon kamille kammen kampioen kanarie kandij kaneel kano kantoor kapitein kaplaars kapstok karamel kariboe karnen
  karper karton karwei kasplant kassei kasteel katheder katoen katrol kauwgom kebab kegelbal keizer kelner kenmerk
  kennel keramiek kermis kers kervel ketting keuken keuvelen keuze kever kiem kieuw kievit kiezel kijkhut kikker
  kikvors kilogram kimono kiosk kipfilet kiwi klaar kladblok klank klapstuk klarinet klas klateren klaver kledij kleed
  klei klemtoon klepper kleur kliek klif klimop klinker klok klomp klont kloof klossen klutsen kluut kluwen knager
  knalrood knapzak knarsen kneden knijper knoest knoflook knop knuffel knutsel koala kobalt koddig koekoek koelkast
  koemelk koepel koerier koets koeweide koffer kofschip koken kokmeeuw kokos koksmuts kolenbak kolibrie kolom kombuis
  komeet komiek komma kompas komst konijn kookboek kool koopman koord koper kopgroep kopie koplicht koppelen koprol
  koraal korf korhoen korrel korstmos kortfilm kosmos kostuum kotelet kous kraai krab krans krater kreeft krekel krent
  kriebel krijt kring kristal krokus kromming kroniek kroon kropsla kruik krultang kubus kudde kuieren kuifeend kuiken
  kuip kundig kunstig kurkuma kust kwadraat kwark kweepeer kwekerij kwelder kwint laadbak laagte labrador lach ladder
  lade lading lagune laken lakverf lamel laminaat lamp lamswol landgoed langlauf lantaarn laptop lariks larve lasagne
  lasbril lasso latwerk laurier lauwwarm lava lavendel leem leerboek leeslamp leeuwin legende legkip leguaan leiding
  leisteen lelie lenig lens lente lepel leraar leren lesauto lesblok lesgever lesuur letter leuk leuning levendig lezer
  lezing liaan libel lidkaart lied lift ligbad ligfiets liggen ligstoel liguster ligweide lijm lijnbus lijster limiet
  limoen lindebos liniaal links linnen linoleum linze lisbloem liter lobbes loeien logboek logisch loket lommer loofbos
  looppad lotion lotus luchtbel ludiek luid luifel luipaard lunchen lupine luster luwte maaiveld maaltijd maan maatstok
  machine magazijn magie magneet mahonie mais majoraan maki makreel malve mammoet manege mango mantel marathon maretak
  marionet markt marmot marter masker massief matras meander medaille meerval mees meetlat meeuw megafoon meiboom
  meidoorn meikever mekkeren melk meloen mengsel mentor menu mergel merkbaar merrie metaal meteoor metgezel methode
  metro metselen metworst meubel miauwen middag midweek mijlpaal mijngang mikado mild mimiek mimosa mineraal mini
  minuut mirabel mispel mist mobiel modder model modieus moedig moeflon moeras moker mokka molen molshoop moment
  mompelen monitor monoliet montuur monument morgen mosgroen mosplant mosroos mosterd motief motor motregen motto
  mouwloos muesli muismat munt museum muskaat mustang muur muziek naadloos naald naambord nacht nadruk najaar namiddag
  narwal nasmaak natuur nazomer neerslag negentig nemen neon nestelen netel netwerk neutraal nevelig nieten nieuws
  nijlgans nijptang nikkel nobel noedels noenmaal noga nokbalk noodrem noorden notenbar notitie notulen novelle nummer
  oase ober ochtend oefening oehoe oerknal oeros oerwoud oester ogenblik okapi okra oleander olie olifant olijf
  olmenbos omelet ommetje omnibus omringen omroep omslag omtrek omvang omvormen omweg ondertas ondiep onkruid ontbijt
  onthaal ontwerp onweer oogst ooievaar oorbel oosten opaal opbellen opbouwen opdracht openen opera opgave opgewekt
  ophalen opklaren opkomst opkuis oplage oplegger oplossen oprit opruimen opstap optelsom optie optocht opwarmen
  opzoeken oranje orchidee orde ordner oregano organist orgel origami orka orkest ornament otter oudejaar oudroze oven
  overkant paard pagaai pagina pakhuis pakking paklijst paktouw palet paling palmares pamflet panda panfluit pannen
  panorama pantalon papaja papegaai papier paprika paraplu pardon parel parfum parkiet parodie pasfoto passer pasta
  patat patent patio patrijs pauw pauze pedaal peddelen peiling peinzen pelikaan pelsjas pendel penseel peper peppel
  perelaar pergola periode perron perzik petunia peul peuzelen piano piek pijler pilaar piloot pingpong pioen pionier
  piraat pittig pizza plaats pladijs plafond plakken planeet plastiek plataan plavuis plein plensbui plezant ploeg plof
  plonsbad plooirok pluimvee pluk pluvier podium poedel poef poelier poema poetsen polder polka polo polsstok pompoen
  ponton poolvos poplied populier portiek postbus potaarde potbloem potdicht potlood potplant potvis prachtig praktijk
  praline praten preisoep prenten present pretpark prieel primula prins prisma proberen proeven profiel propaan
  proviand publiek pudding puik puntig puree purper putemmer puzzel raadsel raaf raamwerk rabarber radar radijs radslag
  ragebol ragfijn rammenas rangorde ranken ranonkel ransuil rapen rapport rasp ratel ravijn rebus rechtop reder reebok
  reep refrein regen register reiger reinigen reis reizen rekenles rekstok reling remlicht renbaan rendier rennen
  renpaard reptiel restant ribes richel ridder riet rijbaan rijden rijles rijp rijst rijtuig rijwiel ringweg rinkelen
  risotto ritme ritselen rivier robot robuust roeiboot roeren roest roffel rogge rolbaan roldeur rolfilm rolkraag
  rolluik rolmaat roltrap roman romig rondweg rooibos roomijs rooster rosbief rotonde rots route roze rozijn rubber
  rubriek rugtas rugwind rugzak ruilen ruimte ruit rumba rundvet rups rustig safari saffraan salami salie salon salto
  salvia sambal sandaal sappig sardine satijn sauna saus savanne schaar schelp schil schors schroef schuur seizoen
  selder semester septet serenade sering serre servet sesam sfeer sierlijk sifon signaal sijpelen silo simkaart sinas
  singel sjabloon sjalot sjerp sjoelbak sjorren sjouwen skistok slaapzak slagroom slak slalom slang slapen slee sleper
  sleutel slib sliert slijpen slinger slipper slobeend sloffen slogan slot sluis slurpen smaak smaken smal smaragd
  smederij smelten smeren smidse smullen snaar snateren snavel sneeuw snelweg snoek snorkel soep sofabed softijs soja
  sokkel solide sonate sonnet soort sopraan sorbet sorteren souvenir spaan spade spandoek spar spatel specht speels
  spek spelonk sperwer spiegel spijker spikkel spin spiraal spits split spoelkom spons spoor sportpas sprank sprei
  sprinter sproeien spruit spuitbus spurt staal stad stallen stamppot stappen start station steak steelpan steiger
  stekker stempel stengel steppe sterren stevig stift stijl stilte stip stoel stofjas stolp stoofpot stopfles storm
  strand streep stroop struik studio stuiter stuk sturen stuur stuwmeer sudderen suiker sweater taak taalles taart
  tabblad tablet tachtig tafel takeling talent tamboer tandem tankstop tapdans tapijt tapkraan taptoe tapuit tarbot
  tarwe tastbaar techniek teelt tegelpad teil tekening tekst telefoon teller telraam tempo tennis tent terp terrein
  terugweg teugel tevreden theater theepot thema thermos tiende tijdrit tijger tikken timmeren tinten titel toast tobbe
  tocht toekan toendra toernooi toestel toeter tokkelen tolbrug tolhuis tollen tomaat tombola toneel toonbank toorts
  topaas topman topsport toren tornado tosti touw tovenaar trainen trap trechter treffer trein triangel tribune
  trilogie trimloop trofee trompet tropisch tros truffel trui truweel tsjirpen tuba tuimelen tuin tukje tulp tuniek
  tunnel turbine tureluur turf turnen twaalf twee twijg twintig uitbouw uitdager uitgang uitleg uitrit uitstap uitvoer
  uitzicht ukelele unie uniform uurglas uurwerk vaandel vaartuig vaas vaatwas vakantie vakblad vakgroep vakman vakwerk
  valies valk vallei vanavond vandaag vangen vanille variant veemarkt veen veerman veld venkel venster ventiel veranda
  verdelen verf vergiet verhaal verkeer verlof vernis vertaler vervoer verzoek vest veter vetkrijt vetplant veulen
  video vierkant vijfde vijl vijver vijzel villa vilt vinden vink violist viool virtuoos visarend visboer visfuik
  visgraat vishaak visite viskraam vismarkt visnet vispan visreis visser vistuig vitrine vlaai vlag vlakte vlecht vlek
  vleugel vlieger vlinder vloer vlokkig vloot vlotter voeder voeg voertuig voetbal vogel volgorde volkoren volledig
  voltage volume vondst vonkelen voortuin vork vorming vorst vossen vouwdak vraag vragen vredig vreugde vriesvak vrij
  vrolijk vrucht vuilbak vulkaan vulling vulpen vulsel vuurpijl waaier waakhond wachtrij wadloper wadvogel wagen
  waggelen walkant walnoot walrus wals walvis wandelen wanten wapperen warmte wasbeer wasdraad wasgoed waskom waslijn
  wasmand wasplank wasrol wassen wastafel waterval wazig website wedloop weegbree weekdag weerhaan wegberm wegdek
  wegkant weide wekker welkom wemelen wenk wensen wereld werken werpnet wervelen wesp westen weven wezel wiebel wieden
  wiel wijsheid wijting wikkelen wilg wimpel windstil wingerd winkel winter wirwar wisent wiskunde wissel witbrood
  witloof witvis woensdag woestijn wolbaal wolgras wolk wollig wolvin wombat wonen woonboot worm wortel woud wuiven
  zaag zaaigoed zadeltas zagerij zakatlas zakdoek zaklamp zakmes zalm zand zanger zaterdag zebra zeebaars zeef zeegras
  zeekraal zeeleeuw zeeman zeeotter zeepbel zeerob zeester zeevis zeeweg zeezand zeggen zeiler zekering zeldzaam zender
  zeppelin zesde zeshoek zeskant zestien zetelen zeventig zicht zigzag zijde zijgevel zijkant zijlijn zijmuur zijpad
  zijraam zijspan zijtak zijwand zilver zingen zinnia zitbank zithoek zitkamer zitplek zitten zitzak zode zoeker zoemen
  zoetstof zomer zondag zonhoed zonlicht zonnedak zonzijde zoogdier zout zuiden zuil zuiver zuring zuurkool zwaan
  zwabber zwaluw zwavel zwembad zwengel zwerm zwieren
`
  .trim()
  .split(/\s+/);
