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
  agenda ahorn ajuin akelei akkoord aktetas alarm albatros album alfabet algebra alikruik alinea alkoof alles almanak
  alpentop alpino altfluit altijd altviool amandel ambacht amber amethist amfibie amfoor ananas andijvie anekdote
  anemoon angora anijs animator anjelier anker anorak ansicht ansjovis antenne antilope antwoord apart apennoot appel
  applaus aprilvis arbeid archipel arduin arend aria armatuur armband aroma artisjok asbak asfalt asperge aster atlas
  atleet atol atoom atrium attent auditie augurk aula aurora auto avond azalea azijn azuur baadster baai baanvak
  babbelen badderen badhuis badjas badkamer badmat badzout bagage bakblik bakfiets bakkerij bakoven bakplaat baksteen
  bakvorm balans ballon balpen balsem balzaal bamboe banaan banier banjo bankstel baret barkruk barok basalt basfluit
  basis basnoot bassin bastion batik batterij bazaar bazuin bedanken bedbank bedekken bedlamp bedstee beekdal beeld
  beer begin begonia behang beiaard beige beitel bekijken belbus belfort bellen beloven beltoon beneden benzine bepaald
  bereiden bergmeer berk beschuit beslag betoverd bewaren bewegen bewoner bezem bezig bezorgen bieb biefstuk biels
  bieslook bijlage bijnaam bijsmaak bijwagen bijzin biljart binder bioboer biogas biotoop bitter bivak bizar bizon blad
  blauw blazen blekerij blij bliksem blinken bloem blokuur blusser bobijn bobslee bodem boeiend boek boenen bokaal
  bokking boktor bolero bolhoed bolster bongo bonsai bontjas boogbal boom bootsman bord borstel bosbes bosgeur bosklas
  bosland bosmier bosrank bosuil bosviool botanist boterham botsauto bouwer braam braderie brasem breed breipen breker
  brem brengen bretel brevet brief briket bril brink broche broeikas brommer bron brood brouwsel brug bruisen bubbel
  buffel bugel buiging buiig buiten buizerd bundel bungelen burcht buren bushokje buslijn buspas busreis buurt daags
  daarna dadel dagboek dageraad dagkaart daglicht dagmenu dagpas dagreis dagsoep dagtocht dagvers dahlia dakbalk
  dakgoot dakkapel dakluik dakpan dakraam daktuin dalen dalgrond damast dambord damhert damsteen danseres dapper
  dartelen datum dauwtrap daveren debuut deegrol deelname degelijk deining dekbed deken deklat deksel dekvloer dekzeil
  delfstof delta delven demper denappel denim denker derde dertien deur diabolo diadeem diagram dialoog diamant dichter
  diepte diesel digitaal dijk dikwijls dille dimensie dimlicht dimmer dino dinsdag diorama diploma dipsaus dirigent
  distel divan divers dobber doelman dolfijn domein domino donzig dooier doolhof doorgang doperwt dorp dorsen draad
  dragon drama draver dreef drempel dribbel driehoek drijfnet drogen dromer droog drop drukker drum druppel duet duif
  duikboot duimstok duinpan duivin duizend durven dutten duurloop duwen dwarsweg dweilen ebbe echo edelhert editie
  eekhoorn eend eenheid eenmaal eenvoud eerste eervol eetappel eetbaar eetgids eethoek eetkamer eetlepel eettafel
  eetzaal effen egaal egel eider eierdop eigen eikenbos ekster eland elders elegant elektra element elfenbos elftal
  ellips elzentak embleem emmer emoe emoji energie enorm envelop epiloog episode epos ereboog erepalm erfgoed erker
  erosie erts erwt esdoorn essenbos etalage etappe eten etiket etmaal etui fabriek fakkel fanfare fantasie farde
  favoriet fazant feestdag ferm festival fiche fiedel fier fiets figuur fijnstof filet filiaal film filter finale fjord
  flamingo flanel flard flat fles fleurig flink flits flora fluitist fluweel folio folklore fontein foor forel formule
  fornuis fors forum fossiel foto fragiel framboos fresia fret frietkot frigo fris frituur front fruitsap futon fuut
  gala galerij galjoen galop gamma gang garage garen garnaal gaslicht gast gazelle gazon gebak gebergte gebied gebouw
  gebruik gedicht geduldig gegolfd gehakt geheel geiser gekleurd gelaagd gelei geluid gember gemeente gems genie
  gentiaan geranium gerbera geregeld gerst geschenk gesprek getal getij geuren geveltop gevuld gewas gewelf gewoonte
  gezang gezellig gids gieter gilde ginkgo giraf gitaar gladiool glans glasbak glazuur gletsjer glijbaan glimlach
  glippen glitter globe gloed gnoe goedkoop golf golven gondel gonzen gooien gordijn gort goudvis graan gracht grafiek
  graniet grappig gras gratis grazen grens greppel griffel grijs grill grindpad groen grondlak groots grot gruis grutto
  guave guitig gummibal haagbos haakster haalbaar haarlok habitat hagedis haiku hakblok halfuur halo halsband halte
  hamer hamlap hamster handzaam hangmat hansop happen haring hark harmonie harnas harpist haspel haven havik hazelaar
  heelal heerlijk hefbrug heftig heilbot hekwerk helft helling helm helper helrood hemd hemel hengel herberg herder
  herfst herlezen heropen hert heuvel hijsen hinde hinniken hint historie hobbel hobo hoed hoekig hoepelen hoeve
  hofstede hologram hommel honderd honing honkman hoofdrol hoogte hooi hoorspel hopplant horizon horloge hotel houdbaar
  houten houvast hovenier huifkar huis hulst hummus humor huppelen hutspot idee iglo iguana ijkmaat ijsbeer ijsdag
  ijsgrot ijskoud ijslepel ijsmuts ijspegel ijssalon ijstaart ijsvogel ijswafel ijszee ijverig ijzer ijzig illusie
  imker impala inbouw indeling indigo indruk ineens ingang inham inhoud initiaal inkeping inkijk inkoper inktvis
  inladen inleider inmaak inpakken inrit inruilen inspelen instap intern intocht invoer invullen inzaaien inzet inzicht
  ivoor jaagpad jaar jager jaguar jampot japon jargon jarig jasmijn jaspis jaszak jojo jolig jonker journaal joviaal
  jubel jubileum judo juffer juichen juist julidag jurk jute jutter juweel kaaiman kaap kaars kaatsbal kabel kabinet
  kabouter kachel kader kaft kajak kajuit kalender kalkoen kalmte kameleon kamille kammen kampioen kanarie kandij
  kaneel kano kantoor kapitein kaplaars kapstok karamel kariboe karnen karper karton karwij kasplant kasteel kasuaris
  katheder katoen katrol kauwgom kebab kegelbal keizer kelner kenmerk kennel keramiek kermis kers kervel ketelpak
  ketting keuken keurig keuvelen keuze kever kiem kieuw kievit kiezel kijkhut kikker kilogram kimono kiosk kiwi klaar
  kladblok klank klapstuk klarinet klas klateren klaver kledij kleed klei klemtoon klepper kleur kliek klif klimop klok
  klomp klont kloof kloppen klossen klutsen kluut kluwen knager knalrood knapzak knarsen kneden kneu kniehoog knijper
  knobbel knoest knoflook knop knuffel knutsel koala kobalt koddig koekoek koelkast koepel koerier koets koffer
  kofschip koken kokmeeuw kokos kolenbak kolfbal kolibrie kolom kombuis komeet komfoor komiek komma kompas komst konijn
  kookboek kool koopman koord koper kopglas kopie koplicht koppelen koraal korf korhoen korrel kortfilm kosmos kostbaar
  kotelet kous kraai krab krans krassen krater kreeft krekel krent kriebel krijt kring krioelen kristal krokus kromming
  kroniek kroon kropsla kruik krultang kubus kudde kuieren kuiken kuip kundig kunstig kurkuma kussen kust kwadraat
  kwark kweepeer kwekerij kwelder kwint laadbak laagte labrador lach ladder lade lading lagune laken lakmoes lamel
  laminaat lamp landgoed langlauf lantaarn lariks larve lasso latwerk laurier lauwwarm lava lavendel ledikant leem
  leerboek leeslamp legende legkip leguaan leiding leisteen lelie lenig lens lente lepel leraar leren lesblok lesgever
  letter leuk leuning levendig lezer lezing liaan libel lichtval lied liefst liever lift ligbad ligfiets liggen
  ligstoel liguster ligweide lijm lijnbus lijster limiet limoen lindebos liniaal links linnen linoleum linze lipvis
  lisbloem lisdodde liter lobbes loeien logboek logisch loket lommer loofbos lotion lotus luchtbel ludiek luid luifel
  luipaard lupine luster luwte maaiveld maaltijd maan maatstok machine magazijn magie magneet mahonie mais maki makreel
  malve mammoet mango mantel marathon maretak margriet marionet markt marmot marter masker massief matras meander
  meelbal meerval mees meetlat meeuw megafoon meiboom meidoorn meikever mekkeren melk meloen mengsel mentor menu merel
  merkbaar merrie metaal meteoor metgezel methode metro metselen metworst meubel miauwen middag midweek mijlpaal
  mijngang mikado mild mimiek mimosa mineraal mini minuut mirabel mispel mist mobiel modder model modieus modulair
  moedig moeflon moeras mogelijk moker mokka molen molshoop molton moment mompelen mond monoliet montuur monument
  mosgroen mosplant mosterd motief motor motregen motto mouwloos muesli munt museum muskaat mustang muur muze muziek
  naadloos naaf naald naambord nacht nadruk najaar namiddag narwal nasmaak natuur nazomer neerslag negentig nemen neon
  nestelen netel netwerk neutraal nevelig nieten nieuws nijlgans nijptang nikkel nobel noedels noenmaal noga nokbalk
  noodrem nooit noorden normaal notenbar notitie notulen novelle nummer oase ober ochtend oefening oehoe oerbron
  oerknal oeros oerwoud oester oeverval ogenblik okapi okra oleander olie olifant olijf olmenbos omelet ommuring
  omnibus omringen omroep omslag omtrek omvang omvormen omweg ondiep onlangs ontbijt onthaal ontwerp onweer oogst
  ooievaar oorbel oosten opaal opbellen opbouwen opdracht opeens openen opera opgave opgewekt ophalen opklaren opkomst
  oplage oplossen opname oprit opruimen opstap optelsom optie optocht opwarmen opzet opzoeken oranje orchidee orde
  ordner oregano organist orgel orka orkest ornament otter oudejaar oven overal paard pagaai pagina pakezel pakhuis
  pakking palet paling palmares pamflet panda panfluit panorama pantalon panvis papaja papegaai papier paprika paraplu
  pardon parel parfum parkiet parodie pasfoto passer pasta patat patent patio patrijs pauw pauze pedaal peddelen
  peiling peinzen pelikaan pelsjas peluw pendel penseel peper peppel perelaar pergola periode perron perzik petunia
  peul peuzelen piano piek pijler pilaar piloot pingpong pioen pionier pipet piraat pittig pizza plaats pladijs plafond
  plakken planeet plastiek plataan plavuis plein plezant ploeg plof plooirok plots pluimvee pluk pluvier podium poedel
  poef poelier poetsen polder polka polo polsstok pompoen ponton poolvos populier portiek positief postbus potdicht
  potlood potplant potvis prachtig praktijk praline praten present pretpark prieel prikkel primula prisma proberen
  proeven profiel prompt propaan proviand publiek pudding puik puntig pupil puree purper putemmer puzzel raadsel
  raamwerk rabarber radar radijs radslag ragfijn rammenas rangorde ranken ranonkel rapen rapport rasp ratel ravijn
  rechtop reder reebok reep refrein regen register reiger reinigen reis reizen rekenles rekstok reling remlicht renbaan
  rendier rennen reptiel reseda respons restant riant ribes richel ridder riet rijbaan rijden rijles rijp rijst rijtuig
  rijwiel rimpelig ringweg rinkelen rioleer risotto ritme ritselen rivier robot robuust roeiboot roeren roest roffel
  rogge rolbaan rolfilm rolluik rolmaat rolstoel roltrap roman romig rommelen rondweg rooibos roomijs rooster rosbief
  rotonde rots roze rozijn rubber rubriek rugtas rugzak ruilen ruimte ruit rumba rundvet rups rustig safari saffraan
  sage salami salie salon salto salvia sambal samen samowaar sandaal sappig sardine satijn sauna saus savanne schaar
  schelp schil schors schroef schuur seizoen selder semester septet serenade sering serre servet sesam sfeer sierlijk
  sifon signaal sijpelen silo sinas singel sitar situatie sjabloon sjalot sjerp sjorren sjouwen slaapzak slagroom slak
  slalom slang slapen slee sleper sleutel slib sliert slijpen slinger slipper slogan slot sluis slurpen smaak smaken
  smal smaragd smederij smelten smeren smidse smullen snaar snateren snavel sneeuw snelweg snijden snoek snorkel soep
  soja sokkel solide soms sonate sonnet soort sopraan sorbet sorteren spaan spade spandoek spar spatel specht speels
  spek spelonk sperwer spiegel spijker spikkel spin spiraal spits split spoelkom spons spoor sportpas sprank sprei
  sprinter sproeien spruit spuitbus spurt staal stabiel stad stallen stamppot stappen start station steak steelpan
  steiger stekker stempel stengel steppe sterren stevig stift stijl stilte stip stoel stofjas stolp stoofpot stopfles
  storm strand streep stroop struik studio stuk sturen stuur stuwmeer sudderen suiker taak taalles taart tabblad
  tachtig tafel takeling talent talud tamboer tamelijk tandem tapijt tapkraan taptoe tapuit tarbot tarwe tastbaar
  techniek teelt tegelpad teil tekening tekst telefoon telkaart teller telraam tempo tennis tent terp terrein terugweg
  teugel tevreden theater theepot thema thermos tiara tiende tijdig tijger tikken timmeren tinten titel tobbe tocht
  toekan toendra toernooi toeter tokkelen tolhuis tollen tomaat tombola toneel toonbank toorts topaas topman toren
  tornado tosti touw tovenaar trainen trap trechter treffer trein trekvis triangel tribune trilogie trimloop trofee
  trompet tropisch tros truffel trui truweel tsjirpen tuba tuimelen tuin tulp tuniek tunnel turbine tureluur turnen
  twaalf twee twijg twintig uitbouw uitdager uitgang uitleg uitrit uitstap uitvoer uitzicht unie uniform uurglas
  uurwerk vaandel vaartuig vaas vakantie vakblad vakgroep vakman vakwerk valies valk vallei vanavond vandaag vangen
  vanille variant veen veerman veld venkel venster ventiel veranda verdelen verf vergiet verhaal verkeer verlof vernis
  vertaler verver verzoek vest veter vetkrijt vetplant veulen video vierkant vijfde vijl vijver vijzel villa vilt
  vinden vink viool virtuoos visboer visfuik visgraat visite viskraam vismarkt visnet vispan visreis visser vistuig
  vlaai vlag vlakte vlecht vlek vlieger vlinder vloer vlokkig vloot vlotter voeder voeg voertuig voetbal vogel voldaan
  volgorde volkoren volledig volop voltage volume vondst vonkelen voortuin vork vorming vorst vouwdak vraag vragen
  vredig vreugde vriesvak vrij vrolijk vrucht vuilbak vulkaan vulling vulpen vulsel vuurpijl waaier waakhond waarde
  wachtrij wadloper wadvogel wagen waggelen walkant walnoot walrus wals walvis wandelen wants wapperen warmte wasbeer
  wasdraad waskom waslijn wasmand wasrol wassen wasteil waterval wazig wedloop weefkam weegbree weekdag weerhaan
  wegberm wegdek wegkant weide wekker welkom welving wemelen wenk wensen wereld werken werpnet wervelen wesp westen
  weven wezel wiebel wieden wiel wijsheid wijting wijze wikkelen wilg wimpel windstil wingerd winkel winning winter
  wirwar wisent wissel witbrood witloof witvis woensdag woestijn wolbaal wolgras wolk wollig wolvin wombat wonder wonen
  woonboot worm wortel woud wuiven zaag zaaigoed zadeltas zagerij zakatlas zakdoek zaklamp zakmes zalm zand zanger
  zaterdag zebra zeebaars zeef zeegras zeekraal zeeleeuw zeeman zeeotter zeepbel zeerob zeester zeevis zeeweg zeggen
  zeiler zekering zeldzaam zender zenit zeppelin zesde zeshoek zeskant zestien zetelen zetstuk zeventig zicht zigzag
  zijde zijgevel zijkant zijlijn zijmuur zijpad zijraam zijspan zijtak zijwand zilver zingen zinnia zitbank zitkamer
  zitplek zitten zitzak zode zoeker zoemen zoetstof zomaar zomer zondag zonhoed zonlicht zonnedak zonzijde zoogdier
  zout zuiden zuil zuinig zuiver zuring zuurkool zwaan zwabber zwaluw zwavel zwembad zwengel zwerm zwieren
`
  .trim()
  .split(/\s+/);
