import { numberWords } from "../../../shared/numberWords";
import type { Vocabulary } from "../vocabulary";
import { alikeGroups } from "./french/alike";
import { frames } from "./french/frames";
import { frenchCalendar } from "./french/frenchCalendar";
import { frenchFigures } from "./french/frenchFigures";
import { frenchHours } from "./french/frenchHours";
import { frenchRequests } from "./french/frenchRequests";
import { kinds } from "./french/kinds";
import { inForms, lemmaAmong } from "./french/lemma";
import { opposites } from "./french/opposites";
import { askableWords, lightWords, neutralWords, thingWords } from "./french/plainWords";
import { rewrites } from "./french/rewrites";
import { frenchConcepts } from "./frenchConcepts";

/** The words of all tables: of these the other forms are known. */
function listedWords(): readonly string[] {
  const lists = [...Object.values(frenchConcepts()), ...alikeGroups, ...Object.entries(kinds).flat(), ...opposites];
  const single = lists
    .flatMap((list) => list.split(/[,/>]/).map((each) => each.trim()))
    .filter((each) => !/\s/.test(each));
  return [...single, ...[neutralWords, lightWords, askableWords].flatMap((list) => list.trim().split(/\s+/))];
}

const subject = "(?:je|nous|vous|il|elle|ils|elles|ce|cela|ça|on)";

/** French as it is spoken on the telephone. */
export const french: Vocabulary = {
  code: "fr",
  rewrites,
  frames,
  unknowing:
    /\bje ne (?:le |vous )?(?:sais|peux|pourrais|saurais|dispose|connais|trouve|vois)\b(?: pas)?(?: (?:vous )?(?:dire|répondre|confirmer|renseigner|aider|donner|promettre|conseiller))?|\bje ne ai pas (?:cette|le|la|de|ces|les) (?:information|informations|réponse|détail|détails|renseignement)|\bje ne suis pas (?:sûre?|certaine?|en mesure|capable|habilitée?)\b|\bje préfère ne pas\b|\b(?:une personne|quelquun|un collègue) (?:pourra|saura|devra|doit) vous (?:répondre|renseigner|le dire)\b/,
  plural: /[^su]{3,}s$/,
  endings: [
    "ements",
    "ables",
    "ibles",
    "able",
    "ible",
    "eraient",
    "erait",
    "erai",
    "era",
    "issons",
    "issez",
    "issent",
    "trices",
    "trice",
    "teurs",
    "teur",
    "iez",
    "ait",
    "ement",
    "ations",
    "ation",
    "euses",
    "euse",
    "aient",
    "erons",
    "erez",
    "eront",
    "ées",
    "ée",
    "és",
    "er",
    "ez",
    "ent",
    "ons",
    "ant",
    "es",
    "é",
    "e",
    "x",
  ],
  neutral: neutralWords,
  light: lightWords,
  things: thingWords,
  askable: askableWords,
  lemma: lemmaAmong(listedWords),
  get concepts() {
    return { ...frenchConcepts(), ...frenchHours };
  },
  get alike() {
    return alikeGroups.map(inForms);
  },
  get kinds() {
    return Object.fromEntries(Object.entries(kinds).map(([kind, list]) => [inForms(kind), inForms(list)]));
  },
  get opposites() {
    return opposites.map((line) =>
      line
        .split(/([/>])/)
        .map((part) => (/^[/>]$/.test(part) ? ` ${part} ` : inForms(part.trim())))
        .join(""),
    );
  },
  requests: frenchRequests,
  asking:
    /^(?:(?:et|alors|bien sûr|de accord|très bien|parfait|bien|ok|oui|pardon|bonjour|donc|désolé|merci|volontiers) )*(?:(?:à|de|pour|en|sur|avec|par) )?(?:que|quoi|quel|quelle|quels|quelles|lequel|laquelle|lesquels|qui|où|quand|comment|combien|pourquoi|est ce que|ce est (?:à|pour|sous) quel|(?!\p{L}*(?:ez|dites|faites)-nous)\p{L}+-(?:t-)?(?:vous|je|nous|il|elle|on|ils|elles|ce)(?= |$))/u,
  telling: /^(?:\p{L}+ ){0,2}\p{L}+ez-vous(?= |$)/u,
  openQuestion:
    /\b(?:quoi|quel|quelle|quels|quelles|lequel|laquelle|lesquels|lesquelles|où|quand|comment|combien|pourquoi)\b|^(?:(?:et|alors|mais|donc|bonjour|bonsoir|allô|oui) )*(?:que|qui)\b|\b(?:à|avec|chez|pour|par) qui\b|\bqui (?:est ce|peut|donne|vient|fait|répond|travaille|enseigne)\b[^,]*\?/,
  callerFrames: [
    /\b(?:pouvez|pourriez)[- ]vous (?:me )?(?:dire|confirmer)(?: si| que)?\b/g,
    /\b(?:je voudrais|je voulais|je me demande|je veux|j'aimerais)(?: savoir| demander)?(?: si)?\b/g,
    /\b(?:bonjour|bonsoir|allô|s'il vous plaît|merci|pardon|excusez-moi|euh|alors|bon|ok|d'accord|dites-moi|est-ce que|n'est-ce pas|c'est ça|j'imagine|je suppose|je pense|je crois|j'espère|si je comprends bien|si j'ai bien compris|c'est bien ça|hein)\b/g,
    /\b(?:est-il|c'est|est-ce) (?:vrai|exact|possible)(?: que?| de)?\b/g,
  ],
  offering:
    /\b(?:voulez[- ]vous|souhaitez[- ]vous|désirez[- ]vous|aimeriez[- ]vous|préférez[- ]vous|voudriez[- ]vous|savez[- ]vous|dois[- ]je|puis[- ]je|est[- ]ce que je|intéressée?|que diriez|pourquoi pas|profiter)\b/,
  ours: /\b(?:nous|notre|nos)\b/,
  they: "ils elles",
  about: "pour sur avec en à au si quand chez concernant",
  aboutSelf:
    /^(?:alors |et |mais |donc |bonjour |en fait )*(?:je|j|mon|ma|mes|moi|un|une|pour|elle a|il a|elle est|il est|nous|on (?!peut|pourrait|doit|paie|paye|vous|prend|a le droit|ne peut))\b/,
  namesAreCapital: true,
  copula: "est sont suis sommes êtes être était sera seront",
  we: "nous on",
  you: "vous",
  verbOf: { nous: /(?:ons|sommes|êmes|âmes)$/, vous: /(?:ez|êtes|faites|dites)$/ },
  relative: "qui dont où",
  without: "sans",
  self: "Je suis un assistant IA, un robot, une machine, un ordinateur, un répondeur. Je ne suis pas un humain. Je ne suis pas un être humain. Je ne suis pas réel.",
  yes: /^(?:(?:ah|eh|et|ben|bien) )*(?:oui|ouais|bien sûr|bien entendu|tout à fait|exactement|exact|absolument|effectivement|certainement|de accord|volontiers|en effet|voilà|parfaitement|évidemment|naturellement|correct|(?:ce est|cela est) (?:exact|ça|cela|bien ça|bien cela|correct|juste|vrai|possible|noté|le cas|oui|bon|parfait)|(?:pas de|aucun|sans) (?:problème|souci)|vous pouvez|nous (?:le |en )?(?:faisons|avons|prenons|proposons)|je (?:le )?confirme|sans doute|toujours|oui oui|si)(?: (?:oui|bien sûr|tout à fait|absolument|exactement|sans problème|ce est ça|ce est possible|vous pouvez|nous (?:le|en) (?:faisons|avons|proposons)|monsieur|madame|effectivement|volontiers|en effet))*$/,
  no: /^(?:(?:ah|eh|et|ben|désolée?) )*(?:non|pas besoin|pas du tout|malheureusement (?:pas|non)|hélas (?:non|pas)|jamais|absolument pas|bien sûr que non|je crains que non|je regrette non|pas vraiment|pas encore|ce est faux|ce ne est pas (?:possible|le cas|exact|correct|vrai))(?: (?:non|désolée?|malheureusement|hélas|pas du tout|ce ne est pas possible|monsieur|madame))*$/,
  leadingAnswer: /^(?:oui|non|si|ouais|exactement|exact|absolument|effectivement)$/,
  promise:
    /\b(?:nous|je|on|ils|elles|il|elle|quelquun|vous) (?:vous |le |la |les |nous |en |y )*\p{L}+(?:erons|irons|drons|rons|rai|ront|era|ra|rez)\b|\b(?:nous|je|on) (?:allons|vais|va) (?:vous |le |la |les )*\p{L}+(?:er|ir|re|oir)\b|\bje (?:vous )?(?:le )?(?:promets|garantis|assure)\b|\bje me (?:occupe|charge)\b|\bnous (?:nous )?(?:occupons|chargeons)\b/u,
  givingBack:
    /\bvous (?:voulez|souhaitez|désirez|avez dit|demandez|préférez|voudriez)\b|^(?:(?:donc|alors|et) )*(?:ce est|ce serait)\b/,
  finite: "convient peut pouvons avons va est sont",
  done: /\b(?:je|nous) (?:vous |le |la |les )*(?:ai|avons) (?:bien |déjà )?(?!pas)\p{L}+(?:é|és|ée|i|is|it|u|us)\b|\bce est (?:fait|réservé|noté|confirmé|annulé|enregistré)\b/u,
  bareAssertion: new RegExp(
    `^(?:(?:oui|si|et|alors|mais) )*(?:${subject} (?:ne )?(?:le |la |les |en |y |se )*(?:est|sont|sommes|êtes|suis|avons|avez|ont|a|ai|fait|faisons|font|faites|peut|peuvent|pouvez|pouvons|peux|va|vont|allons|prenons|proposons))\\b`,
  ),
  numbers: {
    words: { ...numberWords.fr, octante: 80, douzaine: 12 },
    hundred: ["cent", "cents"],
    thousand: ["mille"],
    million: ["million", "millions"],
    beforeHundred: [],
    joint: ["et"],
    jointInTens: true,
    decimal: ["virgule"],
    articles: ["un", "une"],
    articlesNeverCount: true,
    countsByTwenties: true,
    repeats: { double: 2, triple: 3 },
    phrases: {
      "une? demi douzaine": 6,
      "une? dizaine de": 10,
      "une? quinzaine de": 15,
      "une? vingtaine de": 20,
      "une? trentaine de": 30,
      "une? cinquantaine de": 50,
      "une? centaine de": 100,
    },
    multiples: { douzaine: 12, douzaines: 12 },
    ordinals: {
      premier: 1,
      première: 1,
      premiers: 1,
      premières: 1,
      deuxième: 2,
      second: 2,
      seconde: 2,
      troisième: 3,
      quatrième: 4,
      cinquième: 5,
      sixième: 6,
      septième: 7,
      huitième: 8,
      neuvième: 9,
      dixième: 10,
    },
  },
  figures: frenchFigures,
  calendar: frenchCalendar,
};
