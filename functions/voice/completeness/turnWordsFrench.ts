import { numberWords } from "../../shared/numberWords";
import type { TurnWords } from "./turnWords";

export const frenchTurnWords: TurnWords = {
  pauseFillers:
    "attends une_seconde un_instant voyons_voir je_regarde je_vérifie comment_ça_s'appelle comment_on_dit euh heu hum hmm ben bah voyons attendez tu_vois vous_savez comment_dire",
  leadOn:
    "tiret slash sauf_si à_moins_que bien_que alors_que le_premier le_dernier la_première la_dernière le_tout_premier soit idéalement de_préférence poste celui celle ceux celles point dont lequel laquelle lesquels lesquelles non_pardon pardon_non non_attendez attendez_non enfin_non je_veux_dire tu il elle ils elles est-ce_que_vous que_vous si_vous est-ce_que_je je_pensais je_me_demandais peut-être vraiment juste seulement s'il_y c'est_que et ou mais donc car parce_que puisque si que qu'est-ce_que est-ce_que le la les l un une des du de_la au aux mon ma mes votre vos " +
    "notre nos son sa ses leur leurs je j'ai je_voudrais je_veux j'aimerais je_suis c'est il_me_faudrait il_me_faut il_faut j'ai_besoin_de " +
    "je_cherche je_peux vous_avez avez-vous vous_êtes êtes-vous est-ce_que_vous pouvez-vous vous_pouvez puis-je combien_coûte " +
    "c'est_le c'est_la numéro_est_le s'appelle m'appelle je_m'appelle quel quelle quels quelles très plus aussi ne pas_avant j'aimerais_savoir " +
    "prochain_est plutôt nous on est sont serait était",
  helperVerbs: "",
  subjects: "",
  mostlyLeadOn:
    "à de pour avec sans chez dans sur sous vers par avant après entre en depuis jusqu'à jusqu'au pendant dès contre comme d près_de à_côté_de en_face_de derrière devant malgré sauf parmi selon",
  questionStarts:
    "est-ce qu'est-ce que quoi quand où qui pourquoi comment combien quel quelle quels quelles avez-vous êtes-vous pouvez-vous " +
    "puis-je peut-on faites-vous vous_avez vous_êtes vous_faites vous_pouvez vous_fermez vous_ouvrez c'est_combien c'est_possible c'est_quand à_quelle_heure " +
    "y_a-t-il il_y_a",
  strandingQuestions: "",
  beforeQuestions: "et alors mais donc bonjour bonsoir oui non euh merci pardon très_bien d'accord ok sinon",
  openers:
    "bonjour bonsoir salut allô oui non ouais si d'accord ok merci merci_beaucoup très_bien parfait bien bon pardon excusez-moi " +
    "s'il_vous_plaît ah alors super voilà attendez un_instant",
  farewells: "au_revoir à_bientôt bonne_journée bonne_soirée c'est_tout ce_sera_tout non_merci à_demain arrêtez",
  announcements:
    "deux_choses deux_questions plusieurs_choses une_question j'ai_une_question une_petite_question une_chose encore_une_chose voilà_ma_question je_vous_appelle",
  wantsMore:
    "vendez réparez proposez acceptez utilisez recommandez réserver prendre changer annuler déplacer savoir demander faire venir avoir voir je_ne_sais_pas autre_chose une_place un_rendez-vous disponible disponibles libre quelque_chose un_créneau mon_rendez-vous",
  wishes:
    "voudrais veux aimerais souhaite faudrait faut besoin réserver prendre changer annuler déplacer parler pouvez peux prenez mettez " +
    "rendez-vous conseiller personne préfère plutôt cherche moi",
  plainWishes:
    "voudrais veux aimerais souhaite faudrait faut besoin réserver prendre annuler déplacer pouvez pouvez-vous puis-je peux rendez-vous conseiller cherche s'il_vous_plaît",
  numbers: { ...numberWords.fr, zero: 0, "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19, cent: 100 },
  repeats: { double: 2, triple: 3 },
  spellsAs: "comme",
  wholeWith: "comme_avant qu'avant d'avant jour_d'avant la_veille",
  titles: "mme mlle mr dr maître docteur pr saint sainte",
  asksForHour: /jour et (?:à )?(?:quel(?:le)? )?(?:heure|créneau|horaire)|date et (?:l')?heure/i,
  spelt: "s'écrit s'épelle ça_s'écrit",
  requests: "puis-je pouvez-vous pourriez-vous est-ce_que_je_peux je_peux on_peut vous_pouvez",
  refusals: "non pas aucun aucune",
  atSign: "arobase chez",
  dot: "point",
  months: "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
  weekdays: "lundi mardi mercredi jeudi vendredi samedi dimanche demain aujourd'hui",
  streets: "rue avenue boulevard place chemin allée impasse quai route cours square passage",
  isTownLast: true,
  beforeNumbers:
    "bâtiment résidence appartement étage numéro sortie escalier lieu-dit saint sainte grand grande vieux vieille",
  isStreetKindFirst: true,
  asksFor: {
    birth: /naissance|\bnée?\b|anniversaire/i,
    lastFour: /quatre derniers/i,
    code: /num[ée]ro de (?:dossier|commande|client|compte|facture|série|réservation|contrat|police|suivi|sinistre|carte)|facture num[ée]ro|dossier|plaque|immatriculation|derniers chiffres|code postal|référence/i,
    number: /numéro|téléphone|joindre|rappeler/i,
    name: /\bnom\b|épel|appelle/i,
    email: /arobase|e-?mail|mail\b|courriel|adresse électronique/i,
    date: /quel jour|quelle date|quand|quelle heure/i,
    address: /(?<!e-mail.*)\badresse\b(?! (?:e-?mail|électronique))|où (?:habitez|devons|faut)|j'habite/i,
  },
};
