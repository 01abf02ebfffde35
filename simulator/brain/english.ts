import type { Language } from "./language";
import { groupsOf, wordsOf } from "./language";

/** English, as callers in America, Britain and Ireland speak it. */
export const english: Language = {
  code: "en",
  rewrites: [
    [/\b(can|could|would|should|do|does|did|is|are|was|were|has|have|had)n't\b/g, "$1 not"],
    [/\b(?:can't|cannot)\b/g, "can not"],
    [/\bwon't\b/g, "will not"],
    [/\bdon't\b/g, "do not"],
    [/\b(i|you|we|they|he|she|it|who)'d\b/g, "$1 would"],
    [/\b(i|you|we|they|that|it)'ll\b/g, "$1 will"],
    [/\b(you|we|they|who|what)'re\b/g, "$1 are"],
    [/\b(i|you|we|they)'ve\b/g, "$1 have"],
    [/\bi'm\b/g, "i am"],
    [/\b(what|where|when|how|who|that|it|there|here|name)'?s\b(?! (?:open|close)\b)/g, "$1 is"],
    [/'s\b/g, ""],
    [/\buh huh\b|\bmm ?hmm?\b|\bmhm+\b/g, "yes"],
    [/\b(?:uh|uhm|umm?|er|erm|hmm|ah|oh|actually|basically|just|kinda|you know)\b/g, " "],
    [/\bpick(?:ed|ing)? (?:(\S+(?: \S+)?) )?up\b/g, "pickup $1"],
    [/\bper (?:day|hour|person|night|week|month|session|visit|head)\b(?= |$)/g, " "],
    [/\b(?:half an hour|half hour|thirty minutes?)(?= )/g, "30 minute"],
    [/\b(?:hour and a half|one and a half hours?|ninety minutes?)(?= )/g, "90 minute"],
    [/\b(?:an?|one) hour (?=\p{L}+)|\bsixty minutes?(?= )/gu, "60 minute "],
    [/\bforty ?five minutes?(?= )/g, "45 minute"],
    [/\bhair ?cuts?\b|\bhaircuts\b/g, "haircut"],
    [/\bwalk(?:ing)? ?ins?\b|\bdrop ?ins?\b|\bdrop in\b/g, "walkin"],
    [/\bwi ?fi\b/g, "wifi"],
    [/\be mails?\b/g, "email"],
    [/\b(?:credit|debit|bank) cards?\b/g, "card"],
    [/\b(?:apple|google) pay\b/g, "applepay card"],
    [/\bgift (?:card|certificate|voucher|token)s?\b/g, "giftcard"],
    [/\bcheck ?ups?\b/g, "checkup"],
    [/\bcar parks?\b|\bparking (?:lot|space|spot|garage)s?\b/g, "parking"],
    [/\b(?:courtesy|loaner|loan|replacement|rental) (?:car|vehicle)s?\b/g, "courtesycar"],
    [/\b(?:break|broke|broken) ?down\b/g, "breakdown"],
    [/\bair ?con\b|\bair ?conditioning\b|\baircon\b|\ba c\b/g, "aircon"],
    [/\bno ?shows?\b/g, "noshow"],
    [/\btake ?(?:out|away)\b|\bto go\b/g, "takeaway"],
    [/\bgluten free\b/g, "glutenfree"],
    [/\b(?:wheel ?chair|disabled|step free)\b/g, "wheelchair"],
    [/\b(?:public transport|public transportation|public transit)\b/g, "bus"],
  ],
  grammar: wordsOf(`
    a an the this that these those some any my your our his her their its me you we us i he she it they them myself yourself
    is are am was were be been being do does did done doing have has had having can could would should shall will may might must
    to of in on at by for with from up out about into over under off as than then there here if or and but so not no yes yeah
    what which who whom whose when where why how whether also too again still ever much many long often far soon
    please thanks thank hi hello hey ok okay good morning afternoon evening right sure great alright well bit little kind sort thing stuff
    want wanna need like love know tell say ask asking wonder wondering question help hoping hope looking look find finding see think guess
    get got gets getting give gives go going come coming make makes take takes taking use used let try calling call called
    possible able after before while during since just only really very quick quickly maybe perhaps one ones something anything someone anyone somebody anybody
    guys people folk folks sir madam maam lady gentleman curious interested regarding concerning
    other else more most another both each every all lot lots sorry excuse pardon wait actually um uh er
    offer offers provide provides available sell sells accept accepts allow allowed allows happen happens mean means happy policy policies problem problems rule rules information info details detail guys idea chance
    time times place shop store business today now currently usually normally exactly roughly approximately around`),
  light: wordsOf(`
    bring show stay need allow welcome wait work serve cater include own kind treat handle do ok okay
    one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty`),
  synonyms: groupsOf(`
    price cost charge fee rate
    haircut cut
    open opening opened close closed closing shut
    parking park parked
    kid kids child children son daughter boy girl toddler baby teen teenager junior
    dog dogs puppy canine
    cat cats kitten feline
    pet pets animal animals
    man men gent gents male mens guy gentlemen
    woman women lady ladies female womens
    pay payment paying card cash cheque invoice instalment installment contactless visa mastercard amex
    cancel cancellation cancelling cancelled miss missed noshow
    reschedule change move postpone
    late delayed running-late tardy
    wifi internet wireless
    wheelchair accessible accessibility ramp lift elevator mobility
    toilet restroom bathroom loo washroom
    bus train tram metro subway streetcar transit underground tube dart luas
    near nearest close-by closest
    home house
    refund reimburse reimbursement return
    discount deal coupon promotion offer reduced reduction concession
    student students
    senior seniors pensioner pensioners elderly oap
    warranty guarantee guaranteed
    insurance insured insurer insurers
    deposit downpayment prepay prepayment
    tip tips gratuity tipping
    quote estimate quotation
    tyre tyres tire tires
    colour color dye dyeing coloring colouring tint
    grey gray
    disc disk rotor
    repair fix mend repaired fixing
    clean cleaning cleaned hygiene scale
    bath bathe wash washing
    large big huge
    small little tiny mini
    trim clip clipping
    dentist dentists doctor doctors
    tow towing towed
    collect collection pickup collecting
    deliver delivery deliveries shipping ship
    order orders
    walkin walkins appointment booking book booked reservation reserve bookings
    vegan vegans
    vegetarian vegetarians veggie
    allergy allergies allergic allergen allergens
    nut nuts peanut peanuts
    checkup examination exam inspection
    vaccination vaccine vaccinations jab shot immunization
    spay neuter castrate castration sterilize desex
    emergency urgent emergencies
    x-ray xray radiograph
    whiten whitening bleach bleaching
    pull extraction extract removal
    tooth teeth
    nervous anxious anxiety scared afraid
    hurt pain painful sore ache
    barber stylist hairdresser barbers
    staff team employee employees
    owner boss manager
    brand brands make makes manufacturer
    electric ev evs tesla
    hybrid hybrids
    motorbike motorcycle motorbikes motorcycles
    lorry truck lorries trucks
    lesson class lessons classes course courses
    beginner beginners novice starter
    rent rental hire renting hiring
    shower showers
    locker lockers
    membership member members join subscription
    kilometre kilometer km mile
    language speak spoken languages
    mask masks
    old age aged older young younger minimum
    group party groups
    birthday birthdays
    photo photos picture pictures photograph
    product products
    direction directions
    test trial taster
    swim swimming
    drink drinks beverage alcohol beer wine bar
    food eat snack meal menu
    ill sick illness
    first new newcomer`),
  endings: [
    "ibility",
    "ability",
    "ations",
    "ation",
    "ments",
    "ment",
    "ities",
    "ible",
    "able",
    "ings",
    "ing",
    "ions",
    "ion",
    "iest",
    "ies",
    "ers",
    "ed",
    "es",
    "er",
    "ly",
    "s",
  ],
  joinsWords: false,
  nounFirst: false,
  lowersNames: true,
  article: /\b(?:a|an)$/i,
  isPlural: (name) => /[^s'’]s$/i.test(name.trim()) && !/(?:ics|ness|dress|glass|gas)$/i.test(name.trim()),
  lasts: /\b(?:minutes?|hours?|days?|weeks?|while you wait)\b/i,
  saysPrice: /\d|\b(?:free|charge|cost|costs|price|prices|fee|included|extra|pay)\b/i,
  isDayOff: (date) => !/-(?:02-14|10-31)$/.test(date),
  joint:
    /(?:,| and| or| also| but| so)+ (?=(?:what|when|where|who|how|which|do|does|are|is|can|could|would|will|till|until) )/g,
  cues: {
    person:
      /\b(?:representative|human|real person|actual person|live person|operator|receptionist|customer service|supervisor|manager)\b|\b(?:speak|talk|chat|put me through|connect me|transfer me|pass me)(?: directly)? (?:to|with|on to) (?!me\b)|\b(?:put me through|transfer me|connect me)\b|\b(?:someone|somebody|anyone|a person|your boss|the owner|the boss|person) (?:call|ring|phone) me\b|^(?:a )?(?:person|human|agent|real person)(?: please)?$|\b(?:get|want|need|give) (?:me )?a (?:person|human|agent)\b|\b(?:call|ring|phone) me back\b/,
    complaint:
      /\b(?:complain|complaint|complaining|unacceptable|ridiculous|disgusting|furious|angry|scam|rip off|ripped off|lawyer|solicitor|sue|lawsuit|fed up|outrageous|overcharged|useless|(?:is|was|are|were|been|such|absolutely) (?:a |an |so |really )?(?:terrible|awful|horrible|disgrace)|(?:terrible|awful|horrible|bad) (?:service|experience|job|work))\b/,
    emergency:
      /\b(?:emergency|bleeding|unconscious|heart attack|ambulance|choking|not breathing|can not breathe|seizure|collapsed|poisoned|on fire|burst pipe|gas leak|knocked out|severe pain|dying|suicide|kill myself)\b/,
    goodbye:
      /\b(?:bye|goodbye|good bye|see you|take care|have a (?:good|nice|great|lovely) (?:day|one|evening|night|weekend|afternoon)|talk to you later|cheerio|hang up|so long|good night)\b/,
    nothingElse:
      /\b(?:that is (?:all|it|everything|great thanks|perfect thanks)|that will be all|that was (?:all|it|everything)|nothing else|no more questions|nothing more|not (?:right )?now|i am (?:good|fine|all set|all good|done)|all set|we are (?:good|done)|that is all i (?:need|needed|wanted)|all i (?:need|needed))\b/,
    thanks:
      /\b(?:thanks|thank you|thankyou|cheers|much appreciated|appreciate it|ta|brilliant|perfect|wonderful|lovely|awesome|excellent|great|grand|cool)\b/,
    greeting: /^(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening)|greetings|howdy|yo)\b/,
    areYouThere:
      /^hello$|\b(?:can|do) you hear me\b|\b(?:are you|is any ?(?:one|body)|any ?(?:one|body)) (?:still )?(?:there|here|home)\b|^you there\b|^testing\b/,
    areYouReal:
      /\b(?:are you|am i (?:talking|speaking) (?:to|with)|is this|you are) (?:a |an |the )?(?:robot|bot|machine|computer|ai|artificial|recording|real|human|person|automated|chatbot|answering machine)/,
    sayAgain:
      /\b(?:say|repeat|tell me) (?:that|it|this)(?: one more time| again)?\b(?! (?:is|was|about))|\b(?:come again|one more time|what did you say|did not (?:catch|hear|get) (?:that|you|it)|missed that|pardon|excuse me)\b|^(?:what|sorry|huh|repeat|again)(?: please)?$|\bcan you repeat\b|\bplease repeat\b/,
    wait: /^(?:(?:please|sorry|ok|okay) )?(?:hold on|hang on|wait|one (?:second|moment|sec|minute)|one sec|give me a (?:second|moment|sec|minute)|a moment|let me (?:check|think|see|look)|bear with me|a (?:second|minute))\b/,
    yes: /^(?:(?:uh|um|ok|oh|well|hi) )*(?:yes|yeah|yep|yup|yea|aye|sure|correct|right|exactly|absolutely|definitely|of course|please do|ok|okay|go ahead|do it|sounds (?:good|great|perfect|right)|that (?:is |would be )?(?:right|correct|fine|great|good|perfect|works|works for me|sounds good)|it is|that works|perfect|great|lovely|fine|confirmed|confirm|indeed|book it|grand|all good|looks good|i do|i would|you got it|you have|spot on)\b|^(?!.*\b(?:no|not)\b).*\b(?:yes|yeah|that is (?:right|correct|fine|perfect)|correct)$/,
    no: /^(?:(?:um|oh|well|sorry|actually) )*(?:no|nope|nah|negative|not really|not quite|not correct|incorrect|wrong|that is (?:not|(?:the )?wrong)|that is not (?:right|correct)|do not|it is not|no way)\b/,
    book: /\b(?:book|schedule|reserve) (?:me|a|an|the|my|for|in|us|it|one|something|that|this|another|two|some|with)\b|\b(?:make|set up|arrange|have|get|want|need|take|for|like|do) (?:me )?(?:an?|another) (?:\S+ ){0,2}?(?:appointment|booking|reservation|slot)\b|\b(?:fit|squeeze|pencil|slot) (?:me|us|him|her|them) in\b|\b(?:can|could|may|might) (?:i|we) (?:come|pop|stop|drop|bring it|bring him|bring her|bring my \w+) (?:in|by|over|round)\b|\blike to (?:book|come in|schedule|reserve|make an appointment)\b|\b(?:next|earliest|first|soonest) (?:available|free|appointment|slot|opening|time)\b|^(?:an? )?(?:new )?(?:appointment|booking|reservation)(?: please)?\b|\b(?:need|want|would like|have|hoping) to (?:see|be seen|visit|come (?:in|by|and see))\b|\b(?:how soon|when) (?:can|could) (?:i|we|you) (?:be seen|come|get in|see me|fit me)\b|\b(?:want|like|need|can i|could i) (?:to )?(?:book|schedule|reserve)\b|\b(?:i would|i will) (?:take|have|go for) (?:the|that|it|one)\b/,
    isFree:
      /\b(?:any|anything|something|what|which|some|when|have|got) (?:\S+ ){0,4}?(?:free|availability|openings|slots|appointments)\b|\b(?:anything|something|what is|what times?|any times?|you|have|got) (?:\S+ ){0,3}?available\b|\bavailability\b|\bany (?:chance|hope) of\b/,
    mayBook:
      /\b(?:i|we) (?:would like|need|want|would love|will take|will have|wanted|am looking (?:for|to get)|am hoping|was hoping|would also like)\b|\b(?:can|could|may) (?:i|we) (?:get|have)\b/,
    cancel:
      /\b(?:cancel|call off|delete|drop|scrap) (?:my|the|our|that|this|an?|it|tomorrow|today)\b|^(?:please )?cancel\b|\b(?:to|please|must|can you) cancel\b|\b(?:can not|will not|not able to|unable to) (?:make|come|be able|keep|attend)\b/,
    move: /\breschedul\w*\b|\b(?:move|change|push|postpone|shift|switch|bring) (?:back |forward )?(?:my|the|our|an?|that|this|it) (?:\S+ ){0,4}?(?:appointment|booking|reservation|visit|slot)\b|\b(?:move|postpone|push back|bring forward) (?:my|it|the|our)\b|\b(?:come|be there) (?:on )?(?:another|a different) (?:day|time)\b|\bchange (?:my|the) (?:appointment|booking|time|day|date)\b/,
    isPolicy:
      /\b(?:what if|what happens|policy|in case|how (?:late|long before|far in advance|much notice|soon before)|can i still|fee|charge|penalty|refund|online|app|website|allowed|do (?:i|we) (?:need|have|require)|(?:is|are) (?:an? )?(?:appointments?|bookings?) (?:needed|necessary|required)|without (?:an? )?(?:appointment|booking|reservation)|(?:appointment|booking|reservation) (?:only|needed|necessary|required)|how (?:do|does|would|can) (?:i|you|one|we|it|booking)|do you (?:take|do|accept|need|require|have) (?:walkin|appointments|bookings|reservations))\b/,
    forgetIt:
      /\b(?:never ?mind|forget (?:it|about it|that)|leave it|do not (?:bother|book)|changed my mind|no longer|not any ?more|scrap that|cancel that|stop|do not want)\b/,
    price:
      /\b(?:how much|price|prices|priced|cost|costs|costing|charge|charges|fee|fees|rate|rates|expensive|cheap|set me back|what do i owe|what would i pay|pay for)\b/,
    duration:
      /\bhow long\b(?! (?:is|are) you open| in advance| before)|\b(?:duration|take long|how many (?:minutes|hours)|how much time|length of|long does|long will|quickly can|time does)\b/,
    offer:
      /\b(?:do|can|could|would) you (?:guys |also |still |all )?(?:do|offer|have|provide|make|give|sell|perform|work|carry|cut|clean|fix|repair|treat|handle|serve|teach|run|fit|replace|change|check)\b|\b(?:is|are) there\b|\bdo you\b|\bcan (?:i|you) (?:get|have)\b/,
    about:
      /\b(?:what is|what does|what is in|tell me (?:more )?about|explain|describe|include|includes|included|involve|involves|more about|details|difference|what kind|what do i get)\b/,
    hours:
      /\b(?:how (?:late|early)|until when|till when|open|opens|opened|opening|close|closes|closed|closing|hours|shut|shuts|business hours)\b/,
    isOpen:
      /^(?:(?:and|so|hi|hello|hey|ok|also|but) )*(?:(?:are|is|will|would|do|does) (?:you|they|it|the \w+|your \w+|that|everything)(?: guys| all)?(?: be| still| also| even| ever)* open\b|(?:you )?open\b)/,
    week: /\b(?:hours|opening times|times|week|weekly|schedule|days)\b|\bwhen are you (?:open|closed)\b/,
    where:
      /\b(?:where|whereabouts|address|located|location|directions?|find you|get there|get to you|street|zip ?code|post ?code|which part of town|how do i get|map)\b/,
    phone:
      /\b(?:(?:phone|telephone|contact|mobile|callback) (?:number|no)|your number|number (?:to|i can) (?:call|reach)|what number|which number|call you (?:on|at)|reach you)\b/,
    businessName:
      /\b(?:who (?:is this|is speaking|is that|are you|am i (?:speaking|talking)|have i reached|did i reach)|is this|have i (?:reached|got)|did i (?:reach|call)|what is (?:the|your) (?:name|business|company)|name of (?:the|your)|am i through to|right number|what company|which (?:shop|company|business))\b/,
    services:
      /\b(?:what|which) (?:\w+ ){0,2}?(?:services|treatments|procedures|things|lessons|classes|options|jobs|work|repairs)\b|\bwhat (?:all )?(?:do|can|else do) you (?:do|offer|provide|have|sell)\b(?! (?:on|at|if|when|about|for|with))|\b(?:services|treatments) (?:do you|you) (?:offer|provide|have|do)\b|\b(?:list of|your) (?:services|treatments|menu)\b|\bservice menu\b/,
    prices:
      /\b(?:price list|your prices|the prices|prices in general|what are (?:the|your) (?:prices|rates|fees)|how much (?:do you charge|are you|does it cost|is it|do things cost))$|\bprice ?list\b/,
    holidays: /\b(?:holiday|holidays|bank holiday|bank holidays|public holiday|public holidays|festive)\b/,
    it: /\b(?:it|that|this|they|them|those|one|the same)\b/,
    also: /^(?:and|or|what about|how about|also|plus|but|then)\b|\b(?:what|how) about\b|\bas well$|\btoo$/,
    each: /\b(?:both|each|all of them|all|either)\b/,
    nameIs:
      /\b(?:my name is|name is|name(?: it)?s|this is|i am(?! (?:looking|calling|trying|wondering|interested|good|fine|not|sorry|going|a|an|the|in|on|at|running|late|done|all|free|available|here|afraid|ready|happy|sure|ok|okay|just|after|hoping|still))|it is under|under the name(?: of)?|under|(?:book )?it for|(?:booked?|booking|appointment|name) (?:it )?(?:for|under|in the name of)|in the name of|call me|you can call me|speaking to|put (?:it )?(?:down )?(?:as|under)|that is for|it is for) ((?!a\b|an\b|the\b|my\b|me\b|today|tomorrow|tonight|this|next|what|how|monday|tuesday|wednesday|thursday|friday|saturday|sunday|about|regarding|to\b|for\b|at\b|on\b|in\b|and\b|correct|right|fine|good|great|ok\b|it\b|that\b|possible|two|three|four|\d)[\p{L}][\p{L}.]*(?: (?!and\b|at\b|on\b|for\b|please\b|i\b|my\b|the\b|is\b|here\b|speaking\b|calling\b|thanks\b|thank\b|with\b|from\b|to\b|can\b|would\b|could\b|tomorrow\b|today\b|next\b|this\b)[\p{L}][\p{L}.]*){0,2})/u,
    bareName:
      /^(?:(?:sure|yes|yeah|ok|okay|of course|it is|that is|the name is|name is|um|it would be|certainly|its|for|under|hi|oh|no problem|and|that would be|make it|put) )*((?:[\p{L}]+)(?: [\p{L}]+){0,3}?)(?: (?:please|thanks|thank you|here|speaking))*$/u,
    aboutTime: /\b(?:time|day|date|hour|when|earlier|later)\b/,
    aboutName: /\b(?:name|spelled|spelling)\b/,
    aboutService: /\b(?:service|treatment|wrong thing|the what)\b/,
    choice:
      /\b(?:(?<first>first|former|earlier|earliest)|(?<second>second|latter)|(?<third>third)|(?<last>last|latest|later))(?: (?:one|option|time|slot|please)|$)/,
    isQuestion:
      /^(?:so |and |but |also |ok |hi |hello |hey |sorry |then )*(?:what|how|when|where|who|which|why|do|does|is|are|can|could|would|will|may|should|have|has)\b/,
    demographic: /^(?:~man|~woman|~kid|adult|~senior|husband|wife|friend|mother|father|mum|mom|dad|brother|sister)$/,
    benign:
      /^(?:normal|regular|standard|basic|simple|quick|usual|ordinary|plain|new|single|good|nice|proper|professional|typical|average|~first|next|whole|full|short|long|cheap|fast|decent)$/,
  },
  clock: {
    numbers: {
      one: 1,
      two: 2,
      three: 3,
      four: 4,
      five: 5,
      six: 6,
      seven: 7,
      eight: 8,
      nine: 9,
      ten: 10,
      eleven: 11,
      twelve: 12,
      thirteen: 13,
      fourteen: 14,
      fifteen: 15,
      sixteen: 16,
      seventeen: 17,
      eighteen: 18,
      nineteen: 19,
      twenty: 20,
      thirty: 30,
      forty: 40,
      fifty: 50,
    },
    patterns: [
      { pattern: "half ?past {h}", plus: 30 },
      { pattern: "(?:a )?quarter (?:past|after) {h}", plus: 15 },
      { pattern: "(?:a )?quarter (?:to|of|before|til|till) {h}", plus: -15 },
      { pattern: "{m} (?:minutes? )?(?:past|after) {h}" },
      { pattern: "{m} (?:minutes? )?(?:to|before|til|till) {h}(?! (?:minutes|people))", sign: -1 },
      { pattern: "{h}[:.]{mm}(?= ?(?:am|pm)?\\b)" },
      { pattern: "{hw} (?:oh |o )?{mw}" },
      { pattern: "{h} ?o ?clock" },
      { pattern: "half {h}", plus: 30 },
      { pattern: "{h} ?(?:am|pm)" },
      { pattern: "(?:at )?(?:noon|midday|twelve noon|lunch ?time)", fixed: 720 },
      { pattern: "(?:at )?midnight", fixed: 1440 },
    ],
    morning: /\bam\b|\bin the morning\b|\b(?:morning)\b/,
    afternoon:
      /\bpm\b|\b(?:in the (?:afternoon|evening)|at night|tonight|this (?:afternoon|evening)|afternoon|evening)\b/,
    bareHour:
      /(?:at|around|about|by|say|make it|before|after|from|like|is|until|till|or|(?<=\b(?:in|it|me|that|one|appointment|booking|slot|day|morning|afternoon) )for) (?:about |around |maybe )?/,
  },
  calendar: {
    weekdays: [
      /\bmon(?:day)?s?\b/,
      /\btue(?:s|sday)?s?\b/,
      /\bwed(?:nesday|s)?s?\b/,
      /\bthu(?:rs?|rsday)?s?\b/,
      /\bfri(?:day)?s?\b/,
      /\bsat(?:urday)?s?\b/,
      /\bsun(?:day)?s?\b/,
    ],
    everyWeek: /\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b|\bevery\b|\busually\b|\bnormally\b/,
    weekend: /\bweek ?ends?\b/,
    workdays: /\bweek ?days?\b|\bduring the week\b|\bworking days\b/,
    today: /\b(?:today|tonight|this (?:morning|afternoon|evening))\b/,
    dayWords:
      /\b(?:tomorrow|tonight|(?:next|this|coming|following|in a|in two|in three) (?:week|month)s?|the day after|day after|january|february|march|april|june|july|august|september|october|november|december|(?:in the )?(?:morning|afternoon|evening|night)s?)\b/,
    dayAfter: /\bday after (?=.)(?!tomorrow)/,
    dayBefore: /\bday before (?=.)/,
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
    dayOfMonth:
      /\b(?:on )?the (\d{1,2})(?:st|nd|rd|th)?\b(?! (?:one|option|time|service|street))|\b(\d{1,2})(?:st|nd|rd|th)\b/,
    feasts: [
      [/\bchristmas eve\b|\bxmas eve\b/, "12-24"],
      [/\bboxing day\b|\bstephens? day\b/, "12-26"],
      [/\bchristmas\b|\bxmas\b/, "12-25"],
      [/\bnew years? eve\b/, "12-31"],
      [/\bnew years?(?: day)?\b/, "01-01"],
      [/\b(?:independence day|july (?:4|4th|fourth)|(?:4|4th|fourth) of july)\b/, "07-04"],
      [/\b(?:st|saint) patricks?(?: day)?\b|\bpaddys day\b/, "03-17"],
      [/\b(?:saint |st )?valentines?(?: day)?\b/, "02-14"],
      [/\bhalloween\b/, "10-31"],
      [/\bjuneteenth\b/, "06-19"],
      [/\bveterans day\b/, "11-11"],
      [/\bcanada day\b/, "07-01"],
      [/\baustralia day\b/, "01-26"],
      [/\bblack friday\b/, "thanksgiving+1"],
      [/\bthanksgiving\b/, "thanksgiving"],
      [/\blabou?r day\b/, "labor"],
      [/\bmemorial day\b/, "memorial"],
      [/\b(?:mlk|martin luther king)(?: jr| junior)?(?: day)?\b/, "mlk"],
      [/\bpresidents? day\b/, "presidents"],
      [/\bcolumbus day\b|\bindigenous peoples day\b/, "columbus"],
      [/\bgood friday\b/, -2],
      [/\beaster monday\b/, 1],
      [/\beaster(?: sunday)?\b/, 0],
    ],
  },
  phrases: {
    priceIs: "The {name} is {price}.",
    priceIsA: "{A} {name} is {price}.",
    pricesAre: "The {name} are {price}.",
    takes: "The {name} takes {minutes} minutes.",
    takesA: "{A} {name} takes {minutes} minutes.",
    takeMany: "The {name} take {minutes} minutes.",
    yesWeDo: "Yes, we do.",
    openOn: "On {day} we're open {hours}.",
    closedOn: "We're closed on {day}.",
    yes: "Yes.",
    no: "No.",
    through: "{first} to {last}",
    iAmAi: "I'm the AI assistant of {name}.",
    weOffer: "We offer {names}.",
    amongOthers: "Among others, we offer {names}.",
    whichPrice: "Which service would you like the price of?",
    and: "and",
    or: "or",
    the: "the {name}",
    didYouMean: "Do you mean {names}?",
    whichOne: "Which one do you mean?",
    howCanIHelp: "How can I help you?",
    hello: "Hello! How can I help you?",
    hereIAm: "Yes, I'm here. How can I help you?",
    welcome: "You're welcome. Is there anything else?",
    goAhead: "Sure, what would you like to know?",
    sayAgainPlease: "Sorry, I didn't catch that. Could you say it again?",
    goodbye: "Thanks for calling. Goodbye!",
    toPerson: "Of course, I'll put you through.",
    toPersonSorry: "I'm sorry about that. I'll get you a person.",
    dontKnow: "I don't have that here, so I'd rather not guess.",
    personForTheRest: "Would you like a person for the rest?",
    whichService: "Which service would you like?",
    whichDayAndTime: "What day and time would suit you?",
    whichTime: "What time would suit you?",
    whichDay: "Which day would suit you?",
    whichName: "What name is it for?",
    isThatRight: "Is that right?",
    whatToChange: "What should I change: the service, the time or the name?",
    notThen: "That time isn't free, I'm afraid. What other time would suit you?",
    shallICancel: "Shall I cancel your appointment?",
    moveToWhen: "When would you like to come instead?",
    allRightElse: "All right. Is there anything else?",
  },
};
