import { agreedForms, pluralForms, verbForms } from "./verbForms";

/** Verbs whose forms no ending alone gives away. */
const verbs = `être avoir aller faire défaire refaire satisfaire falloir valoir pouvoir vouloir devoir recevoir apercevoir percevoir savoir voir revoir prévoir asseoir
  ouvrir rouvrir couvrir recouvrir découvrir offrir souffrir cueillir accueillir recueillir bouillir courir parcourir mourir acquérir
  dormir endormir servir desservir resservir répartir partir repartir assortir sortir ressortir sentir ressentir consentir mentir fuir
  venir revenir devenir prévenir convenir parvenir intervenir provenir survenir subvenir tenir retenir obtenir contenir maintenir soutenir entretenir appartenir détenir
  prendre apprendre comprendre reprendre surprendre entreprendre coudre recoudre résoudre dissoudre soudre joindre rejoindre
  peindre repeindre teindre éteindre atteindre restreindre craindre plaindre contraindre battre débattre combattre
  mettre permettre promettre remettre transmettre admettre soumettre commettre omettre naître connaître reconnaître paraître apparaître disparaître
  suivre poursuivre vivre survivre écrire décrire inscrire réinscrire prescrire souscrire transcrire lire relire élire dire redire interdire prédire suffire rire sourire
  cuire recuire conduire reconduire produire reproduire construire reconstruire réduire traduire instruire séduire introduire détruire déduire nuire
  boire croire plaire déplaire traire extraire distraire inclure exclure conclure clore rompre interrompre vaincre convaincre envoyer renvoyer
  vendre revendre rendre attendre descendre redescendre entendre étendre détendre tendre défendre dépendre suspendre pendre fendre répandre perdre reperdre répondre correspondre fondre tondre pondre mordre tordre
  finir choisir remplir réussir grandir agrandir rétrécir raccourcir rallonger élargir blanchir éclaircir noircir jaunir rougir vernir polir dépolir nourrir fournir garnir regarnir garantir réunir unir établir rétablir
  réfléchir agir réagir subir fleurir refleurir bâtir rebâtir démolir durcir ralentir avertir convertir investir vieillir rajeunir maigrir grossir assainir assouplir rafraîchir refroidir chauffer réchauffer
  guérir définir saisir ressaisir franchir affranchir approfondir ternir dégarnir enrichir épaissir aplatir atterrir aboutir accomplir applaudir obéir punir trahir rôtir farcir mûrir pourrir moisir salir
  envahir meurtrir engourdir alourdir ramollir affaiblir épanouir évanouir raidir adoucir amincir aguerrir anéantir arrondir`;

/** Forms of verbs that are, as words of their own, something else. */
const homographs = `plus vers été sens pas point suis bois cours court cru cuit bus vis lit vue fait mort sortie entrée arrivée sûr teint teinte joint produit reçu permis parti partie part font fonds né rendu tendre couvert
  offre livre porte marche montre règle marque place pile somme pêche tour fin pis service ponts pont peine meuble cadre table taille bilan allée course pendant maintenant souvent devant couramment dû due remise
  promesse entreprise surprise commis conduite traite vente détente attente perte réponse découverte descente tente plaine plainte saisie sortant cuisson cuisine vaisselle ai as a es est aie ait vu eu eux mis dit
  carte verre lettre chambre porte titre livret nombre ombre genre poudre poste course bourse ferme pompe lampe tasse classe chasse caisse baisse messe presse tresse veste geste reste liste piste visite suite`;

const futures = ["erai", "eras", "era", "erons", "erez", "eront", "erais", "erait", "erions", "eriez", "eraient"];
const others = ["aient", "ions", "ant", "ais", "ait", "iez", "ons", "ent", "ées", "ée", "és", "ez", "es", "é", "e"];
const endingsOfEr = [...futures, ...others];

/** The infinitives that a stem before the ending of a verb may belong to. */
function infinitivesOf(stem: string): readonly string[] {
  const plain = `${stem}er`;
  if (/[lt]{2}$/.test(stem)) return [plain, `${stem.slice(0, -1)}er`];
  if (stem.endsWith("ç")) return [`${stem.slice(0, -1)}cer`];
  if (stem.endsWith("ge")) return [`${stem.slice(0, -1)}er`];
  if (/[aou]i$/.test(stem)) return [plain, `${stem.slice(0, -1)}yer`];
  if (/è[^aeiou]{1,2}$/.test(stem))
    return [plain, stem.replace(/è([^è]+)$/, "e$1er"), stem.replace(/è([^è]+)$/, "é$1er")];
  return [plain];
}

const masculines: readonly (readonly [RegExp, string])[] = [
  [/trices?$/, "teur"],
  [/euses?$/, "eur"],
  [/euses?$/, "eux"],
  [/ères?$/, "er"],
  [/ves?$/, "f"],
  [/ques?$/, "c"],
  [/(?:che|ches)$/, "c"],
  [/elles?$/, "eau"],
  [/(onne|enne|elle|eille|ulle|ette|asse|osse)s?$/, ""],
  [/ètes?$/, "et"],
  [/eaux$/, "eau"],
  [/aux$/, "al"],
  [/aux$/, "ail"],
  [/es$/, ""],
  [/e$/, ""],
  [/[sx]$/, ""],
];

function singularsOf(word: string): readonly string[] {
  return masculines.flatMap(([ending, written]) => {
    const match = ending.exec(word);
    if (match === null) return [];
    if (match[1] !== undefined) return [word.slice(0, match.index) + match[1].slice(0, -2)];
    const singular = word.slice(0, match.index) + written;
    // "Françaises", "grises".
    return singular.length < 3 ? [] : [singular];
  });
}

/** The form under which a dictionary has a French word, of the words that the tables know; other words stay as they are. */
export function lemmaAmong(listed: () => readonly string[]): (word: string) => string {
  let tables: { readonly known: ReadonlySet<string>; readonly irregular: ReadonlyMap<string, string> } | null = null;
  const made = () => {
    const known = new Set([...listed(), ...wordsOf(homographs), ...wordsOf(verbs)]);
    const irregular = new Map<string, string>();
    for (const verb of wordsOf(verbs))
      for (const form of verbForms(verb)) if (!irregular.has(form)) irregular.set(form, verb);
    return { known, irregular };
  };
  return (word) => {
    tables ??= made();
    const { known, irregular } = tables;
    if (known.has(word)) return word;
    // "Livres" are books, and "entrées" ways in, before they are verbs.
    const singular = /[sx]$/.test(word) ? word.slice(0, -1) : "";
    if (known.has(singular)) return singular;
    const verb = irregular.get(word);
    if (verb !== undefined) return verb;
    for (const ending of endingsOfEr) {
      if (!word.endsWith(ending) || word.length - ending.length < 2) continue;
      const infinitive = infinitivesOf(word.slice(0, -ending.length)).find((each) => known.has(each));
      if (infinitive !== undefined) return infinitive;
    }
    return singularsOf(word).find((each) => known.has(each)) ?? word;
  };
}

function wordsOf(text: string): readonly string[] {
  return text.trim().split(/\s+/);
}

/**
 * A list of words and phrases, separated by commas, as the gate reads them: elisions and hyphens written out, and the marked words
 * of a phrase in all their forms: `~` a verb, `+` an adjective, `*` a noun.
 */
export function inForms(list: string): string {
  return list
    .split(",")
    .flatMap((entry) => phraseForms(entry))
    .join(", ");
}

function phraseForms(entry: string): readonly string[] {
  const words = wordsOf(
    entry
      .replace(/aujourd'hui/g, "aujourdhui")
      .replace(/après-midi/g, "aprèsmidi")
      .replace(/qu'/g, "que ")
      .replace(/(?<!\p{L})([ldjmtsnc])'/gu, "$1e ")
      .replace(/-/g, " "),
  );
  return words.reduce<readonly string[]>(
    (all, word) =>
      all.flatMap((before) => markedForms(word).map((form) => (before === "" ? form : `${before} ${form}`))),
    [""],
  );
}

function markedForms(word: string): readonly string[] {
  const bare = word.slice(0, -1);
  if (word.endsWith("~")) return verbForms(bare);
  if (word.endsWith("+")) return agreedForms(bare);
  return word.endsWith("*") ? pluralForms(bare) : [word];
}
