/** How German says how long and how often something is open, and within what. */
export const germanHours: Readonly<Record<string, string>> = {
  roundTheClock: "rund um die uhr, tag und nacht, schliessen nie, nie geschlossen",
  allDay: "den ganzen tag, ganztägig, ganztags, ganzen tag, den ganzen tag über",
  allNight: "die ganze nacht, ganze nacht, die ganze nacht über, nachts durch",
  unbroken: "durchgehend, ohne pause, ohne unterbrechung, ohne mittagspause, durchgängig, ununterbrochen, am stück",
  usual:
    "normalerweise, gewöhnlich, üblicherweise, in der regel, regulär, reguläre, regulären, normal, normalen, üblichen, generell, grundsätzlich",
  within: "innerhalb von, innerhalb, binnen, im umkreis von, in weniger als, innert",
  lessThan: "weniger als, unter, kürzer als, jünger als",
};
