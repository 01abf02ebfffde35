/** How English says how long and how often something is open, and within what. */
export const englishHours: Readonly<Record<string, string>> = {
  roundTheClock:
    "around the clock, round the clock, day and night, night and day, all day and night, all day and all night, never close, never closes, never shut, never shuts, never closed",
  allDay: "all day, all day long, the whole day, the entire day, all the day",
  allNight: "all night, all night long, the whole night, the entire night, through the night, overnight",
  unbroken:
    "straight through, without a break, without break, without breaks, with no break, non stop, nonstop, no lunch break, without a lunch break, without lunch break, through lunch, continuously, without interruption",
  usual: "usually, usual, normally, normal, generally, typically, regular, as a rule, in general, ordinarily",
  ago: "ago",
  earliest: "earliest, soonest, earliest time",
  latest: "latest, latest time",
  earliestDay: "earliest day, earliest start, earliest opening, earliest morning",
  latestDay:
    "latest day, latest closing, latest night, latest evening, late night, late day, late evening, longest day",
  anymore: "anymore, any more, any longer",
  within: "within, inside of, in under",
  lessThan: "less than, under, below, shorter than, younger than, fewer than, aged under, not yet",
};
