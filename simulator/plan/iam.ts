import { ofType, type Plan, type PlannedResource, valueAt } from "./plan";

/** One statement of a policy, with lists where AWS lets one be left out. Conditions are not judged. */
export interface PolicyStatement {
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** What it does not speak of, although `resources` does. */
  readonly except: readonly string[];
  readonly hasCondition: boolean;
}

/** The statements that a role of the plan has, by its logical name. */
export function statementsOfRole(plan: Plan, role: string): readonly PolicyStatement[] {
  return ofType(plan, "aws:iam/rolePolicy:RolePolicy")
    .filter(({ inputs }) => inputs.role === role)
    .flatMap(({ inputs }) => readPolicy(inputs.policy));
}

/** The statements that a function of the plan has, by its logical name. */
export function statementsOfFunction(plan: Plan, name: string): readonly PolicyStatement[] {
  const role = ofType(plan, "aws:lambda/function:Function").find((each) => each.name === name)?.inputs.role;
  return typeof role === "string" ? statementsOfRole(plan, lastPart(role)) : [];
}

/** Every policy that a resource of the plan carries, whoever it is for. */
export function policiesOf(resource: PlannedResource): readonly unknown[] {
  return Object.values(resource.inputs).filter((value) => Array.isArray(valueAt(value, "Statement")));
}

/** A policy document's statements. Throws where it uses what we do not read. */
export function readPolicy(policy: unknown): readonly PolicyStatement[] {
  const statements = valueAt(policy, "Statement");
  if (!Array.isArray(statements)) throw new Error(`This is no policy: ${JSON.stringify(policy)}`);
  return statements.map((statement: Record<string, unknown>) => {
    const { Effect, Action, Resource, Condition, NotAction, NotResource } = statement;
    if (NotAction !== undefined) throw new Error("NotAction is not read.");
    if (Effect !== "Allow" && Effect !== "Deny") throw new Error(`A statement's effect is ${JSON.stringify(Effect)}.`);
    return {
      effect: Effect,
      actions: texts(Action),
      resources: NotResource === undefined ? texts(Resource) : ["*"],
      except: texts(NotResource),
      hasCondition: Condition !== undefined,
    };
  });
}

/** Whether the statements let somebody do an action on a resource: allowed by one, denied by none. Conditions are taken to hold. */
export function allows(statements: readonly PolicyStatement[], action: string, resource: string): boolean {
  const speaks = ({ actions, resources, except }: PolicyStatement) =>
    actions.some((pattern) => overlap(pattern.toLowerCase(), action.toLowerCase())) &&
    resources.some((pattern) => overlap(pattern, resource)) &&
    !except.some((pattern) => overlap(pattern, resource));
  const applying = statements.filter(speaks);
  return applying.some(({ effect }) => effect === "Allow") && applying.every(({ effect }) => effect === "Allow");
}

/** Whether some text fits both patterns; `*` is any text, `?` any character. */
export function overlap(a: string, b: string): boolean {
  // Which prefixes of `b` can end a text that also ends the prefix of `a` read so far.
  let ends = extend(
    Array.from({ length: b.length + 1 }, (_, at) => at === 0),
    b,
  );
  for (const letter of a) {
    const next = ends.map((_, at) => {
      if (letter === "*") return false;
      const before = at > 0 && ends[at - 1] === true && fits(letter, b[at - 1] ?? "");
      return before || (ends[at] === true && b[at - 1] === "*") || (ends[at - 1] === true && b[at - 1] === "*");
    });
    ends = extend(letter === "*" ? ends.map((_, at) => ends.slice(0, at + 1).includes(true)) : next, b);
  }
  return ends[b.length] === true;
}

/** A `*` of `b` may stand for nothing. */
function extend(ends: readonly boolean[], b: string): boolean[] {
  const extended = [...ends];
  for (let at = 1; at <= b.length; at += 1) if (extended[at - 1] && b[at - 1] === "*") extended[at] = true;
  return extended;
}

function fits(a: string, b: string): boolean {
  return a === b || a === "?" || b === "?" || b === "*";
}

function texts(value: unknown): readonly string[] {
  return [value].flat().filter((text): text is string => typeof text === "string");
}

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
