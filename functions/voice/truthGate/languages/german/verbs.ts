/** Verbs whose forms are made by endings alone, by their infinitives without a separable prefix. */
const weak = `
setzen spritzen schwitzen blitzen platzen stützen stürzen ergänzen glänzen grenzen schnitzen kontaktieren diktieren absolvieren sehnen lehnen widmen mähen säen glühen blühen kühlen zielen eilen heilen stillen verstellen bestücken abrunden runden kleiden färben kräuseln locken tönen zupfen rupfen mixen mengen häkeln sticken weben nähen flechten schminken bemalen verzieren schmücken decken spülen saugen wischen schrubben polieren entrosten verzinken schweissen löten feilen sägen hobeln dübeln hämmern mauern verputzen fliesen verlegen dämmen isolieren achten ändern ankern antworten arbeiten atmen bauen beachten beantragen beantworten bedanken bedecken bedeuten bedienen beenden befestigen
begleiten begrenzen begrüssen behandeln beklagen belegen belohnen benachrichtigen benötigen benutzen beraten berechnen bereiten berücksichtigen
besetzen besichtigen besorgen bestätigen bestellen besuchen betreuen bewahren bewegen bewerten bezahlen beziehen bieten blenden blicken bohren
brauchen bremsen buchen bügeln bürsten danken decken dehnen desinfizieren dienen diskutieren drehen drucken drücken duschen düngen einigen ekeln
enden entdecken entfernen entfetten entkalken entrümpeln entschuldigen entsorgen entspannen entwickeln erfüllen erholen erinnern erklären
erlauben erledigen erneuern erreichen ersetzen erstatten erzählen fehlen feiern feilen feuchten filmen flicken folgen föhnen fragen freuen
frisieren fühlen führen füllen funktionieren fürchten garantieren gehören genügen gewöhnen glätten glauben gravieren grillen gucken haften
handeln hängen härten heizen herrschen hinken hoffen holen hören hüten impfen informieren installieren interessieren kämmen kassieren kaufen
kennzeichnen kippen klagen klappen klären kleben klettern klingeln klopfen kochen kontrollieren kopieren korrigieren kosten krallen kratzen
kriegen kündigen kümmern kuppeln kurbeln kürzen küssen lachen lackieren lagern lächeln leben lecken legen lehren leisten leiten lernen
liefern loben löschen lösen lotsen machen mahlen mahnen malen markieren massieren meinen melden merken messen mieten mischen modellieren
montieren nähen naschen nennen notieren nutzen öffnen ölen operieren ordnen organisieren packen parken parkieren passen passieren pausieren
pflanzen pflegen planen plombieren polieren polstern posten probieren prüfen pumpen pürieren putzen quälen rahmen rasieren räumen reagieren
rechnen reden regeln regnen reichen reinigen reisen renovieren reparieren reservieren retten richten röntgen rollen rücken sagen sammeln
sanieren schaden schälen schalten schärfen schätzen schauen schenken schicken schmecken schmerzen schmieren schminken schnarchen schneien
schrauben schulden schulen schütteln schützen schweissen segeln segnen sichern sollen sorgen sortieren spachteln sparen speichern spielen spülen
spüren starten stauben stecken stellen stempeln steuern stimmen stocken stören stornieren strecken streichen streicheln stricken stutzen suchen tanken
tanzen tapezieren tauchen tauen tauschen täuschen teilen testen toben tönen töpfern trainieren transportieren trauen trennen trocknen turnen
üben überlegen übernachten überprüfen überraschen übersetzen überweisen umarmen unterrichten untersuchen verabreden verändern veranstalten
verarbeiten verbessern vereinbaren verdauen verdienen verdunkeln verfügen verkaufen verkürzen verlagern verlangen verlängern verlegen verletzen
verlosen vermessen vermieten vermitteln vernichten verpacken verpassen versäumen verschicken verschieden verschönern versichern versorgen
verspäten versprechen verständigen verstärken verstauen versuchen verteilen vertrauen verursachen verwahren verwalten verwenden verwöhnen verzichten
verzögern vorbereiten wachsen wählen wandern wärmen warnen warten wechseln wecken wehren weigern weinen weisen wenden werben wickeln wiederholen
wiegen wirken wischen wohnen wundern wünschen würzen zahlen zählen zapfen zaubern zeichnen zeigen zelten zentrieren zerstören zögern zulassen
züchten zünden zupfen zuordnen zweifeln abonnieren akzeptieren aktivieren aktualisieren addieren analysieren applizieren arrangieren assistieren
basieren bandagieren bleachen blockieren chauffieren dekorieren demontieren diagnostizieren digitalisieren dokumentieren dosieren drainieren
engagieren existieren exportieren finanzieren fixieren formatieren fotografieren frankieren galvanisieren graben imprägnieren inserieren
inspizieren justieren kalibrieren kalkulieren kastrieren kombinieren komponieren konfigurieren konservieren konstruieren konsultieren
kooperieren korrespondieren kurieren laminieren maniküren manipulieren modernisieren mobilisieren motivieren musizieren optimieren orientieren
panieren parfümieren pasteurisieren pedikürieren produzieren programmieren protokollieren quittieren rabattieren rationieren reduzieren
registrieren regulieren rehabilitieren reklamieren respektieren restaurieren revidieren rotieren rasten sondieren spazieren spezialisieren
spendieren standardisieren sterilisieren studieren subventionieren tätowieren taxieren telefonieren temperieren tolerieren toupieren
transplantieren variieren ventilieren verifizieren visieren vulkanisieren zitieren aktualisieren matchen checken chatten joggen boxen scannen
mailen shoppen surfen skypen twinten updaten waxen peelen faxen stylen liken posten googeln boarden campen parken stoppen joggen`;

/** Verbs whose vowel changes: infinitive, present where it changes, past, participle; `-` for none. */
const strong = `
sein/bin,ist,sind,seid,sei/war,wär/gewesen haben/hab,hat,hast/hatt,hätt/gehabt werden/wird,wirst/wurd,würd/geworden,worden
können/kann,könn/konnt,könnt/gekonnt müssen/muss,müss/musst,müsst/gemusst dürfen/darf/durft,dürft/gedurft wollen/will/wollt/gewollt
mögen/mag,möcht/mocht/gemocht wissen/weiss/wusst,wüsst/gewusst lassen/läss,lass/liess/gelassen gehen/-/ging/gegangen kommen/-/kam,käm/gekommen
geben/gib/gab,gäb/gegeben nehmen/nimm/nahm,nähm/genommen sehen/sieh/sah/gesehen stehen/-/stand,stünd/gestanden tun/tu,tut/tat/getan
finden/-/fand,fänd/gefunden liegen/-/lag/gelegen sitzen/-/sass/gesessen bleiben/-/blieb/geblieben halten/hält/hielt/gehalten
fahren/fähr/fuhr/gefahren laufen/läuf/lief/gelaufen heissen/-/hiess/geheissen bringen/-/bracht,brächt/gebracht denken/-/dacht/gedacht
kennen/-/kannt/gekannt nennen/-/nannt/genannt bieten/-/bot/geboten bitten/-/bat/gebeten beginnen/-/begann/begonnen fangen/fäng/fing/gefangen
sprechen/sprich/sprach/gesprochen treffen/triff/traf/getroffen helfen/hilf/half/geholfen essen/iss/ass/gegessen trinken/-/trank/getrunken
lesen/lies/las/gelesen schreiben/-/schrieb/geschrieben rufen/-/rief/gerufen schliessen/-/schloss/geschlossen ziehen/-/zog/gezogen
gelten/gilt/galt/gegolten tragen/träg/trug/getragen schlafen/schläf/schlief/geschlafen waschen/wäsch/wusch/gewaschen
schneiden/-/schnitt/geschnitten fallen/fäll/fiel/gefallen gefallen/gefäll/gefiel/gefallen brechen/brich/brach/gebrochen werfen/wirf/warf/geworfen
sterben/stirb/starb/gestorben gewinnen/-/gewann/gewonnen verlieren/-/verlor/verloren vergessen/vergiss/vergass/vergessen
empfehlen/empfiehl/empfahl/empfohlen erhalten/erhält/erhielt/erhalten enthalten/enthält/enthielt/enthalten behalten/behält/behielt/behalten
bekommen/-/bekam/bekommen betragen/beträg/betrug/betragen verbinden/-/verband/verbunden binden/-/band/gebunden entscheiden/-/entschied/entschieden
unterscheiden/-/unterschied/unterschieden scheiden/-/schied/geschieden bestehen/-/bestand/bestanden verstehen/-/verstand/verstanden
entstehen/-/entstand/entstanden vertragen/verträg/vertrug/vertragen übernehmen/übernimm/übernahm/übernommen verschieben/-/verschob/verschoben
schieben/-/schob/geschoben heben/-/hob/gehoben biegen/-/bog/gebogen fliegen/-/flog/geflogen frieren/-/fror/gefroren riechen/-/roch/gerochen
giessen/-/goss/gegossen geniessen/-/genoss/genossen fliessen/-/floss/geflossen steigen/-/stieg/gestiegen leihen/-/lieh/geliehen
verleihen/-/verlieh/verliehen reiten/-/ritt/geritten greifen/-/griff/gegriffen schleifen/-/schliff/geschliffen streichen/-/strich/gestrichen
gleichen/-/glich/geglichen vergleichen/-/verglich/verglichen reissen/-/riss/gerissen beissen/-/biss/gebissen schreien/-/schrie/geschrien
singen/-/sang/gesungen springen/-/sprang/gesprungen schwimmen/-/schwamm/geschwommen spinnen/-/spann/gesponnen klingen/-/klang/geklungen
hängen/-/hing/gehangen schlagen/schläg/schlug/geschlagen laden/läd/lud/geladen raten/rät/riet/geraten beraten/berät/beriet/beraten
braten/brät/briet/gebraten wachsen/wächs/wuchs/gewachsen backen/bäck/back/gebacken messen/miss/mass/gemessen fressen/friss/frass/gefressen
treten/tritt/trat/getreten betreten/betritt/betrat/betreten stechen/stich/stach/gestochen erscheinen/-/erschien/erschienen scheinen/-/schien/geschienen
weisen/-/wies/gewiesen überweisen/-/überwies/überwiesen beweisen/-/bewies/bewiesen senden/-/sand,sandt/gesandt,gesendet wenden/-/wand,wandt/gewandt,gewendet
verwenden/-/verwand,verwandt/verwendet brennen/-/brannt/gebrannt rennen/-/rannt/gerannt verbringen/-/verbracht/verbracht
bewerben/bewirb/bewarb/beworben verderben/verdirb/verdarb/verdorben stehlen/stiehl/stahl/gestohlen lügen/-/log/gelogen wiegen/-/wog/gewogen
entziehen/-/entzog/entzogen beziehen/-/bezog/bezogen umziehen/-/-/umgezogen unterschreiben/-/unterschrieb/unterschrieben
beschreiben/-/beschrieb/beschrieben verschreiben/-/verschrieb/verschrieben besprechen/besprich/besprach/besprochen
versprechen/versprich/versprach/versprochen widersprechen/widersprich/widersprach/widersprochen entsprechen/entsprich/entsprach/entsprochen
vergehen/-/verging/vergangen begehen/-/beging/begangen erfahren/erfähr/erfuhr/- verfallen/verfäll/verfiel/verfallen
entfallen/entfäll/entfiel/entfallen ausfallen/-/-/ausgefallen einladen/-/-/eingeladen befinden/-/befand/befunden empfinden/-/empfand/empfunden
erfinden/-/erfand/erfunden verhalten/verhält/verhielt/verhalten unterhalten/unterhält/unterhielt/unterhalten belassen/beläss/beliess/belassen
verlassen/verläss/verliess/verlassen entlassen/entläss/entliess/entlassen abschliessen/-/-/abgeschlossen beschliessen/-/beschloss/beschlossen
betreiben/-/betrieb/betrieben treiben/-/trieb/getrieben vertreiben/-/vertrieb/vertrieben betreffen/betriff/betraf/betroffen
ersehen/ersieh/ersah/ersehen versehen/versieh/versah/versehen anbieten/-/-/angeboten verbieten/-/verbot/verboten`;

/** What parts from a verb and stands at the end of its clause. */
const separable =
  `zurück zusammen heraus herein herunter herum hinaus hinein hinunter vorbei weiter wieder durch drauf drum raus rein runter rauf rum
hin her los weg frei fest bereit statt teil nach fern heim dazu davon dabei vorbei mit ab an auf aus bei ein um vor zu da`
    .trim()
    .split(/\s+/);

/** Particles that end a clause and belong to the verb before it; the others stand there by themselves as well. */
const parting: ReadonlySet<string> = new Set(
  "zu zurück zusammen heraus herein herunter herum hinaus hinein vorbei raus rein runter los weg frei fest statt teil nach mit ab an auf aus ein um vor dazu".split(
    " ",
  ),
);

const endings: ReadonlySet<string> = new Set([
  "",
  "e",
  "st",
  "est",
  "t",
  "et",
  "en",
  "n",
  "te",
  "ten",
  "test",
  "tet",
  "ete",
  "eten",
  "end",
]);
const endingsOfPast: ReadonlySet<string> = new Set(["", "st", "t", "en", "et"]);
/** Pasts that take an `e`: `konnte`, `käme`; "Lage" and "Gabe" are nouns. */
const pastWithE = /(?:[äü].*|tt|nt|cht|st|lt|ft|urd)$/;
const mostLetters = 4;

interface Verbs {
  /** Stems of the present, and of weak verbs of every tense. */
  readonly stems: ReadonlyMap<string, string>;
  readonly past: ReadonlyMap<string, string>;
  readonly whole: ReadonlyMap<string, string>;
}

let made: Verbs | null = null;

/** Made when the first German word is looked up. */
function verbs(): Verbs {
  if (made !== null) return made;
  const stems = new Map<string, string>();
  const past = new Map<string, string>();
  const whole = new Map<string, string>();
  for (const infinitive of weak.trim().split(/\s+/)) {
    stems.set(stemOf(infinitive), infinitive);
    whole.set(infinitive, infinitive);
  }
  for (const line of strong.trim().split(/\s+/)) {
    const [infinitive = "", present = "-", before = "-", participle = "-"] = line.split("/");
    whole.set(infinitive, infinitive);
    if (!infinitive.endsWith("sein")) stems.set(stemOf(infinitive), infinitive);
    for (const stem of present.split(",")) if (stem !== "-") (stem.length < 3 ? whole : stems).set(stem, infinitive);
    for (const stem of before.split(",")) if (stem !== "-") past.set(stem, infinitive);
    for (const form of participle.split(",")) if (form !== "-") whole.set(form, infinitive);
  }
  made = { stems, past, whole };
  return made;
}

/** `wechseln` is `wechsl` and `wechsel`, `öffnen` is `öffn`. */
function stemOf(infinitive: string): string {
  return /(?:[^aeiouäöü][lr])n$/.test(infinitive) ? infinitive.slice(0, -1) : infinitive.replace(/e?n$/, "");
}

function simple(word: string): string | null {
  const { stems, past, whole } = verbs();
  const known = whole.get(word);
  if (known !== undefined) return known;
  for (let letters = 0; letters <= mostLetters && word.length - letters >= 2; letters++) {
    const stem = word.slice(0, word.length - letters);
    const ending = word.slice(stem.length);
    const found =
      (endings.has(ending) ? stems.get(stem) : undefined) ??
      (endingsOfPast.has(ending) || (/^es?t?$/.test(ending) && pastWithE.test(stem)) ? past.get(stem) : undefined);
    if (found !== undefined) return found;
  }
  return participle(word) ?? participle(word.replace(/e[nrsm]?$/, ""));
}

/** "Zugefallen", and "die zugefallene Tür". */
function participle(word: string): string | null {
  const { stems, whole } = verbs();
  if (/e[nt]$|t$/.test(word)) {
    const known = whole.get(word);
    if (known !== undefined) return known;
  }
  if (!word.startsWith("ge")) return null;
  const rest = word.slice(2);
  for (const ending of ["et", "t"]) {
    const found = rest.endsWith(ending) ? stems.get(rest.slice(0, -ending.length)) : undefined;
    if (found !== undefined) return found;
  }
  return null;
}

/** The infinitive of a German verb's form: `angerechnet` and `anzurechnen` are `anrechnen`; other words are themselves. */
export function germanLemma(word: string): string {
  const found = simple(word);
  if (found !== null) return found;
  for (const prefix of separable) {
    if (!word.startsWith(prefix) || word.length < prefix.length + 3) continue;
    const rest = word.slice(prefix.length);
    const verb = simple(rest.startsWith("zu") ? rest.slice(2) : rest) ?? simple(rest);
    // "Gefallen" is a verb of its own, but with a prefix a form of "fallen".
    if (verb !== null && !notParted.has(word)) return prefix + (verb === "gefallen" ? "fallen" : verb);
  }
  return word;
}

/** Nouns that only look like a verb with a prefix. */
const notParted: ReadonlySet<string> = new Set(
  "abend abends anhalt anlage ankunft antwort aufgabe ausgabe auskunft ausnahme beispiel einlage eingabe einband einmal anfahrt abfahrt einfahrt ausfahrt zugang zustand zufall umstand vorstand vorrat vortrag auftrag antrag vertrag mitte mitten dabei davon umsatz ersatz einsatz zusatz absatz aufsatz ansicht aussicht vorsicht nachsicht zusage vorlage aufwand abstand anstand".split(
    " ",
  ),
);

/** What also stands at the end of a clause without a verb, with the verbs that it does belong to. */
const onlyWith: Readonly<Record<string, readonly string[]>> = {
  dazu: ["kommen", "geben", "buchen", "nehmen", "rechnen"],
  zu: ["machen", "schicken", "senden", "sagen", "lassen", "ordnen"],
};

const notMain: ReadonlySet<string> = new Set(
  "sein haben werden können müssen dürfen wollen sollen mögen wissen".split(" "),
);

/** "Wir rechnen Ihnen das an" as "wir anrechnen Ihnen das": a particle at the end of its clause joined to its verb again. */
export function joinedVerbs(text: string): string {
  const tokens = text.match(/\p{L}+(?:'\p{L}+)?|[^\p{L}]+/gu) ?? [];
  const isWord = (token: string) => /\p{L}/u.test(token);
  const isEnd = (at: number) => {
    const next = tokens[at + 1];
    if (next === undefined || /^\s*[,.;:!?()…–]/.test(next)) return true;
    return /^(?:und|oder|aber|sondern|sowie|denn|wenn|sobald|solange|falls)$/.test(tokens[at + 2] ?? "");
  };
  let clauseAt = 0;
  let lastVerb: string | null = null;
  for (const [at, token] of tokens.entries()) {
    if (!isWord(token)) {
      if (/[,.;:!?()…–]/.test(token)) clauseAt = at + 1;
      continue;
    }
    if (/^(?:und|oder|aber|sondern|sowie|denn)$/.test(token)) {
      clauseAt = at + 1;
      continue;
    }
    if (!parting.has(token) || !isEnd(at) || at === clauseAt) continue;
    let verbAt = -1;
    for (let from = clauseAt; from < at && verbAt < 0; from++) {
      const verb = isWord(tokens[from] ?? "") ? simple(tokens[from] ?? "") : null;
      if (verb !== null && !notMain.has(verb) && !/^(?:meine[nrms]?|bitte|danke|liebe[nr]?)$/.test(tokens[from] ?? ""))
        verbAt = from;
    }
    const verb: string | null = verbAt >= 0 ? simple(tokens[verbAt] ?? "") : lastVerb;
    if (verb === null || !(onlyWith[token]?.includes(verb) ?? true)) continue;
    if (verbAt >= 0) {
      lastVerb = verb;
      tokens[verbAt] = token + verb;
      tokens[at] = "";
    } else tokens[at] = token + verb;
  }
  return tokens
    .join("")
    .replace(/ {2,}/g, " ")
    .replace(/ +(?=[,.;:!?]|$)/g, "");
}
