import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";

/** How a value that is no plain JSON is marked on its way to Pulumi's engine, and the marks (`@pulumi/pulumi`, runtime/rpc). */
const markKey = "4dabf18193072939515e22adb298388d";
const marks = {
  secret: "1b47061264138c4ac30d75fd1eb44270",
  asset: "c44067f5952c0a294b673a41bacd8c17",
  archive: "0def7320c3a5731c473e5ecbe6d01bc7",
  resource: "5cf8f73096256a8f31e491e813e4eb8e",
  output: "d0e6a833031e9bbcd3f4e8bde6ca49a4",
} as const;
const unknownMark = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/**
 * A value as Pulumi's engine gets it, made readable: secrets as `"[secret]"`, JSON documents as structures, files by their path
 * under `root` and the hash of what is in them. Keys are sorted. Throws where a value is not known, which no plan should have.
 */
export function readable(value: unknown, root: string): unknown {
  if (typeof value === "string") return readText(value, root);
  if (Array.isArray(value)) return value.map((item) => readable(item, root));
  if (typeof value !== "object" || value === null) return value;
  const content = value as Record<string, unknown>;
  switch (content[markKey]) {
    case undefined:
      return mapValues(content, (inner) => readable(inner, root));
    case marks.secret:
      return "[secret]";
    case marks.asset:
      return readAsset(content, root);
    case marks.archive:
      return readable(content.assets ?? { ...content, [markKey]: undefined }, root);
    case marks.resource:
      return content.urn;
    case marks.output:
      return content.secret === true ? "[secret]" : readable(content.value, root);
    default:
      throw new Error(`An input has a value of a kind that the plan cannot show: ${JSON.stringify(content)}`);
  }
}

function readText(text: string, root: string): unknown {
  if (text === unknownMark) throw new Error("An input is unknown in the plan.");
  if (text.includes("Calling [toString] on an [Output<T>]")) {
    throw new Error("An output was put into a template text. Use pulumi.interpolate.");
  }
  if (!/^\s*[{[]/.test(text)) return text;
  try {
    return readable(JSON.parse(text), root);
  } catch (error) {
    if (error instanceof SyntaxError) return text;
    throw error;
  }
}

function readAsset({ path: file, text }: Record<string, unknown>, root: string) {
  if (typeof file !== "string") return { sha256: sha256(Buffer.from(String(text))) };
  const absolute = path.resolve(file);
  const underRoot = path.relative(root, absolute);
  // A stack's own files may lie elsewhere than the code: neither place is a difference between two plans.
  const shown = underRoot.startsWith("..") ? path.relative(process.cwd(), absolute) : underRoot;
  return { file: shown, sha256: sha256(readFileSync(absolute)) };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function mapValues(values: Record<string, unknown>, change: (value: unknown) => unknown): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values)
      .filter(([, value]) => value !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, change(value)]),
  );
}
