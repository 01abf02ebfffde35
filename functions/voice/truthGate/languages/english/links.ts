import type { Rewrite } from "../../vocabulary";

/**
 * Wordings that only tie a thing to its price, its time, its name or to whom it is for, said with the plain word for it. On lower-case
 * text, contractions written out.
 */

const sum = "(?=(?:just |only |about |around |roughly |from |an? |under |over )*(?:[$£€]|\\d|\\p{L}+))";
const number = "\\d|\\p{L}+teen|\\p{L}+ty|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|a hundred";
const them = "(?:you|him|her|them|us|me|that|it|this)";

export const links: readonly Rewrite[] = [
  // "You're looking at $40", "that comes to $40", "it sets you back $40", "it works out at $40".
  [new RegExp(`\\byou (?:are|would be|will be) (?:looking at|talking(?: about)?|in for) ${sum}`, "gu"), "it is "],
  [new RegExp(`\\bwe are (?:looking at|talking(?: about)?) ${sum}`, "gu"), "it is "],
  [
    new RegExp(
      `\\b(?:comes?|works?|adds up|amounts?|totals?)(?: out)? (?:to|at) (?=(?:just |only |about |around |exactly )*(?:[$£€]|${number}))`,
      "gu",
    ),
    "is ",
  ],
  [new RegExp(`\\b(?:set|sets|setting) (?:you|me|us) back ${sum}`, "gu"), "cost "],
  // "Forty dollars gets you a day pass", "$40 buys you an hour".
  [
    /(?<=\d |dollars? |bucks |pounds? |euros? |quid |cents |pence )(?:gets?|buys?|(?:will|would) (?:get|buy)) (?:you|her|him|them) (?=(?:a|an|the|one|two|our|\d)\b)/g,
    "is for ",
  ],
  // "It's just $40 a go".
  [/(?<=\d|dollars?|pounds?|euros?|bucks|quid|cents|pence) (?:a|per) (?:go|pop|time|turn)\b/g, " each"],
  // "It's called Kids club", "that one's called".
  [/\b(?:is|are) (?:called|named|known as|titled)\b/g, "is"],
  // "It's made for that", "that's what it's for", "it's perfect for him", "a good fit", "right up your street".
  [
    new RegExp(
      `\\b(?:is|are|would be|will be|might be|should be|sounds)(?: also| just| really| all)? (?:made|meant|ideal|perfect|great|spot on|just the thing|the one|a (?:good|great|perfect|nice|lovely) (?:fit|choice|option|match|pick|start|way to start|place to start|one))(?: for ${them}| to start(?: with)?)?(?=[,.!;?]|$| (?:and|so|but|with)\\b)`,
      "g",
    ),
    "is good",
  ],
  [
    new RegExp(
      `\\b(?:would|will|might|may|should|could) (?:suit|fit|work for|do for|be good for|be great for|be perfect for) ${them}\\b`,
      "g",
    ),
    "is good",
  ],
  [new RegExp(`\\bsuits ${them}\\b`, "g"), "is good"],
  [
    /\b(?:i|we) would (?:go for|go with|pick|start with|try|take|choose|book|do|point you to)\b(?! (?:it|that|you)\b)/g,
    "it is",
  ],
  // "You're after a cut" asks for one.
  [/\b(you|he|she|they) (?:are|is|were) (?:after|looking for|hoping for|in the market for)\b/g, "$1 want"],
  // "If it's a cut you want, just walk in" speaks of the cut.
  [
    /\bif (?:it|that|this) is (?:(?:just|only|for) )*((?:an? |the )(?:\p{L}+)(?: (?!you\b)\p{L}+){0,2}|\p{L}+)(?: (?:that |which )?(?:you|he|she|they) (?:want|need|would like|have in mind))(?=,| just\b|[.;!?]|$)/gu,
    "for $1",
  ],
  [
    /\bif (?:it|that|this) is (?:just |only |for )*(?=an? \p{L}+(?: (?:or|and) (?:an? )?\p{L}+)?(?:,|[.;!?]|$))/gu,
    "for ",
  ],
  // "A day pass", "the night guard": no length of time, and no day.
  [
    /(?<!(?:\d|teen|ty|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|full|whole|all|same|next|every|each)[ -])\b(day|night|week|month|season|year) (?=(?:pass|ticket|trip|bag|bed|cream|guard|light|tour|card|camp|package|permit|spa|nurse|school|club|menu|shift|class|course)(?:e?s)?\b)/g,
    "$1long ",
  ],
  // "Coaching is by appointment only" needs one.
  [
    /(?<!\b(?:or|and|but) )\b(?:(?:is|are|strictly|only|available|done|held|offered) )*by (?:prior )?appointment(?: only)?\b/g,
    "need an appointment",
  ],
  // "All of them", "every one of them" is they all, "all of our teachers" all our teachers.
  [/\b(?:every|each) (?:single )?one of (?=(?:them|these|those|us|our|the)\b)/g, "all of "],
  [/\ball of (?=(?:our|the|these|those|your) \p{L})/gu, "all "],
  [/\ball of (?:them|these|those)\b/g, "they all"],
  // "We can give it here": something is done, and not only spoken of.
  [
    /\b(we|i) (can|could|will|would|also|do)((?: also| even| gladly| happily)*) (?:give|make|serve|do) (it|them|those|one) (?=(?:here|there|for (?:you|him|her|them)|too|as well|on site|in house|ourselves|yourself)\b)/g,
    "$1 $2$3 supply $4 ",
  ],
  // "Our staff can carry him".
  [/\b(can|could|will|would|to) carry (?=(?:him|her|you|them|your|the|it)\b)/g, "$1 lug "],
  // "Within Georgia" is in it.
  [
    new RegExp(
      `\\bwithin (?=(?:the |our |your )?(?!(?:${number}|an?|the|our|your|half|each|every|about|around|reach|reason|walking|driving|minutes?|hours?|days?|weeks?|months?|years?|seconds?|moments|first|next|last|same|range|limits|budget)\\b)\\p{L})`,
      "gu",
    ),
    "in ",
  ],
  // "Not over 120 pounds".
  [
    new RegExp(
      `\\bnot (?:over|above|heavier than|older than|bigger than|larger than|longer than|taller than) (?=${number})`,
      "gu",
    ),
    "up to ",
  ],
  // "We come to your office": the work is done elsewhere than here.
  [
    /\b(?:come|comes|drive|drives|travel|travels|head|heads) (?:straight |right |directly |all the way )?(?:out )?to (?:you|your (?:home|house|place|door|office|shop|work|workplace|school|site|property|apartment|flat|hotel|venue|company|business)|people s homes|homes)\b/g,
    "housecall",
  ],
  // "Best come early": please do.
  [
    /(?<=^|[.,;!–] ?|\b(?:so|and|but) )(?:(?:it is|you are|it would be|you would be|you would|you had) )?best (?:to |off |if you (?:would )?)?(?=(?:not|come|keep|bring|book|arrive|call|ring|phone|leave|wear|take|have|get|use|park|avoid|wait|ask|check|plan|allow|be|go|stay|start|give|let|order|reserve|tell|send|pack|eat|drink|try|make|put|pick|drop|stick|wash|store)\b)/g,
    "please ",
  ],
  // "That one's upstairs".
  [/\b(that|this|which) one\b(?! (?:of|hour|day|week|month|year|person))/g, "$1"],
  // "Later than three days before" is less than that.
  [
    new RegExp(
      `\\blater than (?=(?:${number}|an?)(?: \\p{L}+)? (?:days?|hours?|weeks?|months?) (?:before|ahead|prior)\\b)`,
      "gu",
    ),
    "less than ",
  ],
  // "When you check out", "at check-out".
  [/\bcheck(?:s|ed|ing)?[- ](in|out)\b(?! (?:our|the|with)\b)/g, "check$1"],
  // "Up to six at once", "six at the same time".
  [
    /\b((?:up to|at most|to|of|or|and|maximum of|most) (?:\d+|\p{L}+)(?: (?!at\b)\p{L}+)?) (?:at once|at the same time|in one go|at one time|simultaneously)\b/gu,
    "$1 at a time",
  ],
  // "You'd be in a group of six".
  [
    new RegExp(
      `\\b(?:you|he|she|they) (?:are|is|would be|will be) in (?:a |the )?groups? of (?=(?:up to |about |at most )?(?:${number}))`,
      "g",
    ),
    "it is groups of ",
  ],
];
