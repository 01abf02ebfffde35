import { numberWords } from "../../../shared/numberWords";
import type { Vocabulary } from "../vocabulary";
import { britishAmerican } from "./english/britishAmerican";
import { businessAlike } from "./english/businessAlike";
import { englishCalendar } from "./english/englishCalendar";
import { englishFigures } from "./english/englishFigures";
import { englishHours } from "./english/englishHours";
import { englishRequests } from "./english/englishRequests";
import { hoursRewordings } from "./english/hoursRewordings";
import { irregularForms } from "./english/irregularForms";
import { kinds } from "./english/kinds";
import { lifeAlike } from "./english/lifeAlike";
import { lightWords } from "./english/lightWords";
import { links } from "./english/links";
import { opposites } from "./english/opposites";
import { politePhrases } from "./english/politePhrases";
import { rewordings } from "./english/rewordings";
import { smallTalk } from "./english/smallTalk";
import { fullRefund, stances } from "./english/stances";
import { thingsAlike } from "./english/thingsAlike";
import { englishConcepts } from "./englishConcepts";

const subject = "(?:i|we|you|it|they|he|she|that|this|those|these|there)";
const verb =
  "(?:do|does|did|are|is|am|was|can|could|may|might|will|would|have|has|should|shall|sure|certainly|definitely|absolutely|indeed|really|too|also|so|of course)";

/** English as it is spoken on the telephone. */
export const english: Vocabulary = {
  code: "en",
  rewrites: [
    [/\b(?:dr|mr|mrs|ms|st|prof)\.(?= ?[\p{L}\d])|\bno\.(?= ?\d)/gu, (whole) => whole.slice(0, -1)],
    [/\b((?:minute|hour|day|week|month|year)s?)[ -]long\b/g, "$1"],
    // "A day or two", "one or two days": from the one to the other.
    [/\ban? (minute|hour|day|week|month|year) or two\b/g, "one to two $1s"],
    [
      /\b(one or two|two or three|three or four|four or five|five or six|1 or 2|2 or 3|3 or 4|4 or 5|5 or 6)(?= (?:(?:business|working) )?(?:minutes|hours|days|weeks|months|years)\b)/g,
      (whole) => whole.replace(" or ", " to "),
    ],
    [/\bdaily (rate|price|fee|cost|charge)\b/g, "$1 per day"],
    [/\ba set of (?=\d|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)/g, ""],
    [/\bcan ?not\b|\bcan't\b/g, "can not"],
    [/\bwon't\b/g, "will not"],
    [/\bshan't\b/g, "shall not"],
    [/\bain't\b/g, "is not"],
    [/n't\b/g, " not"],
    [
      /\b(it|that|there|here|what|who|where|how|when|he|she|everything|everyone|somebody|someone|parking|which)'s\b/g,
      "$1 is",
    ],
    [
      /(\p{L})'s(?= (?:\d|[$£€]|a|an|the|not|free|open|closed|from|about|around|just|only|also|included|available|best|better|closed|too|both|now|still|already|very|really|so|your|our|my|their|his|there|here|behind|next|right|always|welcome|fine|in|on|at|one|two|three|four|five|six|seven|eight|nine|\p{L}+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|ten|eleven|twelve)\b)/gu,
      "$1 is",
    ],
    [
      /(?<!\b(?:the|january|february|march|april|may|june|july|august|september|october|november|december|twenty|thirty)[ -])\bfirst(?: of all)?,? (?=(?:we|you|they|i|he|she|it) )/g,
      "beforehand ",
    ],
    [/^walk in\b/g, "walkins"],
    ...fullRefund,
    // "You get it back": it is refunded.
    [
      /\b(?:get|gets|getting|have|give you|hand you) ((?:(?:your|the|my|that|it|this|his|her|their|all|half|of|everything|money|deposit|fee|payment|full|whole|amount)\b ?)+)back\b(?! (?:in|to|home|on|from|at|for|by|before|around|about|today|tomorrow|tonight|the same|the next|next|clean|fixed|repaired)\b)/g,
      "refund $1",
    ],
    [/\blet's\b/g, "let us"],
    [/'re\b/g, " are"],
    [/'m\b/g, " am"],
    [/'ll\b/g, " will"],
    [/'ve\b/g, " have"],
    [/'d\b/g, " would"],
    [/\bo'clock\b/g, "oclock"],
    [/\b(new year|valentine|patrick|mother|father|president|veteran|stephen)s?'?s?'? (eve|day)\b/g, "$1s $2"],
    [/(\p{L})'s?\b/gu, "$1"],
    [
      /\b(\w+)[- ]free\b/g,
      (whole, thing = "") =>
        /^(?:interest|gluten|lactose|dairy|sugar|nut|alcohol|pain|smoke|sulfate|cruelty|tax)$/.test(thing) ||
        (whole.includes("-") && !/^(?:for|toll|hands|duty|is|are|totally|completely)$/.test(thing))
          ? `freeof ${thing}`
          : whole,
    ],
    [/(?<=\d|dollars?|pounds?|euros?|bucks|cents|pence) (?:for|on) (?:each|every)\b(?! of\b)/g, " per"],
    [/\b24 ?\/ ?7\b|\btwenty four seven\b/g, "around the clock"],
    [
      /\b(am|is|are|be|been|being|stay|stays|remain|remains)((?: (?:also|still|always|normally|usually|then|again|not|all|only|just|currently|actually|both|you|we|they|it|guys|even|already|then|never|indeed|definitely|certainly|the shop|the store|the office))*) open\b(?! to\b)/g,
      "$1$2 isopen",
    ],
    [
      /\b(?:stay|stays|remain|remains|keep|keeps)((?: (?:also|still|always|normally|usually|then|even))*) (?:is)?open\b/g,
      "is$1 isopen",
    ],
    // "That's up to the landlord."
    [/\b(?:is|are) up to (?=(?:the|your|our|his|her|each)\b(?! \d))/g, "depends on "],
    [/\b(?:all in all|in all(?! (?:of|our|the|your|their|my|these|those|its|\p{L}+s)\b)|all told)\b/gu, "total"],
    // "We're back at one", "back on Friday".
    [
      /\b(am|is|are|be) (?:all )?back(?= (?:(?:here|in|again) )?(?:at|on|from|tomorrow|today|tonight|open|this|next|around|by|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)/g,
      "open again",
    ],
    [
      /(?<=(?:^|[,;:] ?|and |but )(?:then )?)back (?=(?:at|on|from|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b)/g,
      "open again ",
    ],
    [/(\d)s\b/g, "$1"],
    [/\b(close|closed|closing|shut) (?:down|up)\b/g, "$1"],
    [/\bhalf (one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/g, "half past $1"],
    [/\b(can|could|just|may|to|simply) walk in\b/g, "$1 walkins"],
    [/\b(?:after that|afterwards|from then on|thereafter)\b/g, "then"],
    [/\bgrand total\b/g, "total"],
    [/\b(?:the|our) minimum(?: \p{L}+)? is (?=\d|[$£€]|\p{L})/gu, "it is at least "],
    // "We pay back up to $100" backs nothing up.
    [
      /\bback up to (?=\d|[$£€]|half\b|(?:a |one |two |three |four |five |ten |twenty |thirty |fifty )\p{L})/gu,
      "back at most ",
    ],
    // "With a minimum charge of £12", "the least we charge is £12".
    [
      /\b(?:(?:with|there is|and) )?a minimum (?:charge|fee|price|order|spend|booking) of (?=\d|[$£€]|\p{L})/gu,
      "at least ",
    ],
    [/\bthe (?:least|minimum) (?:that )?we (?:charge|ask|take) is (?=\d|[$£€]|\p{L})/gu, "it is at least "],
    [/\b(?:the|our) maximum(?: \p{L}+)? is (?=\d|[$£€]|\p{L})/gu, "it is at most "],
    [/\bat the (?:very )?least\b/g, "at least"],
    [/\bprovided (?=(?:you|it|he|she|they|we|the|your|there) )/g, "if "],
    // The back of a house is no way back.
    [
      /\b(the|our|a|that) back (?=(?:door|entrance|gate|room|yard|garden|lot|office|stairs|side|window|seat|wall|row|desk)s?\b)/g,
      "$1 rear ",
    ],
    // "Can somebody come?" asks us.
    [/\b(can|could|will|would|does|do) (?:somebody|someone|anybody|anyone)(?= (?!else)\p{L})/gu, "$1 you"],
    // "Three fittings over eight weeks" takes eight weeks.
    [
      /\b((?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve) \p{L}+s|spread|spaced) over (?=(?:an?|the course of|\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)(?: \p{L}+)? (?:days|weeks?|months?|years?|hours?)\b)/gu,
      "$1 in ",
    ],
    [/\bby (?:regular |post(?:al)? |snail )?mail\b|\bin the (?:mail|post)\b|\bby post\b/g, "bypost"],
    ...stances,
    ...links,
    ...rewordings,
    ...hoursRewordings,
    [/\ba (?:small )?charge\b/g, "a fee"],
    [/\bit holds\b/g, "it lasts"],
    [/\b(every|each) single\b/g, "$1"],
    // "Dogs of one family": it is the same.
    [
      /\b(of|from|in|at|to) one (family|household|address|group|party|order|owner|team|size|colou?r|kind|class|course|customer|vehicle|car|room|building)\b/g,
      "$1 the same $2",
    ],
    // Who works here is we.
    [/\b(?:the|our) (?:crew|staff|team|guys|folks)\b(?! (?:room|entrance|parking|member|leader|discount))/g, "we"],
    // What we bring is provided; what you bring is not.
    [
      /(?<!can |may |could |should |do |shall |must |might )\b((?:we|our (?:crew|team|staff|drivers?|cleaners?|movers?|technicians?|plumbers?|instructors?|trainers?|therapists?|people|guys))(?: (?:do|can|will|would|also|always|usually|just))*) bring\b(?! (?:it|them|him|her|your|you)\b)/g,
      "$1 provide",
    ],
    // What costs nothing more.
    [/\bcosts? (?:you )?nothing (?:extra|more|additional)\b/g, "is at no extra charge"],
    [
      /\b(?:do|does|will|would|is|are) not (?:have to |need to )?(?:pay|cost|charge)(?: you)?(?: anything| any)? (?:extra|more|additional)\b(?! than)/g,
      "is at no extra charge",
    ],
    [/\b(?:do|does|will|would) not cost (?:you )?anything\b/g, "is at no charge"],
    [/\b(?:is|are) not (?:any |an? )?(?:extra|additional) (?:charge|cost|fee)s?\b/g, "is at no extra charge"],
    [/\b(is|are) best (?=\p{L}+ed\b|done|kept|left|taken|worn|brought|made)/gu, "$1 "],
    [
      /\b(?:stop|drop|swing|pop|head|nip|call|run) (?:by|over|round|around|on over|on in|on by|on down)\b(?! (?:at|on|by) \d)/g,
      "come by",
    ],
    [/\b(stopp|dropp|swing|popp|head)ing (?:by|over|round|around)\b/g, "coming by"],
    [
      /\b(am|is|are|be|being|stay|stays)((?: (?:also|all day|always|both|then|only|still|now|not))*) shut\b/g,
      "$1$2 closed",
    ],
    // "We take old bikes" accepts them; "it takes an hour" does not.
    [
      /\b((?:we|i)(?: (?:do|can|will|would|could|also|only|just|gladly|happily|not|never|still|usually|normally|even))*) take(?! (?:\d|about|around|roughly|up|off|out|away|back|part|care|over|a (?:look|moment|photo|picture|deposit|break|day)))\b/g,
      "$1 accept",
    ],
    // "$20 plus parts" puts them on top; "two movers, plus blankets" only adds them to a list.
    [
      /(\d|dollars?|bucks|pounds?|quid|euros?|cents|pence|hundred|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|(?:thir|four|fif|six|seven|eigh|nine)teen|five|ten|fee|price|rate)(,?) plus (?=the |any |your |parts|materials|\p{L}+[.,]?$)/gu,
      "$1$2 and extra ",
    ],
    [/\b(?:a |as )?part of\b/g, "of"],
    // "Whether they board or not", "boarders or not".
    [/\bwhether or not\b/g, "evenif"],
    [/\bwhether ([^,.;!?]*?),? or not\b/g, "evenif $1"],
    [/(?<=, )(\p{L}+) or not\b/gu, "evenif $1"],
    [/\bor just (?=the|a|an|your|one|some)\b/g, "or only "],
    // "It's 18 plus", "18+".
    [
      /\b(\d{1,2}|sixteen|eighteen|twenty-one|twenty one|fifty|fifty-five|sixty|sixty-five) ?(?:\+|plus)(?= |[.,;!?]|$)(?! (?:\d|tax|vat|gst|tip|the |a |an |[$£€]|parts|\p{L}+ (?:dollars|pounds|euros)))/gu,
      "$1 and up",
    ],
    // "Two free hours in the lot".
    [
      /\b(\d+|one|two|three|four|five|six|ten|twelve|twenty|thirty|ninety) free (minutes?|hours?|days?|weeks?|months?|visits?|sessions?)\b/g,
      "$1 $2 free",
    ],
    // "Do you see children?"
    [
      /\b(do|did|can|could|would|will) you (?:also |still |even )?see (?=(?:new |young |adult |small )?(?:children|kids|adults|babies|infants|toddlers|teens|teenagers|patients|dogs|cats|pets|couples|people|seniors|women|men|clients|families)\b)/g,
      "$1 you treat ",
    ],
    // "Under-twelves".
    [
      /\b(under|over)[- ](twos|threes|fours|fives|sixes|sevens|eights|nines|tens|elevens|twelves)\b/g,
      (_, bound, age) => `${bound} ${age.replace(/^(six)e?s$|s$/, "$1")}`,
    ],
    // "For a full twelve months".
    [
      /\b(?:a |the )?(?:full|whole|good) (?=(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|forty|sixty|ninety)[ -](?:minutes?|hours?|days?|weeks?|months?|years?)\b)/g,
      "",
    ],
    // "A test comes first", "you need a test first".
    [
      /(?<!\b(?:the|january|february|march|april|may|june|july|august|september|october|november|december|twenty|thirty) )(?<!-)\bfirst(?=[,.;!?]|$| though\b)/g,
      "beforehand",
    ],
    // "Anything you don't use": what is left out between the two words is a relative pronoun.
    [
      /\b(ones|things?|stuff|anything|everything|whatever|any) (you|we|they) (do|did|can|could|have|will|would) not\b/g,
      "$1 which $2 $3 not",
    ],
    // "Unpacking isn't something we do" denies the unpacking.
    [
      /\bnot (?:something|anything|a thing|things) (?:that )?(?:we|i) (?:can |could |currently |normally |usually )?(?:do|offer|provide|have|sell|take|handle)(?: here| at all| ourselves)?\b/g,
      "not offered",
    ],
  ],
  frames: [...smallTalk, ...politePhrases],
  unknowing:
    /\b(?:i|we) (?:do not|can not|could not) (?:know|say|tell(?: you)?|answer|confirm|promise|give (?:you )?(?:any )?(?:advice|that|information)|have (?:that|any|the|an? )?(?:information|details?|answer|figure|anything|price|facts?)|see (?:that|anything)|find (?:that|anything)|help (?:you )?with|speak to|advise)\b|\b(?:(?:i am|we are|i would rather) not|not) (?:entirely |quite |totally |really |completely )?(?:sure|certain|able to (?:say|tell|answer|help|give|confirm|advise)|guess)\b|\b(?:that is |it is )?(?:something|a question|one) (?:that )?(?:a person|somebody|someone|the team|a human|a colleague) (?:should|can|could|has to|would have to|will have to) (?:answer|tell|help|look)|\bi would have to (?:ask|check)\b|\bno information\b|\b(?:can not|not able to) (?:give|offer) (?:you )?(?:\p{L}+ )?(?:advice|opinion|diagnosis)/u,
  plural: /[^siu]{3,}s$|ings$/,
  endings: ["ies", "ied", "ing", "ed", "es", "s", "ly", "e"],
  neutral: `a an one the this that these those here there it its itself they them their theirs he him his she her hers we us our ours ourselves you your yours yourself i me my mine myself
    who whom whose which what where why how whether because since as so than then too also well of in on by with for into onto out upon through during per each either another other others such
    up down away along together
    am is are was were be been being do does did done doing have has had having can could may might shall should will would let lets
    go goes going went come comes coming came see sees seen look looks know knows think say says said ask asks asked mean means meant want wants like likes would get gets getting got give gives gave given
    have find finds found put puts use uses used using make makes making offer offers offered provide provides provided take taken accept accepts accepted do carry carries serve serves
    really just actually very quite simply please gladly directly right back usually normally generally typically certainly definitely absolutely indeed even anyway anyhow instead otherwise
    thing things way ways kind kinds sort sorts case cases bit lot name names question questions answer answers information help helps moment sir madam ma'am
    customer customers client clients caller callers patient patients visitor visitors
    shop store salon studio office practice garage workshop bakery restaurant clinic surgery business company place location team
    address number price service services opening hours hour time times o'clock today's
    to at not and or but yes yeah yep sure no-one oh ah well hmm sorry unfortunately afraid hello hi thanks thank
    work works working happy sure able it's ones someone person's following regular standard currently respectively namely plus's about around located situated right reach total comes ends
    ever ideally basically obviously clearly apparently hopefully luckily maybe perhaps something postcode zip
    served serving offering providing giving getting having doing making looking thinking asking wanting helping depending based whichever however's ourself via gets turned`,
  askable: `name names number phone email mail address day days date time times week month year appointment appointments booking book reservation visit schedule
    person people adult adults child children kid son daughter car vehicle make model registration plate age old many much long often far big small large short hair size weight
    already new first existing returning before patient customer member tell say repeat spell again confirm call calling about else more different another other morning afternoon evening
    suit suits work works best better good convenient prefer preferred interested looking hoping need needs help want have had done problem matter issue concern happening happened
    something anything anyone someone which what when where who how either or both one ones two service services treatment treatments price prices cost costs question
    today tomorrow pain hurt hurts insurance allergies bring move cancel change keep speak talk hear to at is soon pet pets dog cat animal breed tooth teeth skin
    front back left side mornings afternoons evenings weekdays weekends next room bed beds guests night nights guest kind type sort area street town`,
  premises: "shops stores salons studios offices practices garages workshops bakeries restaurants clinics surgeries",
  lemma: (word) => (Object.hasOwn(irregularForms, word) ? irregularForms[word] : undefined) ?? word,
  light: lightWords,
  concepts: { ...englishConcepts, ...englishHours },
  alike: [...businessAlike, ...lifeAlike, ...thingsAlike, ...britishAmerican],
  kinds,
  opposites,
  requests: englishRequests,
  asking:
    /^(?:(?:and|so|but|sure|okay|ok|great|perfect|well|sorry|right|thanks|good|all right) )*(?:(?:what|which|when|where|who|whom|whose|how|why)\b|(?:do|does|did|is|are|am|was|were|can|could|will|would|shall|should|may|might|has) (?:not )?(?:i|you|we|they|it|he|she|that|this|there|the|your|our|my|any|anything|somebody|someone|one)\b|have (?:not )?(?:i|you|we|they|somebody|someone)\b|(?:at|on|for|in|under|to|from|by) (?:what|which|whom|how)\b)/,
  openQuestion: /\b(?:what|which|when|where|who|whom|whose|how|why)\b/,
  callerFrames: [
    /\b(?:can|could|would|will) you (?:please )?(?:tell|say|let)(?: me)?(?: know)?(?: if| whether)?\b/g,
    /\b(?:i was|i am|just|i) (?:just )?(?:wondering|wonder|calling to ask|asking|curious)(?: if| whether)?\b/g,
    /\bdo you (?:happen to )?know (?:if|whether)\b|\bi (?:would like|want|need) to know (?:if|whether)\b/g,
    /\b(?:hi|hello|hey|good (?:morning|afternoon|evening)|please|thanks|thank you|excuse me|sorry|um|uh|well|so|okay|ok|right|by the way|quick question|one more (?:thing|question)|correct)\b/g,
    /\b(?:is it|is that|would it be|if it is) (?:true|right|correct|possible|okay|ok|all right|fine)(?: that| if| to)?\b/g,
    /\b(?:is not it|are not you|do not you|right|does not it|is that right|is that correct)$/g,
  ],
  offering:
    /\b(?:would you (?:like|prefer|care)|do you want|did you want|are you interested|interested in|shall i|shall we|should i|should we|can i|may i|could i|can we|want me to|like to (?:hear|know|try|book|add)|did you know|do you know|book you|how about|what about|why not)\b/,
  ours: /\b(?:we|our|ours)\b/,
  inviting: `date dates order orders come try visit see look hear know learn stop drop pop swing call set sign join start begin arrange
    reserve schedule talk speak meet show discuss decide choose pick read spell explain describe tell check add keep hold wait
    more else detail details option options choice person phone today tomorrow first together in person by quickly
    mind quick now then instead either anything something help spot slot place put down`,
  they: "they he she",
  about: "for on with as in at by if when regarding concerning about",
  aboutSelf: /^(?:so |and |but |well |then )*(?:i|my|me|we|our|a|an|for|it is for|mine|she|he)\b/,
  namesAreCapital: true,
  copula: "is are am was were be been being",
  we: "we",
  you: "you",
  yes: new RegExp(
    `^(?:(?:oh|well|and|so|but|ah) )*(?:yes|yeah|yep|yup|sure|certainly|absolutely|definitely|of course|correct|exactly|precisely|indeed|right|true|for sure|no problem|not a problem|no problem at all|with pleasure|gladly|totally|you bet|you got it|you have got it|you are right|quite right|(?:that|this|it) is (?:right|correct|true|it|fine|no problem|okay|ok|possible|all right|so|absolutely right|exactly right|quite right)|i am afraid so|that works|that is how it is|you can|you may|by all means|please do|go ahead|yes indeed|sure thing|always|naturally|affirmative|that it is|it sure is|why not|sounds right|as you say|as you said)(?: (?:yes|indeed|sure|of course|certainly|absolutely|exactly|${subject} ${verb}|sir|madam|please|always|right))*$`,
  ),
  no: new RegExp(
    `^(?:(?:oh|well|and|so|but|ah|sorry) )*(?:no|nope|nah|no need|unfortunately not|sadly not|i am afraid not|not at all|not really|absolutely not|not normally|not usually|not generally|normally not|usually not|normally no|usually no|of course not|certainly not|definitely not|never|incorrect|wrong|that is (?:not (?:right|correct|true|possible|it)|wrong|incorrect)|not yet|not anymore|not quite|not necessarily|neither)(?: (?:no|sorry|${subject} ${verb} not|${subject} ${verb}))*$`,
  ),
  relative: "who which whose where",
  without: "without freeof",
  self: "I am an AI assistant, a robot, a machine, a computer, a bot, a recording. I am not a human, I am not real, I am not human being, I am not a live agent.",
  leadingAnswer: /^(?:yes|yeah|yep|no|nope|sure|correct|exactly|right|absolutely|certainly)$/,
  promise:
    /\bwill\b(?! not\b| you\b)|\b(?:am|are|is) going to\b|\bi promise\b|\byou have my word\b|\bi (?:can )?(?:assure|guarantee)\b|\bi (?:can )?(?:make sure|take care)\b|\bwe (?:make sure|take care)\b|\bi (?:have|am having) (?:it|that|them)\b|\blet me (?:give|offer|waive|take|add)\b|\bi (?:can|could) (?:give|offer|waive|take|add|do|get|make)\b/,
  givingBack:
    /\byou (?:would like|want|wanted|said|asked for|mentioned|are looking for|prefer|need)\b|^(?:(?:so|and|ok|right|then) )*(?:that|it) (?:is|would be|was)\b|^(?:so|for|on|at)\b(?!.*\b(?:works|is|can|have)\b)/,
  finite: "works work suits suit fits can could will have has is are does do see",
  done: /\b(?:i|we) have (?:just |already |now )?(?:\p{L}+ed|made|done|put|sent|taken|set|kept|given|found|got (?=you)) ?(?:it|that|you|your|them|this|him|her|everything)\b|\byou are (?:all set|booked|confirmed|registered|signed up)\b/u,
  bareAssertion: new RegExp(
    `^(?:(?:and|so|well|yes|but|then|oh|then|of course|sure) )*${subject} (?:(?:really|certainly|definitely|also|sure|just|always) )*${verb}\\b|^(?:that|it|this) (?:works|does|counts)\\b`,
  ),
  numbers: {
    words: { ...numberWords.en, fourty: 40, dozen: 12 },
    hundred: ["hundred"],
    beforeHundred: ["a"],
    thousand: ["thousand", "grand"],
    million: ["million"],
    joint: ["and"],
    jointInTens: false,
    decimal: ["point"],
    countsByTwenties: false,
    articles: ["one", "oh", "o"],
    articlesNeverCount: false,
    repeats: { double: 2, triple: 3 },
    phrases: { "half a dozen": 6, "half dozen": 6, "a couple of": 2, "a pair of": 2 },
    multiples: { dozen: 12 },
    ordinals: {
      first: 1,
      second: 2,
      third: 3,
      fourth: 4,
      fifth: 5,
      sixth: 6,
      seventh: 7,
      eighth: 8,
      ninth: 9,
      tenth: 10,
      eleventh: 11,
      twelfth: 12,
      thirteenth: 13,
      fourteenth: 14,
      fifteenth: 15,
      sixteenth: 16,
      seventeenth: 17,
      eighteenth: 18,
      nineteenth: 19,
      twentieth: 20,
      thirtieth: 30,
    },
  },
  figures: englishFigures,
  calendar: englishCalendar,
};

const { pound: _pound, pounds: _pounds, ...currencies } = englishFigures.currencies;

/** Where a pound is a weight, and no money. */
export const englishWithWeights: Vocabulary = { ...english, figures: { ...englishFigures, currencies } };
