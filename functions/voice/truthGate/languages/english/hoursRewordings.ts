import type { Rewrite } from "../../vocabulary";

/** What English says of opening hours in other words than open and closed. On lower-case text, contractions written out. */

const day =
  "(?:mon|tues|wednes|thurs|fri|satur|sun)days?|today|tonight|tomorrow|that day|weekends?|weekdays|christmas|new year|thanksgiving|boxing|easter|labou?r|memorial|january|february|march|april|may|june|july|august|september|october|november|december";
const number = "\\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midday|midnight|half|quarter";
const adverbs =
  "(?: (?:also|still|always|normally|usually|then|now|all|only|just|even|both|already|actually|currently|again))*";

export const hoursRewordings: readonly Rewrite[] = [
  // The doors stand for the place.
  [/\b(?:(?:the|our) )?doors? (opens?|reopens?|closes?|shuts?)(?= |[,.;!]|$)/g, "we $1"],
  [new RegExp(`\\b(?:(?:the|our) )?doors (?=(?:are )?(?:at|from) (?:${number}))`, "g"), "we open "],
  // "Eleven is when we close".
  [
    new RegExp(
      `\\b((?:${number})(?: (?:thirty|fifteen|forty five|oclock|am|pm|past \\p{L}+))*) is when we (open|close)\\b`,
      "gu",
    ),
    "we $2 at $1",
  ],
  // "We open later, at six".
  [
    /\b(open|close|shut)(s?)(?: a (?:little|bit))? (?:earlier|later|early|late)(?: (?:too|than (?:usual|normal)|as well))*,?(?= (?:at|from) )/g,
    "$1$2",
  ],
  // Closed.
  [/\b(?:stay|stays|remain|remains|keep|keeps) (closed|shut)\b/g, "is closed"],
  [
    new RegExp(
      `\\b(we (?:are|will be)${adverbs}) (?:off|away|out)(?=$|[,.;!]| (?:until|till|from|on|for|over|the whole|all day|${day}|the|both|then)\\b)`,
      "g",
    ),
    "$1 closed",
  ],
  [
    new RegExp(`\\b(we(?: (?:do|always|also|all|usually))*) take ((?:the )?(?:${day})\\b[^,.;!?]{0,25}?) off\\b`, "g"),
    "$1 are closed $2",
  ],
  // At lunch.
  [/\b(?:over|during|for) (?:the |our )?(?:midday|noon|lunchtime|lunch ?hours?)(?: break)?\b/g, "for lunch"],
  [/\b(?:at|on|out (?:to|for|at)) (?:our )?lunch(?: break)?\b/g, "on lunch"],
  [
    new RegExp(
      `\\b(we(?: (?:do|also|always|usually|then))*) (?:break|pause|stop)(?: for lunch)?(?= (?:at|from) (?:${number})| for lunch)`,
      "g",
    ),
    "$1 close for lunch",
  ],
  [/\bany ?time,? (?:of )?(?:the )?day (?:or|and) night\b|\bday or night\b/g, "day and night"],
  [new RegExp(`\\ba (?:half|short|shortened|shorter) day,? (?=(?:from )?(?:${number}))`, "g"), ""],
  // Until when.
  [/\b(and|then)((?: then)?) stay(?= (?:until|till) )/g, "$1$2 are isopen"],
  [/\ba (?:little|bit|touch|tad) (over|under|more than|less than)\b/g, "$1"],
  [
    /\b(we(?: (?:do|also|always|usually|will|then))*) stay(?= (?:until|till|to|through|on until|on till|around until|in until|late|later)\b)/g,
    "$1 are isopen",
  ],
  [
    new RegExp(
      `\\b(?:wrap (?:it |things )?up|wind down|pack up|lock up|finish(?: up| for the day)?|call it a day)(?= (?:for the day )?(?:at|by|around) (?:${number}))`,
      "g",
    ),
    "close",
  ],
  [
    new RegExp(
      `\\bwe are (?:all )?(?:done|finished|gone|through)(?= (?:for the (?:day|night) )?(?:at|by|around|after) (?:${number}))`,
      "g",
    ),
    "we close",
  ],
  // The next opening.
  [
    /\b(?:the|our) (?:very )?next (?:opening|(?:open )?(?:day|time)(?: (?:that )?we are (?:is)?open)?)(?: (?:after (?:that|today|this|tomorrow)|then|again))* is\b/g,
    "we open again",
  ],
  [
    /\bis (?:the|our) (?:very )?next (?:opening|(?:open )?(?:day|time)(?: (?:that )?we are (?:is)?open)?)(?: after (?:that|today|this|tomorrow)\b)?/g,
    "we open again",
  ],
  [/\b(?:open|opens) back up\b|\bre-?opens?\b/g, "open again"],
  // "Not open yet at nine".
  [/\b(not(?: \p{L}+){0,3}) yet\b/gu, "$1"],
  [/\byet(?=[,.;!?]|$| at \d| at (?:this|the) )/g, ""],
  // "We keep short hours, ten till three".
  [
    new RegExp(
      `\\bwe (?:keep|have|run|work|are on) (?:an? )?(?:short|shorter|reduced|special|limited|different|holiday|shortened)(?: (?:hours|day))(?=[,:]? (?:from )?(?:${number}))`,
      "g",
    ),
    "we are isopen",
  ],
];
