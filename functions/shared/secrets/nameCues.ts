/** A pattern of whole words, in small letters or capitals; `what` follows or precedes a name. */
function words(what: string, before = "", after = ""): RegExp {
  return new RegExp(`${before}(?<![\\p{L}\\p{N}])(?:${what})(?![\\p{L}\\p{N}])${after}`, "giu");
}

const relation = [
  "friends?|sons?|daughters?|wife|husband|spouse|partner|fianc[ée]e?|brothers?|sisters?|mother|father|mom|mum|dad|aunt|uncle",
  "grand(?:mother|father|ma|pa|son|daughter)|niece|nephew|cousins?|kids?|child|boy|girl|boss|colleague|neighbou?r|assistant|client",
  "ami|amie|copain|copine|fils|fille|femme|mari|époux|épouse|frère|soeur|sœur|mère|père|tante|oncle|cousine?|enfant|chef|collègue|voisine?",
  "freund(?:in)?|sohn|tochter|mann|partner(?:in)?|bruder|schwester|mutter|vater|oma|opa|enkel(?:in)?|kind|chef(?:in)?|kolleg(?:e|en|in)|nachbar(?:in)?",
  "amig[oa]|hij[oa]|espos[oa]|marido|mujer|novi[oa]|herman[oa]|madre|padre|mamá|papá|tí[oa]|prim[oa]|niet[oa]|jef[ea]|vecin[oa]",
].join("|");
const possessive =
  "my|our|his|her|mon|ma|notre|son|sa|mein(?:e|en|em|er)?|unser(?:e|en|em|er)?|mi|nuestr[oa]|su|meinen|meiner|meinem";

/** After these, whatever follows is a name. */
export const nameAfter: readonly RegExp[] = [
  words(
    [
      "name(?:['’]s|\\s+is|\\s+was|\\s+will\\s+be)",
      "under(?:\\s+the)?\\s+name(?:\\s+of)?",
      "(?:the|in\\s+the)\\s+name\\s+of",
      "(?:first|last|family|full|sur|nick)\\s?name(?:['’]s|\\s+is)?",
      "je\\s+m['’]appelle",
      "(?:pré)?nom(?:\\s+de\\s+famille)?(?:\\s*,?\\s*c['’]est|\\s+est)",
      "au\\s+nom\\s+de",
      "ich\\s+hei(?:ß|ss)e",
      "name\\s+(?:ist|lautet)",
      "(?:auf|unter)\\s+(?:den|dem)\\s+namen",
      "(?:vor|nach|familien)name(?:\\s+ist)?",
      "me\\s+llamo",
      "(?:nombre|apellidos?)\\s+es",
      "a\\s+nombre\\s+de",
    ].join("|"),
    "",
    "[\\s,:]*",
  ),
];

/** After these, a name follows where it is written as one. */
export const nameWrittenAfter: readonly RegExp[] = [
  words(
    [
      "call(?:\\s+me)?|this\\s+is|it(?:['’]s|\\s+is)(?:\\s+me)?(?:\\s+again)?|me\\s+again|i(?:['’]m|\\s+am)|that(?:['’]s|\\s+is)|here(?:['’]s|\\s+is)|for",
      "name|names|named|called|i\\s+go\\s+by|goes\\s+by|under|tell(?:\\s+(?:him|her|them))?|ask(?:\\s+for)?|(?:speak|talk)(?:ing)?\\s+(?:to|with)|on\\s+behalf\\s+of|love|regards|yours",
      "c['’]est|ici|je\\s+suis|pour|s['’]appelle(?:nt)?|prénom|nom|de\\s+la\\s+part\\s+de|parler\\s+(?:à|avec)|demandez|appelez(?:-moi)?|dites\\s+à",
      "hier\\s+(?:ist|spricht)|ich\\s+bin(?:\\s+(?:die|der))?|für|hei(?:ß|ss)t|genannt|im\\s+namen\\s+von|sprechen\\s+mit|sag(?:en\\s+sie|t)?",
      "soy|es|habla|para|se\\s+llaman?|de\\s+parte\\s+de|hablar\\s+con|nombre|apellidos?|díga(?:le|nle)\\s+a|pregunte\\s+por",
    ].join("|"),
    "",
    "[\\s,:]*",
  ),
  words(
    "m\\.|mr|mrs|ms|miss|mister|missus|madam|mme|mlle|monsieur|madame|mademoiselle|maître|docteur|doctor|dr|professor|prof|herrn?|frau|fräulein|señor(?:a|ita)?|sra?|don|doña|doctora",
    "",
    "\\.?\\s+",
  ),
  words(`(?:${possessive})(?:\\s+[\\p{L}'’-]+)?\\s+(?:${relation})`, "", "(?:['’]s)?[\\s,:]*"),
];

/** Before these, a name stands where it is written as one and nothing of its sentence stands before it. */
export const nameWrittenBefore: readonly RegExp[] = [
  words(
    "here|again|speaking|calling|à\\s+l['’]appareil|au\\s+téléphone|am\\s+(?:apparat|telefon)|mein\\s+name|hier|para\\s+servir\\p{L}*|soy\\s+yo|al\\s+(?:habla|teléfono)",
    "[\\s,]*",
    "(?=\\s*(?:[.,;!]|$|(?:i|calling|speaking|from|about|again|de|von|vom|aus|guten)(?![\\p{L}])))",
  ),
  words("(?:called|rang|phoned)", "\\s+"),
  words("(?:mit|as\\s+in|comme|como)\\s+\\p{L}", "[\\s,]+"),
  words(`(?:${possessive})\\s+(?:${relation})`, ",\\s*"),
];

/** Between these a name stands, also where it is not written as one: `this is dana from next door`. */
export const nameBetween: readonly RegExp[] = [
  /(?<![\p{L}\p{N}])(?:this\s+is|it['’]s|ici|hier\s+ist|soy)\s+((?!(?:just|only|about|all|very|so|the|a|an|my|your|our|not|what)\b)\p{L}{2,}(?:\s+\p{L}{2,}){0,2}?)\s+(?=(?:from|calling|speaking|à\s+l['’]appareil|am\s+apparat)(?![\p{L}]))/giu,
  /(?<![\p{L}\p{N}])(?:[Ii]s|[Ii]st|[Ee]stá|[Mm]it)\s+(\p{Lu}\p{Ll}+(?:\s+\p{Lu}\p{Ll}+)?)\s+(?=(?:there|around|available|da|ahí|sprechen|reden)(?![\p{L}]))/gu,
];

/** A greeting, or a yes, with nothing but a name behind it. */
export const greeted =
  /(?<![\p{L}\p{N}])(?:hi|hello|hey|good\s+(?:morning|afternoon|evening)|yes|yeah|yep|no|okay|ok|sure|thanks|bonjour|bonsoir|salut|oui|non|merci|hallo|guten\s+(?:tag|morgen|abend)|grüezi|servus|moin|ja|nein|danke|hola|buenos\s+días|buenas(?:\s+\p{L}+)?|sí|gracias)\s*,\s*(?=\p{Lu}\p{Ll})/giu;
/** A name with nothing but a greeting behind it. */
export const greeting =
  /,\s*(?:hi|hello|good\s+(?:morning|afternoon|evening)|bonjour|bonsoir|hallo|guten\s+(?:tag|morgen|abend)|grüezi|hola|buenos\s+días|buenas(?:\s+\p{L}+)?)(?![\p{L}])/giu;
