import { drawPicture, waitsOf } from "./callPicture";
import { type CallView, emptyView, endOf, isCutAt, nextView, type PageEvent } from "./callView";
import { type Capture, openCapture } from "./capture";
import { type DialForm, dialForm } from "./dialForm";
import { byId, element, setText } from "./element";
import { showKeptCalls } from "./keptList";
import { type BusinessCard, decodeMessage, type ServerMessage } from "./pageMessages";
import type { PageRequest } from "./pageRequest";
import { openPlayback, type Playback } from "./playback";
import { showReport } from "./reportCard";
import { transcriptList } from "./transcriptList";

const callerVolume = 0.5;
/** Who has scrolled further up than this is reading, and is not moved. */
const nearEndPx = 120;
const wideScreen = window.matchMedia("(min-width: 52rem)");
const keys = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];

const words = byId("words", HTMLInputElement);
const say = byId("say", HTMLButtonElement);
const callButton = byId("call", HTMLButtonElement);
const picture = byId("picture", HTMLCanvasElement);
const scroll = byId("scroll", HTMLElement);
const report = byId("report", HTMLElement);
const suggestions = byId("suggestions", HTMLFieldSetElement);
const transcript = transcriptList(byId("transcript", HTMLElement));

let view: CallView = emptyView;
let socket: WebSocket | null = null;
let playback: Playback | null = null;
let capture: Capture | null = null;
let answeredAtMs = 0;
let business: BusinessCard | null = null;

/** Milliseconds from the answer, as the page counts them. */
function nowMs(): number {
  if (view.phase === "talking") return performance.now() - answeredAtMs;
  return Math.max(view.report?.durationMs ?? 0, ...[...view.agent, ...view.caller].map(endOf));
}

function send(request: PageRequest): void {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(request));
}

function showErrors(errors: readonly string[]): void {
  byId("errors", HTMLElement).replaceChildren(...errors.map((error) => element("p", "", error)));
}

function dial(form: DialForm): void {
  const request = form.request();
  if (request === null) return;
  showErrors([]);
  playback?.close();
  playback = openPlayback(form.ownVoice() ? callerVolume : 0);
  happen({ type: "dialled" });
  const opened = new WebSocket(`ws://${location.host}/call`);
  opened.binaryType = "arraybuffer";
  opened.addEventListener("open", () => send(request));
  if (form.hasMicrophone) void listen(opened);
  opened.addEventListener("message", ({ data }: MessageEvent<ArrayBuffer>) => {
    if (socket === opened) receive(decodeMessage(data));
  });
  opened.addEventListener("close", () => {
    if (socket !== opened || view.phase === "ended") return;
    showErrors(["The connection to the simulator is gone. Is npm start still running?"]);
    happen({ type: "lineLost" });
  });
  socket = opened;
}

/** The caller speaks into the microphone until the call is over; where there is none, they type. */
async function listen(opened: WebSocket): Promise<void> {
  try {
    const made = await openCapture((pcm) => {
      if (opened.readyState === WebSocket.OPEN && view.phase === "talking") opened.send(pcm);
    });
    if (socket === opened && view.phase !== "ended") capture = made;
    else made.close();
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    showErrors([`The microphone cannot be used (${why}). Allow it and call again, or type what you say.`]);
  }
}

function receive(message: ServerMessage): void {
  if (message.type === "refused") {
    showErrors(message.errors);
    if (view.phase === "dialling") happen({ type: "lineLost" });
    return;
  }
  if (message.type === "answered") answeredAtMs = performance.now();
  if (message.type === "agentSpoke" && message.pcm !== null) playback?.agentSpoke(message.pcm, message.atMs);
  const stoppedAtMs = message.type === "agentStopped" ? message.atMs : endedAtMs(message);
  if (stoppedAtMs !== null && view.agent.some((spoken) => isCutAt(spoken, stoppedAtMs))) playback?.agentStopped();
  // Who speaks into a microphone hears themselves.
  if (message.type === "callerSpoke" && message.pcm !== null && message.text !== "") playback?.callerSpoke(message.pcm);
  happen(message);
}

function endedAtMs(message: ServerMessage): number | null {
  return message.type === "ended" ? message.report.durationMs : null;
}

function happen(event: Exclude<ServerMessage, { type: "refused" }> | PageEvent): void {
  const before = view;
  view = nextView(view, event);
  show(before);
}

function show(before: CallView): void {
  const scroller = scrollerOf();
  const isAtEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < nearEndPx;
  const isCalling = view.phase === "dialling" || view.phase === "talking";
  document.body.classList.toggle("calling", isCalling);
  byId("dial", HTMLElement).hidden = isCalling;
  byId("handset", HTMLElement).hidden = !isCalling;
  byId("empty", HTMLElement).hidden = view.phase !== "idle";
  byId("speak", HTMLElement).hidden = view.phase === "ended";
  words.disabled = say.disabled = suggestions.disabled = view.phase !== "talking";
  setText(byId("route", HTMLElement), view.route ?? "…");
  setText(byId("reason", HTMLElement), view.reason);
  setText(byId("state", HTMLElement), view.state || "dialling");
  transcript.show(view.items, (id) => business?.facts.find((fact) => fact.id === id)?.text);
  if (view.report === null) report.hidden = true;
  else if (before.report === null) showReport(report, view.report, business, view.messages);
  if (view.phase !== before.phase) changePhase();
  draw();
  if (isAtEnd && view.items.length > 0) scroller.scrollTop = scroller.scrollHeight;
}

/** The transcript scrolls by itself, but with the whole page once a call on a narrow screen is over. */
function scrollerOf(): Element {
  return getComputedStyle(scroll).overflowY === "auto" ? scroll : document.documentElement;
}

function changePhase(): void {
  if (view.phase === "talking") {
    words.focus();
    requestAnimationFrame(follow);
  }
  if (view.phase === "ended") {
    capture?.close();
    capture = null;
    transcript.advance(nowMs());
    showKept();
    if (view.report === null) callButton.focus();
    else report.focus({ preventScroll: false });
  }
}

/** A list that cannot be had takes nothing from the call. */
function showKept(): void {
  showKeptCalls().catch(() => undefined);
}

/** While the call goes on, what moves with time moves with the screen. */
function follow(): void {
  draw();
  if (view.phase === "talking") requestAnimationFrame(follow);
}

function draw(): void {
  const atMs = nowMs();
  transcript.advance(atMs);
  drawPicture(picture, view, atMs);
  const waits = waitsOf(view, atMs).map((wait) => `${Math.round(wait.toMs - wait.fromMs)} ms`);
  if (view.phase !== "idle")
    picture.setAttribute(
      "aria-label",
      `Who spoke when: the agent ${view.agent.length} times, the caller ${view.caller.length} times; waits ${waits.join(", ") || "none"}`,
    );
  const second = Math.floor(atMs / 1000);
  setText(byId("time", HTMLElement), `${Math.floor(second / 60)}:${String(second % 60).padStart(2, "0")}`);
  if (business !== null && view.answeredAt !== null)
    setText(byId("clock", HTMLElement), clockText(Date.parse(view.answeredAt) + atMs, business));
  byId("level", HTMLMeterElement).value = view.phase === "talking" ? (playback?.agentLevel() ?? 0) : 0;
}

function clockText(atMs: number, { timezone }: BusinessCard): string {
  return new Intl.DateTimeFormat("en-GB", {
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: timezone,
  }).format(atMs);
}

function press(key: string): void {
  if (view.phase !== "talking") return;
  send({ type: "press", key });
  happen({ type: "keyPressed", key });
}

function speak(text: string): void {
  if (view.phase === "talking" && text.trim() !== "") send({ type: "say", text: text.trim() });
}

function showBusiness(card: BusinessCard): void {
  business = card;
  document.title = `${card.name}: phone`;
  setText(byId("title", HTMLElement), card.name);
  suggestions.replaceChildren(
    ...card.suggestions.map((text) => {
      const button = element("button", "", text);
      button.type = "button";
      button.addEventListener("click", () => speak(text));
      return button;
    }),
  );
}

function buildKeypad(): void {
  byId("keypad", HTMLElement).append(
    ...keys.map((key) => {
      const button = element("button", "", key);
      button.type = "button";
      button.addEventListener("click", () => press(key));
      return button;
    }),
  );
  byId("keypad-box", HTMLDetailsElement).open = wideScreen.matches;
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement;
    if (!isTyping && !event.ctrlKey && !event.metaKey && !event.altKey && keys.includes(event.key)) press(event.key);
  });
}

async function start(): Promise<void> {
  showKept();
  buildKeypad();
  drawPicture(picture, view, 0);
  window.addEventListener("resize", draw);
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  byId("hang-up", HTMLElement).addEventListener("click", () => send({ type: "hangUp" }));
  byId("speak", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    speak(words.value);
    words.value = "";
  });
  const form = await dialForm(showBusiness);
  byId("dial", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    dial(form);
  });
  callButton.disabled = form.business() === null;
}

start().catch((error: Error) => showErrors([`The page could not start: ${error.message}.`]));
