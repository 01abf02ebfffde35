/** Verbs that follow the rules of their ending; behind a colon the stems that their stressed forms have. */
const regular = `
abandonar abarcar abonar abrazar abrochar acabar aceptar acercar aclarar acompañar aconsejar acordar:acuerd acostar:acuest acostumbrar activar actualizar
acudir adaptar adelantar admitir adoptar adornar afectar afeitar afinar agendar agotar agradecer agregar aguantar ahorrar ajustar alargar alcanzar alegrar alimentar
aliviar almacenar almorzar:almuerz alojar alquilar amar ampliar analizar andar anotar anular añadir apagar aparcar aparecer apartar aplazar aplicar apoyar apreciar aprender aprobar:aprueb
aprovechar apuntar armar arrancar arreglar arrendar:arriend arriesgar asegurar asesorar asistir atar aterrizar aumentar autorizar avanzar averiguar avisar ayudar ayunar bailar bajar bañar barnizar
barrer bastar batir beber besar bloquear bordar borrar brindar buscar calcular calentar:calient calificar callar calzar cambiar caminar cancelar cansar cantar capacitar cargar casar castrar caducar
causar cazar ceder celebrar cenar centrar cepillar cerrar:cierr certificar chequear checar chocar cobrar cocinar coger colaborar colgar:cuelg colocar colorear combinar comentar comenzar:comienz comer compartir compensar
completar componer comprar comprender comprobar:comprueb comprometer comunicar conectar conceder concertar:conciert condimentar conectar confiar confirmar conocer conseguir:consig,consigu conservar considerar
consistir construir consultar consumir contactar contar:cuent contestar continuar contratar controlar convencer conversar convertir:conviert,convirt coordinar copiar corregir:corrig,corrij correr corresponder cortar coser costar:cuest
crear crecer creer cubrir cuidar cultivar cumplir curar dañar deber decidir declarar decorar dedicar dejar demorar denunciar depender depilar depositar derivar desactivar desaparecer desarrollar
desayunar descansar descargar descolgar desconectar descontar:descuent describir descubrir desear desinfectar desmontar despedir:despid despejar despertar:despiert desplazar destacar detallar detectar devolver:devuelv dibujar diferenciar dirigir:dirij
diseñar disfrutar disponer distribuir doblar doler:duel dormir:duerm,durm duchar dudar durar echar editar educar efectuar ejecutar elaborar elegir:elig,elij eliminar embalar empacar empaquetar empezar:empiez
emplear emitir encantar encargar encender:enciend encerar encontrar:encuentr encuadernar enfermar enfocar enfriar enganchar engordar enseñar ensuciar entender:entiend enterar entrar entregar entrenar enviar
envolver:envuelv equipar equivocar escanear escoger escribir escuchar esculpir esperar esquilar establecer estacionar esterilizar estirar estrenar estropear estudiar evaluar evitar examinar excluir exigir:exij existir explicar
explorar exponer exportar extender:extiend extraer extraviar fabricar facilitar facturar fallar faltar favorecer felicitar fiar figurar fijar filmar filtrar financiar finalizar firmar flotar formar formatear fotografiar fotocopiar freír:frí fregar:frieg
frenar fumar funcionar ganar garantizar gastar gestionar girar golpear grabar graduar guardar guiar gustar habilitar habitar hablar helar:hiel heredar hidratar hornear hospedar identificar igualar imaginar impartir imponer importar
imprimir incluir incorporar indicar informar ingresar iniciar inscribir insertar instalar intentar interesar interrumpir introducir invitar inyectar jugar:jueg juntar justificar lavar leer levantar liberar limar limitar limpiar
liquidar llamar llegar llenar llevar llorar llover:lluev localizar lograr luchar lucir lustrar madrugar mandar manejar manicurar mantener marcar masticar matricular matar mejorar memorizar mencionar merecer mezclar medir:mid
mirar modificar mojar molestar montar morder:muerd morir:muer mostrar:muestr mover:muev multar nacer nadar necesitar negar:nieg nevar:niev notar notificar numerar obligar observar obtener ocupar ocurrir odiar ofertar ofrecer oler:huel olvidar operar
opinar optar ordenar organizar orientar oscurecer pagar parar parecer participar partir pasar pasear patinar pedir:pid pegar peinar pelar pelear pensar:piens perder:pierd perdonar permanecer permitir pertenecer pesar
pescar picar pintar pisar planchar planear planificar plantar platicar podar ponchar practicar precisar preferir:prefier,prefir preguntar preocupar preparar presentar prestar presupuestar pretender prevenir prever
probar:prueb proceder procesar procurar producir programar prohibir prolongar prometer promover:promuev pronunciar proponer proporcionar proteger provocar publicar pulir quedar quejar quemar quitar
rebajar recargar recetar rechazar recibir reclamar recoger recomendar:recomiend reconocer recordar:recuerd recorrer recortar recuperar reciclar rectificar reducir reembolsar reemplazar referir:refier,refir reformar regalar regar:rieg registrar
regresar regular rellenar remitir remolcar renovar:renuev rentar reparar repartir repasar repetir:repit reponer reportar representar reprogramar requerir:requier,requir resbalar rescatar reservar residir resistir resolver:resuelv respetar responder restar restaurar
resultar retirar retrasar reubicar reunir revelar revisar revocar robar rodar:rued rogar:rueg romper saborear sacar saldar saltar saludar sanar satisfacer seguir:sig,sigu seleccionar sembrar:siembr sentar:sient sentir:sient,sint señalar separar
servir:sirv significar situar sobrar solicitar solucionar  soldar:sueld soltar:suelt sonar:suen sonreír soñar:sueñ soplar soportar sorprender sospechar subir subrayar suceder sufrir sugerir:sugier,sugir sumar suministrar superar suponer suspender sustituir
tapar tapizar tardar tatuar tejer telefonear teñir:tiñ terminar tirar tocar tomar toser trabajar traducir tramitar tranquilizar transferir:transfier,transfir transformar transportar trasladar tratar triturar tropezar:tropiez ubicar unir usar
utilizar vaciar vacunar valorar variar vencer vender ventilar verificar vestir:vist viajar vigilar visitar vivir volar:vuel volver:vuelv votar zurcir atender:atiend alistar enderezar desinstalar esperar rayar reenviar matricularse emplomar entender
convalidar examinar conducir aparcar alumbrar tender:tiend planchar doblar coser hilvanar bordar tallar barrer trapear fregar desmanchar desatascar destapar pelar podar cortar segar:sieg sembrar abonar regar cosechar engrasar inflar parchar balancear alinear
`;

/** Verbs of no rule: their infinitive, then every stem or form that differs. */
const irregular = `
ser soy eres es somos sois son era eras éramos erais eran fui fuiste fue fuimos fuisteis fueron sea seas seamos seáis sean sido siendo seré serás será seremos serán sería serías seríamos serían fuera fueran sé
estar estoy estás está estamos estáis están estaba estabas estábamos estaban estuve estuvo estuvimos estuvieron esté estés estemos estén estado estando estaré estará estaremos estarán estaría estarían estuviera
haber he has ha hemos habéis han había habías habíamos habían hay hubo hubiera haya hayas hayamos hayan habido habiendo habrá habrán habría habrían hubiese
tener tengo tienes tiene tenemos tenéis tienen tenía tenías teníamos teníais tenían tuve tuvo tuvimos tuvieron tenga tengas tengamos tengáis tengan tenido teniendo tendré tendrás tendrá tendremos tendrán tendría tendrías tendrían ten tenés tuviera
hacer hago haces hace hacemos hacéis hacen hacía hacíamos hacían hice hiciste hizo hicimos hicieron haga hagas hagamos hagan hecho hecha hechos hechas haciendo haré harás hará haremos harán haría harías haríamos harían haz hacés hiciera
poder puedo puedes puede podemos podéis pueden podía podíamos podían pude pudo pudimos pudieron pueda puedas podamos puedan podido pudiendo podré podrás podrá podremos podrán podría podrías podríamos podrían podés pudiera
querer quiero quieres quiere queremos queréis quieren quería querías queríamos querían quise quiso quisieron quiera quieras queramos quieran querido queriendo querrá querría querrían quisiera quisieras quisieran querés
ir voy vas va vamos vais van iba ibas íbamos iban vaya vayas vayamos vayan ido yendo iré irás irá iremos irán iría ve
venir vengo vienes viene venimos venís vienen venía venían vine vino vinieron venga vengas vengamos vengan venido viniendo vendré vendrá vendrán vendría ven vente
dar doy das da damos dais dan daba daban di dio dimos dieron dé des demos den dado dando daré darás dará daremos darán daría darían
decir digo dices dice decimos decís dicen decía decían dije dijo dijimos dijeron diga digas digamos digan dicho diciendo diré dirás dirá diremos dirán diría di
soler suelo sueles suele solemos soléis suelen solía solían
ver veo ves ve vemos veis ven veía veían vi vio vimos vieron vea veas veamos vean visto viendo veré verá veremos verán vería
saber sé sabes sabe sabemos sabéis saben sabía sabían supe supo supieron sepa sepas sepamos sepan sabido sabiendo sabré sabrá sabremos sabría sabés
poner pongo pones pone ponemos ponéis ponen ponía ponían puse puso pusimos pusieron ponga pongas pongamos pongan puesto puesta puestos puestas poniendo pondré pondrá pondremos pondrán pondría pon
salir salgo sales sale salimos salís salen salía salían salí salió salieron salga salgas salgamos salgan salido saliendo saldré saldrá saldremos saldrán saldría
traer traigo traes trae traemos traéis traen traía traían traje trajo trajimos trajeron traiga traigas traigamos traigan traído traída trayendo traeré traerá traeremos traerán traería
caer caigo caes cae caemos caen caía cayó cayeron caiga caigan caído caída cayendo caerá
oír oigo oyes oye oímos oyen oía oyó oyeron oiga oigan oído oyendo
valer valgo vales vale valemos valen valía valió valga valgan valido valdrá valdría
mantener mantengo mantiene mantienen mantenemos mantenga mantengan mantuvo mantendremos
obtener obtengo obtiene obtienen obtenemos obtenga obtengan obtuvo
contener contiene contienen contenga
disponer dispongo dispone disponen disponemos disponga dispuesto dispuso
componer compongo compone componen componemos componga compuesto
suponer supone suponen supongo suponga supuesto
proponer propone proponemos propongo propuesto
reponer repone reponemos repuesto reponga
prevenir previene prevenimos prevenga
intervenir interviene
convenir conviene convienen convenga
detener detiene detenga
conducir conduzco conduces conduce conducimos conducen conduje condujo condujeron conduzca conduzcan conducido conduciendo
reducir reduzco reduce reducimos reducen redujo reduzca reducido
traducir traduzco traduce traducimos traducen tradujo traduzca traducido
producir produce producen produjo produzca producido
incluir incluyo incluyes incluye incluimos incluyen incluía incluyó incluyeron incluya incluyan incluido incluida incluidos incluidas incluyendo
excluir excluye excluimos excluyen excluya excluido
construir construye construimos construyen construya construido
sustituir sustituyo sustituye sustituimos sustituyen sustituya sustituido
distribuir distribuye distribuimos distribuyen
abrir abro abres abre abrimos abrís abren abría abrían abrí abrió abrieron abra abras abramos abran abriendo abriré abrirá abriremos abrirán abriría
cubrir cubro cubre cubrimos cubren cubría cubra cubran cubierto cubierta cubiertos cubiertas cubriendo cubrirá
descubrir descubierto descubre
escribir escribo escribe escribimos escriben escriba escriban escrito escrita escribiendo
inscribir inscribo inscribe inscribimos inscriben inscriba inscriban inscrito inscrita inscritos inscritas inscribiendo
imprimir impreso impresa impresos imprime imprimimos
romper roto rota rotos rotas
volver vuelto
devolver devuelto devuelta
envolver envuelto envuelta
resolver resuelto resuelta
morir muerto
freír frito frita fríe freímos
leer lee leo leemos leen leyó leyeron lea lean leído
creer creo cree creemos creen creyó crea creído
prever prevé preveemos previsto
satisfacer satisface satisfecho
enviar envío envías envía envían envíe envíen enviamos
fiar fía fío
guiar guía guían
confiar confía confío
variar varía varían
continuar continúa continúan
situar sitúa
graduar gradúa gradúan
evaluar evalúa evalúan
reunir reúne reúnen reunimos
prohibir prohíbe prohíben
oler huele huelen huela
jugar jugamos juegan
andar anduvo
extraer extrae extraemos extraiga extraído
`;

const arEndings = endingSet(
  `o as a amos áis an é aste ó asteis aron aba abas ábamos abais aban aré arás ará aremos aréis arán aría arías aríamos aríais arían e es emos éis en ar ando ado ada ados adas ad ara aras áramos aran ase asen á ás`,
);
const erEndings = endingSet(
  `o es e emos éis en í iste ió imos isteis ieron ía ías íamos íais ían eré erás erá eremos eréis erán ería erías eríamos erían a as amos áis an er iendo yendo ido ida idos idas ed iera ieras iéramos ieran iese iesen é és`,
);
const irEndings = endingSet(
  `o es e imos ís en í iste ió isteis ieron ía ías íamos íais ían iré irás irá iremos iréis irán iría irías iríamos irían a as amos áis an ir iendo yendo ido ida idos idas id iera ieras iéramos ieran iese iesen í`,
);

const mostLetters = 6;

function endingSet(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}

interface Verbs {
  readonly stems: ReadonlyMap<
    string,
    readonly { readonly infinitive: string; readonly endings: ReadonlySet<string> }[]
  >;
  readonly whole: ReadonlyMap<string, string>;
}

let made: Verbs | null = null;

/** Made when the first Spanish word is looked up. */
function verbs(): Verbs {
  if (made !== null) return made;
  const stems = new Map<string, { infinitive: string; endings: ReadonlySet<string> }[]>();
  const whole = new Map<string, string>();
  const add = (stem: string, infinitive: string, endings: ReadonlySet<string>) => {
    const known = stems.get(stem) ?? [];
    known.push({ infinitive, endings });
    stems.set(stem, known);
  };
  for (const line of irregular.trim().split("\n")) {
    const [infinitive = "", ...forms] = line.trim().split(/\s+/);
    whole.set(infinitive, infinitive);
    for (const form of forms) if (!whole.has(form)) whole.set(form, infinitive);
  }
  for (const entry of regular.trim().split(/\s+/)) {
    const [infinitive = "", changed = ""] = entry.split(":");
    const stem = infinitive.slice(0, -2);
    const ending = infinitive.slice(-2);
    const endings = ending === "ar" ? arEndings : ending === "er" ? erEndings : irEndings;
    whole.set(infinitive, infinitive);
    for (const each of [stem, ...changed.split(",").filter((one) => one !== "")])
      for (const written of [each, respelled(each, ending)]) if (written !== null) add(written, infinitive, endings);
  }
  made = { stems, whole };
  return made;
}

/** How a stem is written before the other vowels: `buscar`, `busque`. */
function respelled(stem: string, ending: string): string | null {
  if (ending === "ar") {
    if (stem.endsWith("c")) return `${stem.slice(0, -1)}qu`;
    if (stem.endsWith("g")) return `${stem}u`;
    if (stem.endsWith("z")) return `${stem.slice(0, -1)}c`;
    return null;
  }
  if (/[aeiou]c$/.test(stem)) return `${stem.slice(0, -1)}zc`;
  if (stem.endsWith("c")) return `${stem.slice(0, -1)}z`;
  if (stem.endsWith("gu")) return stem.slice(0, -1);
  if (stem.endsWith("g")) return `${stem.slice(0, -1)}j`;
  return null;
}

function simple(word: string): string | null {
  const { stems, whole } = verbs();
  const known = whole.get(word);
  if (known !== undefined) return known;
  for (let letters = 1; letters <= mostLetters && word.length - letters >= 2; letters++) {
    const ending = word.slice(-letters);
    const found = stems.get(word.slice(0, -letters))?.find(({ endings }) => endings.has(ending));
    if (found !== undefined) return found.infinitive;
  }
  return null;
}

const clitics = /(?:(?:me|te|se|nos|os)?(?:la|lo|las|los|le|les)|me|te|se|nos|os)$/;
const withoutAccent = (text: string) =>
  text.replace(/[áéíóú]/g, (letter) => "aeiou"["áéíóú".indexOf(letter)] ?? letter);

/** `cancelarla`, `tráigalo`: the verb before the pronouns that are written to it. */
function beforeClitics(word: string): string | null {
  const match = clitics.exec(word);
  if (match === null) return null;
  for (const pronouns of [match[0], match[0].slice(2)]) {
    if (pronouns === "") continue;
    const base = word.slice(0, -pronouns.length);
    const isForm =
      /[aeií]r$|ndo$/.test(withoutAccent(base)) ||
      /[áéíóú]/.test(base) ||
      /^(?:haz|pon|di|da|ven|sal|ten|de|den)$/.test(base);
    const verb = isForm ? (simple(base) ?? simple(withoutAccent(base))) : null;
    if (verb !== null) return verb;
  }
  return null;
}

/** Nouns and small words that only look like a verb. */
const noVerb: ReadonlySet<string> = new Set(
  "vista vistas tarde tardes casa casas cita citas nada para como sobre entre bajo este esta esto cuenta cuentas vino vinos vuelta vueltas sala salas boda bodas lista listas cara caro caros mesa mesas parte partes cama camas taza media medias medio cada ropa toda todo todos todas pelo pelos lado lados grado grados mercado estado sierra marca marcas hora horas moda modas seda banda copa copas pasta pastas pila pilas suela suelas cola colas seguro seguros recto lente lentes lima corta corto cortas cortos sueldo entrada entradas".split(
    " ",
  ),
);

/** The infinitive of a Spanish verb's form, with or without pronouns: `tráigala` is `traer`; other words are themselves. */
export function spanishLemma(word: string): string {
  if (noVerb.has(word)) return word;
  return simple(word) ?? beforeClitics(word) ?? word;
}
