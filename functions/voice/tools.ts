import type { ToolName } from "../shared/callRecord";
import type { ToolReading } from "./toolInput";

/**
 * The four tools. Fields stand in this order in the schema, so that a reply can be checked and spoken while it is still
 * being written.
 */
export type ToolCall =
  | { readonly tool: "answer_from_knowledge"; readonly input: AnswerInput }
  | { readonly tool: "book_appointment"; readonly input: BookInput }
  | { readonly tool: "transfer_to_human"; readonly input: { readonly reason: string; readonly reply: string } }
  | { readonly tool: "end_call"; readonly input: { readonly reply: string } };

export interface AnswerInput {
  /** Ids of the facts that the reply rests on; empty only where the reply is one clarifying question that claims nothing. */
  readonly facts: readonly string[];
  readonly sure: boolean;
  readonly reply: string;
}

export interface BookInput {
  /** Id of a service. */
  readonly service: string | null;
  /** Local, `2026-11-24T10:30`. */
  readonly start: string | null;
  readonly name: string | null;
  readonly change: "new" | "move" | "cancel";
  /** The caller has said yes to the read-back. */
  readonly confirmed: boolean;
  /** The next question; the read-back and the confirmation are worded by the program. */
  readonly reply: string;
}

interface JsonSchema {
  readonly type: "object";
  readonly properties: Readonly<Record<string, object>>;
  readonly required: readonly string[];
  readonly additionalProperties: false;
}

export interface ToolSpec {
  readonly name: ToolName;
  readonly description: string;
  readonly schema: JsonSchema;
}

const reply = { type: "string", description: "What to say, short, in the caller's language." };
const nullable = (description: string) => ({ type: ["string", "null"], description });

export const toolSpecs: readonly ToolSpec[] = [
  tool("answer_from_knowledge", "Answer from the facts, or ask one clarifying question.", {
    facts: {
      type: "array",
      items: { type: "string" },
      description:
        "Ids of all facts that the reply rests on. Empty only for one clarifying question that claims nothing.",
    },
    sure: { type: "boolean", description: "False where the facts do not settle the question; then nothing is spoken." },
    reply,
  }),
  tool("book_appointment", "Book, move or cancel an appointment. Call it again with each new detail.", {
    service: nullable("Id of the service, null while unknown."),
    start: nullable("Local start, 2026-11-24T10:30, null while unknown."),
    name: nullable("The caller's name as they said it, null while unknown."),
    change: { type: "string", enum: ["new", "move", "cancel"], description: "new, or what to do with their booking." },
    confirmed: { type: "boolean", description: "True only after the caller has said yes to the read-back." },
    reply: {
      type: "string",
      description: "The next question. Never a read-back or a confirmation: the program words those.",
    },
  }),
  tool("transfer_to_human", "Pass the call to a person: on request, or where the facts do not suffice.", {
    reason: { type: "string", description: "For the person who takes the call." },
    reply,
  }),
  tool("end_call", "The caller is done.", { reply }),
];

function tool(name: ToolName, description: string, properties: Record<string, object>): ToolSpec {
  const required = Object.keys(properties);
  return { name, description, schema: { type: "object", properties, required, additionalProperties: false } };
}

export const toolNames = toolSpecs.map(({ name }) => name);

/**
 * The call as it was written, or what is wrong with it in words that help the model to repair it. What is left out counts as not
 * known yet, but for what an answer cannot do without; fields that the schema does not have are never read.
 */
export function checkToolCall(tool: ToolName, { fields, isBroken, isReplyDone }: ToolReading): ToolCall | string {
  if (isBroken) return "the input is no JSON object that has each field once";
  const call = toolCallOf(tool, fields);
  return typeof call === "string" || isReplyDone ? call : "reply is missing or broken off";
}

function toolCallOf(tool: ToolName, fields: ToolReading["fields"]): ToolCall | string {
  const wrong = wrongField(tool, fields);
  if (wrong !== null) return wrong;
  const reply = text(fields.reply) ?? "";
  switch (tool) {
    case "answer_from_knowledge": {
      const { facts, sure } = fields as Partial<AnswerInput>;
      if (facts === undefined) return shapes.facts.fault;
      if (sure === undefined) return shapes.sure.fault;
      if (sure && reply === "") return "reply is empty";
      return { tool, input: { facts, sure, reply } };
    }
    case "book_appointment": {
      const { change, confirmed } = fields as Partial<BookInput>;
      const [service, start, name] = [text(fields.service), text(fields.start), text(fields.name)];
      return {
        tool,
        input: { service, start, name, change: change ?? "new", confirmed: confirmed ?? false, reply },
      };
    }
    case "transfer_to_human":
      return { tool, input: { reason: text(fields.reason) ?? "", reply } };
    case "end_call":
      return { tool, input: { reply } };
  }
}

/** What is wrong with a field that is written already, in words that help the model to repair it; null where nothing is. */
export function wrongField(tool: ToolName, fields: ToolReading["fields"]): string | null {
  for (const name of fieldsOf[tool]) {
    if (Object.hasOwn(fields, name) && !shapes[name].isRight(fields[name])) return shapes[name].fault;
  }
  return null;
}

interface FieldShape {
  readonly isRight: (value: unknown) => boolean;
  readonly fault: string;
}

const textOrNull = (name: string): FieldShape => ({
  isRight: (value) => value === null || typeof value === "string",
  fault: `${name} must be text, or null while unknown`,
});

const shapes = {
  facts: {
    isRight: (value) => Array.isArray(value) && value.every((id) => typeof id === "string"),
    fault: "facts must be a list of fact ids",
  },
  sure: { isRight: (value) => typeof value === "boolean", fault: "sure must be true or false" },
  service: textOrNull("service"),
  start: {
    isRight: (value) => value === null || (typeof value === "string" && (value.trim() === "" || isLocalTime(value))),
    fault: "start must be written as 2026-11-24T10:30",
  },
  name: textOrNull("name"),
  change: {
    isRight: (value) => value === null || ["new", "move", "cancel"].includes(value as string),
    fault: "change must be new, move or cancel",
  },
  confirmed: {
    isRight: (value) => value === null || typeof value === "boolean",
    fault: "confirmed must be true or false",
  },
  reason: textOrNull("reason"),
} as const satisfies Readonly<Record<string, FieldShape>>;

/** What stands before the reply. */
const fieldsOf: Readonly<Record<ToolName, readonly (keyof typeof shapes)[]>> = {
  answer_from_knowledge: ["facts", "sure"],
  book_appointment: ["service", "start", "name", "change", "confirmed"],
  transfer_to_human: ["reason"],
  end_call: [],
};

/** Written as `2026-11-24T10:30`. */
export function isLocalTime(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text);
}

function text(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value : null;
}
