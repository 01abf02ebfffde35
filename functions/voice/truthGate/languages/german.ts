import type { Vocabulary } from "../vocabulary";
import { germanAlike, germanKinds, germanOpposites } from "./german/alike";
import { germanConcepts } from "./german/concepts";
import { germanFrames } from "./german/frames";
import { germanCalendar } from "./german/germanCalendar";
import { germanFigures } from "./german/germanFigures";
import { germanHours } from "./german/germanHours";
import { germanRequests } from "./german/germanRequests";
import { germanAskable, germanLight, germanNeutral, germanThings } from "./german/neutral";
import { germanNumbers } from "./german/numbers";
import { germanRewrites } from "./german/rewrites";
import { germanLemma } from "./german/verbs";

const subject = "(?:ich|wir|sie|es|das|man|er)";
const verb =
  "(?:ist|sind|bin|haben|hat|habe|machen|macht|mache|können|kann|geht|gibt|dürfen|darf|werden|wird|bieten|anbieten|nehmen|tun|geht|passt|klappt)";

/** "Machen wir": a yes in other words. */
const said =
  "(?:das )?(?:machen|haben|anbieten|führen|nehmen|reparieren|erledigen) wir(?: (?:gern|gerne|auch|natürlich|selbstverständlich))*|wir (?:haben|machen|anbieten|führen) (?:das|es)";

/** German as it is spoken on the telephone. */
export const german: Vocabulary = {
  code: "de",
  rewrites: germanRewrites,
  lemma: germanLemma,
  hasCompounds: true,
  frames: germanFrames,
  unknowing:
    /\b(?:weiss|kann|darf|könnte) (?:ich|wir) (?:ihnen )?(?:leider |es |dazu |das )*(?:nicht|keine)\b|\bich (?:weiss|kann|darf|könnte)(?: (?:es|das|ihnen|leider|dazu))* (?:nicht|nichts|keine)\b|\bdas (?:weiss|kann) ich(?: (?:ihnen|leider))* nicht\b|\bnicht sicher\b|\bkeine (?:auskunft|information|informationen|angaben)\b|\bda müsste ich (?:fragen|nachfragen)\b/,
  plural: /(?:\p{L}{3,}(?:[aoyé]|[^e]i)s|\p{L}{3,}[kptm]s|\p{L}{2,}e[lrn]s|\p{L}{2,}e[lr]n)$/u,
  endings: ["ungen", "ung", "lichen", "liche", "lich", "enden", "ende", "ern", "em", "en", "er", "es", "e"],
  neutral: germanNeutral,
  things: germanThings,
  askable: germanAskable,
  light: germanLight,
  alike: germanAlike,
  kinds: germanKinds,
  opposites: germanOpposites,
  concepts: { ...germanConcepts, ...germanHours },
  requests: germanRequests,
  asking:
    /^(?:(?:und|also|gut|ja|gern|gerne|natürlich|okay|ok|danke|entschuldigung|hallo) )*(?:(?:auf|für|an|in|von|zu|um|bei|mit) )?(?:was|wie|wo|wann|wer|wen|wem|warum|wieso|welche|welcher|welches|welchen|welchem|wieviel|womit|worum|wofür|worauf|wohin|woher|wessen|(?:soll|sollen|kann|können|könnten|darf|dürfen|dürfte|möchten|wollen|haben|habe|hat|sind|seid|ist|meinen|brauchen|suchen|geht|hätten|hätte|wäre|wären|würden|würde|passt|passen|kennen|waren|war|wünschen|interessieren|mögen|macht|gibt|klingt|reicht|bevorzugen|planen|muss|müssen) (?:ich|sie|wir|es|das|ihnen|ihr|ihre|ihren|der|die|den|er|du|euch|jemand|man))\b/,
  verbFirst:
    /^(?:(?:und|aber|oder) )?\p{L}+(?:en|st|t) (?:sie|ihr|du|wir|ich|es|man|das|da|der|die|eure?|ihre?)(?!\p{L})/u,
  openQuestion:
    /\b(?:wie|wo|wann|wer|wen|wem|warum|wieso|welche|welcher|welches|welchen|welchem|wieviel|woher|wohin|womit|wofür|worum|weshalb)\b|(?:^|[,.;:–!] ?|\b(?:und|also|aber|ja|na|gut|hallo|danke|mir|ihnen|sie|tag|grüezi|servus|gott) )was\b/,
  callerFrames: [
    /\b(?:können|könnten|kannst|könnt) (?:sie|du|ihr) mir (?:bitte |vielleicht )*(?:sagen|verraten)(?:,? ob)?\b/g,
    /\b(?:ich (?:wollte|möchte|würd|würde|hätte|wollt)(?: (?:nur|gern|gerne|mal|kurz|bloss|eigentlich))* (?:fragen|wissen|erkundigen|gewusst))(?:,? ob)?\b/g,
    /\b(?:wissen sie|weisst du|ist es (?:richtig|möglich|wahr|so)|stimmt es|wäre es möglich|ginge es|geht es)(?:,? (?:dass|ob))\b/g,
    /\b(?:hallo|grüezi|servus|moin|hoi|grüss gott|guten (?:tag|morgen|abend)|bitte|danke|merci|entschuldigung|äh|ähm|also|gut|ok|okay|oder|gell|gäll|ne|nicht|richtig|stimmt's|stimmt es|stimmt das|nicht wahr|ja|na|sagen sie|sag mal|sagen sie mal|eigentlich|übrigens|noch eine frage|kurze frage)(?=[ ,.?!]*$|[,.?!])|\b(?:hallo|grüezi|guten (?:tag|morgen|abend)|bitte|danke|entschuldigung|äh|ähm|also|ok|okay)\b/g,
  ],
  offering:
    /\b(?:möchten sie|wollen sie|wünschen sie|hätten sie gern|darf ich|soll ich|sollen wir|wussten sie|interessier\p{L}+|wie wäre|lieber|darf es|würden sie gern)\b/u,
  ours: /\b(?:wir|unser|unsere|unseren|unserem|unserer)\b/,
  copula: "ist sind bin war waren sein wird werden",
  they: "er",
  about: "für bei zum zur wenn wegen als falls",
  aboutSelf:
    /^(?:also |und |aber )*(?:ich|mein|meine|meinen|meiner|meinem|mir|mich|bei mir|uns|ihm|(?:sie|er|die|der|das|es) (?:ist|wird|hat|wiegt|heisst|hatte)|wir|unser|unsere|ein|eine|einen|für)\b/,
  namesAreCapital: false,
  we: "wir",
  you: "sie ihr du",
  relative: "wer welche welcher die der",
  without: "ohne",
  self: "Ich bin ein KI-Assistent, ein Roboter, eine Maschine, ein Computer. Ich bin kein Mensch. Ich bin nicht echt.",
  yes: new RegExp(
    `^(?:(?:ach|oh|na|und|aber|doch|also) )*(?:ja|jawohl|jo|jup|jep|genau|richtig|stimmt|natürlich|selbstverständlich|sicher|sicherlich|klar|logisch|logo|gern|gerne|freilich|absolut|korrekt|durchaus|einverstanden|exakt|auf jeden fall|sicher doch|ganz genau|kein problem|gar kein problem|kein thema|beides|(?:das|es|geht) (?:stimmt|ist richtig|ist korrekt|geht|geht schon|passt|klappt|ist möglich|ist machbar|ist kein problem|ist so|klar|schon|gut|problemlos)|${said}|(?:das )?(?:können|dürfen) sie(?: gern(?:e)?)?|ja gern(?:e)?)(?: (?:ja|gern|gerne|natürlich|genau|klar|sicher|schon|doch|auch|problemlos|selbstverständlich|beides|das (?:geht|stimmt|passt|klappt)|geht|können sie|dürfen sie|sind wir|bin ich|${said}))*$`,
  ),
  no: /^(?:(?:ach|oh|na|und|aber|also|danke) )*(?:nein|nee|nö|ne|leider nicht|leider nein|auf keinen fall|sicher nicht|keinesfalls|keineswegs|gar nicht|überhaupt nicht|niemals|bestimmt nicht|natürlich nicht|(?:das|es) (?:stimmt (?:leider )?(?:so )?nicht|geht (?:leider )?nicht|ist (?:leider )?nicht (?:richtig|möglich|korrekt|so)|ist falsch|passt (?:leider )?nicht)|noch nicht|nicht ganz|nicht wirklich|eher nicht|nicht direkt|beides (?:leider )?nicht|leider beides nicht|(?:das |dafür |da )?(?:müssen|brauchen) sie (?:dafür |da )?nicht|(?:das (?:ist )?|ist )?nicht (?:nötig|notwendig|erforderlich))(?: (?:nein|leider|leider nicht|nicht|das (?:geht|stimmt) (?:leider )?nicht))*$/,
  leadingAnswer: /^(?:ja|nein|nee|nö|doch|genau|richtig|natürlich|sicher|klar|jawohl|selbstverständlich)$/,
  promise:
    /\b(?:ich|wir|man|jemand|er|es) (?:\p{L}+ )?(?:werde|werden|wird)\b|\b(?:werde|werden) (?:ich|wir)\b|\bsie werden\b|\b(?:ich|wir) (?:verspreche|versprechen|garantiere|garantieren|versichere|sorge|sorgen|kümmere|kümmern|rufe|rufen|zurückrufen|anrufen|schicke|schicken|zuschicken|zurückmelden|melde|melden|mache|gebe|schenke|schenken|erlasse|erlassen|reduziere|abziehe)\b/u,
  givingBack:
    /\bsie (?:möchten|wollen|wünschen|sagten|hätten gern)\b|^(?:(?:also|und|dann) )*(?:das|es) (?:ist|wäre)\b/,
  finite: "passt geht können kann haben ist sind hat",
  done: /\b(?:ich|wir) (?:habe|haben) (?:es |das |sie |ihnen |ihren |ihre |den |die )+(?:\p{L}+ )*(?:\p{L}*ge\p{L}+(?:t|en)|notiert|reserviert|storniert)\b|\b(?:ist|sind|steht|bin) (?:\p{L}+ )*(?:gebucht|reserviert|notiert|erledigt|abgesagt|bestätigt|eingetragen|storniert|vorgemerkt|verschoben|fixiert)\b|\bsie sind (?:\p{L}+ )*(?:eingetragen|angemeldet|vorgemerkt)\b/u,
  bareAssertion: new RegExp(`^(?:(?:und|ja|also|aber) )*(?:${subject} ${verb}|(?:das|es) ${verb} ${subject})\\b`),
  numbers: germanNumbers,
  figures: germanFigures,
  calendar: germanCalendar,
};
