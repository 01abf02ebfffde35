import { animalConcepts } from "./french/concepts/animalConcepts";
import { bodyConcepts } from "./french/concepts/bodyConcepts";
import { bookingConcepts } from "./french/concepts/bookingConcepts";
import { foodConcepts } from "./french/concepts/foodConcepts";
import { leisureConcepts } from "./french/concepts/leisureConcepts";
import { moneyConcepts } from "./french/concepts/moneyConcepts";
import { ownConcepts } from "./french/concepts/ownConcepts";
import { paperConcepts } from "./french/concepts/paperConcepts";
import { peopleConcepts } from "./french/concepts/peopleConcepts";
import { placeConcepts } from "./french/concepts/placeConcepts";
import { qualityConcepts } from "./french/concepts/qualityConcepts";
import { tradeConcepts } from "./french/concepts/tradeConcepts";
import { workConcepts } from "./french/concepts/workConcepts";
import { inForms } from "./french/lemma";

/** Words that bind others together, bound figures, and say when it is open: the gate knows these names. */
const binding: Readonly<Record<string, string>> = {
  not: "ne, pas, jamais, aucun, aucune, sans, ni, rien, personne ne, nulle part, non, nullement, aucunement",
  indeed: "oui",
  but: "mais, cependant, toutefois, par contre, en revanche, pourtant",
  and: "et, ainsi que",
  or: "ou, ou bien",
  only: "seulement, uniquement, exclusivement, seul, seule, seuls, seules, rien que, que pour",
  any: "quelconque, importe quel, importe quelle, importe quoi, de autres",
  both: "les deux",
  all: "tout, toute, tous, toutes, chaque, toujours, chacun, chacune, entier, entière, partout, entièrement, complètement, totalement, chaque fois, à chaque fois, sans exception, intégralité des",
  except: "sauf, excepté, hormis, à part, hors, à le exception de, exception, exceptés, exceptées",
  if: "si, quand, lorsque, tant que, pourvu que, à condition que, à condition de, sous réserve de, sous réserve que, du moment que, dès lors que, en cas de, dans le cas où, au cas où",
  unless: "à moins que, à moins de, sauf si",
  evenIf: "même si, même quand, quoi que",
  forever: "à tout moment, à toute heure, aussi longtemps que, indéfiniment, quand vous voulez, à vie",
  noProblem: "pas de problème, aucun problème, sans problème, pas de souci, aucun souci, sans souci",
  from: "à partir de, à compter de, dès, à partir du, depuis",
  startsAt: "commence à, commencent à, débute à, débutent à, commençant à, démarre à, démarrent à",
  atLeast: "au moins, au minimum, minimum, minimum de, pas moins de, minimale de",
  atMost:
    "au plus, au maximum, maximum, tout au plus, pas plus de, au grand maximum, jamais plus de, max, pas plus que, au maximum de, un maximum de, maximum de, limité à, limitée à, limités à, limitées à, à concurrence de",
  moreThan: "plus de, au dessus de, au delà de, supérieur à, supérieure à, plus que, davantage que, dépassant",
  lessThan: "moins de, au dessous de, en dessous de, inférieur à, inférieure à",
  orMore: "et plus, ou plus, et au delà, et au dessus, et davantage, ou davantage, et au delà, et plus grand",
  orLess: "et moins, ou moins, et en dessous",
  roughly:
    "environ, à peu près, autour de, approximativement, vers, aux environs de, aux alentours de, grosso modo, en gros, de l'ordre de, plus ou moins",
  exactly: "exactement, précisément, pile",
  open: "ouvre, ouvrons, ouvrez, ouvrent, ouvrir, ouverture, rouvre, rouvrons, rouvrent, rouvrir, ouvrira, ouvrirons",
  isOpen: "ouvert, ouverte, ouverts, ouvertes",
  close: "ferme, fermons, fermez, ferment, fermer, fermeture, fermera, fermerons",
  closed: "fermé, fermée, fermés, fermées",
  until: "au plus tard, jusque à, jusque au, jusque en, jusque, jusque aux",
  between: "entre",
  to: "à, au",
  now: "maintenant, en ce moment, actuellement, à le instant, tout de suite, pour le moment, pour le instant, à cette heure",
  again: "nouveau, à nouveau, de nouveau, puis, ensuite",
  lunch: "déjeuner, pause, pause déjeuner, pause de midi",
  free: "gratuit, gratuite, gratuits, gratuites, gratuitement, gratuité, offert, offerte, offerts, offertes, sans supplément, gratis, à titre gracieux, gracieusement, ne coûte rien, ne coûtent rien, ne payez rien, ne paie rien, ne paye rien, ne paierez rien, ne payer rien, rien à payer, rien payer, ne vous coûte rien, ne vous coûtera rien, ne coûtera rien, zéro euro, zéro franc, zéro dollar, sans frais, aucuns frais, aucun frais, pas de frais",
  included:
    "inclus, incluse, incluses, compris, comprise, comprises, comprend, comprennent, inclut, incluent, fourni, fournie, fournis, fournies, comporte",
  cover: "couvre, couvrent, couvert, couverte, couverts, couvrir",
  extra:
    "supplément, suppléments, en plus, en sus, en supplément, supplémentaire, supplémentaires, de plus, surplus, surcoût, majoration",
  more: "davantage",
  less: "moins",
  nextDay: "le lendemain, lendemain",
  before: "avant, auparavant, préalable, préalablement, à le avance, de avance, au préalable, en amont",
  after: "après",
  paid: "payant, payante, payants, payantes",
  remain: "restent, rester, restez, reste",
  week: "semaine, semaines, hebdomadaire",
  month: "mois, mensuel",
  morning: "matin, matins, matinée, matinées",
  afternoon: "aprèsmidi",
  evening: "soir, soirs, soirée, nuit",
  day: "jour, jours, journée, journées",
  minute: "minute, minutes",
  hour: "heure, heures",
  start: "commencer, débuter, démarrer, début",
  finish: "finir, terminer, fin, achever, terminus",
  duration:
    "dure, durent, durée, durer, durera, prend, prennent, prendra, comptez, compter, faut compter, faut prévoir, prévoyez",
  cost: "coûte, coûtent, coûter, coût, revient à, reviennent à, vous revient, reviendra à, facturer, facturé, facturée, facturés, facturées, facturons, facture t on, vaut",
  depend: "dépendre, dépend, dépendent, selon, en fonction de, en fonction du, fonction, suivant, varier, variable",
};

/**
 * By theme, in their order: a word that two list says the last, and its other forms the first. Words stand in their dictionary form; in
 * phrases `~` marks a verb, `+` an adjective and `*` a noun that are said in all their forms.
 */
const themes: readonly Readonly<Record<string, string>>[] = [
  moneyConcepts,
  bookingConcepts,
  peopleConcepts,
  animalConcepts,
  placeConcepts,
  tradeConcepts,
  workConcepts,
  bodyConcepts,
  foodConcepts,
  leisureConcepts,
  paperConcepts,
  qualityConcepts,
  ownConcepts,
];

/** French words that mean the same, by the names that all languages share. */
export function frenchConcepts(): Readonly<Record<string, string>> {
  made ??= merged();
  return made;
}

let made: Readonly<Record<string, string>> | null = null;

function merged(): Record<string, string> {
  const all: Record<string, string> = {};
  for (const table of [binding, ...themes])
    for (const [key, list] of Object.entries(table)) {
      const forms = inForms(list);
      const known = all[key];
      all[key] = known === undefined ? forms : `${known}, ${forms}`;
    }
  return all;
}
