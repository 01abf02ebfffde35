import type { Rewrite } from "../../vocabulary";

/**
 * What a trade thinks of something, required, advised, allowed or unwanted, and what costs nothing, each said with the plain word for
 * it. On lower-case text, contractions written out.
 */

const be = "(?:is|are|was|would be|will be|can be|might be|may be)";
const often =
  "(?: also| always| really| only| just| still| usually| normally| often| probably| definitely| certainly| absolutely)*";

export const stances: readonly Rewrite[] = [
  // "A waiver is a must", "that's non-negotiable": it is required.
  [
    new RegExp(
      `\\b${be}(${often} not)?${often} (?:an? (?:absolute |real )?(?:must|must have|requirement|necessity)|musts|non[- ]?negotiable|essential|compulsory|obligatory)\\b`,
      "g",
    ),
    "is$1 required",
  ],
  // "A helmet's a good idea", "you're better off with one": it is recommended.
  [
    new RegExp(
      `\\b${be}(${often} not)?${often} (?:an? |such an? )?(?:very |really |always )*(?:good|great|smart|wise|nice|sensible|clever) (?:idea|thing to (?:have|bring|do)|precaution)\\b`,
      "g",
    ),
    "is$1 recommended",
  ],
  [
    new RegExp(
      `\\b${be}(${often} not)?${often} (?:worth (?:having|getting|bringing|doing)|advisable|advised|suggested|encouraged|preferable|preferred)\\b`,
      "g",
    ),
    "is$1 recommended",
  ],
  // "We'd rather you didn't stay": we ask not to.
  [
    /\b(?:we|i) (?:would (?:really |much )?(?:rather|prefer)|prefer)(?: it)?(?: if| that)? (you|they|he|she|people|owners|guests|customers|visitors|parents) (?:do|did|would|could) not\b/g,
    "please $1 do not",
  ],
  [
    /\b(?:we|i) (?:would (?:really |much )?(?:rather|prefer)|prefer|ask)(?: that| for)? (you|they|he|she|people|owners|guests|customers|visitors|parents|spectators|everyone|everybody)(?: kindly| please)? not(?: to)?\b/g,
    "please $1 do not",
  ],
  [
    /\b(?:we|i) (?:would|do)? ?(?:just |only |simply |kindly )?ask (you|people|guests|everyone|everybody|visitors)(?: kindly| please)? to\b/g,
    "$1 please",
  ],
  // "It's up to you": it is left open.
  [
    /\b(?:is |are |would be )?(?:all |entirely |totally |completely |really )?up to (?:you|him|her|them)\b(?! to\b)/g,
    "is optional",
  ],
  // "Leave the tripod at home": bring none.
  [/\bleave (?:the|your|any|all)((?: \p{L}+){1,2}) at home\b/gu, "no$1"],
  [/\b(can|could|may|just|please) leave (it|them|him|her) (?=(?:in|at|on|behind|outside|by|next) )/gu, "$1 put $2 "],
  // "Rain is no problem": it is fine.
  [
    new RegExp(
      `\\b(${be})${often} (?:no|not an?|never an?) (?:problem|issue|trouble|bother|big deal|obstacle)(?: at all| whatsoever)?\\b`,
      "g",
    ),
    "$1 fine",
  ],
  [/\bno (?:problem|issue|trouble) (?=(?:up to|until|with|for|as long as|if|on|in)\b)/g, "it is fine "],
  // What costs nothing.
  [
    /\b(?:(?:do|does|will|would|is|are) not (?:have to |need to |going to )?(?:pay|cost|charge)(?: you| them| him| her| us)? (?:anything|a (?:thing|penny|dime|cent))|(?:pay|pays|costs?|charge) (?:you |them |us )?(?:absolutely )?nothing|there is (?:absolutely )?nothing to pay|not a (?:penny|dime|cent))\b(?! (?:extra|more|additional|else|until|till|before|if))/g,
    "is at no charge",
  ],
  // Who or what is put somewhere.
  [
    /(?<!\b(?:parent|carer|adult|guardian|owner|person|someone|somebody|you|we|they|guest|guests|child|children|kid|kids) )\b(?:stays?|remains?|belongs?|goes|go|lives?|(?:is|are|be|being) (?:kept|stored)) (?=(?:(?:in|inside|on|at|behind) (?:the|an?|your|our|their|his|her|home)|home|inside|indoors|outside)\b)/g,
    "is ",
  ],
  [
    /\bkeep (him|her|them|it) (?=(?:at|in|on|inside) (?:the |a |your )?(?:home|house|leash|lead|crate|fridge|bag|carrier|locker)\b)/g,
    "$1 is ",
  ],
];

/** "You get everything back", "all your money back", "refunded in full": a full refund. Before "you get it back" is read. */
export const fullRefund: readonly Rewrite[] = [
  [
    /\b(?:get|gets|have|receive|give you|hand you|pay you) (?:it all|all of it|everything|(?:all|all of) (?:your|the) money|every (?:penny|cent|dollar)|the (?:full|whole|entire) (?:amount|price|sum)|(?:your |the )?money) back(?: in full)?\b/g,
    (whole) => (/money back$/.test(whole) && !/all/.test(whole) ? "get a refund" : "get a full refund"),
  ],
  [
    /\b(?:refund|refunds|refunded)(?: (you|it|that|them|everything|all of it|(?:the|your) (?:money|fee|deposit|price|payment)))?(?: back)? (?:in full|fully|completely|entirely)\b/g,
    "full refund",
  ],
  [/\b(?:fully|completely|entirely|a hundred percent|100 ?%) refund(?:ed|able)\b/g, "full refund"],
];
