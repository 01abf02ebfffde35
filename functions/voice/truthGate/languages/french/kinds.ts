/** What is one of a kind, by the kind. */
export const kinds: Readonly<Record<string, string>> = {
  meuble:
    "canapé, table, chaise, fauteuil, armoire, commode, lit, bureau, étagère, buffet, bibliothèque, matelas, placard, tabouret, banc, vitrine, sommier, chevet, bahut, penderie, coffre, secrétaire",
  animal:
    "chien, chat, lapin, oiseau, cheval, hamster, poisson, furet, tortue, perroquet, cochon d'inde, rongeur, serpent, poney, reptile",
  "animal de compagnie": "chien, chat, lapin, oiseau, hamster, furet, tortue",
  chien:
    "caniche, labrador, berger, bouledogue, teckel, chiot, golden, yorkshire, chihuahua, beagle, husky, épagneul, terrier, cocker, boxer, rottweiler",
  chat: "chaton, siamois, persan",
  oiseau: "perruche, perroquet, canari, poule",
  rongeur: "hamster, souris, cochon d'inde, rat, gerbille, chinchilla",
  véhicule:
    "voiture, moto, camion, camionnette, scooter, vélo, utilitaire, fourgon, remorque, caravane, auto, tracteur, quad",
  voiture:
    "break, berline, suv, citadine, cabriolet, monospace, peugeot, renault, citroën, volkswagen, toyota, bmw, audi, mercedes, tesla, fiat",
  vélo: "vtt, tandem, vélo électrique, vélo cargo, vélo de route, gravel, bmx",
  "deux-roues": "vélo, moto, scooter, trottinette",
  instrument:
    "piano, guitare, violon, flûte, batterie, saxophone, clarinette, trompette, violoncelle, harpe, accordéon, basse, ukulélé, orgue, alto, contrebasse, trombone, hautbois, clavier",
  vêtement:
    "pantalon, chemise, veste, manteau, robe, jupe, costume, pull, jean, chemisier, blouson, tailleur, gilet, short, cravate, t-shirt, doudoune, blazer, smoking, imperméable, uniforme, pyjama",
  chaussure: "botte, basket, sandale, bottine, escarpin, mocassin, talon, soulier",
  bijou: "bague, collier, bracelet, alliance, boucle, montre, pendentif, chaîne, broche, chevalière",
  tissu: "coton, laine, soie, lin, velours, cuir, daim, satin, polyester, dentelle, cachemire",
  métal: "or, argent, acier, cuivre, laiton, aluminium, fer, bronze, zinc, inox, titane",
  bois: "chêne, pin, hêtre, noyer, teck, merisier, sapin, acajou, frêne",
  fleur:
    "rose, tulipe, lys, pivoine, orchidée, marguerite, œillet, tournesol, hortensia, chrysanthème, dahlia, jonquille, muguet",
  plante: "rose, orchidée, cactus, ficus, monstera, succulente, arbuste",
  fruit:
    "pomme, poire, banane, fraise, framboise, cerise, abricot, pêche, orange, citron, raisin, prune, kiwi, melon, ananas",
  légume:
    "tomate, carotte, pomme de terre, salade, courgette, oignon, poivron, aubergine, haricot, chou, épinard, poireau",
  viande: "bœuf, poulet, porc, agneau, veau, canard, dinde, jambon, saucisse",
  alcool: "vin, bière, champagne, whisky, rhum, cocktail, apéritif",
  boisson: "café, thé, jus, eau, soda, limonade, sirop, coca, vin, bière",
  "fruits à coque": "noix, amande, noisette, cajou, pistache",
  "produit laitier": "lait, fromage, beurre, crème, yaourt",
  appareil:
    "lave-linge, lave-vaisselle, frigo, four, sèche-linge, aspirateur, télévision, ordinateur, micro-ondes, congélateur, cafetière, imprimante, robot, plaque, hotte",
  électroménager:
    "lave-linge, lave-vaisselle, frigo, four, sèche-linge, aspirateur, micro-ondes, congélateur, cafetière, réfrigérateur",
  outil: "perceuse, marteau, scie, tournevis, ponceuse, visseuse, clé, échelle, tondeuse",
  sport:
    "football, tennis, natation, escalade, judo, basket, rugby, yoga, gymnastique, danse, volley, badminton, boxe, golf, ski",
  langue: "anglais, français, allemand, espagnol, italien, arabe, néerlandais, portugais, chinois, russe, japonais",
  document: "permis, passeport, facture, contrat, carte d'identité, ordonnance, certificat, attestation, devis",
  "pièce d'identité": "passeport, carte d'identité, permis de conduire",
  enfant: "bébé, fils, fille, garçon, adolescent, nourrisson, petit-fils, petite-fille, neveu, nièce, gamin, ado",
  adulte: "parent, père, mère, mari, femme, grand-parent, senior",
  parent: "père, mère",
  famille: "fils, fille, mari, frère, sœur, père, mère, cousin, parent, grand-mère, grand-père",
  jour: "lundi, mardi, mercredi, jeudi, vendredi, samedi, dimanche",
  saison: "printemps, été, automne, hiver",
  métier: "coiffeur, plombier, électricien",
  couleur: "rouge, bleu, vert, noir, blanc, jaune, rose, gris, brun, violet, orange, beige, doré, argenté",
  pneu: "pneu neige, pneu hiver, pneu été",
  électronique: "ordinateur, téléphone, tablette, télévision, console, portable",
  cérémonie: "mariage, baptême, enterrement, communion",
  événement: "mariage, anniversaire, baptême, fête, séminaire, concert, communion",
  carte: "visa, mastercard, maestro, carte bleue, carte de crédit, carte de débit, bancontact",
  "carte de crédit": "visa, mastercard",
  allergène: "gluten, noix, lactose, arachide, œuf, lait, soja, sésame",
};
