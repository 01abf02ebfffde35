/** What is said in every call and claims nothing, in English. */
export const politePhrases: readonly RegExp[] = [
  // Sympathy.
  /\b(?:(?:i|we) (?:am|are) )?(?:so |very |really |terribly )*sorry (?:for your loss|you (?:are|have|had) (?:having|been having|to go through|had)? ?(?:that|this|trouble|such trouble)|to hear (?:that|it|about (?:that|it|this)|you (?:are|have) (?:not )?(?:well|unwell|hurt|in pain))|(?:for|about) (?:all )?(?:that|this|it|the (?:mess|mix up|delay|hassle|bother)|any (?:confusion|inconvenience|trouble)))\b/g,
  /(?<=^|[,.!–] ?)(?:oh |ah )?(?:oh no|oh dear|oh my|ouch|poor (?:thing|you|him|her|boy|girl|guy|little guy)|what a (?:shame|pity|pain|nuisance)|that is (?:a shame|a pity|too bad|no fun|awful|horrible|frustrating|tough|hard|rough)|that (?:must be|sounds) (?:\p{L}+ )?(?:hard|tough|rough|awful|painful|frustrating|stressful|worrying|scary|annoying|exciting|fun|lovely|wonderful|great)|i (?:completely |totally |do )?understand(?: how you feel| completely| the worry)?)(?=[,.!–]|$)/gu,
  // Good wishes.
  /\b(?:good luck|best of luck|all the best|best wishes)(?: (?:with|for|on|at) (?:the|your|that|it|everything|this) ?(?:\p{L}+)?(?: \p{L}+)?)?(?=[,.!]|$)/gu,
  /\b(?:enjoy (?:your|the|it|yourself|yourselves|that)(?: \p{L}+){0,2}|have fun|drive safe(?:ly)?|travel safe(?:ly)?|stay (?:safe|warm|dry|cool|well)|get well soon|feel better(?: soon)?|give (?:him|her|them|rusty) a (?:hug|pat|cuddle)(?: from us)?)(?=[,.!]|$)/gu,
  /\b(?:i |we )?(?:do )?hope (?:(?:to|we will) see you(?: \p{L}+)?|(?:that|this|it) helps|(?:he|she|it|they|you|that|everything|all) (?:feels?|gets?|goes?|works?|is|are|turns?|will be)(?: \p{L}+){1,4})(?=[,.!]|$)/gu,
  /\b(?:bye|goodbye) (?:now|for now|then)\b|\bsee you (?:then|soon|later|there|around|tomorrow)(?=[ ,.!]*$)|\b(?:speak|talk) (?:to you )?(?:soon|then|later)\b|\bhave a good one\b|\bcatch you later\b/g,
  // Willingness.
  /\b(?:(?:i|we) (?:would|will) be |(?:i|we) (?:am|are) |more than |only too |always )*(?:happy|glad|pleased|delighted) to(?: (?:set (?:that|it|one) up|arrange (?:that|it|one)|book (?:that|it|one|you in)|sort (?:that|it) out|do (?:that|it|so)|help(?: (?:you )?(?:with (?:that|this|it)|out))?|look into (?:that|it)|get (?:that|it|you) (?:set up|sorted|going|started)|assist|oblige|take (?:that|a message)))?(?: for you)?(?=[,.!–]|$)/g,
  /\b(?:my|our) pleasure\b|\b(?:i|we) would love to(?: help(?: you)?(?: with that)?)?(?=[,.!]|$)|\blet us (?:get (?:you|that|it) (?:set up|sorted|booked in|started)|set (?:that|it) up|do that)\b|\b(?:i|we) can (?:certainly |definitely |absolutely |gladly )?(?:set (?:that|it|one) up|arrange (?:that|it|one)|sort (?:that|it) out)(?: for you)?(?=[,.!–]|$)/g,
  // What answers a name or a choice.
  /(?<=^|[,.!–] ?)(?:(?:oh|ah|ok|okay|well|right) )?(?:that is |how |so |what a )?(?:absolutely |very |really |just )?(?:lovely|wonderful|great|perfect|fantastic|brilliant|excellent|nice|super|awesome|marvel+ous|splendid|cool|sweet|exciting|gotcha|noted|understood|understandable|no bother|fair enough|right then|okay then)(?: (?:name|choice|idea|thank you|thanks|news|stuff))?(?=[,.!–]|$)/g,
  /\b(?:sounds|looks) (?:good|great|lovely|perfect|fine|wonderful|like (?:a plan|fun|a lot of fun))(?: to me)?\b|\bnice to (?:meet|hear from|speak to|talk to) you\b|\b(?:great|good|lovely|nice) to hear(?: (?:that|it|from you))?\b/g,
  // Waiting.
  /\b(?:hold on|hang on|wait(?= (?:just )?(?:a|one) (?:moment|second|sec|minute|tick))|bear with me|stay on the line|one moment|just a moment)(?: please)?(?: (?:for )?(?:just )?(?:a|one|half a) (?:moment|second|sec|minute|tick))?(?: please)?(?: while (?:i|we) (?:get|find|fetch|grab|check|look|see|transfer|connect|put|pull|bring)(?: (?:someone|somebody|a person|a colleague|you|that|this|it|up|through|over|for|with|into|to)){0,4})?\b/g,
  /\bwhile (?:i|we) (?:get|find|fetch|grab|transfer|connect|put)(?: (?:someone|somebody|a person|a colleague|you|through|over|for|with|to)){1,4}\b/g,
  // What belongs to a call.
  /\b(?:thank you|thanks)(?: (?:so much|very much|a lot|again|a million))?(?: for (?:calling|your call|ringing|asking|waiting|your patience|holding|that|letting us know|letting me know|getting in touch|reaching out|your interest|the call))?(?: us)?(?: (?:here|today|again))?\b/g,
  /\byou are (?:very |most |always )?welcome\b(?! to)/g,
  /\b(?:is|was) there (?:anything|something) else(?: (?:that )?(?:i|we) can (?:do|help(?: you)?)(?: with)?(?: (?:for )?you)?(?: today)?)?\b|\banything else(?: (?:i|we) can (?:do|help(?: you)?)(?: with)?(?: for you)?(?: today)?)?\b/g,
  /\b(?:how|what) (?:can|may|could) (?:i|we) (?:help|do|assist)(?: for)?(?: you)?(?: with)?(?: today)?\b/g,
  /\b(?:i|we) (?:am|are|would be|will be) (?:happy|glad|pleased|delighted) to (?:help|assist|hear that|do that|answer that)(?: you)?(?: (?:with|out|there))?(?: that)?\b|\b(?:happy|glad) to help\b/g,
  /\b(?:i|we) (?:can|could|will) (?:gladly |certainly |definitely )?(?:help|assist)(?: you)? with (?:that|this|it)\b|\blet me help(?: you)?(?: with that)?\b/g,
  // "We have a night class", "you have a week for it" wish nothing.
  /(?<!\b(?:we|you|they|i|to) )\bhave (?:a |yourself a )?(?:very |really )?(?:great|good|nice|lovely|wonderful|pleasant|fantastic|safe|happy|merry)(?: rest of your)? (?:day|one|evening|afternoon|morning|weekend|time|week|trip|night|thanksgiving|christmas|holiday|holidays)\b(?![-’'])/g,
  /\b(?:good ?bye|bye(?: bye)?|take care|so long|cheers|hello|hi there|hi|hey|kia ora|g'day|gday|howdy|greetings|good (?:morning|afternoon|evening|day)|see you(?: (?:then|soon|later|there|again))?(?=[ ,.!]*$)|talk to you (?:soon|later)|looking forward to (?:it|seeing you)|(?:we|i) look forward to (?:seeing you|it)|welcome to|safe (?:home|travels)|merry christmas|happy holidays)\b/g,
  /(?<=^|[,.;:!?–] ?|\b(?:give me|wait|please|hold on|in|and|so) )(?:one|just a|just one|a|half a) (?:moment|second|minute|sec)(?: please)?\b|\bbear with me\b|\bhold on(?: a (?:moment|second))?\b|\bplease hold\b/g,
  /\b(?:let me|i will|i can)(?: just| quickly)? (?:check|see|look|think|have a look|take a look|look (?:that|it|this) up|check (?:that|it|this))(?: (?:that|it|this|for you))*\b/g,
  /\b(?:i|we) (?:am|are) (?:so |very |really |terribly )?(?:sorry|afraid)(?: (?:about|to hear|for) (?:that|this|it|the (?:trouble|inconvenience|wait|confusion)))?\b|\bso sorry\b|\bmy (?:apologies|mistake)\b|\b(?:i|we) apologi[sz]e(?: for (?:that|the (?:trouble|inconvenience|confusion)))?\b/g,
  /\b(?:that is |what )?a (?:very )?(?:good|great|fair|excellent) question\b/g,
  /\b(?:as (?:i|we) said|like (?:i|we) said|as (?:i|we) mentioned|to be (?:clear|honest|exact|precise)|just so you know|for your information|by the way|in other words|in short|in general|in that case|in fact|at all|as well|as usual|as follows|for example|you know|i see|i think|i believe|no worries|not to worry|do not worry|no rush|take your time|please note|keep in mind|feel free)\b/g,
  /\b(?:could|can|would) you (?:please )?(?:say|repeat|tell me) (?:that|it) (?:again|once more)(?: please)?\b|\b(?:i|we) did not (?:quite )?(?:catch|hear|get|understand) (?:that|you)\b|\bcould you repeat that\b/g,
  /\bif you (?:would )?(?:like|want|wish|prefer)\b|\bif (?:that|this) (?:helps|suits you|is all right|works)\b|\bif you need (?:anything|help|more help|something) else\b|\bif you have (?:any )?(?:other |more |further )?questions\b/g,
  /\bwe (?:only |just |simply )?ask (?:that )?(?:you )?(?:to )?(?=let us know|tell us)/g,
  /\bthe (?:best|easiest|quickest) way (?:to|is to)\b/g,
  /\b(?:(?:let me|i will|i can|i am going to|shall i|i would|we will|i am)(?: (?:now|just|quickly|gladly|happily))? )?(?:put(?:ting)? you through|connect(?:ing)? you|transfer(?:ring)? you|pass(?:ing)? you (?:on|over)|hand(?:ing)? you over|(?:get|getting|find|finding)(?: you)? (?:a person|somebody|someone|a human|a colleague|a real person|a member of (?:the|our) (?:team|staff)))(?: (?:to|with|from|at) (?:a person|somebody|someone|a colleague|a human|a real person|one of (?:us|our team|my colleagues)|(?:the|our) (?:front desk|shop|owner|team|office|reception|practice|workshop|salon|store|desk|staff|manager)|a member of (?:the|our) (?:team|staff)))?(?: (?:who can help(?: you)?(?: with (?:that|this))?|for you|right away|now|straight away|here|on the (?:line|phone)))*\b/g,
  /\b(?:i am|this is|you are (?:speaking|talking) (?:to|with)) (?:the |an? )?(?:ai|virtual|digital|automated) (?:assistant|receptionist|agent)\b/g,
  /^(?:oh |ok |okay )?(?:ok|okay|great|perfect|wonderful|lovely|super|excellent|fantastic|brilliant|good|nice|very good|fine|got it|all right|alright|sounds good|sounds great)(?=[,.!–-]|$)/g,
  /\bcongratulations\b|\bhappy birthday\b/g,
  /\bthat (?:time|slot|day) is not (?:free|available|possible)(?: for us)?\b|\byes i am here\b|\bfor the rest\b(?! of)/g,
  /\bhow does that sound\b|\bdoes that (?:help|work for you|answer your question|sound good|suit you)\b|\bis that (?:right|ok|okay|all right|correct)\b/g,
  /\bplan (?:on|for)\b|\byou should (?:plan|allow)(?: for| about| on)?\b|\byou will be (?:done|finished|out)\b|\byou can (?:reach|call|phone|ring|contact|find) us(?: (?:at|on|by phone|under))*\b|\byou will find us\b/g,
];
