/** What is one of a kind, by the kind. A fact that speaks of all of the kind speaks of each, and never the other way round. */
export const kinds: Readonly<Record<string, string>> = {
  // Animals.
  animal: "pet, dog, cat, bird, fish, horse, rabbit",
  pet: "dog, cat, rabbit, bunny, hamster, guinea pig, gerbil, bird, parrot, budgie, canary, fish, goldfish, turtle, tortoise, ferret, snake, lizard, reptile",
  dog: "puppy, poodle, labrador, lab, labradoodle, goldendoodle, doodle, retriever, golden retriever, beagle, terrier, bulldog, pit bull, pitbull, boxer, husky, collie, corgi, dachshund, chihuahua, pug, spaniel, shepherd, german shepherd, rottweiler, dalmatian, great dane, greyhound, mastiff, schnauzer, shih tzu, maltese, pomeranian, yorkie, mutt, hound",
  breed:
    "poodle, labrador, lab, labradoodle, goldendoodle, doodle, retriever, golden retriever, beagle, terrier, bulldog, pit bull, pitbull, boxer, husky, collie, corgi, dachshund, chihuahua, pug, spaniel, german shepherd, rottweiler, dalmatian, great dane, greyhound, mastiff, schnauzer, shih tzu, maltese, pomeranian, yorkie, mutt",
  cat: "kitten, tabby, siamese, persian, tomcat",
  bird: "parrot, budgie, canary, cockatiel",
  // People.
  kid: "toddler, baby, infant, newborn, daughter, son, grandson, granddaughter, grandchild, niece, nephew, boy, girl",
  family:
    "wife, husband, spouse, son, daughter, kid, brother, sister, mother, father, mum, mom, dad, grandmother, grandfather, grandma, grandpa",
  friend: "boyfriend, girlfriend, buddy, mate",
  person:
    "friend, husband, wife, spouse, boyfriend, girlfriend, neighbour, colleague, sister, brother, adult, kid, man, woman, visitor",
  parent: "mother, father, mum, mom, dad",
  relative: "aunt, uncle, cousin, grandmother, grandfather, sister, brother, mother, father",
  student: "undergraduate, undergrad, postgraduate, college student, university student, high schooler",
  // The home.
  furniture:
    "couch, sofa, settee, loveseat, futon, armchair, recliner, chair, table, desk, bed, bed frame, dresser, wardrobe, bookcase, bookshelf, shelf, cabinet, nightstand, ottoman, sideboard, stool, bench, crib, headboard, coffee table, dining table, chest of drawers",
  appliance:
    "fridge, refrigerator, freezer, washer, washing machine, dryer, tumble dryer, dishwasher, oven, stove, cooker, range, microwave, toaster, kettle, vacuum, vacuum cleaner, hoover, air conditioner, water heater, boiler",
  bedding: "sheets, duvet, blanket, pillow, comforter, pillowcase",
  plant: "houseplant, fern, cactus, orchid, tree, shrub, bush, succulent",
  houseplant: "fern, cactus, orchid, succulent",
  chemical: "bleach, pesticide, solvent, acid, cleaner, antifreeze, paint thinner",
  weapon: "gun, knife, firearm, rifle, pistol",
  firearm: "gun, rifle, pistol, shotgun, handgun",
  toy: "ball, doll, teddy, stuffed animal",
  floor: "carpet, hardwood, laminate, tile",
  room: "bedroom, kitchen, bathroom, living room, hallway, dining room",
  instrument: "guitar, piano, violin, cello, drums, flute, saxophone, trumpet, clarinet, ukulele, bass, keyboard",
  electronics: "laptop, computer, phone, tablet, television, tv, camera",
  valuables: "jewelry, watch, wallet, purse, cash, ring, necklace, earrings, bracelet, laptop",
  jewelry: "ring, necklace, earrings, earring, bracelet, stud, chain, watch, locket, pendant, brooch, piercing",
  // Clothes.
  clothes:
    "shirt, blouse, skirt, dress, trousers, pants, jeans, sweater, jumper, jacket, coat, suit, socks, shorts, t shirt, hoodie, leggings, gown",
  garment: "shirt, blouse, skirt, dress, trousers, pants, jeans, sweater, jumper, jacket, coat, suit, gown",
  shoe: "boots, sneakers, trainers, sandals, heels, high heels, flip flops, slippers, loafers",
  footwear: "boots, sneakers, trainers, sandals, heels, shoes",
  // Vehicles and getting about.
  vehicle:
    "car, truck, van, suv, pickup, pickup truck, minivan, motorcycle, motorbike, scooter, rv, motorhome, camper, sedan, hatchback",
  car: "suv, sedan, hatchback, minivan, convertible, station wagon, estate car, truck, pickup",
  bike: "e bike, electric bike, mountain bike, road bike, hybrid, bmx, tandem, tricycle, hybrid bike, gravel bike, racing bike",
  "public transport": "bus, train, tram, subway, metro",
  "public transit": "bus, train, tram, subway, metro",
  // Paying and papers.
  citrus: "lemon, lime, orange, grapefruit, mandarin, clementine, tangerine",
  card: "visa, mastercard, master card, amex, american express, discover, maestro, debit card, credit card",
  "credit card": "visa, mastercard, amex, american express",
  "payment app": "venmo, zelle, paypal, cash app, apple pay, google pay",
  "mobile payment": "apple pay, google pay, samsung pay",
  contactless: "apple pay, google pay",
  id: "passport, driving licence, driver license, identity card",
  "public holiday": "christmas, new year, easter",
  // Food and drink.
  food: "pizza, sandwich, snack, burger, cake, fruit, meal, lunch, dinner, breakfast, candy, chips, crisps",
  drink: "coffee, tea, water, juice, soda, beer, wine, lemonade, cocktail, cola, champagne",
  alcohol: "beer, wine, champagne, whisky, whiskey, vodka, gin, rum, cocktail, spirits, liquor, prosecco, cider, drink",
  nut: "peanut, almond, cashew, walnut, hazelnut, pecan, pistachio",
  dairy: "milk, cheese, butter, cream, yoghurt, yogurt",
  meat: "beef, pork, lamb, chicken, ham, bacon, steak",
  seafood: "fish, shrimp, prawn, crab, lobster, oyster, mussel",
  allergen: "peanut, nut, gluten, milk, egg, soy, sesame",
  fruit: "apple, banana, orange, strawberry, berry, grape",
  // The body and health.
  hand: "finger, palm, thumb, wrist, knuckle",
  foot: "toe, heel, ankle, sole",
  medication: "insulin, antibiotic, painkiller, pill, tablet, drops, ibuprofen, aspirin",
  pain: "headache, backache, toothache",
  // Sport and weather.
  sport: "football, soccer, tennis, basketball, swimming, skiing, climbing, running, yoga",
  weather: "rain, snow, storm, wind, heat, thunderstorm",
  flower: "rose, tulip, lily, daisy, peony, sunflower, carnation, orchid, hydrangea",
  weekday: "monday, tuesday, wednesday, thursday, friday",
  season: "spring, summer, autumn, fall, winter",
};
