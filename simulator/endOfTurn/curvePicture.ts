import type { CurvePoint, TurnEndCurve } from "./curve";

const width = 720;
const height = 420;
const margin = { left: 64, right: 24, top: 24, bottom: 52 } as const;
const mostDelayMs = 1400;

/** The curve of cut-offs against delay as a picture, SVG. The same curve gives the same text. */
export function curvePicture({ ours, scaled, fixed }: TurnEndCurve): string {
  const mostRate = Math.max(...fixed.map(({ cutOffRate }) => cutOffRate));
  const x = (ms: number) => Math.round(margin.left + (ms / mostDelayMs) * (width - margin.left - margin.right));
  const y = (rate: number) =>
    Math.round(height - margin.bottom - (rate / mostRate) * (height - margin.top - margin.bottom));
  const at = ({ delayMsP50, cutOffRate }: Pick<CurvePoint, "delayMsP50" | "cutOffRate">) =>
    `${x(delayMsP50)},${y(cutOffRate)}`;
  const line = (points: readonly CurvePoint[], colour: string) =>
    `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points.map(at).join(" ")}"/>`;
  const dot = (point: Pick<CurvePoint, "delayMsP50" | "cutOffRate">, colour: string, name: string) =>
    `<circle cx="${x(point.delayMsP50)}" cy="${y(point.cutOffRate)}" r="4" fill="${colour}"/>` +
    `<text x="${x(point.delayMsP50) + 8}" y="${y(point.cutOffRate) - 6}" fill="${colour}">${name}</text>`;
  const heldOut = { name: "as it is", ...ours.heldOut };
  const adaptive = [...scaled, heldOut].sort((a, b) => a.delayMsP50 - b.delayMsP50);
  const columns = [0, 200, 400, 600, 800, 1000, 1200, 1400].map(
    (ms) => `<text x="${x(ms)}" y="${height - margin.bottom + 18}" text-anchor="middle" fill="#555">${ms}</text>`,
  );
  const rows = [0, 0.2, 0.4, 0.6, 0.8]
    .filter((rate) => rate <= mostRate)
    .map(
      (rate) =>
        `<line x1="${margin.left}" x2="${width - margin.right}" y1="${y(rate)}" y2="${y(rate)}" stroke="#ddd"/>` +
        `<text x="${margin.left - 8}" y="${y(rate) + 4}" text-anchor="end" fill="#555">${Math.round(rate * 100)} %</text>`,
    );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="white"/>`,
    ...rows,
    ...columns,
    `<text x="${width / 2}" y="${height - 10}" text-anchor="middle" fill="#555">end of speech to first audio, median, ms</text>`,
    `<text x="16" y="${height / 2}" text-anchor="middle" fill="#555" transform="rotate(-90 16 ${height / 2})">callers cut off</text>`,
    line(fixed, "#b0413e"),
    ...fixed.map((point) => dot(point, "#b0413e", point.name)),
    line(adaptive, "#2f6f4f"),
    ...adaptive.map((point) => dot(point, "#2f6f4f", point.name)),
    "</svg>",
    "",
  ].join("\n");
}

/** The same as a table, Markdown. */
export function curveTable({ ours, scaled, fixed, afterthoughts }: TurnEndCurve): string {
  const row = ({ name, cutOffRate, delayMsP50, delayMsP95, draftsEach }: CurvePoint) =>
    `| ${name} | ${(cutOffRate * 100).toFixed(1)} % | ${Math.round(delayMsP50)} ms | ${Math.round(delayMsP95)} ms | ${draftsEach.toFixed(1)} |`;
  return [
    "| silence before the answer | cut off | delay p50 | delay p95 | drafts |",
    "|---|---|---|---|---|",
    row({ name: "as it is, tuned on", ...ours.tuning }),
    row({ name: "as it is, held out", ...ours.heldOut }),
    row({ name: "as it is, written by hand", ...ours.handWritten }),
    ...scaled.map(row),
    ...fixed.map(row),
    row({ name: "as it is, afterthoughts", ...afterthoughts }),
    "",
  ].join("\n");
}
