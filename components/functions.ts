import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { fixedPrefix } from "../functions/shared/fixedPrompts";
import type { AfterCall } from "./afterCall";
import { bundleFunction } from "./bundle";
import type { ConnectInstance } from "./connectInstance";
import { embedding, type KnowledgeStore, knowledgeKeys } from "./knowledgeStore";
import { allow, allowAnywhere, brainStatements, type Place, policyDocument, type Statement } from "./permissions";
import { callPrefix, type PromptStore } from "./promptStore";
import type { StackSettings } from "./stackSettings";
import type { Table, Tables } from "./tables";
import { VoiceFunction } from "./voiceFunction";

type Texts<K extends string> = Readonly<Record<K, pulumi.Input<string>>>;

/** The environment of each function, to the letter: what is left out or misspelt does not compile. */
export interface Environments {
  readonly screenCaller: Texts<"CALLS_TABLE" | "KNOWLEDGE_BUCKET" | "KNOWLEDGE_KEY" | "CALLERS_KEY">;
  readonly startCall: Texts<"CALLS_TABLE" | "VOICE_FUNCTION">;
  readonly nextAction: Texts<"CALLS_TABLE">;
  readonly voice: Texts<
    | "CALLS_TABLE"
    | "BOOKINGS_TABLE"
    | "RECORDS_TABLE"
    | "KNOWLEDGE_BUCKET"
    | "KNOWLEDGE_KEY"
    | "PROMPTS_BUCKET"
    | "BRAIN_MODEL"
    | "VOICE"
    | "PRICES"
    | "BOOKING_CONFIRMATION"
    | "DELIVER_FUNCTION"
    | "KEPT_DAYS"
    | "CODE_VERSION"
    | "VECTORS_INDEX_ARN"
    | "EMBEDDING_MODEL"
    | "EMBEDDING_DIMENSIONS"
  >;
  readonly syncKnowledge: Texts<
    | "KNOWLEDGE_BUCKET"
    | "KNOWLEDGE_FILE"
    | "KNOWLEDGE_KEY"
    | "VECTORS_INDEX_ARN"
    | "EMBEDDING_MODEL"
    | "EMBEDDING_DIMENSIONS"
    | "STACK_OVERRIDES"
    | "ALERTS_TOPIC"
    | "RENDER_FUNCTION"
    | "VOICE"
  >;
  readonly renderPrompts: Texts<"PROMPTS_BUCKET" | "VOICE">;
}

export interface FunctionsArgs {
  readonly place: Place;
  readonly settings: Pick<
    StackSettings,
    "brainModel" | "voice" | "prices" | "people" | "phone" | "logRetentionDays" | "recordingRetentionDays"
  >;
  readonly tables: Tables;
  readonly knowledge: KnowledgeStore;
  readonly prompts: PromptStore;
  readonly instance: ConnectInstance;
  readonly topicArn: pulumi.Input<string>;
  readonly keyArn: pulumi.Input<string>;
  readonly afterCall: AfterCall;
}

/** One call lasts as long as a Lambda may; the successor is started before. */
const longestCallSeconds = 900;
/** Connect waits 8 s for a function of its flow. */
const flowTimeoutSeconds = 8;
/** Enough of a hash to tell one version from another. */
const versionDigits = 16;
/** The flow has called a person long before an event is this old. */
const oldestEventSeconds = 60;

/** The functions of one phone line: three that the contact flow calls, the one that leads the call, and two for deployment and upkeep. */
export class Functions extends pulumi.ComponentResource {
  readonly screenCaller: VoiceFunction;
  readonly startCall: VoiceFunction;
  readonly nextAction: VoiceFunction;
  readonly voice: VoiceFunction;
  readonly syncKnowledge: VoiceFunction;
  readonly renderPrompts: VoiceFunction;

  constructor(name: string, args: FunctionsArgs, options?: pulumi.ComponentResourceOptions) {
    super("voiceAgent:index:Functions", name, {}, options);
    const { settings, tables, knowledge, prompts, place } = args;
    const make = <N extends keyof Environments>(
      code: N,
      environment: Environments[N],
      rest: Omit<ConstructorParameters<typeof VoiceFunction>[1], "code" | "environment" | "logRetentionDays">,
    ) =>
      new VoiceFunction(
        code,
        { code, environment, logRetentionDays: settings.logRetentionDays, ...rest },
        { parent: this },
      );
    const CALLS_TABLE = tables.calls.tableName;
    const compiled = { KNOWLEDGE_BUCKET: knowledge.bucketName, KNOWLEDGE_KEY: knowledgeKeys.compiled };
    const meanings = {
      VECTORS_INDEX_ARN: knowledge.indexArn,
      EMBEDDING_MODEL: embedding.model,
      EMBEDDING_DIMENSIONS: String(embedding.dimensions),
    };
    const embed = brainStatements(embedding.model, place).map((statement) => ({
      ...statement,
      Action: ["bedrock:InvokeModel"],
    }));
    const readObject = (key: string) => allow("s3:GetObject", pulumi.interpolate`${knowledge.bucketArn}/${key}`);

    this.voice = make(
      "voice",
      {
        ...compiled,
        CALLS_TABLE,
        BOOKINGS_TABLE: tables.bookings.tableName,
        RECORDS_TABLE: tables.records.tableName,
        PROMPTS_BUCKET: prompts.bucketName,
        BRAIN_MODEL: settings.brainModel,
        VOICE: settings.voice,
        PRICES: settings.prices,
        BOOKING_CONFIRMATION: args.afterCall.bookingConfirmation.arn,
        DELIVER_FUNCTION: args.afterCall.deliver.functionName,
        KEPT_DAYS: String(settings.recordingRetentionDays),
        CODE_VERSION: bundleFunction("voice").sha256.slice(0, versionDigits),
        ...meanings,
      },
      {
        description: "Leads one call from its greeting to its end.",
        memoryMb: 1024,
        timeoutSeconds: longestCallSeconds,
        statements: [
          ...args.instance.hearStatements,
          allowAnywhere("transcribe:StartStreamTranscription"),
          ...brainStatements(settings.brainModel, place),
          ...embed,
          // Listing vectors with their figures takes both (Amazon S3 Vectors API reference, ListVectors).
          allow(["s3vectors:ListVectors", "s3vectors:GetVectors"], knowledge.indexArn),
          allowAnywhere("polly:StartSpeechSynthesisStream", "polly:SynthesizeSpeech"),
          followCalls(tables.calls),
          // A booking is written and taken away in a transaction, which needs what its parts need.
          allow(
            ["Query", "GetItem", "PutItem", "UpdateItem", "DeleteItem"].map((verb) => `dynamodb:${verb}`),
            tables.bookings.arn,
          ),
          // What is remembered of the caller is read while the greeting plays.
          allow(["dynamodb:PutItem", "dynamodb:Query"], tables.records.arn),
          allow("states:StartExecution", args.afterCall.bookingConfirmation.arn),
          // A person is told who is being put through to them.
          allow("lambda:InvokeFunction", args.afterCall.deliver.arn),
          readObject(knowledgeKeys.compiled),
          readObject(`${knowledgeKeys.versions}*`),
          allow("s3:PutObject", pulumi.interpolate`${prompts.arn}/${callPrefix}*`),
          allow("s3:GetObject", pulumi.interpolate`${prompts.arn}/${fixedPrefix}*`),
        ],
      },
    );
    this.screenCaller = make(
      "screenCaller",
      { ...compiled, CALLS_TABLE, CALLERS_KEY: knowledgeKeys.callers },
      {
        description: "Says where a call goes.",
        memoryMb: 512,
        timeoutSeconds: flowTimeoutSeconds,
        statements: [changeCalls(tables.calls), readObject(knowledgeKeys.compiled), readObject(knowledgeKeys.callers)],
      },
    );
    this.startCall = make(
      "startCall",
      { CALLS_TABLE, VOICE_FUNCTION: this.voice.functionName },
      {
        description: "Starts the agent for a call, or its successor where it broke off.",
        memoryMb: 512,
        timeoutSeconds: flowTimeoutSeconds,
        statements: [changeCalls(tables.calls), allow("lambda:InvokeFunction", this.voice.arn)],
      },
    );
    this.nextAction = make(
      "nextAction",
      { CALLS_TABLE },
      {
        description: "Holds the contact flow's question until the agent has something to say.",
        timeoutSeconds: flowTimeoutSeconds,
        statements: [followCalls(tables.calls)],
      },
    );
    this.renderPrompts = make(
      "renderPrompts",
      { PROMPTS_BUCKET: prompts.bucketName, VOICE: settings.voice },
      {
        description: "Renders the fixed sentences at deploy time.",
        timeoutSeconds: 300,
        statements: [
          allowAnywhere("polly:SynthesizeSpeech"),
          allow("s3:PutObject", pulumi.interpolate`${prompts.arn}/${fixedPrefix}*`),
        ],
      },
    );
    this.syncKnowledge = make(
      "syncKnowledge",
      {
        ...compiled,
        KNOWLEDGE_FILE: knowledgeKeys.file,
        ...meanings,
        STACK_OVERRIDES: JSON.stringify({ people: settings.people, phone: settings.phone }),
        ALERTS_TOPIC: args.topicArn,
        RENDER_FUNCTION: this.renderPrompts.functionName,
        VOICE: settings.voice,
      },
      {
        description: "Puts a new knowledge file in force, or tells its owner why not.",
        memoryMb: 512,
        timeoutSeconds: 300,
        statements: [
          readObject(knowledgeKeys.file),
          readObject(knowledgeKeys.compiled),
          // Before the first file there is nothing in force, which only those may know who may list.
          allow("s3:ListBucket", knowledge.bucketArn),
          allow(
            "s3:PutObject",
            [knowledgeKeys.compiled, `${knowledgeKeys.versions}*`].map(
              (key) => pulumi.interpolate`${knowledge.bucketArn}/${key}`,
            ),
          ),
          allow("lambda:InvokeFunction", this.renderPrompts.arn),
          ...embed,
          allow(["s3vectors:ListVectors", "s3vectors:PutVectors", "s3vectors:DeleteVectors"], knowledge.indexArn),
          allow("sns:Publish", args.topicArn),
          allow(["kms:Decrypt", "kms:GenerateDataKey"], args.keyArn, {
            StringEquals: { "kms:ViaService": `sns.${place.region}.amazonaws.com` },
          }),
        ],
      },
    );
    this.leadCallsOnce(name);
    this.registerOutputs();
  }

  /** A call that is started late or twice is worse than one that goes to a person: no retries, and a successor where it broke off. */
  private leadCallsOnce(name: string): void {
    const mayHandOver = new aws.iam.RolePolicy(
      `${name}-handover`,
      {
        role: this.voice.roleId,
        // At the end of its time a function starts the next itself; where it breaks off, Lambda tells startCall.
        policy: policyDocument([this.startCall, this.voice].map(({ arn }) => allow("lambda:InvokeFunction", arn))),
      },
      { parent: this },
    );
    new aws.lambda.FunctionEventInvokeConfig(
      `${name}-once`,
      {
        functionName: this.voice.functionName,
        maximumRetryAttempts: 0,
        maximumEventAgeInSeconds: oldestEventSeconds,
        destinationConfig: { onFailure: { destination: this.startCall.arn } },
      },
      // Lambda refuses a destination that the function's role may not call.
      { parent: this, dependsOn: [mayHandOver] },
    );
  }
}

/** Leases, mailbox and counters are only ever changed item by item, under a condition. */
function changeCalls({ arn }: Table): Statement {
  return allow("dynamodb:UpdateItem", arn);
}

function followCalls({ arn }: Table): Statement {
  return allow(["dynamodb:Query", "dynamodb:UpdateItem"], arn);
}
