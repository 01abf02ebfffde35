import { type Atom, atomsOf, plainText } from "./atoms";
import { bounded, settled } from "./bounds";
import type { Figure } from "./figure";
import type { Lexicon, Ties } from "./lexicon";
import { negated } from "./negation";
import { readFigure } from "./readFigures";

/** A text as the gate reads it. */
export interface Sentence {
  /** As it was written out, without its frames. */
  readonly plain: string;
  /** The same with them. */
  readonly whole: string;
  readonly items: readonly Item[];
  readonly isQuestion: boolean;
  /** It asks the caller for something that only they can tell. */
  readonly isRequest: boolean;
  /** It says what the agent does not know. */
  readonly isUnknowing: boolean;
  /** It is known to be over. */
  readonly isClosed: boolean;
}

export type Item = WordItem | FigureItem;

interface Placed {
  readonly text: string;
  /** The punctuation before it. */
  readonly pause: string;
  /** Under a negation. */
  readonly isNegated: boolean;
  /** Before the subject of a clause that denies something: `elsewhere we do not deliver`. */
  readonly isFronted?: true;
  /** What a clause denies something of: the theft of `theft is not covered`. */
  readonly isOfDenial?: true;
}

export interface WordItem extends Placed {
  readonly kind: "word";
  readonly key: string;
  readonly weight: "neutral" | "light" | "askable" | "content";
  readonly ties?: Ties | null;
  readonly stem?: string;
  /** A form of `to be`. */
  readonly isCopula: boolean;
  readonly subject: "we" | "you" | "they" | null;
  /** A pronoun that may be a subject elsewhere. */
  readonly object?: "we" | "you" | "they";
  /** Begins what only says what a sentence is about. */
  readonly isAbout: boolean;
  /** Written with a capital inside a sentence. */
  readonly isName: boolean;
  /** Phrases that begin with it. */
  readonly spans?: readonly PlacedSpan[];
  /** A negation that reaches only what follows it. */
  readonly isWithout: boolean;
  /** Without its ending, in languages that write words together. */
  readonly root?: string;
  /** Begins a clause inside another. */
  readonly isRelative: boolean;
}

export interface PlacedSpan {
  readonly key: string;
  readonly ties: Ties | null;
  /** How many items it is made of. */
  readonly length: number;
}

export interface FigureItem extends Placed {
  readonly kind: "figure";
  readonly figure: Figure;
}

/** Reads a text, sentence by sentence. */
export function readText(text: string, lexicon: Lexicon): Sentence[] {
  const known = remembered.get(lexicon) ?? new Map<string, Sentence>();
  remembered.set(lexicon, known);
  return sentencesOf(text).map((each) => {
    const found = known.get(each);
    if (found !== undefined) return found;
    const read = readSentence(each, lexicon);
    if (known.size >= mostRemembered) known.clear();
    known.set(each, read);
    return read;
  });
}

/** A reply is read again with every clause that comes to it, and so are the caller's words. */
const remembered = new WeakMap<Lexicon, Map<string, Sentence>>();

const mostRemembered = 500;

const monthName = /^(?:jan|feb|m[aä]r|apr|ma[iy]|jun|jul|aug|sep|o[ck]t|nov|de[cz])/i;

/** A word with a capital that is no name of a day or month. */
const sentenceHead =
  /^\s+(?:(?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b)(?=\p{Lu}[\p{Ll}'’])|(?=\p{Lu}\p{Ll}+days?,? (?:we|it|it['’]s|we['’]re|you|they|from|only)\b))/u;

/** Cut where a full stop, a question or an exclamation mark is followed by a blank; titles end nothing. */
function sentencesOf(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  for (const match of text.matchAll(/[.!?…]+["'”’»)]*(?=\s|$)/g)) {
    const before = text.slice(start, match.index);
    // "Till one a.m. We're back at nine" is two sentences, "at 9 a.m. Monday" is one.
    const isEndOfTime = /\d ?[ap]\.m$|\p{L} [ap]\.m$/iu.test(before) && sentenceHead.test(text.slice(match.index + 1));
    if (
      /(?:^|\s)(?:dr|mr|mrs|ms|st|prof|mag|dipl|ing|inkl|exkl|bzw|ca|nr|zzgl|evtl|ggf|mind|hl|mme|mlle|sr|sra|fr|hr|[ap]\.m|[A-Z])$/i.test(
        before,
      ) &&
      match[0] === "." &&
      !isEndOfTime &&
      // "De 9 h 30 à 16 h. Le 25": an hour is no initial.
      !/\d ?h$/i.test(before)
    ) {
      if (!/\s*$/.test(text.slice(match.index + 1)) || /^\s+\S/.test(text.slice(match.index + 1))) continue;
    }
    // "Am 24. Dezember" is written with a full stop in German.
    const after = text.slice(match.index + 1).trimStart();
    // "Am 24. bis zwölf Uhr": no sentence begins with a small letter.
    const isDate = /\b\d{1,2}$/.test(before) && (monthName.test(after) || /^\p{Ll}/u.test(after));
    if (isDate) continue;
    sentences.push(text.slice(start, match.index + match[0].length));
    start = match.index + match[0].length;
  }
  if (text.slice(start).trim() !== "") sentences.push(text.slice(start));
  return sentences.map((each) => each.trim()).filter((each) => each !== "");
}

function readSentence(text: string, lexicon: Lexicon): Sentence {
  const { vocabulary } = lexicon;
  const whole = plainText(text, vocabulary);
  let plain = whole;
  const isUnknowing = vocabulary.unknowing.test(whole);
  if (isUnknowing) plain = plain.replace(vocabulary.unknowing, " , ");
  for (const frame of vocabulary.frames) plain = plain.replace(frame, " , ");
  const stripped = whole.replace(/[^\p{L}\p{N}'\- ]+/gu, " ").trim();
  const isAsked = /\?["'”’»)]*$/.test(text);
  const { asked, told, what, more } = vocabulary.requests;
  const request = stripped.replace(/e-mail/g, "email").replace(/ {2,}/g, " ");
  const isRequest = (isAsked ? asked : told).test(request) && what.test(request) && !more.test(request);
  return {
    plain,
    whole,
    items: negated(
      settled(bounded(itemsOf(atomsOf(plain, vocabulary), lexicon, namesIn(text, lexicon)))),
      vocabulary.no,
    ),
    isUnknowing,
    isQuestion: isAsked || isRequest || (vocabulary.asking.test(stripped) && !isToldToDo(text, stripped, vocabulary)),
    isRequest,
    isClosed: /[.!?…]["'”’»)]*$/.test(text),
  };
}

/** "Rincez-vous l'œil." is no question, as "avez-vous" is. */
function isToldToDo(text: string, stripped: string, { telling }: Lexicon["vocabulary"]): boolean {
  return telling?.test(stripped) === true && /[.!]["'”’»)]*$/.test(text);
}

function itemsOf(atoms: readonly Atom[], lexicon: Lexicon, names: ReadonlySet<string>): Item[] {
  const items: Item[] = [];
  let pause = "";
  for (let at = 0; at < atoms.length; ) {
    const atom = atoms[at];
    if (atom === undefined) break;
    pause = atom.pause === "" ? pause : atom.pause;
    const phrase = phraseAt(atoms, at, lexicon);
    const figure = readFigure(atoms, at, lexicon);
    if (figure !== null && (phrase === null || figure.next >= phrase.next)) {
      const text = atoms
        .slice(at, figure.next)
        .map((each) => each.text)
        .join(" ")
        .replace(/([$£€¥]) (?=\d)/g, "$1");
      const { readings, per, isArticle, unit } = figure;
      const read: Figure = { text, readings, bound: "is", per, ...(isArticle && { isArticle }), ...(unit && { unit }) };
      items.push({ kind: "figure", text, pause, isNegated: false, figure: read });
      at = figure.next;
    } else if (phrase !== null) {
      const text = atoms
        .slice(at, phrase.next)
        .map((each) => each.text)
        .join(" ");
      items.push({
        kind: "word",
        text,
        key: phrase.key,
        ties: lexicon.tiesOf(phrase.key),
        pause,
        isNegated: false,
        weight: "content",
        isCopula: false,
        subject: null,
        isWithout: false,
        isRelative: false,
        isAbout: false,
        isName: false,
      });
      at = phrase.next;
    } else {
      if (/[\p{L}\d%$€£+/]/u.test(atom.text)) items.push(wordItem(atom.text, pause, lexicon, names));
      at += 1;
    }
    pause = "";
  }
  return items.map((item, at) =>
    withSpans(withSubject(withPlace(item, items, at, lexicon), items, at, lexicon), items, at, lexicon),
  );
}

/** "The size of a garage", "at a restaurant": behind such words it is no place of ours. */
function withPlace(item: Item, items: readonly Item[], at: number, { premises }: Lexicon): Item {
  const isPlace = item.kind === "word" && item.weight === "neutral" && premises.has(`${item.text}s`);
  const [preposition, article] = [items[at - 2]?.text, items[at - 1]?.text];
  if (
    !isPlace ||
    !/^an?$/.test(article ?? "") ||
    !/^(?:of|like|in|at|to|from|than|near|behind|above|as)$/.test(preposition ?? "")
  )
    return item;
  return { ...item, weight: "content" };
}

/** How far behind its subject a verb may stand: "vous ne nous le rendez". */
const mostBeforeVerb = 5;

/** "L'assurance vous rembourse", "prévenez-nous": a pronoun that has no verb of its own is no subject. */
function withSubject(item: Item, items: readonly Item[], at: number, { vocabulary }: Lexicon): Item {
  if (item.kind !== "word" || item.subject === null) return item;
  const verb = vocabulary.verbOf?.[item.text];
  if (verb === undefined) return item;
  const behind = items.slice(at + 1, at + 1 + mostBeforeVerb);
  const end = behind.findIndex(({ pause }) => /[^-]/.test(pause));
  const near = end < 0 ? behind : behind.slice(0, end);
  return near.some((each) => each.kind === "word" && verb.test(each.text))
    ? item
    : { ...item, subject: null, object: item.subject };
}

/** Notes the phrases that begin with a word. */
function withSpans(item: Item, items: readonly Item[], at: number, lexicon: Lexicon): Item {
  if (item.kind !== "word" || item.stem === undefined) return item;
  const found = lexicon.spans.get(item.stem)?.flatMap(({ stems, key }): PlacedSpan[] => {
    const fits = stems.every((stem, index) => {
      const each = items[at + index];
      return each?.kind === "word" && each.stem === stem && (index === 0 || !/[^-]/.test(each.pause));
    });
    return fits ? [{ key, ties: lexicon.tiesOf(key), length: stems.length }] : [];
  });
  return found === undefined || found.length === 0 ? item : { ...item, spans: found };
}

/** Words with a capital inside a sentence: names, whatever else they mean with a small letter. */
function namesIn(text: string, lexicon: Lexicon): ReadonlySet<string> {
  if (!lexicon.vocabulary.namesAreCapital) return new Set();
  const names = [...text.matchAll(/(?<=[\p{L}\d,;] )\p{Lu}\p{Ll}+/gu)].map(([name]) => name.toLowerCase());
  // "The Harbour Room" begins with no name of its own.
  return new Set(names.filter((name) => name !== "the"));
}

function wordItem(text: string, pause: string, lexicon: Lexicon, names: ReadonlySet<string>): WordItem {
  const isMany = text.length > 3 && text.endsWith("s") && !lexicon.premises.has(text);
  const isNeutral = lexicon.neutral.has(text) || (isMany && lexicon.neutral.has(text.slice(0, -1)));
  const weight = names.has(text)
    ? "content"
    : isNeutral
      ? "neutral"
      : lexicon.isLight(text)
        ? "light"
        : lexicon.askable.has(text)
          ? "askable"
          : "content";
  const isCopula = lexicon.copula.has(text);
  const subject = lexicon.we.has(text) ? "we" : lexicon.you.has(text) ? "you" : lexicon.they.has(text) ? "they" : null;
  const key = lexicon.keyOf(text);
  return {
    kind: "word",
    text,
    key,
    ties: lexicon.tiesOf(key),
    stem: lexicon.lemmaStemOf(text),
    ...(lexicon.vocabulary.hasCompounds === true && weight !== "neutral" ? { root: lexicon.rootOf(text) } : {}),
    pause,
    isNegated: false,
    weight,
    isCopula,
    subject,
    isWithout: lexicon.without.has(text),
    isRelative: lexicon.relative.has(text),
    isAbout: lexicon.about.has(text),
    isName: names.has(text),
  };
}

function phraseAt(atoms: readonly Atom[], at: number, lexicon: Lexicon): { key: string; next: number } | null {
  for (const { words, key } of lexicon.phrases.get(atoms[at]?.text ?? "") ?? []) {
    const fits = words.every((word, index) => {
      const atom = atoms[at + index];
      return atom?.text === word && (index === 0 || !/[^-]/.test(atom.pause));
    });
    if (fits) return { key, next: at + words.length };
  }
  return null;
}
