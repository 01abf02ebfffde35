import { groupsOf, type Language, wordsOf } from "./language";

/** The words of English: how they are written, and what they say. */
export const rewrites: Language["rewrites"] = [
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
  [
    /^ *(?:(?:oh|no|sorry) +)*(?:wait|hold on|hang on)(?: +a +(?:second|sec|minute|moment))?(?= *$| +(?:and|but|can|could|what|how|do|does|is|are|when|where|which|who|will|would|if|i|so|actually)\b)/,
    " ",
  ],
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
  [/\b(?:(?:the|your) )?clos(?:ing|e) times?\b/g, "closes"],
  [/\b(?:(?:the|your) )?open(?:ing)? times?\b/g, "opens"],
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
];

export const grammar = wordsOf(`
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
    time times place shop store business today now currently usually normally exactly roughly approximately around`);

export const determiners = wordsOf("a an the my our your his her their its another any some this that");

export const subjects = wordsOf(`
    dog cat pet horse rabbit bird fish hamster snake reptile cow sheep pig
    man woman kid senior student adult
    car van motorbike lorry boat bike`);

export const light = wordsOf(`
    uses father mother husband wife son daughter friend brother sister dad mom mum grandfather grandmother bring show stay need allow welcome wait work serve cater include own kind treat handle do ok okay
    one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty`);

export const synonyms = groupsOf(`
    price cost charge fee rate
    haircut cut
    open opening opened opens
    close closed closing closes shut shutting
    parking park parked
    kid kids child children son daughter boy girl toddler baby teen teenager junior
    dog dogs puppy puppies canine
    cat cats kitten feline
    pet pets animal animals
    horse horses pony ponies mare foal
    rabbit rabbits bunny bunnies
    bird birds parrot parrots
    car cars automobile
    van vans minibus
    boat boats yacht
    bike bikes bicycle bicycles
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
    giftcard voucher vouchers certificate
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
    spay neuter castrate castration sterilize sterilise desex
    lawyer attorney solicitor barrister
    video zoom skype facetime videocall remote remotely virtual virtually
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
    paper papers document documents paperwork
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
    first new newcomer`);
