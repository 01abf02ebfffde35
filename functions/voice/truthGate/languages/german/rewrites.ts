import type { Rewrite } from "../../vocabulary";
import { joinedVerbs } from "./verbs";

const months = "januar februar märz april mai juni juli august september oktober november dezember".split(" ");

/** What may stand between a price and the unit of time that it is for. */
const priced = "(?:€|euro|franken|rappen|cent|chf|eur|\\d|zig|zehn|hundert|ssig|[a-zäöü]+(?:und[a-zäöü]+zig))";

/** German written one way: contractions, verbs with their particles, prices by the month, the letter that the Swiss do not have. */
export const germanRewrites: readonly Rewrite[] = [
  [/ß/g, "ss"],
  [/^dabei (?:ist|sind)\b/, "es gibt"],
  // "Wir kaufen alte Räder" is not "Sie können alte Räder kaufen".
  [/\bwir ((?:auch |gern |gerne |natürlich )*)kaufen\b/g, "wir $1ankaufen"],
  [/\bkaufen wir\b/g, "ankaufen wir"],
  // "Dienstagvormittags" is a day and a part of it.
  [
    /\b(montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag)(vormittag|nachmittag|abend|mittag|morgen|früh|nacht)(s?)\b/g,
    "$1$3 $2$3",
  ],
  [/\b(\d+),[–-]+/g, "$1"],
  [/\bin der früh\b|\bam morgen\b/g, "morgens"],
  [/\bheute früh\b/g, "heute morgens"],
  [/\bmorgen früh\b/g, "morgen morgens"],
  [/\b(jede[nrs]?|alle) (?:zwei|2) wochen\b|\bvierzehntägig\b|\b14-?tägig\b/g, "alle zwei wochen"],
  [/\bdrei viertel(?= |stunde)/g, "dreiviertel"],
  [
    /\b(mindestens|höchstens|maximal|bis zu|rund|etwa|ungefähr) (für|um|auf|in|nach|mit) (?=\d|\p{L}+ (?:monate?n?|wochen?|tagen?|jahren?|stunden?|minuten|euro|franken)\b)/gu,
    "$2 $1 ",
  ],
  // "Dabei messen wir auch": in doing so, and not that it is included.
  [/^dabei (?=\p{L}+ (?:wir|sie|ich|man|es)\b)/u, ""],
  // "12.45 Uhr", "von 8.30 bis 13.30 Uhr".
  [/\b(\d{1,2})\.(\d{2})(?= ?uhr| (?:bis|und|[-–]) \d{1,2}(?:[.:]\d{2})? ?uhr)/g, "$1:$2"],
  // "Aber" inside a clause joins nothing: "einen Partner können wir aber nicht garantieren".
  [/(?<=[\p{L}\d]) (?:aber|allerdings|jedoch|hingegen|dagegen)(?= )/gu, ""],
  [/\b(unser(?:e|en|em|er|es)?) eigene[nrms]?\b/g, "$1"],
  [/\bam (?:besten|liebsten|einfachsten|bequemsten)\b/g, ""],
  [
    /\binnerhalb (?:von |der |des |von der )?(?=\p{L})(?!(?:eine[rs]?|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|zwölf|vierzehn|zwanzig|vierundzwanzig|achtundvierzig|dreissig|weniger|kurzer|kürzester|\p{L}*(?:zig|zehn)) ?)/gu,
    "in ",
  ],
  [/\b(?:einer? )?halben? (?:bis|oder) (?:einer )?dreiviertel ?stunde\b/g, "30 bis 45 minuten"],
  [/\b(?:einer? )?viertel (?:bis|oder) (?:einer )?halben? stunde\b/g, "15 bis 30 minuten"],
  [
    /\b(?:dr|hr|fr|prof|str|tel|ca|inkl|exkl|zzgl|ev|evtl|bzw|ggf|mind|max|min|std|nr|hl)\./g,
    (whole) => whole.slice(0, -1),
  ],
  [/\bz\. ?b\./g, "zum beispiel"],
  [/\bd\. ?h\./g, "das heisst"],
  [/\bu\. ?a\./g, "unter anderem"],
  [/\bst\.(?= ?\p{L})/gu, "sankt"],
  // "24.12." is a date, "39.90." is a price.
  [
    /(?<!(?:chf|fr|eur|€|\d[.,]) ?)\b([0-3]?\d)\. ?(0?[1-9]|1[0-2])\.(?!\d)/g,
    (_, day = "", month = "") => `${day} ${months[Number(month) - 1] ?? ""}`,
  ],
  [/\b(\d{1,2})\.(?= ?(?:jan|jän|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez))/g, "$1"],
  [/(?<=\b(?:am|der|den|dem|vom|zum|und|bis) )(\d{1,2})\.(?= ?\p{Ll}|,)/gu, "$1 e"],
  [/(\d)[ .'](?=\d{3}(?: ?€| euro| franken))/g, "$1"],
  [/\b(\d+)\.?[–-](?=[ .,!?]|$)/g, "$1"],
  [/(\p{L}{2,})'s\b/gu, "$1 es"],
  [/\blos geh(?:t|en) es\b/g, "losgehen es"],
  [/(\p{L}+)- (und|oder|bzw) (?=\p{L})/gu, "$1 $2 "],
  [/\bkeine (?:mittagspause|pause)\b/g, "durchgehend geöffnet"],
  [
    /^((?:in|im|bei|für|innerhalb|nach|am)\b(?![^,.;!?]*\b(?:wir|sie|ich|man|ist|sind|haben|hat|gibt|es|nehmen|machen)\b)[^,.;!?]*) nichts(?=[ .!]*$)/g,
    "$1 kostenlos",
  ],
  [/\b(\d+|\p{L}+) (geh|fuss|fahr|auto)minuten\b/gu, "$1 minuten zu $2"],
  [/\b(\d+|\p{L}+) minuten zu (?:geh|fuss)\b/gu, "$1 minuten zu fuss"],
  [/\b(?:'n|n) (?=\p{L})/gu, "ein "],
  [/\b(?:'ne|ne) (?=\p{L})/gu, "eine "],
  [/\bgrad\b(?! celsius)/g, "gerade"],
  [/\be[- ](bikes?|velos?|mails?|scooters?|roller|autos?|gitarren?)\b/g, "e$1"],
  [
    /\bmindest(dauer|laufzeit|alter|abnahme|menge|vertragsdauer|bestellwert|preis|betrag|größe|grösse|aufenthalt|teilnehmerzahl|buchung)\b:?/g,
    "$1 mindestens",
  ],
  [/\b(?:höchst|maximal)(dauer|alter|menge|gewicht|größe|grösse|preis|betrag|teilnehmerzahl)\b:?/g, "$1 höchstens"],
  [/\bjän(?:n)?er\b/g, "januar"],
  // Open and closed.
  [/\b(haben|hat|habe|habt|hätten)\b([^,.;!?]*?) auf(?=[ ,.!?]*$|[,.;!?]| und\b)/g, "$1$2 geöffnet"],
  [/\b(haben|hat|habe|habt)\b([^,.;!?]*?) zu(?=[ ,.!?]*$|[,.;!?]| und\b)/g, "$1$2 geschlossen"],
  [/\b(ist|sind|bleibt|bleiben)\b([^,.;!?]*?) (?:zu|dicht)(?=[ ,.!?]*$|[,.;!?]| und\b)/g, "$1$2 geschlossen"],
  [/\b(ist|sind|bleibt|bleiben)\b([^,.;!?]*?) auf(?=[ ,.!?]*$|[,.;!?]| und\b)/g, "$1$2 geöffnet"],
  [
    /\b((?:sind|seid) [^,.;!?]*\bwir|wir [^,.;!?]*\bsind|sind (?:wir|sie)|wir sind|jemand [^,.;!?]*\bist|ist [^,.;!?]*\bjemand)\b([^,.;!?]*?) (?:da|hier|für sie da|vor ort|erreichbar)(?=[ ,.!?]*$|[,.;!?]| und\b)/g,
    "$1$2 geöffnet",
  ],
  [
    /\b(?:haben|machen) (?:wir )?(?:gerade |jetzt |noch )?(?:mittagspause|pause|mittag|feierabend)\b/g,
    "haben geschlossen",
  ],
  // Prices.
  [/\bkostet(?:e|en)?\b([^,.;!?]*?) nichts\b/g, "ist$1 kostenlos"],
  [/\b(?:zinsfrei|zinslos)(?:e|en|er|es)?\b/g, "ohne zinsen"],
  [/\b(?:für|um) lau\b/g, "kostenlos"],
  [
    new RegExp(
      `(${priced}) (?:im|am|in der|die|je|in einem|einem) (tag|woche|monat|jahr|stunde|quartal|semester|halbjahr|schuljahr|trimester|kursjahr)\\b(?! (?:der|des|vor|nach|davor|danach|selbst|\\d))`,
      "g",
    ),
    "$1 pro $2",
  ],
  [
    /\b(?:je|für jede[nrs]?|für eine[nr]?|pro einzelne[nr]?) (?=person|stunde|tag|woche|monat|stück|besuch|bremse|kind|paar|nacht|kilo|meter|quadratmeter|zimmer|fenster|kopf|lektion|termin)/g,
    "pro ",
  ],
  [/\bpro (?:nase|kopf|mann)\b/g, "pro person"],
  [/\b(?:auf jeden|auf alle) (?:fall|fälle)\b/g, "sicher"],
  [/\b(?:an|a) ?moment\b|\beinen (?:kurzen |kleinen )?moment\b/g, "moment"],
  [
    /\b(?:pro|je|im|in der|am) (monat|jahr|tag|woche|stunde|semester|quartal|schuljahr|trimester|person|bremse|nacht|\p{L}+)(?<=(?:pro|je) \p{L}+|(?:monat|jahr|tag|woche|stunde|semester|quartal|schuljahr|trimester))(?:,? (?:sind|kostet|macht|zahlen|verrechnen|nehmen|kommt|wären|wird|werden|berechnen) (?:das|es|sie|wir|man|der|die))?(?: (?:dann|nur|rund|etwa))? (?=((?:chf|fr|€|eur) ?\d+(?:[.,]\d+)?|(?:\d+(?:[.,]\d+)?|[a-zäöü]+) ?(?:€|euro|franken|chf)(?: (?:\d{2}|[a-zäöü]+zig)(?!\p{L}))?))\2/gu,
    "$2 pro $1",
  ],
  // "Der Zwölfer-Bus", "die 10er-Karte".
  [
    /\b(\d+|ein|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|fünfzehn|zwanzig|dreissig|fünfzig|hundert) ?er[- ]?(bus|tram|bahn|linie|pack|packung|karte|karten|abo|block|gruppe|gruppen|kurs)\b/g,
    "$2 $1",
  ],
  [/^.*$/s, (whole) => joinedVerbs(whole)],
  // "Das fängt bei 89 Euro an", "los geht's mit 65 Euro".
  [
    /\b(losgehen|anfangen|beginnen|beginnt|starten|startet)\b([^,.;!?\d]*?) (?:bei|mit|ab) (?=(?:chf |fr |€ ?|eur )?(?:\d[\d.,]*|\p{L}+) ?(?:€|euro|franken|chf|[,.;!?]|$))/gu,
    "$1$2 ab ",
  ],
  // "Sonntags ist Mittagspause", "danach geht es weiter".
  [
    /\b(ist|haben|hat|machen|macht)\b([^,.;!?]*?) (?:mittagspause|pause|ruhetag|betriebsferien|betriebsurlaub|feierabend)\b/g,
    "$1$2 geschlossen",
  ],
  [/\bweitergehen es(?: wieder)?\b|\bgeht es (?:wieder )?weiter\b/g, "öffnen wir wieder"],
  [/\bhin und (?:rückweg|rückfahrt|zurück|retour|rückreise)\b|\bhinweg und rückweg\b/g, "hinundzurück"],
  // "Kommen Sie einfach vorbei": no appointment is needed.
  [
    /\bvorbeikommen (?:(sie|ihr|du) )?(?:bitte |dann |gern |gerne |auch |bei uns )*(?:einfach|spontan|jederzeit|ohne anmeldung|ohne voranmeldung)\b/g,
    "kommen $1 ohne termin",
  ],
  [
    /\b(?:einfach|spontan|jederzeit|ohne anmeldung|ohne voranmeldung) (?:so |bei uns )*vorbeikommen\b/g,
    "ohne termin kommen",
  ],
];
