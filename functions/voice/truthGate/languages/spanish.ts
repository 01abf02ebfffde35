import { numberWords } from "../../../shared/numberWords";
import type { Vocabulary } from "../vocabulary";
import { spanishAlike, spanishKinds, spanishOpposites } from "./spanish/alike";
import { spanishConcepts } from "./spanish/concepts";
import { spanishFrames } from "./spanish/frames";
import { spanishAskable, spanishLight, spanishNeutral, spanishThings } from "./spanish/neutral";
import { spanishRewrites } from "./spanish/rewrites";
import { spanishCalendar } from "./spanish/spanishCalendar";
import { spanishFigures } from "./spanish/spanishFigures";
import { spanishHours } from "./spanish/spanishHours";
import { spanishRequests } from "./spanish/spanishRequests";
import { spanishLemma } from "./spanish/verbs";

const verb =
  "(?:es|son|está|están|tenemos|hay|hacemos|podemos|puede|pueden|puedo|ofrecemos|aceptamos|somos|estamos|lo es|lo hacemos|lo tenemos|lo ofrecemos)";

/** "Lo hacemos": a yes in other words. */
const said =
  "(?:sí )?(?:lo|la|los|las|se lo|se la) (?:ofrecemos|hacemos|tenemos|aceptamos|hay|incluye|cubre|damos|vendemos|reparamos)|(?:sí )?(?:la|lo|las|los) hay";

/** Spanish as it is spoken on the telephone. */
export const spanish: Vocabulary = {
  code: "es",
  rewrites: spanishRewrites,
  lemma: spanishLemma,
  frames: spanishFrames,
  unknowing:
    /\bno (?:lo |se lo |le )?(?:sé|puedo|podría|dispongo|tengo|conozco|encuentro)(?: (?:decir|decirle|responder|confirmar|asegurar|esa|la|información|respuesta|dar|aconsejar))*\b(?= |$|[,.])|\bno (?:estoy|estamos) (?:seguro|segura|seguros)\b|\bprefiero no\b|\btendría que preguntar\b/,
  plural: /\p{L}{3,}[^s]s$/u,
  endings: [
    "amientos",
    "amiento",
    "aciones",
    "ación",
    "amos",
    "emos",
    "imos",
    "ando",
    "iendo",
    "ados",
    "adas",
    "ado",
    "ada",
    "ar",
    "er",
    "ir",
    "es",
    "an",
    "en",
    "o",
    "a",
    "e",
  ],
  neutral: spanishNeutral,
  things: spanishThings,
  askable: spanishAskable,
  light: spanishLight,
  alike: spanishAlike,
  kinds: spanishKinds,
  opposites: spanishOpposites,
  concepts: { ...spanishConcepts, ...spanishHours },
  requests: spanishRequests,
  asking:
    /^(?:(?:y|claro|bien|muy bien|de acuerdo|perfecto|vale|sí|perdone|hola|gracias|entonces|bueno|por supuesto|ok|con gusto|disculpe|pues) )*(?:(?:a|de|para|en|por|con|desde|sobre|hasta) )?(?:qué|quién|quiénes|cuál|cuáles|dónde|adónde|cuándo|cómo|cuánto|cuánta|cuántos|cuántas|por qué)\b/,
  openQuestion: /\b(?:qué|quién|cuál|cuáles|dónde|cuándo|cómo|cuánto|cuánta|cuántos|cuántas)\b/,
  callerFrames: [
    /\b(?:puede|podría|puedes|podrías|me puede|me podría) (?:decirme|decir|informarme|indicarme|confirmarme)(?: si)?\b/g,
    /\b(?:quería|quisiera|querría|me gustaría|quiero|necesito|llamo para|llamaba para|es para) (?:saber|preguntar|preguntarle|consultar)(?: si)?\b/g,
    /\b(?:sabe|sabes) si\b|\b(?:es (?:cierto|verdad|posible)|será posible) que\b|\buna (?:pregunta|consulta|duda)\b|\bme (?:habían|han) dicho que\b|\bme dijeron que\b/g,
    /\b(?:hola|buenos días|buenas tardes|buenas noches|buenas|buen día|por favor|gracias|muchas gracias|perdone|perdona|perdón|disculpe|disculpa|oiga|oye|mire|eh|este|bueno|entonces|pues|verdad|no es así|de acuerdo|vale|ok|okay|o sea|sabe)\b|,? no(?=\?)|\b(?:cierto|correcto)(?=[ ?]*$)/g,
  ],
  offering:
    /\b(?:le gustaría|te gustaría|quiere|quieres|desea|prefiere|le interesa|puedo|podemos|debo|sabía|qué tal|por qué no|le apetece|le preparo|le pongo)\b/,
  ours: /\b(?:nuestro|nuestra|nuestros|nuestras|nosotros|\p{L}+(?:amos|emos|imos))\b/u,
  copula: "es son está están soy somos estamos estoy era será eran fue fueron sea sean siendo seguimos sigue",
  they: "ellos ellas él ella",
  about: "para con sobre en a si cuando por",
  aboutSelf:
    /^(?:y |pues |entonces )*(?:yo|mi|mis|me|se me|quería|quisiera|querría|tengo|necesito|quiero|busco|buscaba|ocupo|un|una|para|estoy|soy|es para|voy|vengo|veo|se|nos|es que|llamo|llamaba|somos|tenemos|queremos|vivo|trabajo|perdí|compré|hice|hoy me)\b/,
  namesAreCapital: true,
  we: "nosotros nosotras",
  you: "usted ustedes tú vosotros vos",
  relative: "quien quienes donde cuyo",
  without: "sin",
  self: "Soy un asistente de IA, un robot, una máquina, un ordenador. No soy un humano. No soy real.",
  yes: new RegExp(
    `^(?:(?:ah|pues|y|bueno|ay|uy) )*(?:sí|si|claro|claro que sí|por supuesto|por supuesto que sí|exacto|exactamente|correcto|efectivamente|desde luego|así es|cierto|eso es|es correcto|es cierto|es verdad|sin problema|sin ningún problema|no hay problema|ningún problema|con gusto|con mucho gusto|ciertamente|seguro|cómo no|faltaría más|obvio|afirmativo|de acuerdo|ya lo creo|(?:sí )?(?:se )?puede|pueden|vale|ándele|órale|sale|a las dos cosas|las dos cosas|ambas cosas|todo|también|${said})(?: (?:sí|claro|que sí|por supuesto|exacto|así es|puede|sin problema|señor|señora|señorita|también|a las dos cosas|las dos cosas|ambas cosas|a todo|a ambas|con gusto|${said}))*$`,
  ),
  no: /^(?:(?:ah|pues|y|bueno|ay|uy|lamentablemente|desgraciadamente|desafortunadamente) )*(?:no|lamentablemente no|desgraciadamente no|desafortunadamente no|por desgracia no|en absoluto|de ninguna manera|de ningún modo|para nada|nunca|jamás|claro que no|por supuesto que no|me temo que no|no es (?:correcto|cierto|posible|así|verdad)|todavía no|aún no|no del todo|ya no|ahora no|tampoco|negativo|qué va|no (?:es necesario|hace falta|es obligatorio|se necesita|lo necesita|hay necesidad|tiene que|tienes que)|no exactamente|no precisamente)(?: (?:no|señor|señora|lo siento|lamentablemente|por desgracia|todavía|aún))*$/,
  leadingAnswer: /^(?:sí|claro|exacto|correcto|efectivamente)$/,
  promise:
    /\b(?:le|la|lo|les|nos|se)? ?\p{L}+(?:aremos|eremos|iremos|aré|eré|iré|ará|erá|irá|arán|erán|irán)\b|\b(?:voy|vamos|va) a (?:le |la |lo )?\p{L}+(?:ar|er|ir)(?:le|la|lo|les)?\b|\b(?:prometo|prometemos|garantizo|aseguro)\b|\bme (?:encargo|ocupo)\b|\bnos (?:encargamos|ocupamos)\b/u,
  givingBack: /\b(?:quiere|desea|ha dicho|prefiere|le gustaría)\b|^(?:(?:entonces|pues|y) )*(?:es|sería)\b/,
  finite: "puede podemos tenemos está es funciona",
  done: /\b(?:lo|la|le|se lo) (?:he|hemos) \p{L}+(?:ado|ido|to|cho)\b|\b(?:está|queda|ya está|quedó|quedan|están) (?:usted )?(?:reservad[oa]s?|confirmad[oa]s?|cancelad[oa]s?|anotad[oa]s?|apuntad[oa]s?|agendad[oa]s?|inscrit[oa]s?|apartad[oa]s?|programad[oa]s?|cambiad[oa]s?|hech[oa])\b/u,
  bareAssertion: new RegExp(`^(?:(?:sí|y|pues|claro|eso|esto|lo|se) )*${verb}\\b`),
  numbers: {
    words: {
      ...numberWords.es,
      veintiún: 21,
      veintiuna: 21,
      doscientos: 200,
      doscientas: 200,
      trescientos: 300,
      cuatrocientos: 400,
      quinientos: 500,
      seiscientos: 600,
      setecientos: 700,
      ochocientos: 800,
      novecientos: 900,
      cien: 100,
      ciento: 100,
    },
    hundred: [],
    thousand: ["mil"],
    million: ["millón", "millones"],
    beforeHundred: [],
    joint: ["y"],
    jointInTens: true,
    decimal: ["coma"],
    articles: ["un", "una", "uno"],
    articlesNeverCount: true,
    countsByTwenties: false,
    repeats: { doble: 2, triple: 3 },
    phrases: {
      "media docena": 6,
      "una decena": 10,
      "un par de": 2,
      "una? veintena": 20,
      "un? centenar de": 100,
    },
    multiples: { docenas: 12 },
    ordinals: {
      primero: 1,
      primera: 1,
      primer: 1,
      primeros: 1,
      primeras: 1,
      segundo: 2,
      segunda: 2,
      tercero: 3,
      tercera: 3,
      tercer: 3,
      cuarto: 4,
      cuarta: 4,
      quinto: 5,
      quinta: 5,
      sexto: 6,
      séptimo: 7,
      octavo: 8,
      noveno: 9,
      décimo: 10,
    },
  },
  figures: spanishFigures,
  calendar: spanishCalendar,
};

/** Spanish where the sign of the dollar is that of the peso. */
export const spanishWithPesos: Vocabulary = {
  ...spanish,
  figures: { ...spanish.figures, currencies: { ...spanish.figures.currencies, $: "peso", mxn: "peso", usd: "dollar" } },
};
