/** To agree on a time, to change it, to come and to wait. */
export const bookingConcepts: Readonly<Record<string, string>> = {
  appointment: "rendez vous, rdv, rencard",
  book: "réserver, réservation, retenir une place, bloquer une place, bloquer un créneau, prise de rendez vous",
  cancel: "annuler, annulation, décommander, désister, désistement, se désister, vous désister",
  change:
    "changer, modifier, modification, reporter, report, décaler, repousser, déplacer le rendez vous, déplacer votre rendez vous, déplacer un rendez vous, déplacer votre séance, changement",
  late: "retard, en retard, tardif, à la bourre",
  early: "avance",
  miss: "manquer, rater, louper, manqué, raté, absence, absent",
  tell: "prévenir, avertir, informer, signaler, aviser, préavis, prévenez nous, dites le nous, nous le dire, nous prévenir, dites nous, faire savoir, faites le nous savoir, nous faire savoir, faites nous signe",
  register: "inscrire, inscription, réinscription, réinscrire",
  confirm: "confirmer, confirmation",
  wait: "attendre, attente, patienter, faire la queue, file* d'attente",
  hold: "mettre~ de côté, garder, conserver, réserver de côté",
  walkIn: "à l'improviste, au débotté",
  slot: "créneau, plage* horaire*",
  notice: "délai, délai de prévenance",
  visitor: "visiteur",
  weekly: "hebdomadairement",
  monthly: "mensuellement",
  yearly: "annuel, annuellement",
  daily: "quotidien, quotidiennement, journalier",
};
