import { verbForms } from "./verbForms";

/** French words that claim nothing, or next to nothing. Verbs and nouns stand in their dictionary form. */

/** Some of their forms are other words as well: `sommes`, `es`, `fait`. */
const auxiliaries = "être avoir aller faire pouvoir vouloir savoir venir mettre prendre dire voir"
  .split(" ")
  .flatMap(verbForms)
  .filter((form) => !/^(?:vue?s?|avant|plus|mises?|prises?|dus?|sue?s?|étés?)$/.test(form))
  .join(" ");

/** Articles, pronouns, prepositions and what else only joins other words: they claim nothing wherever they stand. */
export const neutralWords = `${auxiliaries} le la les un une des du de d l au aux à en y ce cet cette ces ça cela ceci celui celle ceux celles il elle ils elles on je j tu nous vous me m te t se s lui leur leurs moi toi soi eux
  mon ma mes ton ta tes son sa ses notre nos votre vos nôtre nôtres vôtre vôtres mien mienne sien sienne qui que quoi dont où quel quelle quels quelles comment pourquoi combien lequel laquelle lesquels lesquelles auquel duquel
  parce car puisque donc alors ainsi aussi comme afin tandis avec pour par sur dans vers chez et ou mais non oui si d'accord voilà voici dès lors quant concernant pendant durant via parmi malgré envers côté
  bien très trop peu assez plutôt vraiment juste simplement directement également même tant tellement presque quasiment carrément franchement forcément évidemment naturellement justement effectivement absolument
  finalement enfin puis ensuite sinon autrement notamment surtout principalement éventuellement généralement habituellement normalement ordinairement heureusement malheureusement hélas certainement sûrement sûr volontiers
  respectivement précisément précis précise exacte exact là ici déjà encore bientôt plus tard
  être avoir aller faire pouvoir vouloir savoir dire voir venir mettre prendre passer donner trouver proposer arriver demander utiliser
  est es sont suis fait faits dit dits vu mis mise mises met mets reste ai as a ait est eu vais va t
  propose accepte acceptons acceptent acceptez
  chose façon manière sorte type genre cas exemple question réponse information renseignement aide fait faits
  client cliente patient patiente clientèle patientèle visiteur monsieur madame mademoiselle messieurs mesdames
  boutique magasin salon boulangerie garage atelier cabinet restaurant clinique entreprise société bureau secrétariat studio agence institut académie école local lieu adresse numéro téléphone nom
  prix tarif horaire heure temps service services prestation
  ok merci bonjour bonsoir désolé désolée parfait super génial bon bonne super excellent
  chacun autre autres certain certains certaine certaines selon soit soient total situé située situés quant votre y-a-t-il plus ans nombreux pied-à part parts`;

/**
 * Verbs, nouns and adjectives of every conversation, which say next to nothing beside words that stand in a fact. What moves money,
 * promises work or grants leave is not among them.
 */
export const lightWords = `provenir originaire transmettre préparer munir recevoir obtenir disposer bénéficier profiter posséder détenir laisser rester tenir servir suffire permettre penser songer souhaiter désirer préférer aimer espérer adorer apprécier
  regarder noter souvenir indiquer préciser mentionner montrer présenter apparaître sembler paraître devenir continuer commencer débuter démarrer tenter
  agir travailler concerner correspondre convenir plaire intéresser exister situer dérouler effectuer réaliser exécuter procéder gérer occuper tourner représenter
  constituer former consister impliquer entraîner requérir prévoir planifier organiser veiller attention
  partir sortir rentrer approcher remettre ranger reprendre lever tirer pousser glisser sonner taper toucher appuyer
  discuter raconter répondre dire redire écouter comprendre suggérer inviter prier convenir valable valide
  employer usage user application mode moyen façon point détail idée avis envie intérêt avantage projet but objectif goût chance plaisir joie peine inquiétude
  début commencement milieu suite reste côté base fond sens forme nature état titre mesure lien effet résultat
  possibilité possible facile facilement utile important essentiel habituel courant classique ordinaire standard idéal parfait agréable joli beau belle bel mauvais vrai faux juste clair
  personnellement moment instant période date désormais parfois rarement doucement tranquillement confortablement correctement tel telle tels telles tomber lors monde gens
  merveilleux magnifique ravi heureux content satisfait gentil aimable sympa promis dis mis`;

/** Of the neutral words the nouns, which may be a part of a service's name. */
export const thingWords =
  "boutique magasin salon boulangerie garage atelier cabinet restaurant clinique bureau secrétariat studio agence institut académie école service prestation aide patient client";

/** Words that claim nothing in a question or a request. */
export const askableWords = `dois nom noms prénom numéro téléphone adresse mail jour jours date heure semaine mois rendez-vous rendez vous réserver réservation commander commande personne adulte enfant
  voiture véhicule marque modèle immatriculation âge taille cheveux première fois déjà client cliente autre quelque quelquun quelqu'un souhaiter désirer préférer vouloir aimer chercher besoin convenir plaire aller arranger intéresser
  matin aprèsmidi soir demain aujourdhui plutôt répéter préciser rappeler dire parler savoir confirmer épeler renseignement problème sujet propos service prestation prix tarif coûter venir passer apporter
  part gâteau combien quel quelle douleur mal animal chien chat nuit chambre table couvert disponible bientôt occasion budget code postal prise créneau moment durée motif raison`;
