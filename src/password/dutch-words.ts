/**
 * The words of a password: concrete, neutral, everyday Dutch, made to be read over a telephone (R18). Four to eight
 * letters of a to z, without q, x, y or a c that is not part of "ch"; the first four letters of each are unlike any
 * other's, two letters at least separate any two, and no two sound alike in Flanders. `test/password/` holds the rules.
 *
 * 2,048 words, 11 bits each.
 */
export const DUTCH_WORDS: readonly string[] = `
  aalbes aanbod aankomst aanloop aanplant aanrecht aantal aanvoer aanzet aardbei abrikoos achtbaan adagio adapter
  adelaar adres advies afdak afdruk affiche afmeting afrit afslag afspraak afstand aftakas aftelsom afvalbak afvoer
  afwas afzender agaat agave agenda ahorn airbag ajuin akelei akkoord aktetas alarm albatros album alfabet algebra
  alikruik alinea alkoof alles almanak alpentop alpino altfluit altijd altviool amandel amateur ambacht amber amethist
  amfibie amfoor ananas andijvie andoorn anekdote anemoon angora anijs animatie anjelier anker anorak ansicht ansjovis
  antenne antilope antwoord apart apenpak appel applaus aprilvis arabesk arbeid archief arduin arend aria armatuur
  armband aroma artisjok asbak asfalt asperge aster atelier atlas atleet atol atoom atrium auditie augurk aula aurora
  auteur auto avond azalea azijn azuur baadster baai babbelen badhuis badjas badkamer badmat badzout bagage bakblik
  bakfiets bakkerij bakolie bakplaat baksteen bakvorm balans balg ballon balpen balsem balzaal bamboe banaan banier
  banjo bankstel barista barkruk barst basalt basfluit basis baskuul basnoot bassin bastion batik batterij bazaar
  bazuin beamer bedbank bedlamp bedrijf bedsprei beekdal beemd beer begin begonia behang beiaard beignet beitel bekken
  belbus belfort bellen beltoon beneden benzine bergtop berk beschuit beslag bespeler bestand beton beugel bevel
  bewoner bezem bieb biefstuk biels bieslook bijlage bijnaam bijsmaak bijvoet bijwagen bijzin biljart binder bioboer
  biogas biotoop bitter bivak bizon blad blauw blazer blekerij blender blij bliksem blinken blizzard bloem blokhut
  bobijn bobslee bodem boek boenen boiler bokking boksbal boktor bolhoed bolster bongo bonsai bontjas boogbal boom
  bootsman bord borstel bosbes boskat bosland bosmier bosrank bosuil bosviool botanist boterham botsauto botvink
  bouillon bouwer bowling braam braderie brander brasem breedte breipen breker brem bretel brevet brief briket bril
  brink brioche brochure broeikas bromelia bron brood brouwsel brug bruisen brulaap bubbel buffel buiging buiten
  buizerd bumper bundel bungalow burcht bureau bushokje buslijn buspas busrit buurt daarna dadel dagboek dageraad
  dagkaart daglicht dagmenu dagpas dagreis dagsoep dagtocht dahlia dakbalk dakgoot dakkapel dakluik dakpan dakraam
  daktuin dalen dalgrond damast dambord damhert damsteen dankbaar dans dapper dartelen datum dauwtrap debuut deegrol
  deelauto deftig deining dekbed deken deksel dekvloer dekzeil delfstof delta delven demper denappel denim denker derde
  dertien dessert detail deur diabolo diadeem diagram dialoog diamant dichter dienst diep diesel digitaal dijk dikkop
  dikwijls dille dimensie dimlicht dimmer diner dino dinsdag diorama diploma dipsaus dirigent distel divan dobberen
  doelpunt dolfijn domein domino donzig dooier doolhof doorgang doperwt dorp douche draad dragon drama draver dreef
  drempel dribbel driehoek drinken drogen dromer drone droog drop drukker drum druppel duet duif duikboot duimstok
  duinpan duister duizend duurloop duwen dwarsweg dweil ebbe echo edelman editie eekhoorn eend eenheid eenmaal eenvoud
  eerste eetappel eetgids eethuis eetkamer eetlepel eettafel eetzaal effen egel eider eierdop eigen eikenbos eindig
  ekster eland elders elegant elektron element elfenbos elftal ellips elzentak embleem emmer emoe emoji energie engte
  enorm ensemble entresol envelop epiloog episode epos ereprijs erfgoed erker erosie erts erwt esdoorn espresso
  essenbos etage etalage etappe eten etiket etmaal etui evenaar fabriek fagot fakkel fanfare fantasie fauteuil favoriet
  fazant feestdag fennek festival fiche fiedel fiets figurant fijnspar filet filiaal film filter finale finesse fjord
  flamingo flanel flard flat fles fleurig flink flits flonker flora fluit fluor fluweel folio folklore fondant fontein
  foor forel formule fornuis fort forum fossiel foto framboos fresia frietkot frigo frisbee frituur front fruithap
  futon fuut gala galerij galjoen galop gamma gangpad garage garde garen garnaal gaslamp gast gazelle gazon gebak
  gebergte gebied gebouw gebruik gedicht geduld gehakt geheel geiser gelei geluid gember gemeente gems genre geranium
  gerbera gerst geschenk gesprek getal getimmer geveltop gewas gewelf gewoonte gezang gezellig gids gieter gilde ginkgo
  giraf giro gissen gitaar gitzwart gladiool glans glasbak glazuur gletsjer glijbaan glimlach glitter globe gloed
  gloria gnoe golf gondel gong gooien gordijn goudvis graan gracht grafiek graniet grappig gras gratis graven greep
  grens greppel griend griffel grijs grill grindpad groen grondlak groots grot gruis grutto gummibal haagbos haakster
  haarband habitat hagedis haiku hakblok halfuur halo halsband halte hamer hamlap hamster handbal hangmat hansop haring
  hark harmonie harnas harpist haspel haven havik hazelaar heelal heerlijk hefbrug heilbot hekwerk helft helling helm
  helpen hemd hemel hengel herberg herder herfst hert heuvel hier hijsen hinde hinniken hint historie hitlijst hobbel
  hobo hoed hoekhuis hoera hoeve hofstede hologram hommel honderd honing honkman hoofdman hoogland hooi hoorspel
  hopplant horizon horloge hotel houtblok houvast hovenier huifkar huis hulst humaan hummus humor huppelen hutspot idee
  iglo iguana ijsbeer ijsdag ijsgrot ijsklont ijslepel ijsmuts ijspegel ijsschol ijsthee ijsvogel ijswafel ijszee
  ijverig ijzer illusie imker impala inbouw indigo indruk ineens ingang inham inhoud inkijk inkoper inktvis inleider
  inmaak inpakken inrit instap intern intocht invoer inzet inzicht iris ivoor jaagpad jaarring jager jaguar jampot
  japon jargon jarig jasmijn jaspis jaszak jeans jeep jodel jodium joggen jojo jolig jongleur jonker journaal jubel
  jubileum judo juffer juichen julidag jumbo jungle jurist jurk jute jutter juweel kaaiman kaap kaars kaatsbal kabel
  kabinet kabouter kachel kadaster kader kaft kajak kajuit kalender kalkoen kalmte kameleon kamille kammen kampioen
  kanarie kandij kaneel kano kantoor kapittel kapmes kapstok karamel kariboe karper karton karwij kasplant kasteel
  katheder katoen katrol kauwgom kebab keeper kegelbal keizer kelner kenmerk kennel keramiek kermis kers kervel
  ketelpak ketting keuken keurig keuze kever kiem kieuw kievit kiezel kijkdag kikker kilogram kimono kiosk kiwi klaar
  kladblok klank klapbes klarinet klas klaver kledij kleed klei klemtoon klepper kleur kliek klimop klingel klok klomp
  klont kloppen kluif klusser kluut kluwen knager knalrood knapzak knarsen kneden knijper knippen knobbel knoest
  knoflook knop knuffel knus knutsel koala kobalt koddig koekoek koelkast koepel koerier koets koffer kofschip koken
  kokmeeuw kokos kolenbak kolfbal kolibrie kolonie kombuis komeet komfoor komiek komma kompas komst konijn kookboek
  kool koopman koord koper kopie koplicht kopstuk koraal korf korhoen korrelig kortfilm kosmos kostuum kotelet kraai
  krab krachtig krans krater kreeft krekel krent kreuk kriebel krijt kring kristal krokus kromming kroniek kroon
  kropsla kruik krul kubus kudde kuiken kuip kundig kunstig kurkuma kust kwadraat kwark kweekbak kwekerij kwelder kwik
  kwistig laadbak laagte laatst labrador lachen ladder lade lading lagerwal lagune laken lakmoes lamel laminaat lamp
  landweg langlauf lantaarn lariks larve lasdoos laser lasso latei latwerk laurier lava lavendel ledikant leem leerboek
  leesles legende legkaart leguaan leiding leisteen lelie lemming lenig lens lente lepel leraar lesblok lesgever letter
  leuk leuning leven lezer lezing liaan libel lichtbol lied liever lift ligbad ligfiets ligstoel liguster ligweide lijm
  lijnzaad lijster limiet limoen lindebos liniaal linksaf linnen linoleum linze lipvis lisdodde liter lobbes lofzang
  logboek logee logger logies logo lokaal loket lommer loods loofbos loop lopen lotion lotus luchtbel luid luifel
  luipaard lunch lupine luster luwte maaiveld maaltijd maan maatstok machine magazijn magie magneet mahonie mais
  maizena maki makreel malve mammoet manege mango mantel marathon maretak margriet marionet markt marmot marter masker
  massief mastbos matras meander medaille meerval mees meetlat meeuw megafoon meiboom meidoorn meikever melk meloen
  mengsel mentor menu mergel merrie mespunt metaal meteoor metgezel methode metro metselen meubel middag midweek
  mijlpaal mijngang mikado mikpunt mild milieu miljard mimosa mineur minirok minuut minzaam mirabel mispel mist mobiel
  modder modern modieus modus moedig moeflon moeilijk moeras moker mokka molen molm molshoop moment mond monoliet
  montuur monument moot mopperen morgen mosgroen mosplant mosterd motief motor motregen motto muesli muilkorf munt
  museum muskus mustang muur muze muziek naaister naald naambord nacht nadruk najaar namiddag narwal natuur nazomer
  neerslag negentig nemen neon nestelen netel netwerk nevelig nieuws nijlgans nijptang nikkel nimf niveau nobel noedels
  noenmaal noodklok nooit noorden notelaar notitie notulen nougat novelle nummer oase ober ochtend oefenen oehoe
  oerbron oerknal oeros oerwoud oester ogenblik okapi okra oleander olie olifant olijf omelet ommetje ommuring omnibus
  omroep omslag omtrek omvang omweg onderin ondiep onkruid onlangs ontbijt onthaal ontwerp onweer oogst ooievaar oorbel
  oosten opdracht opeens opening opera opgaan opgewekt oplage opname oprecht oprit opstel optelsom optiek optocht
  oranje orchidee ordenen ordner oregano organist orgel orka orkest ornament otter oudejaar outfit ovaal oven overloop
  paadje paard pachthof pagaai pagina pakezel pakhuis pakking palet paling palmares pamflet panda panfluit panorama
  pantalon papaja papegaai papier paprika paraplu pardon parel parfum parkiet parodie partij pasfoto paspop passer
  pasta patat patent patio patrijs pauw pauze pedaal peddel peiling pekel pelikaan pels peluw pendule pennen penseel
  peper perelaar pergola periode perron perzik petunia peul piano piek pijler pilaar piloot pingpong pioen pionier
  pipet piraat pistolet pittig pizza plaats pladijs plafond plakken planeet plastiek plataan plavuis plein plezant
  ploeg plof plons plooirok pluimvee pluk plumeau pluvier poedel poef poelier poetsen poging polder polis polka polo
  polsstok pompoen ponton poolvos populier portie postbus potlood potplant potvis prairie praktijk praline praten
  present prettig priem prikkel primula print prisma proeven profiel proper proviand publiek pudding puik puntig pupil
  puree purper puzzel raadsel raaf rabarber radar raden radijs radslag rail raket rammenas rancho ranja ranken rapport
  rasp ratel ravijn rechts reder reebok refrein regen regio reiger reiziger rekenen rekstok reling remlicht renbaan
  rendier rentree reptiel resem respons restant retour reus ribbe richel ridder riet rijbaan rijden rijksweg rijles
  rijp rijst rijtuig rijwiel rimboe ringweg rinkelen rioleer risotto ritme rivier robot robuust roeiboot roeren roest
  roffel rogge rolbaan rolfilm rolluik rolmaat rolstoel roltong roman romig rondom rooibos roomijs rooster rosbief
  rotonde rots route roze rozijn rubber rubriek rugpand rugtas rugzak ruigte ruimen ruit rumba rundvet rups rustig
  safari saffraan saga salami salie salon salto sambal samen samowaar sandaal sardine satijn sauna saus savanne schaar
  schelp schijf schors schroef schuur seizoen selder semester serenade sering serre servet sesam sfeervol sierlijk
  sifon signaal silo sinas singel sitar situatie sjabloon sjalot sjerp sjorren sjouwer slaap slagroom slak slalom slang
  slapen slee sleper sleutel slib sliert slijpen slinger slipper slogan sloof slot sluis smaak smal smaragd smederij
  smeer smelten smeren smidse smullen snaar snavel sneeuw snel snijden snoek snorkel soep soja sokkel solist soms
  sonate sonnet soort sopraan sorbet souvenir spaan spade spannend spar spatel specht speelman spek spelonk sperwer
  speurder spiegel spijker spikkel spin spiraal spits split spoelkom spons spoor sportdag spotter sprank sprei springen
  sproet spruit spuitzak spul spurt staal staf stallen stamppot stapelen start station steak steelpan steiger stekker
  stelt stempel stengel steppe sterren stevig stift stijl stilte stippel stoel stofjas stok stolp stoofpot stopfles
  storm strand streep strip stroop struik studio stuiver stunt sturen stuur stuwmeer subtiel sudderen suiker suite
  surfles taak taalles taart tabblad tachtig tafel talent talud tamboer tamelijk tandem tapijt tapkraan taptoe tapuit
  tarbot tarwe team techniek tegelzet teil tekening tekst telboek telefoon teller telraam telwoord tempo tennis tent
  termiet terrine terugweg tevreden theater theepot thema thermos tiara tiental tijd tijger tikken tillen timmeren
  tinten tipi titel tjiftjaf tobbe tocht toekan toendra toer toeter toga toilet tolhuis tomaat tombola toneel toon
  toorts topaas topgroep topman topteam toren tornado tosti touw toveren trainer trap trechter treffer trein triangel
  tribune trilling trimmen troep trofee trompet tros truffel trui truweel tuba tuimelen tuin tulp tuniek tunnel turbine
  tureluur turf turkoois turnhal tussen twaalf tweespan twijg twintig uiensap uitbouw uitdager uiterst uitgang uitkomst
  uitleg uitrit uitstap uitzicht ukelele uniform unit urenlang uurglas uurwerk vaandrig vaarboom vaas vakantie vakblad
  vakman vakwerk valies valk vallei vanavond vandaag vangbal vanille variant veelvoud veenbes veertig veld venkel
  venster ventiel veranda veren verf vergiet verhaal verkoper verlof vernis vertaler verver verzorg vest veter vetplant
  veulen video vierkant vijftien vijl vijver vijzel villa vinden vink viool virtuoos visboer visfuik visgids visite
  viskraam vismarkt visnet vispan visreis vissoep vistuig vitaal vitrine vlaai vlag vlakte vlaskam vlechten vlek
  vleugel vlieger vlinder vloer vloot vlotter vluchtig voeder voetbal vogel volgorde volkoren volop voltage volume
  vondst voogd voortuin vorig vork vorming vorst vouwdak vraag vragen vredig vreugde vriezer vrijdag vroeg vrolijk
  vrucht vuilbak vulkaan vulling vulpen vuurpijl waaier waakhond waarde wachtrij wadloper wagen walkant walnoot walrus
  wals walvis wandrek wants warmte wasbeer wasdag waskrijt waslijn wasmand wasrol wasstift wastafel waterval wazig
  wedloop weefsel weegbree week weerhaan wegberm wegdek wegkant weide wekker welkom welving wendbaar wensen wentel
  wereld werken werpnet wesp westen wezel wiebel wiegen wiel wigwam wijnrek wijs wijting wijze wilg wimpel wind wingerd
  winkel winning winter wirwar wisdoek wisent wisselen witbrood witloof witvis woensdag woestijn wolgras wolk wollig
  wolvin wombat wonder wonen woonplek worm wortel woud zaag zaaien zadeltas zagerij zakatlas zakdoek zaklamp zakmes
  zalm zand zangles zaterdag zebra zeebaars zeef zeegras zeekat zeelt zeeman zeeotter zeepbel zeerob zeester zeevis
  zeilles zekering zelden zender zenit zeppelin zesde zeshoek zeskant zestien zetstuk zeventig zicht zijde zijgevel
  zijkant zijlijn zijmuur zijpad zijraam zijspan zijtak zijwand zilt zilver zingen zinnia zinvol zitbank zitje zitkamer
  zitplek zitten zitzak zoeker zoel zoemen zoethout zomaar zomer zondag zonhoed zonlicht zonnedak zonzijde zoogdier
  zout zuiden zuil zuinig zuiveren zuurkool zwaan zwabber zwaluw zwavel zwembad zwengel zwerm zweven zwieren
`
  .trim()
  .split(/\s+/);
