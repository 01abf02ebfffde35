import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { toneKey } from "../functions/shared/fixedPrompts";
import type { Knowledge } from "../functions/shared/knowledge";
import type { ConnectInstance } from "./connectInstance";
import { lintFlow } from "./flow/lint";
import { renderContactFlow, renderQueueFlow } from "./flow/render";
import type { ContactFlow, HumanSettings } from "./flow/types";
import type { Functions } from "./functions";
import type { PromptStore } from "./promptStore";
import { connectHours } from "./routing/connectHours";
import { flowSettingsOf, phoneOf } from "./routing/flowOfKnowledge";
import type { StackSettings } from "./stackSettings";
import type { VoiceFunction } from "./voiceFunction";
import type { Voicemail } from "./voicemail";

export interface PhoneLineArgs {
  readonly stack: string;
  readonly accountId: pulumi.Input<string>;
  readonly settings: Pick<
    StackSettings,
    "human" | "phoneNumberId" | "phoneNumberCountry" | "phoneNumberType" | "voice"
  >;
  readonly knowledge: Knowledge;
  readonly instance: ConnectInstance;
  readonly functions: Pick<Functions, "screenCaller" | "startCall" | "nextAction"> & Pick<Voicemail, "noteVoicemail">;
  readonly prompts: PromptStore;
  /** What must be done before the number rings for the first time. */
  readonly after: readonly pulumi.Resource[];
}

/** The longest name that Amazon Connect takes for what people see there. */
const longestName = 127;

/** The functions that the contact flow calls. */
const calledByFlow = ["screenCaller", "startCall", "nextAction", "noteVoicemail"] as const;

/**
 * A number, and what happens when it rings: the hours, the contact flow with its functions, and where agents of Amazon Connect
 * stand behind it, their queue.
 */
export class PhoneLine extends pulumi.ComponentResource {
  /** E.164; null where the number is adopted, since only its id is known then. */
  readonly phoneNumber: pulumi.Output<string> | null;
  readonly contactFlowArn: pulumi.Output<string>;

  constructor(name: string, args: PhoneLineArgs, options?: pulumi.ComponentResourceOptions) {
    super("voiceAgent:index:PhoneLine", name, {}, options);
    const { instance, settings, knowledge } = args;
    const instanceId = instance.instanceId;
    const title = (what: string) => `${what} ${args.stack} ${knowledge.business.name}`.slice(0, longestName).trim();

    const hours = new aws.cloudcontrol.Resource(
      `${name}-hours`,
      {
        typeName: "AWS::Connect::HoursOfOperation",
        desiredState: pulumi.jsonStringify({
          InstanceArn: instance.arn,
          Name: title("Hours"),
          ...connectHours(knowledge),
        }),
      },
      { parent: this },
    );
    const callable = calledByFlow.map((each) => this.letFlowCall(`${name}-${each}`, args.functions[each], args));

    const arns = pulumi.all(calledByFlow.map((each) => args.functions[each].arn));
    const known = pulumi.all([arns, hours.id, args.prompts.bucketName]);
    const flowOf = (human: pulumi.Input<HumanSettings>, render: typeof renderContactFlow) =>
      pulumi.all([known, human]).apply(([[called, hoursOfOperationId, bucket], behind]) => {
        const [screenCallerArn = "", startCallArn = "", nextActionArn = "", noteVoicemailArn = ""] = called;
        return flowText(
          render(
            flowSettingsOf(knowledge, {
              line: { grade: "flow" },
              human: behind as HumanSettings,
              voice: settings.voice,
              functions: { screenCallerArn, startCallArn, nextActionArn, noteVoicemailArn },
              hoursOfOperationId,
              promptBucket: bucket,
              toneUri: `s3://${bucket}/${toneKey}`,
            }),
          ),
        );
      });

    const human = settings.human === "queue" ? this.queue(name, hours.id, flowOf, title, args) : phoneOf(knowledge);
    const flow = new aws.connect.ContactFlow(
      `${name}-flow`,
      { instanceId, name: title("Calls"), type: "CONTACT_FLOW", content: flowOf(human, renderContactFlow) },
      { parent: this, dependsOn: callable.flat() },
    );
    const claimed = settings.phoneNumberId === null ? this.claim(name, title, args) : null;
    new aws.connect.PhoneNumberContactFlowAssociation(
      `${name}-number-flow`,
      {
        instanceId,
        phoneNumberId: claimed === null ? (settings.phoneNumberId ?? "") : claimed.id,
        contactFlowId: flow.contactFlowId,
      },
      { parent: this, dependsOn: [...args.after] },
    );
    this.phoneNumber = claimed?.phoneNumber ?? null;
    this.contactFlowArn = flow.arn;
    this.registerOutputs();
  }

  /** A number that was let go cannot be had again for 180 days: Pulumi neither deletes nor replaces it. */
  private claim(name: string, title: (what: string) => string, { instance, settings }: PhoneLineArgs) {
    return new aws.connect.PhoneNumber(
      `${name}-number`,
      {
        targetArn: instance.arn,
        countryCode: settings.phoneNumberCountry,
        type: settings.phoneNumberType,
        description: title("Number"),
      },
      // Another description, which follows the business's name, would make AWS's provider replace the number.
      { parent: this, protect: true, retainOnDelete: true, ignoreChanges: ["description"] },
    );
  }

  private letFlowCall(name: string, called: VoiceFunction, { instance, accountId }: PhoneLineArgs) {
    const permission = new aws.lambda.Permission(
      `${name}-permission`,
      {
        action: "lambda:InvokeFunction",
        function: called.functionName,
        principal: "connect.amazonaws.com",
        sourceAccount: accountId,
        sourceArn: instance.arn,
      },
      { parent: this },
    );
    const association = new aws.connect.LambdaFunctionAssociation(
      `${name}-association`,
      { instanceId: instance.instanceId, functionArn: called.arn },
      { parent: this },
    );
    return [permission, association];
  }

  /** The queue in which a caller waits for an agent of Amazon Connect, what they hear there, and the profile that serves it. */
  private queue(
    name: string,
    hoursArn: pulumi.Output<string>,
    flowOf: (human: HumanSettings, render: typeof renderQueueFlow) => pulumi.Output<string>,
    title: (what: string) => string,
    { instance, knowledge }: PhoneLineArgs,
  ) {
    const instanceId = instance.instanceId;
    const waiting = new aws.connect.ContactFlow(
      `${name}-queue-flow`,
      {
        instanceId,
        name: title("Waiting"),
        type: "CUSTOMER_QUEUE",
        content: flowOf(phoneOf(knowledge), renderQueueFlow),
      },
      { parent: this },
    );
    const queue = new aws.connect.Queue(
      `${name}-queue`,
      { instanceId, name: title("Queue"), hoursOfOperationId: hoursArn.apply(lastPart) },
      { parent: this },
    );
    new aws.connect.RoutingProfile(
      `${name}-agents`,
      {
        instanceId,
        name: title("Agents"),
        description: `Who takes the calls of ${knowledge.business.name}.`,
        defaultOutboundQueueId: queue.queueId,
        mediaConcurrencies: [{ channel: "VOICE", concurrency: 1 }],
        queueConfigs: [{ channel: "VOICE", delay: 0, priority: 1, queueId: queue.queueId }],
      },
      { parent: this },
    );
    return pulumi
      .all([queue.arn, waiting.arn])
      .apply(([queueId, queueFlowArn]): HumanSettings => ({ kind: "queue", queueId, queueFlowArn }));
  }
}

/** A flow as `CreateContactFlow` takes it. Throws where it breaks the flow language: Connect would refuse it only when deployed. */
function flowText(flow: ContactFlow): string {
  const { errors } = lintFlow(flow);
  if (errors.length > 0) {
    throw new Error(
      `The contact flow is not valid: ${errors.map(({ action, message }) => `${action}: ${message}`).join("; ")}`,
    );
  }
  return JSON.stringify(flow);
}

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf("/") + 1);
}
