/** Papers and proofs. */
export const paperAlike: readonly string[] = [
  "document, papiers, justificatif, dossier, pièce",
  "pièce d'identité, carte d'identité, identité, papiers",
  "passeport > pièce d'identité, identité",
  "signer, signature, accord, autorisation, consentement",
  "autorisation, accord, permission, consentement, autoriser",
  "formulaire, fiche, questionnaire, document, remplir",
  "remplir, compléter",
  "traduire, traduction",
  "carte grise, immatriculation, papiers du véhicule",
  "preuve, justificatif, prouver, justifier, attestation",
  "propriétaire, appartenir",
  "parler, langue",
];
