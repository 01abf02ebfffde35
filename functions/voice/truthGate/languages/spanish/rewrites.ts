import { numberWords } from "../../../../shared/numberWords";
import type { Rewrite } from "../../vocabulary";

const day = "(?:lunes|martes|miércoles|jueves|viernes|sábados?|domingos?)";

const units = numberWords.es;
const numberWord = [...Object.keys(units), "cien", "ciento", "\\p{L}+cientos", "\\p{L}+cientas", "mil"].join("|");
const priceBefore = `(?:\\d|€|\\$|euros?|dólar(?:es)?|pesos?|soles|(?<!\\p{L})(?:${numberWord}))`;
const cents = "((?:treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa)(?: y \\p{L}+)?|\\p{L}+|\\d{1,2})";

/** "Veinticuatro con noventa": the second number is hundredths, with two digits. */
function withCents(whole: string, words = ""): string {
  const value = /^\d+$/.test(words)
    ? Number(words)
    : words
        .split(" y ")
        .reduce((sum, word) => sum + ((units as Readonly<Record<string, number>>)[word] ?? Number.NaN), 0);
  return Number.isNaN(value) || value > 99 ? whole : String(value).padStart(2, "0");
}

/** Spanish written one way: parts of the day, open and closed, prices by the month, what costs nothing. */
export const spanishRewrites: readonly Rewrite[] = [
  [/[¿¡]/g, ""],
  // "Compramos oro" is not "puede comprar oro".
  [/\bcompramos\b/g, "adquirimos"],
  [/\blas? (?=\d{1,2}:\d{2})/g, ""],
  [/\b(?:dr|dra|sr|sra|srta|avda|av|tel|núm|ud|uds|aprox|máx|mín)\./g, (whole) => whole.slice(0, -1)],
  [/\bdel\b(?= (?:lunes|martes|miércoles|jueves|viernes|sábado|domingo))/g, "de"],
  [/\b(?:por|de|en|a) la mañana\b/g, "delamañana"],
  [/\b(?:por|de|en|a) la tarde\b/g, "delatarde"],
  [/\b(?:por|de|en|a) la noche\b/g, "delanoche"],
  [/\bde(?: la)? madrugada\b/g, "delamadrugada"],
  [/(\d)[ .](?=\d{3}(?: ?€| euros| pesos| dólares))/g, "$1"],
  [/\b(?:ahorita|orita)(?: mismo)?\b|\bahora mismo\b|\ben estos momentos\b|\ba esta hora\b/g, "ahora"],
  [/\bnomás\b|\búnicamente\b|\bnada más\b(?=[^.!?]*\b(?:con|para|en|los|las|el|la|de)\b)/g, "solo"],
  [/\bsólo\b/g, "solo"],
  [/\b(?:el|la|los|las)? ?mer(?:o|a)(?= )/g, "el"],
  [/(?:^|(?<=[,.;] ))primero,? (?=(?:se |le |lo |la |los |las |nos )?\p{L}+(?:amos|emos|imos|a|e)\b)/gu, ""],
  [
    /\b(?:puede |pueden |puedes |podéis |venga |pase |vengan |pasen |acuda )(?:venir |pasar |acudir |pasarse )?(?:directamente|cuando (?:quiera|guste)|sin (?:necesidad de|pedir) cita|sin más|por las buenas)\b/g,
    "puede venir sin cita",
  ],
  [
    /\b(?:por|cada) (persona|hora|noche|sesión|clase|unidad|pieza|kilo|metro|visita|niño|pareja)(?: son| es| cuesta| cobramos| sale a| sale por)? ((?:\d+(?:[.,]\d+)?|\p{L}+(?: y \p{L}+)?) ?(?:€|euros?|dólares|pesos))/gu,
    "$2 por $1",
  ],
  // Open and closed.
  [/\b(?:volvemos|vuelven|vuelve|volveremos|volvería) a (abrir|cerrar)\b/g, "$1 de nuevo"],
  [
    new RegExp(
      `\\b(estamos|están|estaremos|está|sigue|seguimos)(?= (?:aquí )?(?:hasta|desde|a partir|de (?!acuerdo|viaje|vacaciones|lunes a)\\S+ a|los ${day}|el ${day}|todos los|de lunes))`,
      "g",
    ),
    "$1 abiertos",
  ],
  [
    new RegExp(
      `\\b(?:atendemos|atienden|trabajamos|atiende|laboramos)(?= (?:al público |aquí |en la tienda )?(?:hasta|desde|a partir|de (?!acuerdo)\\S+ (?:y \\S+ )?a|los ${day}|el ${day}|todos los|de lunes|hoy|mañana))`,
      "g",
    ),
    "abrimos",
  ],
  [/\b(?:volvemos|vuelven|regresamos|reabrimos|reabren) (?=a las? |a \d|el |mañana|hoy|por )/g, "abrimos de nuevo "],
  [/\b(?:es|tenemos|trabajamos|abrimos)? ?(?:horario )?(?:corrido|seguido)\b/g, "abrimos de corrido"],
  [/\b(?:a dos turnos|en horario partido)\b/g, ""],
  // Prices.
  [
    /(?<=,) más (?=(?:\$ ?)?\d|(?:un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\p{L}+ce|veint\p{L}+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|cien) )/gu,
    " y ",
  ],
  [
    new RegExp(
      `(?<=${priceBefore} )con ${cents}(?= (?:centavos?|céntimos?|la|el|por|cada|al|y|o|más)(?!\\p{L})|[ ,.;!?]*$|[,.;!?])`,
      "gu",
    ),
    withCents,
  ],
  [
    /\bno (?:le |les |te |me |se )*(?:cuesta|cuestan|cobramos|cobran|cobra|paga|pagan|pagas|vale)\b([^,.;!?]*?) nada\b/g,
    "es$1 gratis",
  ],
  [
    /(?<=(?:€|\$ ?\d[\d.,]*|euros?|dólares|pesos|centavos|\d) )(?:al|a el|en el|cada) (mes|año|día|trimestre)\b(?! siguiente| nuevo)/g,
    "por $1",
  ],
  [
    /(?<=(?:€|euros?|dólares|pesos|centavos|\d) )(?:a la|cada|la|el) (semana|hora|noche|sesión|clase|visita|docena|unidad|pieza|kilo|libra|metro|persona|carga|prenda|cuadra|página|hoja|lección|media hora)\b/g,
    "por $1",
  ],
  [/(\d) ?¢/g, "$1 centavos"],
  [/\bcada (?:quince|15) días\b|\bquincenal(?:es|mente)?\b/g, "cada dos semanas"],
  [/\b(euros?|dólares|pesos|€) (más|extra|adicionales) ((?:por|al|a la|cada) (?:cada )?\p{L}+)/gu, "$1 $3 $2"],
  [
    /\bhasta (?=(?:un[oa]?|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d{1,3}) (?:por|al|a la|cada)\b|(?:dos|tres|cuatro|cinco|seis|\d{1,3})[ .!?]*$)/g,
    "máximo ",
  ],
  [/\$ ?(\d[\d.,]*) (pesos|dólares|mxn|usd)\b/g, "$1 $2"],
  [/\bni un (?:céntimo|centavo|euro|peso|dólar) más\b/g, "exactamente"],
  [/\b(?:a lo (?:mucho|más|sumo)|como mucho|cuando mucho|máximo|un máximo de|como máximo|tope)\b/g, "máximo"],
  [/\b(?:como poco|cuando menos|por lo menos|al menos|un mínimo de|como mínimo|mínimo)\b/g, "mínimo"],
  [/\bpara arriba\b/g, "en adelante"],
  [/\btarda(n|mos)? como\b/g, "tarda$1 unos"],
  [/\bdura(n)? como\b/g, "dura$1 unos"],
];
