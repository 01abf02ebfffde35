/** How Spanish says how long and how often something is open, and within what. */
export const spanishHours: Readonly<Record<string, string>> = {
  roundTheClock: "las 24 horas, las veinticuatro horas, día y noche, noche y día, nunca cerramos, no cerramos nunca",
  allDay: "todo el día, el día entero",
  allNight: "toda la noche, la noche entera",
  unbroken:
    "sin interrupción, ininterrumpidamente, de forma continuada, horario continuo, horario continuado, jornada continua, sin descanso, sin pausa, de corrido",
  usual:
    "normalmente, habitualmente, habitual, habituales, generalmente, por lo general, en general, de costumbre, normal, normales",
  within: "dentro de, en el plazo de, en un plazo de, en un radio de, en menos de, antes de que pasen",
  lessThan: "menos de, menor de, menores de, por debajo de, inferior a",
};
