import { groupsOf, type Language, never, wordsOf } from "./language";

/** German, without umlauts: `plain` writes ö as o and ß as ss. */
export const german: Language = {
  code: "de",
  rewrites: [
    [/\b(?:ah|ahm|hm+|also|mal|eigentlich|halt|eben|denn|so)\b/g, " "],
    [/\b(?:ec|kredit|giro|bank) ?karten?\b/g, "karte"],
    [/\bhaare? (?:schneiden|geschnitten)\b/g, "haarschnitt"],
  ],
  grammar: wordsOf(`
    der die das den dem des ein eine einen einem einer eines kein keine keinen mein meine meinen meinem meiner dein ihr ihre ihren ihrem unser
    ich du er sie es wir ihr euch uns mir mich ihnen sich man ist sind bin bist war waren sein wird werden wurde wurden hat haben habe hatte hatten
    kann konnen konnte konnten darf durfen muss mussen soll sollen will wollen mochte mochten wurde gibt geben gibts machen macht mache tun
    und oder aber nicht nur auch noch schon ja nein doch zu zum zur in im am an auf aus bei beim mit von vom nach vor fur uber um ohne durch bis
    was wer wie wo wann welche welcher welches welchen warum ob dass wenn denn da hier dort jetzt heute gerade bitte danke hallo guten tag morgen abend
    wissen sagen frage fragen bieten anbieten kostet kosten gut gerne gern lieber etwas was brauche brauchen nehmen nehme sehr mal uhr`),
  light: wordsOf("bringen mitbringen arbeiten brauchen dauert dauern behandeln"),
  determiners: wordsOf("der die das den dem des ein eine einen einem einer mein meine meinen ihr ihre ihren"),
  subjects: wordsOf("hund katze kater kaninchen pferd vogel mann frau kind senior auto motorrad fahrrad"),
  synonyms: groupsOf(`
    parken parkplatz parkplatze parkhaus
    kind kinder sohn tochter baby
    hund hunde welpe
    katze katzen
    kater katern
    bezahlen zahlen zahlung
    karte kartenzahlung kreditkarte
    absagen stornieren absage storno
    verschieben verlegen umbuchen
    versicherung kasse krankenkasse
    notfall notfalle dringend
    termin termine terminvereinbarung voranmeldung
    bus bahn tram strassenbahn u-bahn s-bahn haltestelle
    barrierefrei rollstuhl aufzug
    impfung impfen impfungen
    gutschein gutscheine geschenkgutschein
    preis preise kosten gebuhr`),
  endings: ["ungen", "ung", "ern", "em", "en", "er", "es", "e", "s", "n"],
  twiceEnded: null,
  joinsWords: true,
  nounFirst: false,
  lowersNames: false,
  article: never,
  isPlural: () => false,
  lasts: /\b(?:minuten?|stunden?|tage?|wochen?)\b/i,
  saysPrice: /\d|\b(?:kostenlos|gratis|gebühr|preis|kosten|kostet)\b/i,
  isDayOff: () => true,
  joint:
    /(?:,| und| oder)+ (?:auch |dann )?(?=(?:was|wann|wo|wer|wie|welche|haben|hat|sind|ist|kann|gibt|bieten|machen) )/giu,
  cues: {
    person:
      /\b(?:mitarbeiter|mitarbeiterin|mensch|menschen|echte person|jemanden sprechen|jemandem sprechen|chef|chefin|geschaftsfuhrer|kollegen)\b|\b(?:mit|den|die) \S+(?: \S+)? (?:sprechen|verbinden)\b|\bverbinden sie mich\b/,
    complaint: /\b(?:beschwerde|beschweren|unverschamt|frechheit|reklamation|mein(?:en|em)? anwalt|unzumutbar)\b/,
    emergency: /\b(?:notfall|blutet|bewusstlos|krankenwagen|vergiftet|atmet nicht|unfall)\b/,
    goodbye: /\b(?:tschuss|auf wiederhoren|auf wiedersehen|ciao|schonen tag|wiederhoren|bis dann|servus)\b/,
    nothingElse: /\b(?:das war(?:s| es| alles)?|das ist alles|nichts weiter|sonst nichts|keine fragen)\b/,
    thanks: /\b(?:danke|dankeschon|vielen dank|super|prima|toll|perfekt)\b/,
    greeting: /^(?:hallo|guten (?:tag|morgen|abend)|gruss gott|servus|moin)\b/,
    areYouThere: /\b(?:horen sie mich|sind sie (?:noch )?(?:da|dran)|ist da jemand)\b/,
    areYouReal:
      /\b(?:sind sie|bist du|spreche ich mit|ist das) (?:ein |eine |einem |einer )?(?:roboter|computer|maschine|ki|echter mensch|automat|bot)\b/,
    sayAgain: /\b(?:wiederholen|noch ?mal(?: bitte)?|wie bitte|nicht verstanden)\b/,
    wait: /^(?:moment|augenblick|warten sie|sekunde|einen moment|einen augenblick)\b/,
    yes: /^(?:ja|jawohl|genau|richtig|stimmt|korrekt|passt|gerne|gern|ok|okay|in ordnung|klar|sicher|einverstanden|das passt|das stimmt|perfekt|bitte)\b/,
    no: /^(?:nein|ne|nee|falsch|nicht|das stimmt nicht|das passt nicht)\b/,
    book: /\b(?:termin|tisch|platz) (?:\S+ ){0,5}?(?:buchen|vereinbaren|machen|ausmachen|haben|reservieren|bekommen)\b|\b(?:buchen|reservieren|vereinbaren|anmelden)\b|\b(?:brauche|mochte|hatte gern|hatte gerne|will) (?:\S+ )?(?:termin|tisch)\b|\bvorbeikommen\b|^(?:einen )?termin\b/,
    isFree: /\b(?:was|noch|etwas|termine?|wann|haben sie) (?:\S+ ){0,3}?frei\b/,
    mayBook:
      /\b(?:ich|wir) (?:mochte|mochten|brauche|brauchen|hatte gern|hatte gerne|will|wollen)\b|\b(?:kann|konnte|konnten) (?:ich|wir) (?:\S+ )*(?:bekommen|haben)\b/,
    cancel: /\b(?:absagen|stornieren)\b|\bkann (?:\S+ ){0,3}?nicht kommen\b/,
    move: /\b(?:verschieben|verlegen|umbuchen)\b/,
    isPolicy:
      /\b(?:was passiert|was ist wenn|ohne termin|brauche ich (?:einen )?termin|muss ich (?:\S+ ){0,3}?termin|wie (?:kann|lange vorher)|gebuhr|online|termin notig)\b/,
    forgetIt: /\b(?:vergessen sie|egal|doch nicht|lassen wir|nicht mehr)\b/,
    price: /\b(?:was kostet|was kosten|wie teuer|wie ?viel|preis|preise|kostet|kosten|gebuhr)\b/,
    duration: /\b(?:wie lange|wie viele minuten|dauert|dauer)\b/,
    offer: /\b(?:bieten sie|machen sie|haben sie|gibt es|kann man|konnen sie|fuhren sie|behandeln sie)\b/,
    about: /\b(?:was ist|was beinhaltet|erzahlen|erklaren|was gehort)\b/,
    hours:
      /\b(?:offen|geoffnet|auf|offnen|offnet|schliessen|schliesst|geschlossen|zu|offnungszeiten|sprechzeiten|bis wann)\b/,
    isOpen: /^(?:(?:und|hallo) )*(?:haben sie|habt ihr|sind sie|ist) (?:\S+ ){0,4}?(?:offen|geoffnet|auf)\b/,
    week: /\b(?:offnungszeiten|sprechzeiten|zeiten|woche|tage)\b/,
    where: /\b(?:wo|adresse|strasse|anfahrt|finde ich sie|wie komme ich|hausnummer|postleitzahl)\b/,
    phone: /\b(?:telefonnummer|rufnummer|ihre nummer)\b/,
    businessName: /\b(?:wer sind sie|mit wem spreche ich|bin ich (?:da )?(?:richtig|bei)|ist das)\b/,
    services: /\b(?:was|welche) (?:\S+ ){0,2}?(?:leistungen|behandlungen|bieten sie)\b|\bwas (?:machen|bieten) sie\b/,
    prices: /\b(?:preisliste|ihre preise)\b/,
    holidays: /\b(?:feiertag|feiertage|feiertagen)\b/,
    it: /\b(?:das|es|dies|dafur|davon|dabei|einen|eine)\b/,
    also: /^(?:und|oder|auch|ausserdem)\b|\bwas ist mit\b/,
    each: /\b(?:beide|alle)\b/,
    nameIs:
      /\b(?:mein name ist|ich heisse|ich bin|hier ist|hier spricht|auf den namen|fur|name ist) ((?!ein|der|die|das|morgen|heute|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|den\b|meine?|um\b|mich|uns)[\p{L}]{2,}(?: (?!und\b|am\b|um\b|ich\b|bitte\b)[\p{L}]{2,})?)/u,
    bareName: /^(?:(?:ja|gerne|auf|naturlich) )*([\p{L}]+(?: [\p{L}]+){0,2}?)(?: bitte)?$/u,
    isTheName: /^(.+?) ist (?:der|mein) name$/,
    nameFor: never,
    aboutTime: /\b(?:uhrzeit|zeit|tag|datum|fruher|spater)\b/,
    aboutName: /\bname\b/,
    aboutService: /\b(?:leistung|behandlung)\b/,
    demographic: /^(?:mann|frau|~kind|herren|damen)$/,
    benign: /^(?:normal|normale|normaler|einfach|einfache|einfacher|neu|neuer|neue)$/,
    choice:
      /\b(?:(?<first>erste[nr]?|fruhere[nr]?)|(?<second>zweite[nr]?)|(?<third>dritte[nr]?)|(?<last>letzte[nr]?|spatere[nr]?))\b/,
    anythingElse: /\b(?:sonst noch|noch etwas)\b/,
    whichKinds: /\b(?:was fur|welche[rsn]?) (\S+) (?:haben sie|bieten sie|gibt es|machen sie|fuhren sie)\b/,
    isQuestion:
      /^(?:und |hallo |guten tag )*(?:was|wie|wann|wo|wer|welche[rsn]?|haben|hat|sind|ist|kann|konnen|gibt|darf|muss|machen|bieten)\b/,
  },
  clock: {
    numbers: {
      null: 0,
      eins: 1,
      ein: 1,
      zwei: 2,
      zwo: 2,
      drei: 3,
      vier: 4,
      funf: 5,
      sechs: 6,
      sieben: 7,
      acht: 8,
      neun: 9,
      zehn: 10,
      elf: 11,
      zwolf: 12,
      dreizehn: 13,
      vierzehn: 14,
      funfzehn: 15,
      sechzehn: 16,
      siebzehn: 17,
      achtzehn: 18,
      neunzehn: 19,
      zwanzig: 20,
      dreissig: 30,
      vierzig: 40,
      funfundvierzig: 45,
      funfzig: 50,
    },
    patterns: [
      { pattern: "halb {h}", plus: -30 },
      { pattern: "viertel nach {h}", plus: 15 },
      { pattern: "viertel vor {h}", plus: -15 },
      { pattern: "dreiviertel {h}", plus: -15 },
      { pattern: "{m} nach {h}" },
      { pattern: "{m} vor {h}", sign: -1 },
      { pattern: "{h}[:.]{mm}(?: uhr)?" },
      { pattern: "{h} uhr {m}" },
      { pattern: "{h} uhr" },
      { pattern: "(?:um )?mitternacht", fixed: 1440 },
      { pattern: "(?:am )?mittag", fixed: 720 },
    ],
    morning: /\b(?:morgens|fruh|vormittags?|am vormittag)\b/,
    afternoon: /\b(?:nachmittags?|abends?|am nachmittag|am abend)\b/,
    night: /\b(?:nachts?|heute nacht|in der nacht)\b/,
    bareHour: /(?:um|gegen|ab|bis|lieber) (?:etwa |circa )?/,
  },
  calendar: {
    weekdays: [
      /\bmontags?\b/,
      /\bdienstags?\b/,
      /\bmittwochs?\b/,
      /\bdonnerstags?\b/,
      /\bfreitags?\b/,
      /\b(?:samstags?|sonnabends?)\b/,
      /\bsonntags?\b/,
    ],
    everyWeek: /\b(?:montags|dienstags|mittwochs|donnerstags|freitags|samstags|sonntags|jeden)\b/,
    weekend: /\bwochenende\b/,
    workdays: /\b(?:unter der woche|werktags)\b/,
    today: /\bheute\b/,
    tonight: /\bheute nacht\b/,
    dayWords:
      /\b(?:morgen|ubermorgen|heute|nachste[nr]? woche|vormittags?|nachmittags?|abends?|januar|februar|marz|april|mai|juni|juli|august|september|oktober|november|dezember)\b/,
    dayAfter: /\btag nach\b/,
    dayBefore: /\btag vor\b/,
    ordinals: {},
    dayOfMonth: /\b(?:am )(\d{1,2})(?:ten)?\b(?! (?:uhr|:))/,
    feasts: [
      [/\bheilig(?:er |en )?abend\b|\bheiligabend\b/, "12-24"],
      [/\bzweite[nr]? weihnachtstag\b/, "12-26"],
      [/\bweihnachten\b|\berste[nr]? weihnachtstag\b/, "12-25"],
      [/\bsilvester\b/, "12-31"],
      [/\bneujahr\b/, "01-01"],
      [/\btag der arbeit\b|\berste[nr]? mai\b/, "05-01"],
      [/\btag der deutschen einheit\b/, "10-03"],
      [/\bkarfreitag\b/, -2],
      [/\bostermontag\b/, 1],
      [/\bostern\b|\bostersonntag\b/, 0],
      [/\bhimmelfahrt\b/, 39],
      [/\bpfingstmontag\b/, 50],
    ],
  },
  phrases: {
    priceIs: "{name}: {price}.",
    priceIsA: "{name}: {price}.",
    pricesAre: "{name}: {price}.",
    takes: "{name} dauert {minutes} Minuten.",
    takesA: "{name} dauert {minutes} Minuten.",
    takeMany: "{name} dauert {minutes} Minuten.",
    yesWeDo: "Ja, das bieten wir an.",
    openOn: "{day}: {hours}.",
    closedOn: "{day}: geschlossen.",
    yes: "Ja.",
    no: "Nein.",
    through: "{first} bis {last}",
    iAmAi: "Ich bin der KI-Assistent von {name}.",
    weOffer: "Wir bieten {names}.",
    amongOthers: "Wir bieten unter anderem {names}.",
    whichPrice: "Von welcher Leistung möchten Sie den Preis wissen?",
    and: "und",
    or: "oder",
    the: "{name}",
    didYouMean: "Meinen Sie {names}?",
    whichOne: "Welche meinen Sie?",
    howCanIHelp: "Wie kann ich Ihnen helfen?",
    hello: "Guten Tag! Wie kann ich Ihnen helfen?",
    hereIAm: "Ja, ich bin da. Wie kann ich Ihnen helfen?",
    welcome: "Gern geschehen. Kann ich sonst noch etwas für Sie tun?",
    goAhead: "Gern, was möchten Sie wissen?",
    sayAgainPlease: "Das habe ich nicht verstanden. Können Sie es noch einmal sagen?",
    goodbye: "Danke für Ihren Anruf. Auf Wiederhören!",
    toPerson: "Gern, ich verbinde Sie.",
    toPersonSorry: "Das tut mir leid. Ich hole Ihnen jemanden.",
    dontKnow: "Das weiß ich leider nicht sicher.",
    personForTheRest: "Soll ich Sie für das andere verbinden?",
    whichService: "Welche Leistung möchten Sie buchen?",
    whichDayAndTime: "Welcher Tag und welche Uhrzeit passen Ihnen?",
    whichTime: "Welche Uhrzeit passt Ihnen?",
    whichDay: "Welcher Tag passt Ihnen?",
    whichName: "Auf welchen Namen?",
    isThatRight: "Ist das richtig?",
    whatToChange: "Was soll ich ändern: die Leistung, die Zeit oder den Namen?",
    notThen: "Dann geht es leider nicht. Welche andere Zeit passt Ihnen?",
    shallICancel: "Soll ich Ihren Termin absagen?",
    moveToWhen: "Wann möchten Sie stattdessen kommen?",
    allRightElse: "In Ordnung. Kann ich sonst noch etwas für Sie tun?",
  },
};
