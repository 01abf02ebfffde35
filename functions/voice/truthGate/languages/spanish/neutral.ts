/** Things that every business speaks of. */
export const spanishThings = `cosa cosas manera forma modo tipo tipos caso casos parte partes pregunta preguntas respuesta respuestas información informaciones ayuda nombre nombres asunto tema cuestión detalle detalles dato datos opción opciones posibilidad
  cliente clientes clienta paciente pacientes señor señora señorita don doña visitante visitantes caballero dama
  tienda salón taller clínica consulta oficina local negocio empresa restaurante estudio    sitio lugar sede sucursal establecimiento despacho gabinete
  dirección número  precio precios servicio servicios horario horarios hora  total situado situada otro otra otros otras siguiente siguientes demás respectivo respectivamente cada gracias hola `;

/** Words that claim nothing by themselves wherever they stand; of verbs the infinitive stands for all forms. */
export const spanishNeutral = [
  // Articles, pronouns, question words.
  `el la los las un una unos unas lo al del su sus mi mis tu tus nuestro nuestra nuestros nuestras vuestro vuestra vuestros vuestras este esta estos estas ese esa esos esas esto eso aquel aquella aquellos aquellas aquello ello
  se le les me te nos os mí ti conmigo contigo consigo usted ustedes nosotros nosotras vosotros vosotras él ella ellos ellas yo tú vos uno mismo misma mismos mismas
  que qué quien quién quienes quiénes cual cuál cuales cuáles donde dónde adonde adónde cómo como cuándo cuándo cuánto cuánta cuántos cuántas cuyo cuya quienquiera`,
  // Joints and prepositions.
  `a de en y e o u con por para porque pues así también además muy bien sobre respecto según acerca mediante durante vía mientras aunque entonces luego puesto ya bueno buena`,
  // Verbs that say no more than that something is, has, does or may.
  `ser estar haber tener hacer poder querer ir venir dar ver saber ofrecer aceptar trabajar usar utilizar encontrar quedar gustar soler parecer existir funcionar realizar 
  significar referir tratar sonar pensar creer imaginar considerar efectuar brindar prestar proporcionar ayudar contar interesar esperar_ deber_ figurar ubicar localizar situar pasar andar seguir`,
  // What answers and sentences are strewn with.
  `sí mal más bastante realmente simplemente directamente igual aquí allí ahí acá allá entonces claro naturalmente efectivamente precisamente normalmente generalmente habitualmente usualmente realidad verdad hecho acuerdo fin embargo
  lamentablemente desgraciadamente desafortunadamente por-desgracia nomás pues incluso inclusive tan tanto tanta tantos tantas mero merito ahora_ aún todavía algo solo_ tal vez quizá quizás quizas seguramente seguro_ obviamente lógicamente
  concretamente exactamente_ básicamente principalmente específicamente actualmente_ sino nada_ aproximadamente_ etc etcétera o-sea supuesto favor fácil fácilmente sencillamente tranquilamente tranquilo tranquila gusto encantado encantada encantados`,
  spanishThings,
]
  .join(" ")
  .split(/\s+/)
  .filter((word) => !/[_-]/.test(word))
  .join(" ");

/** Words that claim nothing in a question or a request. */
export const spanishAskable = `nombre nombres apellido apellidos número teléfono celular móvil correo dirección día días fecha hora horas horario semana cita citas turno reservar reserva reservación agendar apuntar anotar inscribir persona personas adulto adultos niño niños bebé gente
  coche carro auto vehículo aparato equipo marca modelo matrícula placa placas edad años talla tamaño largo color medida peso
  primera primero vez veces cliente repetir deletrear decir otro otra preferir gustaría bien interesar buscar necesitar problema asunto algo alguien servicio servicios precio precios mañana hoy tarde noche momento cuenta
  dolor doler seguro cambiar cancelar cancelo cambio mover hablar perro gato mascota mejor correcto lugar desear referir querer venir preparar poner pasar llamar volver confirmar avisar enviar mandar traer llevar pedir ordenar elegir escoger
  parecer exactamente aproximadamente más menos detalle escribir dictar cuanto qué nuevo nueva recordar pensar tener especial concreto concreta ocurrir suceder familia mostrador dedicatoria mensaje tarjeta`;

/** Words that say next to nothing beside others that stand in the fact. */
export const spanishLight =
  `normal normales normalito sencillo común habitual usual típico regular básico clásico posible cómodo práctico especial especialmente particular estándar corriente
  llevar salir llegar recibir venir tocar quedar resultar constar consistir disponer comenzar empezar iniciar arrancar partir presentar pertenecer corresponder tomar permitir lograr preparar poner atender visitar
  aparte_ bonito lindo rico directo cómodamente pleno listo_ ubicado servir`
    .split(/\s+/)
    .filter((word) => !word.endsWith("_"))
    .join(" ");
