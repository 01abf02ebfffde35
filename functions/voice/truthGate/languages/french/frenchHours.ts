/** How French says how long and how often something is open, and within what. */
export const frenchHours: Readonly<Record<string, string>> = {
  roundTheClock:
    "24 h sur 24, vingt quatre heures sur vingt quatre, 24 heures sur 24, 24 sur 24, jour et nuit, nuit et jour, ne ferme jamais, ne fermons jamais, jamais fermé",
  allDay: "toute la journée, la journée entière, journée entière",
  allNight: "toute la nuit, la nuit entière",
  unbroken: "sans interruption, en continu, non stop, journée continue, sans pause, sans coupure, de une traite",
  usual:
    "le plus souvent, souvent, la plupart du temps, en principe, en temps normal, habituellement, habituel, habituelle, habituels, habituelles, de habitude, normalement, généralement, en général, normal, normaux, en principe, en temps normal",
  within: "dans les, sous, dans un délai de, dans le délai de, en moins de, dans un rayon de, endéans",
};
