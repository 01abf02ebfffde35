import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

/** The rooms of the house, the most particular first, and what each may import: another room, and packages. */
const rooms: readonly { readonly room: string; readonly may: readonly string[]; readonly packages?: RegExp }[] = [
  {
    room: "functions/shared",
    may: ["functions/shared"],
    packages: /^(node:crypto|temporal-polyfill|libphonenumber-js|yaml|zod)/,
  },
  { room: "functions/voice/aws", may: ["functions/voice", "functions/aws", "functions/shared"] },
  { room: "functions/voice/index", may: ["functions/voice", "functions/aws", "functions/shared"] },
  // The conversation and its loop know no AWS.
  { room: "functions/voice", may: ["functions/voice", "functions/shared"], packages: /^$/ },
  { room: "functions/aws", may: ["functions/aws", "functions/voice", "functions/shared"] },
  { room: "functions", may: ["functions"] },
  { room: "components/flow", may: ["components/flow", "functions/shared"], packages: /^$/ },
  { room: "components/routing", may: ["components/routing", "components/flow", "functions/shared"], packages: /^$/ },
  { room: "components", may: ["components", "functions/shared"] },
  { room: "simulator", may: ["simulator", "functions", "components/flow", "components/routing"] },
  { room: "commands", may: ["commands", "simulator", "functions", "components"] },
  { room: "index", may: ["components", "functions/shared"] },
];

const root = __dirname;
const sources = ["functions", "components", "simulator", "commands"]
  .flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file)),
  )
  .filter((file) => file.endsWith(".ts") && !/\.(test|contract|fixture)\.ts$/.test(file))
  .concat("index.ts");

interface Import {
  readonly from: string;
  readonly to: string;
  readonly isType: boolean;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(root, file), "utf8");
  return [...text.matchAll(/^(?:import|export)\s+(type\s)?[^;]*?from\s+"([^"]+)"|^import\s+"([^"]+)"/gm)].map(
    ([, type, named, bare]) => {
      const to = named ?? bare ?? "";
      const target = to.startsWith(".") ? path.normalize(path.join(path.dirname(file), to)) : to;
      return { from: file, to: target, isType: type !== undefined };
    },
  );
}

const isIn = (file: string, room: string) => file === room || file === `${room}.ts` || file.startsWith(`${room}/`);

function faultOf({ from, to, isType }: Import): string | null {
  const room = rooms.find(({ room }) => isIn(from, room));
  if (!room) return `${from} is in no room`;
  const isOurs = rooms.some(({ room }) => isIn(to, room));
  if (!isOurs)
    return room.packages && !isType && !room.packages.test(to) ? `${from} may not use the package ${to}` : null;
  if (room.may.some((allowed) => isIn(to, allowed))) return null;
  // A component may know the shape of what it deploys.
  if (isType && room.room === "components" && isIn(to, "functions")) return null;
  return `${from} may not import ${to}`;
}

test("imports go one way: commands, simulator, functions and flows, shared", () => {
  expect(
    sources
      .flatMap(importsOf)
      .map(faultOf)
      .filter((fault) => fault !== null),
  ).toEqual([]);
});

test("an import that goes the other way is found", () => {
  expect(faultOf({ from: "functions/shared/hours.ts", to: "simulator/clock", isType: true })).toMatch("may not import");
  expect(faultOf({ from: "functions/voice/conversation.ts", to: "@aws-sdk/client-polly", isType: false })).toMatch(
    "may not use",
  );
  expect(faultOf({ from: "components/phoneLine.ts", to: "functions/voice/runCall", isType: false })).toMatch(
    "may not import",
  );
});
