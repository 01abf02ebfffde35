import { endOf, type Spoken } from "./callView";

/** The picture shows at least this long, and grows with the call. */
const leastSpanMs = 20_000;
const nameWidth = 62;
const axisHeight = 18;
const barWidth = 3;
/** Speech seldom reaches full scale; so much more of the lane is used. */
const loudness = 1.6;

/**
 * Draws who spoke when: the agent above, its fillers paler, where it was held back and stopped; the caller below; and how long they waited for each reply. `nowMs` is
 * milliseconds from the answer; nothing later is drawn.
 */
export function drawPicture(
  canvas: HTMLCanvasElement,
  call: { readonly agent: readonly Spoken[]; readonly caller: readonly Spoken[] },
  nowMs: number,
): void {
  const context = canvas.getContext("2d");
  if (context === null) return;
  const { clientWidth: width, clientHeight: height } = canvas;
  const ratio = window.devicePixelRatio;
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const style = getComputedStyle(canvas);
  const colour = (name: string) => style.getPropertyValue(`--${name}`);
  context.font = `12px ${style.fontFamily}`;
  context.textBaseline = "middle";

  const spanMs = Math.max(leastSpanMs, nowMs * 1.05);
  const x = (ms: number) => nameWidth + (ms / spanMs) * (width - nameWidth - 10);
  const laneHeight = (height - axisHeight) / 2;
  const middles = { agent: laneHeight / 2 + 2, caller: laneHeight * 1.5 + 2 };

  drawAxis(context, { x, spanMs, width, top: height - axisHeight, rule: colour("rule"), ink: colour("muted") });
  for (const who of ["agent", "caller"] as const) {
    context.fillStyle = colour(who);
    context.fillText(who === "agent" ? "Agent" : "Caller", 12, middles[who]);
    for (const spoken of call[who]) {
      context.globalAlpha = spoken.isFiller === true ? 0.5 : 1;
      drawSpoken(context, spoken, { x, nowMs, middle: middles[who], half: laneHeight / 2 - 7 });
    }
    context.globalAlpha = 1;
  }
  context.fillStyle = colour("warn");
  for (const { hold } of call.agent) {
    if (hold === undefined || hold.fromMs > nowMs) continue;
    const from = x(hold.fromMs);
    const to = x(Math.min(hold.toMs ?? nowMs, nowMs));
    context.globalAlpha = 0.35;
    context.fillRect(from, middles.agent - laneHeight / 2 + 5, Math.max(2, to - from), laneHeight - 10);
    context.globalAlpha = 1;
  }
  for (const spoken of call.agent) {
    if (spoken.stoppedAtMs !== null && spoken.stoppedAtMs <= nowMs)
      context.fillRect(x(spoken.stoppedAtMs) - 1, middles.agent - laneHeight / 2 + 5, 2, laneHeight - 10);
  }
  context.fillStyle = colour("muted");
  const waits = waitsOf(call, nowMs);
  waits.forEach((wait, index) => {
    const untilX = x(waits[index + 1]?.fromMs ?? Number.POSITIVE_INFINITY);
    drawWait(context, wait, { x, y: laneHeight + 2, untilX });
  });
}

/** How long the caller waited for the agent's first sound after their own last. */
export function waitsOf(
  call: { readonly agent: readonly Spoken[]; readonly caller: readonly Spoken[] },
  nowMs: number,
): readonly { readonly fromMs: number; readonly toMs: number }[] {
  return call.caller.flatMap((caller, index) => {
    const fromMs = endOf(caller);
    const untilMs = call.caller[index + 1]?.atMs ?? Number.POSITIVE_INFINITY;
    const reply = call.agent.find((agent) => agent.atMs >= fromMs && agent.atMs < untilMs);
    return reply === undefined || reply.atMs > nowMs ? [] : [{ fromMs, toMs: reply.atMs }];
  });
}

interface Axis {
  readonly x: (ms: number) => number;
  readonly spanMs: number;
  readonly width: number;
  readonly top: number;
  readonly rule: string;
  readonly ink: string;
}

function drawAxis(context: CanvasRenderingContext2D, axis: Axis): void {
  const stepS = [1, 2, 5, 10, 15, 30, 60, 120, 300].find((step) => axis.x(step * 1000) - axis.x(0) >= 44) ?? 600;
  for (let second = 0; second * 1000 <= axis.spanMs; second += stepS) {
    const at = axis.x(second * 1000);
    context.fillStyle = axis.rule;
    context.fillRect(at, 4, 1, axis.top - 4);
    const label = `${Math.floor(second / 60)}:${String(second % 60).padStart(2, "0")}`;
    context.fillStyle = axis.ink;
    if (at + 30 < axis.width) context.fillText(label, at + 3, axis.top + axisHeight / 2 - 2);
  }
}

interface Lane {
  readonly x: (ms: number) => number;
  readonly nowMs: number;
  readonly middle: number;
  readonly half: number;
}

function drawSpoken(context: CanvasRenderingContext2D, spoken: Spoken, lane: Lane): void {
  const endMs = Math.min(endOf(spoken), lane.nowMs);
  if (endMs <= spoken.atMs) return;
  const from = lane.x(spoken.atMs);
  const to = lane.x(endMs);
  if (spoken.peaks === null) {
    context.fillRect(from, lane.middle - lane.half / 2, Math.max(1, to - from), lane.half);
    return;
  }
  const peaksAPixel = spoken.peaks.length / (lane.x(spoken.atMs + spoken.durationMs) - from);
  // All stretches draw on one grid of bars, so that where one follows another no two bars fall together.
  for (let at = Math.ceil(from / barWidth) * barWidth; at < to; at += barWidth) {
    const first = Math.floor((at - from) * peaksAPixel);
    const peaks = spoken.peaks.slice(first, Math.max(first + 1, Math.ceil((at + barWidth - from) * peaksAPixel)));
    const tall = Math.max(1, Math.min(1, Math.max(0, ...peaks) * loudness) * lane.half);
    context.fillRect(at, lane.middle - tall, barWidth - 1, tall * 2);
  }
}

function drawWait(
  context: CanvasRenderingContext2D,
  wait: { readonly fromMs: number; readonly toMs: number },
  { x, y, untilX }: { readonly x: (ms: number) => number; readonly y: number; readonly untilX: number },
): void {
  const from = x(wait.fromMs);
  const to = x(wait.toMs);
  context.fillRect(from, y - 0.5, Math.max(1, to - from), 1);
  const label = `${Math.round(wait.toMs - wait.fromMs)} ms`;
  if (to + 8 + context.measureText(label).width < untilX) context.fillText(label, to + 4, y);
}
