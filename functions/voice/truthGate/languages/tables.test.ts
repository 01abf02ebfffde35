import { factsOf } from "../../../shared/facts";
import { parseKnowledge } from "../../../shared/knowledgeFile";
import { judgeReply } from "../truthGate";

const places = {
  english: { language: "en-US", timezone: "America/Chicago", phone: "+13125550142" },
  german: { language: "de-DE", timezone: "Europe/Berlin", phone: "+4930901820" },
  spanish: { language: "es-ES", timezone: "Europe/Madrid", phone: "+34910123456" },
};

/** Why a reply to a question is not spoken where a business has one answer to it; null where it is. */
function whyNot(language: keyof typeof places, asked: string, answer: string, reply: string): string | null {
  const knowledge = parseKnowledge(
    JSON.stringify({
      business: { name: "Halden", ...places[language] },
      hours: { monday: "09:00-17:00" },
      faqs: [{ id: "one", question: asked, answer }],
    }),
    "halden.yaml",
  );
  return judgeReply(reply, {
    tool: "answer_from_knowledge",
    knowledge,
    facts: factsOf(knowledge, "2026-12-09"),
    cited: ["faq.one"],
    isSure: true,
    callerSaid: asked,
    callerSaidBefore: [],
    receipts: [],
    callerName: null,
    atMs: Date.parse("2026-12-09T15:40:00Z"),
  }).why;
}

test.each([
  // Another of its kind.
  ["What are the sheets made of?", "The sheets are linen.", "They're linen.", "They're cotton."],
  ["How much is it?", "We clean jackets for $15.", "Jackets are $15.", "Coats are $15."],
  ["How much is it?", "We clean ovens for $60.", "It's $60 for an oven.", "It's $60 for a hob."],
  ["How much is it?", "The course is $200.", "The course costs $200.", "A lesson costs $200."],
  ["How much is it?", "A day pass is $12.", "The day pass is $12.", "The membership is $12."],
  ["How much is it?", "A beard trim is $15.", "It's $15 for a beard trim.", "It's $15 for a shave."],
  ["How much is it?", "Neutering is $90.", "Neutering costs $90.", "Spaying costs $90."],
  ["What do they contain?", "The cookies contain nuts.", "They contain nuts.", "They contain peanuts."],
  ["Where can I park?", "We have a garage.", "We have a garage.", "We have a car park."],
  ["Is it for kids?", "The class is for kids.", "It's for children.", "It's for girls."],
  ["What do you host?", "We host birthday parties.", "Birthday parties.", "Anniversary parties."],
  ["Who speaks it?", "The guide speaks French.", "The guide speaks French.", "The host speaks French."],
  ["Can it be moved?", "The plan can be changed.", "You can change the plan.", "You can postpone the plan."],
  // The whole for a part.
  ["Which cards?", "We take debit cards.", "Debit cards are fine.", "Credit cards are fine."],
  ["Do I get a paper?", "You get a receipt.", "You'd get a receipt.", "You'd get an invoice."],
  ["What can I bring?", "Puppies are welcome.", "Puppies are fine.", "Dogs are fine."],
  ["Do you do hair?", "Hair coloring is $80.", "Coloring is $80.", "A haircut is $80."],
  // What is more than was said.
  ["Do I need gloves?", "You should wear gloves.", "You should wear gloves.", "You must wear gloves."],
  ["How do I book?", "You can book online.", "You can book online.", "You must book online."],
  ["How do I book?", "You can only book online.", "You can only book online.", "You needn't book."],
  ["And a tip?", "A tip is expected.", "A tip is expected.", "A tip is required."],
  ["Which oils?", "Our oils are natural.", "They're natural.", "They're organic."],
  ["Is it kept dark?", "Keep it in a cool place.", "In a cool place.", "In a cold place."],
  ["Is there a reminder?", "We send a reminder.", "We'd send you one.", "We'd mail you one."],
  ["Who can go with her?", "A parent must come.", "A parent has to come.", "A guardian has to come."],
  ["What is done?", "We service boilers.", "We service boilers.", "We repair boilers."],
  ["What do I pay first?", "You pay a deposit.", "A deposit.", "Everything up front."],
  // Who does it to whom, and the contrary.
  ["Do you have skis?", "We lend skis.", "You can borrow skis.", "We borrow skis."],
  ["How long?", "You can leave after an hour.", "You can leave after an hour.", "You can stay after an hour."],
  ["Can it go back?", "You can return it.", "You can return it.", "You can have it refunded."],
  ["Is my deposit safe?", "The deposit is returned.", "You'd get the deposit back.", "You don't get the deposit back."],
  ["Two dogs?", "We wash two dogs.", "We wash two dogs.", "Two dogs apart."],
  // Where it is.
  ["How do I get there?", "Turn left at the church.", "You turn left at the church.", "You turn right at the church."],
  ["Where are you?", "We are up the stairs.", "We're upstairs.", "We're down the stairs."],
  ["What do you sell?", "We sell cakes.", "We sell lovely cakes.", "We sell cakes nearby."],
  ["Where is the pool?", "The pool is outside.", "The pool's outdoors.", "The pool's open."],
  ["How is it brought up?", "We carry it up.", "We'd carry it up.", "We have an elevator."],
])("%s %s: %s", (asked, answer, right, wrong) => {
  expect(whyNot("english", asked, answer, right)).toBeNull();
  expect(whyNot("english", asked, answer, wrong)).not.toBeNull();
});

test.each([
  // Another of its kind.
  ["Was kostet es?", "Der Kurs kostet 200 Euro.", "Der Kurs kostet 200 Euro.", "Eine Lektion kostet 200 Euro."],
  ["Was kostet es?", "Jacken kosten 12 Euro.", "Jacken kosten 12 Euro.", "Mäntel kosten 12 Euro."],
  ["Was kostet es?", "Ein Espresso kostet 3 Euro.", "Espresso kostet 3 Euro.", "Cappuccino kostet 3 Euro."],
  ["Was kostet es?", "Dackel kosten 30 Euro.", "Dackel kosten 30 Euro.", "Pudel kosten 30 Euro."],
  ["Welche Tiere?", "Wir nehmen Hamster.", "Wir nehmen Hamster.", "Wir nehmen Kaninchen."],
  ["Was brauche ich?", "Sie brauchen einen Pass.", "Sie brauchen den Reisepass.", "Sie brauchen den Personalausweis."],
  ["Was bekomme ich?", "Sie bekommen eine Quittung.", "Sie bekommen einen Beleg.", "Sie bekommen eine Rechnung."],
  ["Was bekomme ich?", "Sie bekommen ein Rezept.", "Sie bekommen ein Rezept.", "Sie bekommen eine Überweisung."],
  ["Womit zahle ich?", "Wir nehmen Debitkarten.", "Debitkarten nehmen wir.", "Kreditkarten nehmen wir."],
  ["Wo halten Sie?", "Die Bushaltestelle ist da.", "Da ist die Bushaltestelle.", "Da ist die Tramhaltestelle."],
  ["Wo sind Sie?", "Wir sind beim Bahnhof.", "Beim Bahnhof.", "Bei der Haltestelle."],
  // The whole for a part, and who it is.
  ["Wer muss kommen?", "Die Mutter muss kommen.", "Die Mama muss kommen.", "Der Papa muss kommen."],
  ["Für wen?", "Der Kurs ist für Kinder.", "Er ist für Kinder.", "Er ist für Mädchen."],
  ["Wer macht es?", "Der Chef macht es.", "Der Chef macht es.", "Der Geschäftsführer macht es."],
  ["Gibt es Stufen?", "Es gibt eine Stufe.", "Es gibt eine Stufe.", "Es gibt eine Treppe."],
  // What is more than was said.
  ["Geht es hinein?", "Wir sind ebenerdig.", "Wir sind ebenerdig.", "Wir sind rollstuhlgerecht."],
  ["Wie oft?", "Das wird regelmässig geprüft.", "Es wird regelmässig geprüft.", "Es wird immer geprüft."],
  ["Wie buche ich?", "Sie können online buchen.", "Sie können online buchen.", "Sie müssen online buchen."],
  ["Was bekomme ich?", "Eine Bestätigung.", "Eine Bescheinigung.", "Ein Attest."],
  // Who does it to whom.
  ["Was machen Sie?", "Wir verkaufen Räder.", "Sie können Räder kaufen.", "Wir kaufen Räder."],
  ["Gibt es Helme?", "Wir verleihen Helme.", "Sie können Helme ausleihen.", "Wir vermieten Helme."],
  ["Geht es früher?", "Sie können kündigen.", "Kündigen können Sie.", "Stornieren können Sie."],
])("%s %s: %s", (asked, answer, right, wrong) => {
  expect(whyNot("german", asked, answer, right)).toBeNull();
  expect(whyNot("german", asked, answer, wrong)).not.toBeNull();
});

test.each([
  // Another of its kind.
  [
    "¿Cuánto es?",
    "Las chaquetas cuestan 12 euros.",
    "Las chaquetas cuestan 12 euros.",
    "Los abrigos cuestan 12 euros.",
  ],
  ["¿Cuánto es?", "Un diente cuesta 60 euros.", "Un diente cuesta 60 euros.", "Una muela cuesta 60 euros."],
  ["¿Cuánto es?", "Un cargador cuesta 9 euros.", "El cargador cuesta 9 euros.", "El cable cuesta 9 euros."],
  ["¿Cuánto es?", "La fianza es de 50 euros.", "La fianza es de 50 euros.", "El anticipo es de 50 euros."],
  ["¿Cuánto es?", "Una maceta cuesta 9 euros.", "La maceta cuesta 9 euros.", "La planta cuesta 9 euros."],
  ["¿Qué hay?", "Hay alfombras.", "Tenemos alfombras.", "Tenemos moqueta."],
  ["¿Cómo pago?", "Aceptamos tarjetas de débito.", "Con tarjeta de débito.", "Con tarjeta de crédito."],
  ["¿Qué me dan?", "Se entrega un recibo.", "Le damos un recibo.", "Le damos una factura."],
  ["¿Cuándo no abren?", "Cerramos los festivos.", "Cerramos los feriados.", "Cerramos por vacaciones."],
  // Who it is.
  ["¿Quién debe venir?", "La madre debe venir.", "Debe venir la mamá.", "Debe venir el papá."],
  ["¿Quién paga?", "El novio paga la mitad.", "El novio paga la mitad.", "La novia paga la mitad."],
  ["¿Para quién?", "El curso es para niñas.", "Es para niñas.", "Es para niños."],
  ["¿Quién lo hace?", "Lo hace el encargado.", "Lo hace el encargado.", "Lo hace el dueño."],
  ["¿Quién viene?", "Viene un técnico.", "Viene un técnico.", "Viene un especialista."],
  // Where it is.
  ["¿Dónde están?", "Estamos al lado del metro.", "Al lado del metro.", "Al lado de la estación."],
  ["¿Dónde están?", "Estamos enfrente de la iglesia.", "Enfrente de la iglesia.", "Delante de la iglesia."],
  ["¿Se puede entrar?", "El local es accesible.", "Es accesible.", "Hay una rampa."],
  // What is more than was said, and who does it to whom.
  ["¿Qué me pongo?", "Puede llevar guantes.", "Puede llevar guantes.", "Debe llevar guantes."],
  ["¿Y si no me gusta?", "Puede devolver el producto.", "Lo puede devolver.", "Se lo reembolsamos."],
  ["¿Qué hacen?", "Vendemos bicicletas.", "Puede comprar bicicletas.", "Compramos bicicletas."],
  ["¿Qué hacen?", "Limpiamos sofás.", "Limpiamos sofás.", "Lavamos sofás."],
])("%s %s: %s", (asked, answer, right, wrong) => {
  expect(whyNot("spanish", asked, answer, right)).toBeNull();
  expect(whyNot("spanish", asked, answer, wrong)).not.toBeNull();
});
