import { spanishLemma } from "./verbs";

test.each([
  ["tráigala", "traer"],
  ["mándenos", "mandar"],
  ["cancelarla", "cancelar"],
  ["cierran", "cerrar"],
  ["recojo", "recoger"],
  ["busquen", "buscar"],
  ["hacéis", "hacer"],
  ["paguen", "pagar"],
  ["repartimos", "repartir"],
])("%s is a form of %s", (form, infinitive) => {
  expect(spanishLemma(form)).toBe(infinitive);
});

test.each(["vista", "tarde", "casa", "solo", "mesa"])("%s is no form of a verb", (word) => {
  expect(spanishLemma(word)).toBe(word);
});
