import type { Random } from "../sound/noiseSamples";
import type { Pool } from "./utterancePools";
import type { Choose } from "./utterances";

/** What English-speaking callers say with pauses inside. Lists are read in halves, so neighbours are of one kind. */

const names = [
  ["Smith", "Anna"],
  ["Okafor", "Peter"],
  ["Nguyen", "Lisa"],
  ["Kowalski", "Omar"],
  ["Schmidt", "Grace"],
  ["Ferreira", "Dominic"],
  ["Lee", "Katherine"],
  ["Wu", "Sean"],
  ["MacDonald", "Aoife"],
  ["Patel", "Ruth"],
  ["Johansson", "Ivan"],
  ["Brzezinski", "Maria"],
  ["Hill", "Bob"],
  ["Abbott", "Jane"],
] as const;
const alphabet: Readonly<Record<string, readonly string[]>> = {
  a: ["alpha", "apple"],
  b: ["bravo", "Bob"],
  c: ["Charlie", "cat"],
  d: ["delta", "David"],
  e: ["echo", "Edward"],
  f: ["foxtrot", "Frank"],
  g: ["golf", "George"],
  h: ["hotel", "Harry"],
  i: ["India", "ice"],
  j: ["Juliet", "John"],
  k: ["kilo", "king"],
  l: ["Lima", "love"],
  m: ["Mike", "Mary"],
  n: ["November", "Nancy"],
  o: ["Oscar", "orange"],
  p: ["papa", "Peter"],
  q: ["Quebec", "queen"],
  r: ["Romeo", "Robert"],
  s: ["sierra", "sugar"],
  t: ["tango", "Tom"],
  u: ["uniform", "under"],
  v: ["Victor", "Victor"],
  w: ["whiskey", "William"],
  x: ["x-ray", "x-ray"],
  y: ["Yankee", "yellow"],
  z: ["Zulu", "zebra"],
};
const digitWords = ["oh", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const services = ["haircut", "beard trim", "tire change", "color", "full service", "dry cut", "hot towel shave"];
const days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const months = ["January", "March", "April", "June", "September", "November", "December", "May"];
const ordinals = ["third", "fifth", "twelfth", "fourteenth", "twenty third", "thirtieth", "twenty first", "ninth"];
const hours = ["nine", "ten thirty", "half past two", "four p.m.", "eleven in the morning", "3:30", "noon", "5 pm"];
const mailHosts = [
  "gmail dot com",
  "outlook dot com",
  "yahoo dot co dot uk",
  "proton dot me",
  "example dot org",
  "aol dot com",
];
const streets = [
  "Maple Street",
  "Oak Avenue",
  "Sunset Boulevard",
  "Mill Road",
  "Pine Lane",
  "River Drive",
  "Church Street",
  "Park Avenue",
];
const cities = ["Portland", "Springfield, Oregon", "Seattle", "Salem", "Boise, Idaho", "Eugene"];

const hesitations = [
  "I'd like to {w} book a SERVICE, please.",
  "I wanted to ask about {w} the price of a SERVICE.",
  "Can I, um, {w} come in on DAY?",
  "Could you tell me {w} whether you're open on DAY?",
  "I need {w} an appointment for a SERVICE.",
  "So I was thinking {w} maybe DAY at HOUR.",
  "Uh, {w} what does a SERVICE cost?",
  "Well, um, {w} I don't know, DAY maybe.",
  "Do you have any {w} time on DAY?",
  "Is it possible to {w} change my appointment to {w} DAY?",
  "My car makes a, you know, {w} a grinding noise.",
  "I'm looking for {w} something like a SERVICE.",
  "How much would {w} a SERVICE be?",
  "What time do you {w} close on DAY?",
  "I have to, er, {w} cancel my booking.",
  "I'd want a, hmm, {w} a SERVICE I think.",
];
const conjunctions = [
  "I need a SERVICE and {w} a SERVICE.",
  "I'd like a SERVICE but {w} not before HOUR.",
  "DAY would be good, or {w} DAY.",
  "Can I come on DAY or {w} is that too soon?",
  "I'm calling because {w} my appointment is on DAY and {w} I can't make it.",
  "I can't come on DAY because {w} I have to work.",
  "I want a SERVICE, and {w} also a SERVICE if {w} you have time.",
  "It's for me and {w} my son.",
  "We need it on DAY, so {w} is HOUR still free?",
  "Can you do a SERVICE with {w} a SERVICE?",
  "I was there on DAY, and {w} I forgot my umbrella.",
  "Yes, but {w} could we make it HOUR?",
];
const twoSentences = [
  "Hi, I have a question. {s} Do you do a SERVICE?",
  "Hello. {s} I'd like to book a SERVICE.",
  "My name is FIRST. {s} I have an appointment on DAY.",
  "Quick question. {s} How much is a SERVICE?",
  "I was there last week. {s} Did you find a blue scarf?",
  "I'm calling about my car. {s} Is it ready?",
  "Good morning. {s} Are you open on DAY?",
  "That sounds good. {s} Can I book it for DAY?",
  "Thanks. {s} And what does a SERVICE cost?",
  "Okay great. {s} Do you have anything on DAY?",
  "I'm not sure. {s} What would you recommend?",
  "One more thing. {s} Where can I park?",
  "Yes. {s} DAY at HOUR.",
  "No. {s} I'd rather come on DAY.",
  "My son needs a SERVICE. {s} He's eight. {s} How much is that?",
  "I've never been to you before. {s} Do I need an appointment?",
];
/** What is said so far could well be all. */
const afterthoughts = [
  "Do you have anything {c} on DAY?",
  "Can I book a SERVICE {c} for DAY at HOUR?",
  "How much is a SERVICE {c} on a DAY?",
  "I'd like to book a SERVICE, {c} please.",
  "What does a SERVICE cost {c} these days?",
  "Are you open DAY {c} in the evening?",
  "I want to book a SERVICE {c} on DAY {c} at HOUR.",
  "Is there parking {c} close to you?",
  "I need a SERVICE {c} next DAY.",
  "Can you do it DAY {c} around HOUR?",
];
const phoneOpeners = [
  "My number is ",
  "You can reach me at ",
  "",
  "It's ",
  "Sure, it's ",
  "Yes, ",
  "My phone number is ",
  "That's ",
];
const dateTexts = [
  "On the {c} ORDINAL of {c} MONTH.",
  "MONTH {c} ORDINAL, {c} at HOUR.",
  "Next DAY, {c} the ORDINAL, {c} at HOUR.",
  "How about DAY the {c} ORDINAL?",
  "DAY {c} at HOUR.",
  "I'd say MONTH {c} the ORDINAL.",
  "Can I come on {w} the ORDINAL of MONTH?",
  "The ORDINAL {c} of MONTH {c} at {c} HOUR.",
];

function phoneNumber(choose: Choose, random: Random): string {
  const digit = () => Math.floor(random() * 10);
  const group = (length: number, first?: number) =>
    Array.from({ length }, (_, index) => (index === 0 && first !== undefined ? first : digit()));
  const groups = [group(3, 2 + Math.floor(random() * 8)), group(3, 2 + Math.floor(random() * 8)), group(2), group(2)];
  const joined =
    random() < 0.6 ? [groups[0] ?? [], groups[1] ?? [], [...(groups[2] ?? []), ...(groups[3] ?? [])]] : groups;
  const isInFigures = random() < 0.5;
  const isStuck = isInFigures && random() < 0.5;
  const written = joined.map((each) =>
    isInFigures ? each.join(isStuck ? "" : " ") : each.map((figure) => digitWords[figure]).join(" "),
  );
  return `${choose(phoneOpeners)}${written.join(", {g} ")}.`;
}

function spelling(choose: Choose, random: Random): string {
  const [last, first] = choose(names);
  const name = random() < 0.7 ? last : first;
  const letters = [...name.toLowerCase()];
  const style = random();
  if (style < 0.25) {
    const spelt = letters.map((letter, index) => {
      const as = alphabet[letter]?.[index % 2] ?? letter;
      return `${letter.toUpperCase()} ${random() < 0.5 ? "as in" : "for"} ${random() < 0.3 ? "{w} " : ""}${as}`;
    });
    return `${name}, {c} ${spelt.join(", {l} ")}.`;
  }
  const isHyphenated = random() < 0.3;
  const spelt = letters.map((letter) => letter.toUpperCase());
  const text = isHyphenated ? inGroups(spelt, random).join(" {l} ") : spelt.join(" {l} ");
  const opener = style < 0.5 ? `${name}, {c} ` : style < 0.75 ? `It's ${name}. {c} That's ` : "";
  return `${opener}${text}.`;
}

/** Letters in runs of two to four, as "S-M-I". */
function inGroups(letters: readonly string[], random: Random): string[] {
  const groups: string[] = [];
  for (let at = 0; at < letters.length; ) {
    const length = 2 + Math.floor(random() * 3);
    groups.push(letters.slice(at, at + length).join("-"));
    at += length;
  }
  return groups;
}

function email(choose: Choose, random: Random): string {
  const [last, first] = choose(names);
  const local =
    random() < 0.6
      ? `${first.toLowerCase()} {c} dot {l} ${last.toLowerCase()}`
      : `${first.toLowerCase()}${random() < 0.5 ? " {l} 22" : ""}`;
  const opener = choose(["It's ", "My email is ", "", "Sure, ", "You can write to ", "That's "]);
  return `${opener}${local} {l} at {l} ${choose(mailHosts)}.`;
}

function address(choose: Choose, random: Random): string {
  const number = 1 + Math.floor(random() * 300);
  const opener = choose(["It's ", "I live at ", "", "My address is ", "We're at ", "That would be "]);
  const rest = random() < 0.6 ? `, {c} ${choose(cities)}` : "";
  return `${opener}${number} {c} ${choose(streets)}${rest}.`;
}

function filled(template: string, choose: Choose): string {
  const lists: Readonly<Record<string, readonly string[]>> = {
    SERVICE: services,
    DAY: days,
    MONTH: months,
    ORDINAL: ordinals,
    HOUR: hours,
    FIRST: names.map(([, first]) => first),
  };
  return template.replace(/SERVICE|DAY|MONTH|ORDINAL|HOUR|FIRST/g, (name) => choose(lists[name] ?? [name]));
}

/** The agent asks in six of ten dictations; else the caller dictates of their own accord. */
const askedShare = 0.6;

export const englishPool: Pool = {
  make(kind, choose, random) {
    const asked = (questions: readonly string[]) => (random() < askedShare ? choose(questions) : null);
    switch (kind) {
      case "spelling":
        return {
          asked: asked([
            "What is your name, please?",
            "Could you spell that for me?",
            "May I have your name?",
            "How do you spell your last name?",
          ]),
          text: spelling(choose, random),
        };
      case "phoneNumber":
        return {
          asked: asked([
            "What number can we reach you at?",
            "May I have your phone number?",
            "What is the best number for you?",
            "And your telephone number, please?",
          ]),
          text: phoneNumber(choose, random),
        };
      case "hesitation":
        return { asked: null, text: filled(choose(hesitations), choose) };
      case "conjunction":
        return { asked: null, text: filled(choose(conjunctions), choose) };
      case "date":
        return {
          asked: asked([
            "Which day would suit you?",
            "When would you like to come in?",
            "What day and time?",
            "For when?",
          ]),
          text: filled(choose(dateTexts), choose),
        };
      case "email":
        return {
          asked: asked([
            "What is your email address?",
            "And your email address?",
            "Can I have your email?",
            "And your e-mail?",
          ]),
          text: email(choose, random),
        };
      case "address":
        return {
          asked: asked([
            "What is your address?",
            "Where should we come to?",
            "Where do you live?",
            "What address is it?",
          ]),
          text: address(choose, random),
        };
      case "twoSentences":
        return { asked: null, text: filled(choose(twoSentences), choose) };
      case "afterthought":
        return { asked: null, text: filled(choose(afterthoughts), choose) };
    }
  },
};
