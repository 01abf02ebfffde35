import { numberWords } from "../../shared/numberWords";
import type { TurnWords } from "./turnWords";

export const spanishTurnWords: TurnWords = {
  pauseFillers: "espere un_segundo déjeme_ver cómo_se_llama eh em este_eh mmm hmm a_ver pues_eh cómo_se_dice o_sea",
  leadOn:
    "guion guión barra salvo_que aunque mientras el_primer el_último la_primera la_última preferiblemente extensión esos esas estos estas punto no_espere no_perdón perdón_no quiero_decir digo yo nosotros pensaba me_preguntaba quería quería_saber quizás tal_vez solo si_ustedes que_ustedes y e o u pero porque que si aunque pues el la los las un una unos unas mi mis su sus tu tus nuestro nuestra lo al del " +
    "quiero quisiera me_gustaría necesito querría es son está están tengo tiene tienen hay puedo puede podría se_llama me_llamo " +
    "mi_nombre_es mi_número_es estoy busco cuánto_cuesta muy más también no_antes soy doble triple",
  helperVerbs: "",
  subjects: "",
  mostlyLeadOn: "a de para con sin en por sobre hacia hasta desde entre antes_de después_de según como ante",
  questionStarts:
    "qué cuándo dónde quién cómo cuánto cuánta cuántos cuántas cuál cuáles por_qué tienen tiene hay puedo puede pueden podría podrían " +
    "hacen hace es son está están abren cierran a_qué_hora",
  strandingQuestions: "",
  beforeQuestions: "y pero entonces hola buenos_días buenas_tardes sí no eh gracias bueno vale perdón",
  openers:
    "hola buenos_días buenas_tardes buenas_noches buenas sí no vale bueno claro gracias muchas_gracias perfecto muy_bien de_acuerdo " +
    "perdón disculpe por_favor oiga mire ah bien genial un_momento espere",
  farewells: "adiós hasta_luego hasta_pronto eso_es_todo nada_más no_gracias que_tenga_buen_día pare",
  announcements: "una_pregunta tengo_una_pregunta una_cosa una_consulta tengo_una_duda",
  wantsMore:
    "venden reparan ofrecen aceptan usan recomiendan reservar pedir hacer saber preguntar cambiar cancelar venir tener no_sé otra_cosa algo una_cita cita citas libre sitio hueco mi_cita",
  wishes:
    "quiero quisiera gustaría necesito querría reservar pedir cambiar cancelar mover hablar puede puedo podría cita persona agente " +
    "prefiero mejor póngame deme me",
  plainWishes:
    "quiero quisiera gustaría necesito querría reservar cancelar puede puedo podría cita agente por_favor busco",
  numbers: numberWords.es,
  repeats: { doble: 2, triple: 3 },
  spellsAs: "de como",
  wholeWith: "día_antes como_antes que_antes",
  titles: "sr sra srta dr dra don doña san santa",
  asksForHour: /(?:día|fecha) y (?:a qué )?hora/i,
  spelt: "se_escribe se_deletrea",
  requests: "puede podría me_puede me_podría puedo podemos me_da",
  refusals: "no ninguno ninguna",
  atSign: "arroba",
  dot: "punto",
  months: "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
  weekdays: "lunes martes miércoles jueves viernes sábado domingo hoy mañana",
  streets: "calle avenida plaza paseo camino carretera ronda travesía",
  isTownLast: true,
  beforeNumbers: "piso apartamento portal bloque puerta número salida edificio san santa nuevo nueva",
  isStreetKindFirst: true,
  asksFor: {
    birth: /nacimiento|nació|cumpleaños/i,
    lastFour: /últimos (?:cuatro|4)/i,
    code: /número de (?:pedido|cuenta|póliza|factura|cliente|reserva|serie|referencia|expediente|tarjeta)|matrícula|últimos (?:cuatro|tres|cinco)|código postal|referencia/i,
    number: /número|teléfono|llamarle|contactar/i,
    name: /nombre|deletre|llama/i,
    email: /arroba|correo|e-?mail/i,
    date: /qué día|cuándo|qué hora|qué fecha/i,
    address: /(?<!correo.*)\bdirección\b|dónde vive|vivo en/i,
  },
};
