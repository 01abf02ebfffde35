import { numberWords } from "../../shared/numberWords";
import type { TurnWords } from "./turnWords";

export const englishTurnWords: TurnWords = {
  pauseFillers:
    "what_do_you_call_it what_do_you_call_them what_do_you_call_that what_d'you_call_it hang_on let_me_look let_me_check let_me_think just_a_sec one_sec bear_with_me give_me_a_second give_me_a_sec gosh oh_gosh oh_dear what's_the_word what_was_it what_is_it_called what's_it_called where_is_it um uh er erm hmm uhm mmm eh like_um you_know i_mean let_me_see let_me_think let's_see how_do_i_say",
  leadOn:
    "dash hyphen underscore slash unless although though while whereas like the_very_first the_first the_last very_first very_last the_very_last dated maybe_like half quarter half_past quarter_to quarter_past every_first every_second every_third every_last the_one the_ones ideally preferably it_says it_said says those these extension at_number been dot with_no no_wait wait_no no_sorry sorry_no no_no scratch_that make_that or_rather i_mean_the which whose whom i_was_thinking i_was_hoping i'm_thinking i_wonder we_were_thinking perhaps probably just only even i we he she they who's_the where's_the how's_the could_you_please would_you_please can_you_please so_i was_going_to i_mean_i and or but so because cause plus if whether when_i than the a an my your our their his its every each " +
    "i'd_like i_would_like we'd_like would_like i_want we_want i_need we_need i_wanted i_want_to i_need_to i'd i'm we're " +
    "i've you're they're it's that's there's i_was i_am i_have it_is that_is there_is is_it are_you do_you can_you could_you would_you can_i could_i " +
    "may_i should_i do_i have_you did_you is_there are_there do_you_have what's how_much how_many what_kind_of " +
    "some any very really quite next this_coming as_well_as also not going_to want_to have_to like_to trying_to able_to " +
    "looking_for calling_because wondering about_the called name_is number_is email_is address_is a_new double triple " +
    "tell_me_if tell_me whether_you's what_time_do_you would is are was does will could should",
  helperVerbs:
    "do does did can could will would shall should have has had may might must don't doesn't didn't can't couldn't won't wouldn't",
  subjects: "you we they i he she it that there your you_guys",
  mostlyLeadOn:
    "to of for with from at on in into by about around before after between without until till near under over against " +
    "through during per since behind as past along across beside opposite beyond towards toward onto above below underneath despite except than versus who where when how why what is_it_possible",
  questionStarts:
    "what what's whats when when's where where's who who's whose why how how's which do does did is are am was were can could will " +
    "would should shall have has may any isn't aren't don't doesn't can't couldn't won't wouldn't",
  strandingQuestions: "what who which where whose",
  beforeQuestions:
    "and so but well okay ok hi hello hey um uh er yes yeah no sorry also then please great thanks right alright",
  openers:
    "hi hello hey yes yeah yep no nope okay ok sure right alright well thanks thank_you thank_you_very_much great perfect good_morning " +
    "good_afternoon good_evening good_day morning sorry excuse_me please oh ah fine good lovely wonderful that_sounds_good " +
    "sounds_good that's_great that's_fine that_works no_problem of_course hi_there hello_there wait hold_on one_moment just_a_moment " +
    "just_a_second one_second actually",
  farewells:
    "bye goodbye bye-bye that's_all that's_it that_is_all that_will_be_all nothing_else no_thanks no_thank_you see_you see_you_then have_a_nice_day " +
    "have_a_good_day have_a_good_one take_care everything_thanks stop",
  announcements:
    "two_things three_things couple_of_things few_things two_questions couple_of_questions a_question quick_question question_for_you one_more_thing one_thing one_other_thing " +
    "the_thing_is here's_the_thing the_following i_was_wondering help_me let_me_check listen",
  wantsMore:
    "i_think i_guess maybe stock sell carry fix repair offer accept treat handle install replace recommend provide use book reserve schedule get make have change move cancel ask know find_out see check come bring try buy order do say i'm_not_sure i_don't_know something_else another_thing anything something time an_appointment appointments an_opening openings availability available free a_slot slots a_question this_week next_week my_appointment my_booking people",
  wishes:
    "i'd i_would we'd want need like book reserve schedule make change move cancel speak talk tell give put come can could please " +
    "looking appointment help transfer representative human person rather prefer take works fine good perfect me",
  plainWishes:
    "i'd i_would we'd want need like_to please can could would reserve schedule cancel appointment transfer representative human looking_for looking_to trying_to",
  numbers: { ...numberWords.en, hundred: 100 },
  repeats: { double: 2, triple: 3 },
  spellsAs: "as_in for like is_for like_in",
  wholeWith:
    "day_before night_before week_before month_before year_before like_before as_before than_before was_before day_after week_after come_in drop_in pop_in come_by stop_by drop_by look_around call_in log_in sign_in fill_in it_on them_on it_off turned_on going_on move_on",
  titles: "mr mrs ms dr doctor prof sgt capt rev saint",
  asksForHour: /\b(?:day|date)s? and (?:a |what |the )?(?:time|hour)|when and at|time and (?:day|date)/i,
  spelt: "spelled spelt spelling looks_like",
  requests: "can_i could_i may_i might_i can_you could_you would_you will_you can_we could_we please",
  refusals: "no don't not haven't none can't",
  atSign: "at",
  dot: "dot point",
  months: "january february march april may june july august september october november december",
  weekdays:
    "monday tuesday wednesday thursday friday saturday sunday today tomorrow mondays tuesdays wednesdays thursdays fridays saturdays sundays weekdays weekends weekend",
  streets:
    "street st avenue ave road rd lane ln drive dr boulevard blvd court ct place square terrace way parkway highway close crescent " +
    "circle plaza alley gardens row hill mews walk grove",
  isTownLast: false,
  beforeNumbers:
    "apartment apt flat suite unit exit junction building block floor room number north south east west upper lower old new lake mount fort saint st",
  isStreetKindFirst: false,
  asksFor: {
    birth: /\b(?:birth|born|birthday)\b/i,
    lastFour: /\blast (?:four|4)\b/i,
    code: /\b(?:(?:order|account|policy|ticket|claim|case|file|invoice|bill|tracking|reference|ref|serial|model|booking|reservation|confirmation|member(?:ship)?|card|registration|licen[cs]e|insurance|check|cheque|room|unit) (?:number|code|plate)|number on (?:the|your)|plate|vin|last (?:four|five|six|three)|digits|card ending|ending in|zip|post(?:al )?code|zip code|sort code|extension|invoice|tracking|(?:claim|case|order|booking|ticket|policy|reference) (?:with|is|no))\b/i,
    number: /\b(?:(?:tele)?phone|number|reach (?:you|me)|call (?:you|me)(?: back)? (?:at|on)|mobile|cell)\b/i,
    name: /name\b|\b(?:spell|spelled|spelt|spelling|called|who am i speaking|who is (?:this|calling|the)|who's (?:this|calling|the)|speaking with)\b/i,
    email: /\b(?:e-?mail|mail address|write to|(?:after|before) the at)\b/i,
    date: /\b(?:date|which day|what day|when|what time|which date|what date|day and time|day would|time would)\b/i,
    address:
      /\b(?:(?<!mail |e-mail |email )address|where(?: exactly| roughly| abouts?)?(?: should| shall| do| does| can| is| are|'s) (?:the|your|we|you|he|she|they|it)\b|where do you live|live at|i live|(?:we're|i'm|lives?) at (?:unit|flat|number|apartment|house|\d)|we're at|street)\b/i,
  },
};
