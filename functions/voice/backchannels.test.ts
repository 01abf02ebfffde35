import { isBackchannel } from "./backchannels";

test.each([
  ["en-US", "uh-huh"],
  ["en-US", "Okay, sure."],
  ["en-US", "Mm-hm"],
  ["en-GB", "Got it."],
  ["en-GB", "Alright, great."],
  ["de-DE", "Ach so,"],
  ["de-CH", "Alles klar."],
  ["de-DE", "Ja, ja."],
  ["fr-FR", "D’accord."],
  ["fr-CA", "Ah oui, d'accord"],
  ["es-ES", "Ajá"],
  ["es-MX", "Sí, claro."],
  ["it-IT", "yeah"],
])("in %s “%s” tells the agent to go on", (language, text) => {
  expect(isBackchannel(text.split(" "), [language])).toBe(true);
});

test.each([
  ["en-US", "Wait"],
  ["en-US", "yeah but when"],
  ["en-US", "no"],
  ["en-US", "yes yes yes yes"],
  ["en-US", "genau"],
  ["de-DE", "Moment, bitte."],
  ["fr-FR", "Attendez"],
  ["es-ES", "Espere"],
  ["es-ES", "¿Y el sábado?"],
])("in %s “%s” is meant for the agent", (language, text) => {
  expect(isBackchannel(text.split(" "), [language])).toBe(false);
});

test("a business of two languages knows what goes on in either, and nothing said is nothing", () => {
  const both = ["en-CA", "fr-CA"];
  expect(isBackchannel(["D'accord"], both)).toBe(true);
  expect(isBackchannel(["Alright"], both)).toBe(true);
  expect(isBackchannel([], both)).toBe(false);
});

test("the beginning of a set phrase may become one", () => {
  expect(isBackchannel(["très"], ["fr-FR"])).toBe(true);
  expect(isBackchannel(["très", "cher"], ["fr-FR"])).toBe(false);
});
