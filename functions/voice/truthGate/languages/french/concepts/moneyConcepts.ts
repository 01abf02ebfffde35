/** To pay, and what things cost. */
export const moneyConcepts: Readonly<Record<string, string>> = {
  pay: "payer, régler, acquitter, paiement, règlement, payable, encaisser, encaissement, paye, paie",
  refund:
    "rembourser, remboursement, remboursable, rendre~ l'argent, rendons l'argent, rendu l'argent, reprendre~ et rembourser, recréditer",
  guarantee: "garantir, garantie, garanti, garantis, garanties",
  deposit: "acompte, arrhes, caution, dépôt de garantie, dépôt, provision, avance sur le prix",
  tax: "taxe, tva, ttc, ht, hors taxe, hors taxes, toutes taxes comprises, taxable",
  receipt: "reçu, facture, ticket de caisse, note de frais, facturette, justificatif de paiement, quittance",
  insurance: "assurance, assureur, mutuelle, complémentaire santé, assurances",
  card: "carte* bancaire*, carte* bleue*, carte* de crédit, carte* de débit, cb, carte, sans contact",
  cash: "espèces, liquide, argent liquide, argent comptant, comptant, cash, en liquide, monnaie",
  cheque: "chèque",
  holidayVoucher: "chèque* vacances, chèques vacances, ancv",
  mealVoucher:
    "ticket* restaurant, tickets restaurant, titre* restaurant, titres restaurant, chèque* repas, chèques repas, chèque* déjeuner, tickets resto",
  serviceVoucher: "chèque* emploi service, cesu, titre* service, titres services",
  ecoVoucher: "éco chèque*, chèque* culture, chèques culture, pass culture",
  transfer: "virement, virer, virement bancaire",
  instalment: "mensualité, échéance, échéancier, versement, fois, étaler, échelonner, échelonnement, échelonné",
  interest: "intérêt",
  fee: "frais",
  tip: "pourboire",
  discount:
    "remise, remises, réduction, rabais, promotion, promo, solde, soldes, ristourne, bon* de réduction, offre* spéciale*, tarif* réduit*, prix réduit*, code* promo, escompte, démarque, tarif* préférentiel*, moitié prix, demi tarif",
  giftCard: "carte* cadeau*, carte* cadeaux, bon* cadeau*, chèque* cadeau*, bon* d'achat, chèque* cadeaux",
  subscription: "abonnement, abonner, s'abonner, abonné",
  quote: "devis, estimation, soumission, chiffrage, estimer, évaluation du prix, chiffrer",
  package: "forfait, formule, forfaitaire, pack",
  cheaper: "moins cher, moins chère, moins chers, moins chères, meilleur marché, plus économique, plus abordable",
  dearer: "plus cher, plus chère, plus chers, plus chères, plus élevé, plus élevée, plus coûteux, plus onéreux",
  cheapest: "le moins cher, la moins chère, les moins chers, les moins chères",
};
