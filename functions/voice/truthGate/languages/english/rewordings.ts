import type { Rewrite } from "../../vocabulary";

/** What can be said in several ways, said in one, so that a reply and a fact meet in it. On lower-case text, contractions written out. */

const verbsWithParticle =
  "bring|take|send|give|put|hand|drop|pick|haul|cart|throw|get|call|move|hook|strip|tear|break|wear|peel|wash|rinse|clean|clear|cut|trim|wrap|box|pack|fill|set|turn|switch|blow|pump|fold|roll|tie|tidy|tow|strip|file|buff|shave|wipe|scrape|print|type|write|sign|look|check|return|carry|cover|fix|build|make|keep|leave|back|split|work|ring|phone|let|fit|squeeze";
const verbForm = `(?:${verbsWithParticle})(?:e?s|ing|ed)?|brought|taken|took|sent|given|gave|thrown|got|torn|broken|worn|kept|left|made|built|written|fitted|picking|dropping|getting|cutting|trimming|wrapping|putting|setting|taking|moving|giving|making|writing|typing|wiping|scraping|shaving|squeezing`;
const object =
  "(?:it|them|him|her|us|you|me|this|that|these|those|something|anything|everything|one|all of it)|(?:the|a|an|your|my|our|their|his|its|any|all|both|old|unused|used|each|every|new|some)(?! money)(?: [\\p{L}'-]+){1,2}";

/** Who does the work of a business, where it is said what they do. */
const workers =
  "dentist|hygienist|optician|optometrist|therapist|masseuse|stylist|barber|technician|plumber|electrician|mechanic|instructor|teacher|trainer|coach|groomer|artist|photographer|tailor|florist|lawyer|attorney|adviser|advisor|cleaners?|movers?|engineer|installer|fitter|locksmith";

export const rewordings: readonly Rewrite[] = [
  // "Pick the car up" is "pick up the car".
  [
    new RegExp(
      `\\b(${verbForm}) (${object}) (back|off|out|away|up|apart|together)\\b(?! (?:to|of|front|from (?:the|our|your)|at the (?:front|back|side))\\b)`,
      "gu",
    ),
    "$1 $3 $2",
  ],
  [
    /\b(hand|bring|drop|send|turn|pay)(s|ing)? (it|them|him|her|that|those) in(?= (?:by|before|at|on|within|any|whenever)\b|[,.;!?]|$)/g,
    "$1$2 in $3",
  ],
  [/\b(?:re)?do(ing|es|ne)? (?:it|them|that|this) (?:again|over)(?: again)?\b/g, "redo it"],
  [/^each (?=(?:further|additional|extra|other) )/g, "every "],
  // "Cover-ups", "walk-ins", "call-outs".
  [/(\p{L})-(up|off|in|out|on|over|away|back|down)s\b/gu, "$1-$2"],
  // "The dentist looks at your teeth": we do.
  [
    new RegExp(
      `\\b(?:the|your|one of our) (?:${workers}) (?=(?:will|would|can|could|may|also|then|first|always|only) |(?:looks?|checks?|examines?|takes?|comes?|does|gives?|makes?|tells?|shows?|helps?|calls?|cleans?|cuts?|draws?|explains?|brings?|fits?|tests?|talks?|goes|sees?|measures?|picks?|works?|starts?)\\b)`,
      "gu",
    ),
    "we ",
  ],
  // "We buy old bikes" is not "you can buy old bikes".
  [
    /\b((?:do|would|will|can) you(?: also| ever)?|we(?: (?:do|also|will|can|not|still|never|would|only))*) (?:buy|purchase)\b/g,
    "$1 acquire",
  ],
  // "We borrow them" is not "we lend them", and "you borrow them" is.
  [/\b(we(?: (?:do|also|will|can|not|still|never|would|only))*) borrow\b/g, "$1 acquire"],
  // What is returned of money is refunded.
  [
    /\b(deposit|payment|fee|money)((?: (?:is|are|will|would|can|be|gets?|which|that|we|also|always|fully|in|full|you|paid|not))*) (?:returned|given back|paid back|handed back)\b/g,
    "$1$2 refunded",
  ],
  // Left and right, up and down.
  [
    /\b((?:turn|turns|turning|bear|keep|veer)|(?:take|make|hang) an?|(?:on|to) (?:the|your)) right(?= ?(?:[,.;!?]|$|(?:at|on|onto|into|after|before|behind|past|side|and|then|when|as|in|of|from|by|turn)\b))/g,
    "$1 righthand",
  ],
  [/\bright[- ]hand\b/g, "righthand"],
  [/\b(up|down) (?:the|a few|some) (?:stairs|steps)\b/g, "$1stairs"],
  [/\bthere is an? (?=garage\b)/g, "there is a parking "],
  [
    /\b(?:throughout the (year|day|week|month|night|season)|(?:all )?(year|day|week|month|night|season)[- ](?:round|long))\b/g,
    "all $1$2",
  ],
  [
    /\bas (?:many|much) as (?=\d|\p{L}+(?:teen|ty)\b|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)/gu,
    "up to ",
  ],
  [/\ba (very )?(?:small|tiny) amount of\b/g, "$1little"],
  // What is extra.
  [
    /\b(?:you |we )?(?:cost|costs|pay|charge)(?: you)? (?:an? )?extra(?: fee| charge)?(?: for)?\b(?! (?:\d|[$£€]))/g,
    "is extra",
  ],
  [/\b(?:come|comes|go|goes) on top\b/g, "is extra"],
  [/\b(?:(?:all )?across|throughout|all over|everywhere in) (?=(?:the|our|all of)\b)/g, "anywhere in "],
  [/\bif any(thing|one|body)\b/g, "if some$1"],
  // How many have room.
  [
    /\b(?:there (?:is|are) |we have |it has |has )?(?:room|space|seats|seating|places) for (?:up to )?(?=(?:\d+|\p{L}+) (?:people|guests|persons|adults|kids|children|cars|dogs|bikes)\b)/gu,
    "it is for up to ",
  ],
  [
    /\b(?:fits|seats|sleeps|accommodates|holds) (?:up to |about )?(?=(?:\d+|\p{L}+teen|\p{L}+ty|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)/gu,
    "is for up to ",
  ],
  [
    /\b(?:for )?as long as (?=(?:\d+|\p{L}+teen|\p{L}+ty|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half an?) (?:and a half )?(?:minutes?|hours?|days?|nights?|weeks?|months?|years?)\b)/gu,
    "up to ",
  ],
  // "Whenever we are open", "during business hours".
  [
    /\b(?:(?:at )?any ?time |whenever |while )?(?:during|in|within) (?:our |the )?(?:normal |regular |usual )?(?:opening|business|office|shop|store|working|clinic|reception) hours\b|\b(?:(?:at )?any ?time (?:that |when )?|whenever |while )we are (?:isopen|open)\b/g,
    "whileopen",
  ],
  [/\bas (?:many|much|often)((?: \p{L}+)?) as you (?:like|want|wish|please|need)\b/gu, "unlimited$1"],
  [/\bover the (phone|telephone)\b/g, "by phone"],
  [/\bwe see (?=(?:children|kids|patients|people|pets|dogs|cats|adults|babies|animals|birds|rabbits)\b)/g, "we treat "],
  [
    /\b(days?|weeks?|hours?|months?|years?) (?:of|from) (?=(?:\p{L}{3,}ing|purchase|delivery|receipt|(?:the|your) (?:purchase|booking|visit|delivery|order|appointment))\b)/gu,
    "$1 after ",
  ],
  [/\b(after|with|before|at|between) each (?=\p{L})/gu, "$1 every "],
  // What is left undone.
  [
    /(?<=^|[,.;!?:] ?|please |just |and |or |but |to |should |must |you )(?:skip|avoid|refrain from|stay away from|keep away from|steer clear of|lay off) (?=\p{L})/gu,
    "do not have ",
  ],
  [/(?<=^|[,.;!?:] ?|please |just |and |or |but |should |must )(?:stay|keep) off (?=\p{L})/gu, "do not go on "],
  // "The equipment like dollies and straps" names nothing more than dollies and straps.
  [
    /\b(?:the |our |all the |some )?(?:equipment|things|items|stuff|materials|supplies|gear|accessories|tools|products|services|treatments|brands|animals|extras|basics|essentials|documents|papers|ingredients|snacks|facilities) (?:like|such as|namely)\b/g,
    "",
  ],
  // "Once the work is done", "after it has begun".
  [/\b(?:once|as soon as|the moment) (?=(?:the|you|we|it|he|she|they|your|our|this|that|everything)\b)/g, "when "],
  [/\bafter (?=(?:you|we|it|he|she|they|everything) )/g, "when "],
  [/\bholds (?=up to|about|around|at (?:most|least))/g, "is for "],
  [/\bour own\b(?! (?:risk|use))/g, "our"],
  [/\b(?:zip|postal) code\b/g, "postcode"],
  [/\bno (?:bigger|larger|longer|wider|taller|heavier|older|later) than\b/g, "up to"],
  [/\bright(?: |-)next(?: |-)door\b|\bnext-door\b/g, "next door"],
  [/\b(?:is|are) able to\b/g, "can"],
  [/\b(?:is|are) (?:allowed|permitted) to\b/g, "may"],
  [/\b(?:is|are) (?:supposed|required|obliged|expected) to\b/g, "must"],
  [/\b(?:in order|so as) to\b/g, "to"],
  [/\bas well as\b/g, "and"],
  [/\balong with\b|\btogether with\b/g, "with"],
  [/\bprior to\b/g, "before"],
  [/\bon (?:the day|arrival|site) of\b/g, "at"],
  [/\b(?:a|one) (?:good )?deal of\b|\bplenty of\b/g, "many"],
  [/\bby (?:yourself|himself|herself|themselves|myself)\b|\bon (?:your|his|her|their|my) own\b/g, "alone"],
  [
    /(?<!see )\b(?:all |just )?(?:to|for) (?:himself|herself|themselves|yourself|yourselves|itself|themself)\b/g,
    "separate",
  ],
  [/\bno one\b/g, "nobody"],
  [/\ba bit\b|\ba little bit\b/g, ""],
  // "A fifteen-minute limit", "a three-night minimum".
  [
    /\b(?:an? |the )?([\p{L}\d-]+)[- ](minute|hour|day|week|month|night|year|person|mile|pound|item)s?[- ](?:limit|maximum|max)\b/gu,
    "a limit of $1 $2s",
  ],
  [
    /\b(?:an? |the )?([\p{L}\d-]+)[- ](minute|hour|day|week|month|night|year|person|mile|pound|item)[- ]minimum\b/gu,
    "a minimum of $1 $2s",
  ],
  // "Mats are provided", but "if they are provided by you" says who does it.
  [
    /\b(am|is|are|be|being)((?: (?:all|also|both|always))*) (?:provided|supplied|thrown in)\b(?! (?:that|by (?:you|the)))/g,
    "$1$2 included",
  ],
  // "Last season's model" is not this one's.
  [
    /(?<!\b(?:the|our|your|its|their|very) )\blast (season|year|month|week|winter|summer|spring|fall|autumn)\b/g,
    "previous $1",
  ],
  [/\b(move|transfer|copy|carry|switch|port)((?: [\p{L}']+){1,6}?) over\b(?! (?:\d|an?|the|to) )/gu, "$1$2"],
  [/\bnot off (?=\p{L})/gu, "not for "],
  // "$15 for each of you."
  [/\b(?:for )?each of (?:you|us)\b(?=[,.;!?]|$| and )/g, "per person"],
];
