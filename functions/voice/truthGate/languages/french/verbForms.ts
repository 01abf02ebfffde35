/** The forms of French verbs and nouns as they are heard, from the form that a dictionary lists. */

/**
 * Verbs that follow no rule of their ending, by the end of the infinitive: the present of je and il, the stem of nous, that of ils,
 * that of the future, the participle, and what else is said.
 */
const irregular: readonly (readonly [string, string, string, string, string, string, string?])[] = [
  ["être", "suis es est", "ét", "s", "ser", "été", "sommes êtes sont sois soit soyons soyez soient"],
  ["avoir", "ai as a", "av", "ai", "aur", "eu", "avons avez ont aie aies ait ayons ayez aient ayant"],
  ["aller", "vais vas va", "all", "aill", "ir", "allé", "vont"],
  ["satisfaire", "satisfais satisfait", "satisfais", "satisfass", "satisfer", "satisfait", "satisfaites satisfont"],
  ["faire", "fais fait", "fais", "fass", "fer", "fait", "faites font"],
  ["falloir", "faut", "fall", "faill", "faudr", "fallu"],
  ["valoir", "vaux vaut", "val", "vaill", "vaudr", "valu"],
  ["pleuvoir", "pleut", "pleuv", "pleuv", "pleuvr", "plu"],
  ["pouvoir", "peux peut", "pouv", "peuv", "pourr", "pu", "puisse puissent puissions puissiez"],
  ["vouloir", "veux veut", "voul", "veul", "voudr", "voulu", "veuille veuillez veuillent"],
  ["devoir", "dois doit", "dev", "doiv", "devr", "dû", "due dus dues"],
  ["recevoir", "reçois reçoit", "recev", "reçoiv", "recevr", "reçu"],
  ["cevoir", "çois çoit", "cev", "çoiv", "cevr", "çu"],
  ["savoir", "sais sait", "sav", "sach", "saur", "su", "savent sachez sachant"],
  ["prévoir", "prévois prévoit", "prévoy", "prévoi", "prévoir", "prévu"],
  ["voir", "vois voit", "voy", "voi", "verr", "vu"],
  ["asseoir", "assieds assied", "assey", "assey", "assiér", "assis", "assois assoit"],
  ["ouvrir", "ouvre ouvres", "ouvr", "ouvr", "ouvrir", "ouvert"],
  ["couvrir", "couvre couvres", "couvr", "couvr", "couvrir", "couvert"],
  ["ffrir", "ffre ffres", "ffr", "ffr", "ffrir", "ffert"],
  ["cueillir", "cueille cueilles", "cueill", "cueill", "cueiller", "cueilli"],
  ["bouillir", "bous bout", "bouill", "bouill", "bouillir", "bouilli"],
  ["courir", "cours court", "cour", "cour", "courr", "couru"],
  ["mourir", "meurs meurt", "mour", "meur", "mourr", "mort"],
  ["quérir", "quiers quiert", "quér", "quièr", "querr", "quis"],
  ["dormir", "dors dort", "dorm", "dorm", "dormir", "dormi"],
  ["servir", "sers sert", "serv", "serv", "servir", "servi"],
  ["répartir", "répartis répartit", "répartiss", "répartiss", "répartir", "réparti"],
  ["partir", "pars part", "part", "part", "partir", "parti"],
  ["assortir", "assortis assortit", "assortiss", "assortiss", "assortir", "assorti"],
  ["sortir", "sors sort", "sort", "sort", "sortir", "sorti"],
  ["sentir", "sens sent", "sent", "sent", "sentir", "senti"],
  ["mentir", "mens ment", "ment", "ment", "mentir", "menti"],
  ["fuir", "fuis fuit", "fuy", "fui", "fuir", "fui"],
  ["venir", "viens vient", "ven", "vienn", "viendr", "venu"],
  ["tenir", "tiens tient", "ten", "tienn", "tiendr", "tenu"],
  ["prendre", "prends prend", "pren", "prenn", "prendr", "pris"],
  ["coudre", "couds coud", "cous", "cous", "coudr", "cousu"],
  ["résoudre", "résous résout", "résolv", "résolv", "résoudr", "résolu"],
  ["soudre", "sous sout", "solv", "solv", "soudr", "sous"],
  ["joindre", "joins joint", "joign", "joign", "joindr", "joint"],
  ["eindre", "eins eint", "eign", "eign", "eindr", "eint"],
  ["aindre", "ains aint", "aign", "aign", "aindr", "aint"],
  ["battre", "bats bat", "batt", "batt", "battr", "battu"],
  ["mettre", "mets met", "mett", "mett", "mettr", "mis"],
  ["connaître", "connais connaît", "connaiss", "connaiss", "connaîtr", "connu"],
  ["naître", "nais naît", "naiss", "naiss", "naîtr", "né"],
  ["aître", "ais aît", "aiss", "aiss", "aîtr", "u"],
  ["croître", "crois croît", "croiss", "croiss", "croîtr", "crû"],
  ["suivre", "suis suit", "suiv", "suiv", "suivr", "suivi"],
  ["vivre", "vis vit", "viv", "viv", "vivr", "vécu"],
  ["écrire", "écris écrit", "écriv", "écriv", "écrir", "écrit"],
  ["scrire", "scris scrit", "scriv", "scriv", "scrir", "scrit"],
  ["lire", "lis lit", "lis", "lis", "lir", "lu"],
  ["dire", "dis dit", "dis", "dis", "dir", "dit", "dites"],
  ["suffire", "suffis suffit", "suffis", "suffis", "suffir", "suffi"],
  ["sourire", "souris sourit", "souri", "souri", "sourir", "souri"],
  ["rire", "ris rit", "ri", "ri", "rir", "ri"],
  ["cuire", "cuis cuit", "cuis", "cuis", "cuir", "cuit"],
  ["uire", "uis uit", "uis", "uis", "uir", "uit"],
  ["boire", "bois boit", "buv", "boiv", "boir", "bu"],
  ["croire", "crois croit", "croy", "croi", "croir", "cru"],
  ["plaire", "plais plaît", "plais", "plais", "plair", "plu"],
  ["traire", "trais trait", "tray", "trai", "trair", "trait"],
  ["inclure", "inclus inclut", "inclu", "inclu", "inclur", "inclus"],
  ["clure", "clus clut", "clu", "clu", "clur", "clu"],
  ["clore", "clos clôt", "clos", "clos", "clor", "clos"],
  ["rompre", "romps rompt", "romp", "romp", "rompr", "rompu"],
  ["vaincre", "vaincs vainc", "vainqu", "vainqu", "vaincr", "vaincu"],
  ["envoyer", "envoie envoies", "envoy", "envoi", "enverr", "envoyé"],
];

const futureEndings = ["ai", "as", "a", "ons", "ez", "ont", "ais", "ait", "ions", "iez", "aient"];
const pastEndings = ["ais", "ait", "ions", "iez", "aient"];

/** All forms of a verb that are said on the telephone; the infinitive is one of them. */
export function verbForms(infinitive: string): readonly string[] {
  const found = irregular.find(([ending]) => infinitive.endsWith(ending));
  if (found !== undefined) {
    const [ending, present, we, they, future, participle, more = ""] = found;
    const before = infinitive.slice(0, -ending.length);
    const forms = formsOf(present.split(" "), we, they, future, participle, more === "" ? [] : more.split(" "));
    return [...new Set([infinitive, ...forms.map((form) => before + form)])];
  }
  const stem = infinitive.slice(0, -2);
  if (infinitive.endsWith("ir")) {
    const forms = formsOf([`${stem}is`, `${stem}it`], `${stem}iss`, `${stem}iss`, infinitive, `${stem}i`, []);
    return [...new Set([infinitive, ...forms])];
  }
  if (infinitive.endsWith("re")) {
    const forms = formsOf([`${stem}s`, stem], stem, stem, `${stem}r`, `${stem}u`, []);
    return [...new Set([infinitive, ...forms])];
  }
  return [...new Set([infinitive, ...stemsOf(stem).flatMap(([we, they]) => formsOfEr(we, they))])];
}

function formsOf(
  present: readonly string[],
  we: string,
  they: string,
  future: string,
  participle: string,
  more: readonly string[],
): string[] {
  return [
    ...present,
    ...["ons", "ez", "ant", ...pastEndings].map((ending) => we + ending),
    ...["ent", "e", "es"].map((ending) => they + ending),
    ...futureEndings.map((ending) => future + ending),
    ...agreed(participle),
    ...more,
  ];
}

/** The stem before an ending that is heard, and the one before a mute e. */
function stemsOf(stem: string): [string, string][] {
  if (stem.endsWith("g")) return [[`${stem}e`, stem]];
  if (stem.endsWith("c")) return [[`${stem.slice(0, -1)}ç`, stem]];
  if (/[aou]y$/.test(stem)) {
    const withI: [string, string] = [stem, `${stem.slice(0, -1)}i`];
    return stem.endsWith("ay") ? [withI, [stem, stem]] : [withI];
  }
  // "Appelle" doubles its consonant, "achète" takes an accent: which of them is heard the same.
  if (/e[lt]$/.test(stem))
    return [
      [stem, `${stem}${stem.at(-1)}`],
      [stem, accented(stem)],
    ];
  if (/[eé][^aeiouéèê]{1,2}$/.test(stem) && !/e[lmnrst]{2}$|er[^aeiou]$|e[nm][^aeiou]$|es[^aeiou]$|ec[t]$/.test(stem))
    return [[stem, accented(stem)]];
  return [[stem, stem]];
}

function accented(stem: string): string {
  return stem.replace(/[eé]([^aeiouéèê]{1,2})$/, "è$1");
}

function formsOfEr(we: string, they: string): string[] {
  // Before i and e the sound is kept without a sign: "mangions", "commencez".
  const plain = we.endsWith("ge") ? we.slice(0, -1) : we.endsWith("ç") ? `${we.slice(0, -1)}c` : we;
  const isAccented = plain.includes("é") && they.includes("è");
  const future = `${isAccented ? plain : they}er`;
  return [
    ...["e", "es", "ent"].map((ending) => they + ending),
    ...["ons", "ant", "ais", "ait", "aient"].map((ending) => we + ending),
    ...["ez", "ions", "iez"].map((ending) => plain + ending),
    ...futureEndings.map((ending) => future + ending),
    ...agreed(`${plain}é`),
  ];
}

function agreed(participle: string): string[] {
  const plural = /[sx]$/.test(participle) ? participle : `${participle}s`;
  return [participle, `${participle}e`, plural, `${participle}es`];
}

/** A noun, or an adjective as it stands, with its plural. */
export function pluralForms(noun: string): readonly string[] {
  if (/[sxz]$/.test(noun)) return [noun];
  if (/(?:eau|eu|au)$/.test(noun)) return [noun, `${noun}x`, `${noun}s`];
  if (noun.endsWith("al")) return [noun, `${noun.slice(0, -1)}ux`, `${noun}s`];
  return [noun, `${noun}s`];
}

/** An adjective, or a person's trade, with its feminine and both plurals. */
export function agreedForms(word: string): readonly string[] {
  return [...new Set([word, ...feminineOf(word)].flatMap(pluralForms))];
}

const feminines: readonly (readonly [RegExp, string])[] = [
  [/teur$/, "trice"],
  [/eur$/, "euse"],
  [/([eè])r$/, "ère"],
  [/f$/, "ve"],
  [/eux$/, "euse"],
  [/oux$/, "ouse"],
  [/c$/, "que"],
  [/eau$/, "elle"],
  [/(on|en|el|eil|ul|et|as|os)$/, "$1"],
];

function feminineOf(word: string): string[] {
  if (word.endsWith("e")) return [];
  const rule = feminines.find(([ending]) => ending.test(word));
  if (rule === undefined) return [`${word}e`];
  const [ending, written] = rule;
  if (written !== "$1")
    return [word.replace(ending, written), ...(word.endsWith("teur") ? [`${word.slice(0, -1)}se`] : [])];
  return [`${word}${word.at(-1)}e`, ...(word.endsWith("et") ? [word.replace(/et$/, "ète")] : [])];
}
