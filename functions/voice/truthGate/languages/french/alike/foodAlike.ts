/** Food, drink and tables. */
export const foodAlike: readonly string[] = [
  "manger, repas, déjeuner, dîner, nourriture, restaurer, se restaurer",
  "boire, boisson, verre",
  "goûter, collation, encas, manger",
  "plat, menu, carte, spécialité",
  "végétarien, végétal",
  "végétalien, végan, vegan",
  "allergène, allergie, intolérance, intolérant",
  "emporter, à emporter, livrer",
  "cuisiner, préparer, cuire",
  "cuire, cuisson, four",
  "frais, du jour, fraîcheur",
  "bio, biologique, naturel",
  "producteur, région, du coin",
  "fournir, nourrir, apporter",
  "nourriture, croquettes, aliments",
];
