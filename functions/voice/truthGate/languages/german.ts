import type { Vocabulary } from "../vocabulary";
import { germanCalendar } from "./german/germanCalendar";
import { germanFigures } from "./german/germanFigures";
import { germanConcepts } from "./germanConcepts";
import { germanNumbers } from "./germanNumbers";

const subject = "(?:ich|wir|sie|es|das|man|er)";
const verb =
  "(?:ist|sind|bin|haben|hat|habe|machen|macht|mache|können|kann|geht|gibt|dürfen|darf|werden|wird|bieten|nehmen|tun)";

/** German as it is spoken on the telephone. */
export const german: Vocabulary = {
  code: "de",
  rewrites: [
    [/\b(?:dr|hr|fr|prof|str|tel|ca)\./g, (whole) => whole.slice(0, -1)],
    [/\bz\. ?b\./g, "zum beispiel"],
    [/\bst\.(?= ?\p{L})/gu, "sankt"],
    [/(\d{1,2})\.(\d{1,2})\.(?!\d)/g, "$1. $2."],
    [/\b(\d{1,2})\.(?= ?(?:jan|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez))/g, "$1"],
    [/\b(?:geht's|gibt's|ist's)\b/g, (whole) => whole.replace("'s", " es")],
    [/(\d)[ .](?=\d{3}(?: ?€| euro))/g, "$1"],
    [/\b(haben|hat|habe)\b([^,.;!?]*) auf(?=[ ,.!?]*$)/g, "$1$2 geöffnet"],
    [/\b(haben|hat|habe)\b([^,.;!?]*) zu(?=[ ,.!?]*$)/g, "$1$2 geschlossen"],
    [/\beinen moment\b/g, "moment"],
  ],
  frames: [
    /\b(?:vielen |herzlichen |besten )?dank(?:e)?(?: (?:schön|sehr))?(?: für (?:ihren anruf|ihre geduld|ihr interesse|den anruf|die nachfrage))?\b|\bich danke ihnen\b/g,
    /\b(?:sehr )?gern(?:e)? geschehen\b|\bbitte (?:schön|sehr)\b|\bkeine ursache\b/g,
    /\b(?:kann ich|können wir|darf ich) (?:sonst )?(?:noch )?(?:etwas|was) (?:für sie )?(?:tun|anderes)?(?: für sie)?(?: tun)?\b|\bsonst noch (?:etwas|was|fragen)\b|\bnoch (?:etwas|was)(?=[ ,?]*$)/g,
    /\b(?:wie|womit|was) (?:kann|darf|können) (?:ich|wir) (?:ihnen |für sie )?(?:helfen|behilflich sein|tun|weiterhelfen)\b|\b(?:ich|wir) (?:helfe|helfen|helf) (?:ihnen )?(?:gern|gerne)\b/g,
    /\b(?:(?:einen )?(?:schönen|guten|angenehmen) (?:tag|abend|nachmittag|morgen|start|wochenende)(?: noch)?|schönes wochenende|guten tag|guten morgen|guten abend|hallo|auf wiederhören|auf wiedersehen|tschüss|bis dann|bis bald|alles gute|schöne feiertage|grüß gott|servus|moin)\b/g,
    /\b(?:moment|augenblick|sekunde)(?: bitte)?\b|\bbitte warten sie\b|\bbleiben sie dran\b/g,
    /\b(?:ich|wir) (?:sehe|schaue|prüfe|schau|sehen|schauen)(?: (?:kurz|gleich|mal|für sie|das))*(?: nach)?\b|\blassen sie mich (?:kurz |mal )?(?:nachsehen|schauen|prüfen)\b/g,
    /\bdas tut mir (?:sehr )?leid\b|\bes tut mir (?:sehr )?leid\b|\btut mir leid\b|\bentschuldigung\b|\bentschuldigen sie\b|\bverzeihung\b|\bleider\b/g,
    /\b(?:ich|wir) (?:verbinde|verbinden|hole|stelle|reiche|übergebe)(?: (?:sie|ihnen))*(?: (?:gern|gerne|gleich|jetzt|sofort|nun))*(?: (?:mit|zu|an))?(?: (?:einem|einen|jemanden|jemandem|einer|dem|der|den|menschen|mitarbeiter|mitarbeiterin|kollegen|kollegin|person|team|empfang|praxis|werkstatt|büro|chef|chefin))*(?: (?:durch|weiter))?\b/g,
    /\bich bin (?:der|die|ein|eine) (?:ki|digitale|virtuelle|automatische)[- ]?(?:assistent|assistentin)?(?: von)?\b/g,
    /\b(?:das habe ich (?:leider )?nicht (?:ganz )?verstanden|können sie (?:es|das) (?:bitte )?(?:noch einmal|nochmal|wiederholen)(?: sagen)?)\b/g,
    /\b(?:wie gesagt|übrigens|zum beispiel|das heißt|keine sorge|in ordnung|alles klar|wenn sie (?:möchten|wollen|mögen)|lassen sie sich zeit|bitte beachten sie|natürlich gern(?:e)?|unter anderem|gute frage)\b/g,
    /\b(?:herzlichen )?glückwunsch\b/g,
    /\bdann geht es nicht\b|\bich bin da\b|\bfür (?:das|den) (?:andere|rest) verbinden\b/g,
    /\bsie (?:erreichen|finden) uns(?: (?:unter|in|an))?\b/g,
    /^(?:gut|schön|prima|super|perfekt|wunderbar|sehr gut|okay|ok|toll)(?=[,.!–-]|$)/g,
  ],
  unknowing:
    /\b(?:weiß|kann|darf|könnte) (?:ich|wir) (?:ihnen )?(?:leider |es |dazu |das )*(?:nicht|keine)\b|\bich (?:weiß|kann|darf|könnte)(?: (?:es|das|ihnen|leider|dazu))* (?:nicht|nichts|keine)\b|\bdas (?:weiß|kann) ich(?: (?:ihnen|leider))* nicht\b|\bnicht sicher\b|\bkeine (?:auskunft|information|informationen|angaben)\b|\bda müsste ich (?:fragen|nachfragen)\b/,
  plural: /[^su]{4,}s$/,
  endings: [
    "ungen",
    "ung",
    "lichen",
    "liche",
    "lich",
    "enden",
    "ende",
    "ern",
    "em",
    "en",
    "er",
    "es",
    "et",
    "est",
    "e",
    "n",
    "t",
  ],
  neutral: `ein eine einen einem einer eines der die das den dem des dies diese dieser dieses diesen diesem es sie er ihn ihm ihr ihre ihren ihrem ihrer ihnen ich mir mich mein meine wir uns unser unsere unseren unserem unserer
    wer was wie wo wann warum wieso welche welcher welches welchen welchem ob dass weil denn da so also auch noch schon mal doch ja nein eben halt
    in im an am auf bei beim mit von vom zu zum zur für aus um nach zu und oder aber nicht als an per gegen durch hier dort dann dazu dafür damit davon darauf
    ist sind bin war waren wird werden wurde sein seid hat haben habe hatte kann können könnte könnten darf dürfen soll sollen sollte will wollen möchte möchten würde würden wäre
    geht gehen komme kommt kommen gibt geben mache macht machen tun tut biete bietet bieten an nehme nimmt nehmen führen führt verwenden verwendet benutzen finden findet sehen sieht weiß wissen sagen sagt fragen
    ding dinge sache sachen art arten teil frage fragen antwort antworten auskunft information informationen hilfe name namen
    kunde kunden kundin kundinnen patient patienten patientin besucher herr frau
    laden geschäft salon praxis werkstatt büro betrieb restaurant lokal adresse nummer rufnummer telefonnummer preis preise leistung leistungen service zeit zeiten öffnungszeiten uhrzeit uhr
    gern gerne bitte natürlich selbstverständlich sicher wirklich sehr recht einfach direkt gleich normalerweise gewöhnlich üblicherweise eigentlich außerdem zusätzlich jeweils insgesamt
    danke hallo anderes andere anderen anderer folgende folgenden unsere nächste nächsten heißt bedeutet befindet befinden liegt liegen erhalten erhält bekommen bekommt kosten sprechen spricht feiertags`,
  askable: `name namen nummer telefonnummer adresse tag tage datum uhrzeit uhr zeit woche termin termine buchen vereinbaren person personen erwachsene kind kinder auto kennzeichen marke modell alter
    schon neu erste erstes mal buchstabieren wiederholen sagen anderer andere anderes passt passen lieber interessiert suchen brauchen möchten problem anliegen etwas jemand leistung leistungen preis preise
    morgen heute vormittag nachmittag abend schmerzen versicherung ändern verschieben absagen sprechen hund katze tier weiter besser richtig stattdessen jemanden buchung davon bleiben`,
  concepts: germanConcepts,
  asking:
    /^(?:(?:und|also|gut|ja|gern|gerne|natürlich|okay|ok|danke|entschuldigung|hallo) )*(?:(?:auf|für|an|in|von|zu|um|bei|mit) )?(?:was|wie|wo|wann|wer|wen|wem|warum|wieso|welche|welcher|welches|welchen|welchem|wieviel|womit|worum|(?:soll|sollen|kann|können|darf|dürfen|möchten|wollen|haben|sind|ist|meinen|brauchen|suchen|geht|hätten|wäre|wären|würden|passt|kennen|waren|war|fahren|kommen|sprechen|wünschen) (?:ich|sie|wir|es|das|ihnen|ihr|ihre|der|die|er))\b/,
  openQuestion:
    /\b(?:was|wie|wo|wann|wer|wen|wem|warum|wieso|welche|welcher|welches|welchen|welchem|wieviel|woher|wohin)\b/,
  callerFrames: [
    /\b(?:können|könnten) sie mir (?:bitte )?sagen(?:,? ob)?\b/g,
    /\b(?:ich (?:wollte|möchte|würde gern(?:e)?)(?: (?:nur|gern|gerne|mal))* (?:fragen|wissen))(?:,? ob)?\b/g,
    /\b(?:hallo|guten (?:tag|morgen|abend)|bitte|danke|entschuldigung|äh|ähm|also|gut|ok|okay|oder|richtig|stimmt's|stimmt das|nicht wahr|ja)(?=[ ,.?!]|$)/g,
  ],
  offering:
    /\b(?:möchten sie|wollen sie|wünschen sie|hätten sie gern|darf ich|soll ich|sollen wir|wussten sie|interessiert|wie wäre|lieber)\b/,
  ours: /\b(?:wir|unser|unsere|unseren|unserem|unserer)\b/,
  copula: "ist sind bin war waren sein wird werden",
  they: "er",
  about: "für auf mit bei in an zum zur zu wenn wegen als",
  aboutSelf: /^(?:also |und |aber )*(?:ich|mein|meine|mir|wir|ein|eine|einen|für)\b/,
  namesAreCapital: false,
  we: "wir",
  you: "sie",
  relative: "wer welche welcher die der",
  without: "ohne",
  self: "Ich bin ein KI-Assistent, ein Roboter, eine Maschine, ein Computer. Ich bin kein Mensch. Ich bin nicht echt.",
  yes: /^(?:(?:ach|oh|na|und) )*(?:ja|jawohl|genau|richtig|stimmt|natürlich|selbstverständlich|sicher|klar|gern|gerne|freilich|absolut|korrekt|auf jeden fall|ganz genau|kein problem|(?:das|es) (?:stimmt|ist richtig|ist korrekt|geht|passt|ist möglich|ist kein problem|ist so|bieten wir an|machen wir|haben wir)|das können sie|dürfen sie|können sie|ja gern(?:e)?)(?: (?:ja|gern|gerne|natürlich|genau|klar|das (?:geht|stimmt|bieten wir an|machen wir|haben wir)|können sie|haben wir|sind wir))*$/,
  no: /^(?:(?:ach|oh|na|und) )*(?:nein|nee|nö|leider nicht|leider nein|auf keinen fall|keinesfalls|keineswegs|gar nicht|niemals|(?:das|es) (?:stimmt nicht|geht (?:leider )?nicht|ist nicht (?:richtig|möglich|korrekt)|ist falsch)|noch nicht|nicht ganz)(?: (?:nein|leider|leider nicht|nicht))*$/,
  leadingAnswer: /^(?:ja|nein|genau|richtig|natürlich|sicher)$/,
  promise:
    /\b(?:ich|wir|man|jemand|er|es) (?:\p{L}+ )?(?:werde|werden|wird)\b|\b(?:werde|werden) (?:ich|wir)\b|\bsie werden\b|\b(?:ich|wir) (?:verspreche|versprechen|garantiere|garantieren|versichere|sorge|sorgen|kümmere|kümmern|rufe|rufen|schicke|schicken|melde|melden|mache|gebe|schenke|erlasse)\b/u,
  givingBack:
    /\bsie (?:möchten|wollen|wünschen|sagten|hätten gern)\b|^(?:(?:also|und|dann) )*(?:das|es) (?:ist|wäre)\b/,
  finite: "passt geht können kann haben ist sind hat",
  done: /\b(?:ich|wir) (?:habe|haben) (?:es |das |sie |ihnen |ihren |ihre )+(?:\p{L}+ )*ge\p{L}+\b|\bist (?:gebucht|reserviert|notiert|erledigt|abgesagt|bestätigt)\b/u,
  bareAssertion: new RegExp(`^(?:(?:und|ja|also|aber) )*(?:${subject} ${verb}|(?:das|es) ${verb} ${subject})\\b`),
  numbers: germanNumbers,
  figures: germanFigures,
  calendar: germanCalendar,
};
