import type { Rewrite } from "../../vocabulary";

const numberWord =
  "un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante|cent|mille";

const tens =
  "dix|onze|douze|treize|quatorze|quinze|seize|vingt|trente|quarante|cinquante|soixante|septante|huitante|octante|nonante|quatre-vingts?";
const units = "un|deux|trois|quatre|cinq|six|sept|huit|neuf";

/** Elisions written out, figures joined, and turns of speech put in the order in which facts have them. */
export const rewrites: readonly Rewrite[] = [
  // "On est de retour à quatorze heures."
  [
    /\b(?:est|sommes|serons|sera) de retour(?= (?:à|dès|demain|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|le)\b)/g,
    "rouvre",
  ],
  [/\baujourd'hui\b/g, "aujourdhui"],
  [/\bquelqu'un(e?)\b/g, "quelquun"],
  [/\baprès[- ]midi\b/g, "aprèsmidi"],
  [/\bmme\.|\bmlle\.|\bdr\.|\bm\.(?= ?\p{L})/gu, "monsieur"],
  // "1 095 $", "1'095 CHF"; groups of a telephone number go on.
  [
    /(?<![\d+]|\d[ .'-])[1-9]\d{0,2}(?:[ .']\d{3})+(?!\d|[ .-]\d)(?=(?:,\d\d)? ?(?:[€$£%]|\p{L}))/gu,
    (whole) => whole.replace(/[ .']/g, ""),
  ],
  [
    /(?<=(?:[€$£]|\bchf|\bfrs?\.?) ?)[1-9]\d{0,2}(?:[ .']\d{3})+(?!\d|[ .-]\d)/g,
    (whole) => whole.replace(/[ .']/g, ""),
  ],
  [/\bjusqu'/g, "jusque "],
  [/\blorsqu'/g, "lorsque "],
  [/\bpuisqu'/g, "puisque "],
  [/\bqu'/g, "que "],
  [/\bn'/g, "ne "],
  [/\bc'/g, "ce "],
  [/\bs'(?=il)/g, "si "],
  [/\b([ldjmts])'/g, "$1e "],
  [/\bdes (?=\d|la\b|le\b)/g, "dès "],
  [/\bn°/g, "numéro "],
  [/\b(\d+) ?j\b/g, "$1 jours"],
  // "10 h-20 h" is a range, and not twenty past ten.
  [/\b(\d{1,2} h(?: \d\d)?) ?[-–] ?(?=\d)/g, "$1 à "],
  // "Commandez-le deux mois avant": the pronoun is no date.
  [/(?<=\p{L}(?:ez|ons|es|e))-(?:le|la|les|y|en)(?![-\p{L}])/gu, ""],
  [/\bne oubliez(?: surtout)? pas (?:de )?(?:prendre|apporter|amener|emporter|venir avec)?\b/g, "apportez "],
  [/\bpensez(?: bien)? à (?:prendre|apporter|amener|emporter|venir avec)?\b/g, "apportez "],
  [/\bvous (?:ne )?avez que à\b|\bil (?:vous )?suffit de\b|\bil ne y a que à\b/g, "vous pouvez "],
  [/\bne (\p{L}+(?: \p{L}+)?) (?<!\b(?:pas|plus|rien|jamais) )que (?=\p{L}|\d)/gu, "$1 seulement "],
  [/\b(?:un|une) (jour|semaine|mois|an|fois|année) sur deux\b/g, "tous les deux $1s"],
  [/\btous les deux moiss\b/g, "tous les deux mois"],
  [/\b(?:on|nous) repren(?:d|ons|drons|dra)(?= à \d| à (?:\p{L}+ )?heures?| \p{L}+ à)/gu, "nous ouvrons à nouveau"],
  [/\br(?:é)?ouvr(\p{L}+)/gu, "ouvr$1 à nouveau"],
  // "Les chèques, on ne les prend pas".
  [
    /(?<=^|[.;:] ?)((?:le|la|les|des|du|de la|votre|vos) [\p{L}' -]{3,40}?), (on|nous|vous|ils?|elles?) (ne )?(?:le|la|les|en) (\p{L}+(?: (?:pas|plus|aussi))?)/gu,
    (_, thing = "", who = "", no = "", verb = "") => `${who} ${no}${verb} ${thing}`,
  ],
  // "Les voitures et les motos, on ne fait pas."
  [
    /(?<=^|[.;:,] ?)((?:le|la|les|des|du|de la) [\p{L}' -]{3,40}?), (on|nous) (ne (?:\p{L}+ ){1,2}(?:pas|plus|jamais))(?= *(?:[.;!?]|$))/gu,
    "$2 $3 $1",
  ],
  // "Il faut venir avec votre tapis."
  [
    /\b(?:venir|venez|viens|vient|viennent) avec (?=(?:votre|vos) (?!enfant|chien|chat|animal|animaux|bébé|fils|fille|conjoint|ami|famille|mari|femme|compagn|parent|partenaire|propre|groupe|équipe))/g,
    "apporter ",
  ],
  [/\bdans (?:le |la )(heure|journée|semaine|minute)\b(?! (?:qui|suivant|prochain|précédent|de|du))/g, "sous une $1"],
  // "Deux mois à l'avance, au minimum", "huit personnes au plus": what bounds a number stands before it in most facts.
  [
    new RegExp(
      `(?<!\\p{L})((?:(?:\\d+|${numberWord})[ -](?:et )?)+\\p{L}+(?: (?:à le avance|de avance|avant|après))?),? (?:au )?(minimum|maximum|moins|plus)(?= *(?:[.,;:!?)]|$))`,
      "gu",
    ),
    (whole, figure = "", bound = "") =>
      /\b(?:au|minimum|maximum)\b/.test(whole.slice(figure.length)) ? `au ${bound} ${figure}` : whole,
  ],
  [/\bau plus tard (?=[^,.;]{1,25} (?:avant|à le avance|de avance)\b)/g, "au moins "],
  [/\b(on|nous) (?:vous )?facture\b/g, "$1 facturons"],
  [
    /(?<=[€$,] ?|euros?,? |dollars?,? |francs?,? |par heure,? )hors (?=(?!taxe|tva)\p{L}+ *(?:[.,;!?]|$))(\p{L}+)/gu,
    " $1 non compris",
  ],
  [/\b(le|la|les|au|aux|un|une) mêmes? (?!jours?|moment|temps|semaine|date)/g, "$1 identique "],
  // "Dès le deuxième enfant".
  [
    /\b(?:dès (?:le |la )|à partir (?:du |de la |de le ))(?=(?:premi|deuxi|second|troisi|quatri|cinqui|sixi|septi|huiti|neuvi|dixi)\p{L}+|\d+ ?(?:e|er|ère|ème)\b)/gu,
    "dès ",
  ],
  [/\btous les (?:quinze|15) jours\b|\bchaque quinzaine\b/g, "toutes les deux semaines"],
  [/\btous les (?:huit|8) jours\b/g, "toutes les semaines"],
  // "Trente-huit et cinquante" is a price.
  [
    new RegExp(
      `(?<=(?:à|coûte|coûtent|est|sont|pour|fait) (?:(?:${numberWord})[ -])*(?:${numberWord})) et (?=(?:vingt|trente|quarante|cinquante|nonante) *(?:[.,;!?]|$| pour| la | le ))`,
      "g",
    ),
    " ",
  ],
  [/\bchaque (?=[\p{L} '-]{2,30} (?:est à|coûte|revient à|vaut|fait) )/gu, "un "],
  // "Le vol, non."
  [/^((?:le|la|les) [^,.;:!?]{2,40}), non(?= *(?:[.!]|$))/gu, "pas $1"],
  [new RegExp(`(?<!\\p{L})à moins de (?=\\d|(?:${numberWord})(?!\\p{L}))`, "gu"), "moins de "],
  [
    /\b(?:après|passé|une fois|au-delà de) ce (?:délai|terme)(?: passé)?\b|(?<=^|[.;] ?)(?:et )?(?:après|au-delà),/g,
    "ensuite ",
  ],
  [/\btou(?:s|tes) les (?=(?:lun|mar|mercre|jeu|vendre|same)dis?\b|dimanches?\b|matins\b|soirs\b)/g, "chaque "],
  [/\b(?:chaque) ((?:lun|mar|mercre|jeu|vendre|same)di|dimanche|matin|soir)s\b/g, "chaque $1"],
  [
    /\b(?:en tout temps|à toute heure|(?:jour et nuit|nuit et jour)|(?:24|vingt-quatre) ?(?:h|heures) ?(?:sur|\/) ?(?:24|vingt-quatre)|24 ?\/ ?24)(?: heures)?(?!\p{L})/gu,
    "24 h sur 24",
  ],
  [/\brepas (?:de |du )midi\b/g, "déjeuner"],
  [/\b(minutes?|heures?|h|demie?[- ]heure) de (?:travail|main-de œuvre|main de œuvre)\b/g, "$1"],
  [/\bquand (?:vous|on) (?:le |en )?(?:souhaitez|désirez|voulez|veut|souhaite)\b/g, "quand vous voulez"],
  [
    /\b(?:adressez-vous|(?:il faut |vous devez |vous pouvez )?(?:vous adresser|voir)|voyez) (?=(?:avec|à|au|aux) (?:la |le |les |un |une )?\p{L})(?:avec|à|au|aux) (?=(?!notre|nos|nous|votre|vos))/gu,
    "contactez ",
  ],
  [/\b((?:in|com)(?:clu|pri)se?s?) (?:là[- ])?dedans\b/g, "$1"],
  // "Le toilettage est réservé aux chiens de moins de 25 kilos."
  [/\b(est|sont) (?:exclusivement |uniquement )?réservée?s? (?:à|aux?) (?=\p{L})/gu, "$1 seulement pour "],
  [
    /\b(nous sommes|on est) (?:là|présents?|joignables?|disponibles?)(?=(?: \p{L}+){0,2} (?:de|dès|jusque|la|le|à|au|tous|toute|entre)\b)/gu,
    "$1 ouverts",
  ],
  [/\b(minutes?|heures?|jours?|semaines?|mois|ans?) (?:après|plus tard)(?= *(?:[.,;:!?)]|$))/g, "$1 plus tard"],
  [/^((?:pendant|pour|avec|sans|en|dans|chez|sur|aux?|à) [^,.;:!?]{2,40}), non(?= *(?:[.!]|$))/gu, "pas $1"],
  [/\b(?:tout )?de abord,? /g, ""],
  [
    /\bde plus de (?=\d|(?:deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|quinze|seize|vingt|trente|quarante|cinquante|soixante|cent|mille)\b)/g,
    "plus de ",
  ],
  [/\b(factur\p{L}+) à moitié prix\b/gu, "$1 la moitié"],
  [/\bsans (?:aucun )?(?:frais|coûts?|suppléments?) (?:en plus|supplémentaires?|additionnels?)/g, "sans supplément"],
  [/\b(?:les )?deux tiers\b/g, "deuxtiers"],
  [/\b(?:vous )?(?:ne )?payez (?:seulement )?(?:que )?la moitié(?: du prix)?\b/g, "à moitié prix"],
  [/\b(ce est (?:le|la)) ([b-xz])(?= *(?:[.,;:!?)]|$))/g, "$1 lettre$2"],
  // "Tram A ou B": a letter is a name, though "a" is a verb.
  [
    /\b(tram|tramway|ligne|bus|métro|rer|porte|quai|hall|bâtiment|salle|zone|sortie) ([b-xz]|a(?= *(?:[.,;:!?)]|$|jusque|direction|arrêt|ou |et )))(?!\p{L}|')(?: (ou|et) ([a-z])(?!\p{L}|'))?/gu,
    (_, thing = "", letter = "", joint = "", other = "") =>
      `${thing} lettre${letter}${joint === undefined || joint === "" ? "" : ` ${joint} lettre${other}`}`,
  ],
  // "28 € la demi-heure".
  [/\b(la|par|chaque) demie?[- ]heure\b/g, "$1 demiheure"],
  [/\b(le|par|chaque) quart de heure\b/g, "$1 quartdheure"],
  // "Dix-huit cents du kilomètre" is no eighteen hundred.
  [
    new RegExp(
      `(?<!\\p{L})((?:(?:${tens})[ -](?:et )?)?(?:${tens}|${units}))(?<!(?<!(?:${tens})[ -](?:et )?)(?:${units})) cents?(?!\\p{L})(?= *(?:[.,;!?]|$| du | de la | de le | le | la | par | chaque ))`,
      "gu",
    ),
    "$1 centimes",
  ],
  // "Le minimum est de trois heures", "trois heures, c'est le minimum".
  [/\b(?:le|un) (minimum|maximum) (?:est|sera|reste) (?:de )?(?=\p{L}|\d)/gu, "au $1 "],
  [
    new RegExp(
      `(?<!\\p{L})((?:(?:\\d+|${numberWord})[ -](?:et )?)+\\p{L}+),? ce est (?:le|un) (minimum|maximum)(?!\\p{L})`,
      "gu",
    ),
    "au $2 $1",
  ],
  // "12 € de l'heure", "3 € du kilomètre", "2 € à l'unité".
  [
    /(?<=[€$]|euros?|dollars?|francs?|chf|centimes?|chf \d+(?:[.,]\d+)?) (?:de le|de la|du|à le|à la) (?=\p{L})/gu,
    " par ",
  ],
];
