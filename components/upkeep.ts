import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { fixedPromptsOf } from "../functions/shared/fixedPrompts";
import type { Knowledge } from "../functions/shared/knowledge";
import type { Functions } from "./functions";
import { type KnowledgeStore, knowledgeKeys } from "./knowledgeStore";
import type { PromptStore } from "./promptStore";

export interface UpkeepArgs {
  readonly knowledge: Knowledge;
  readonly knowledgeSha256: string;
  readonly voice: string;
  readonly store: KnowledgeStore;
  readonly prompts: PromptStore;
  readonly functions: Functions;
}

/**
 * What is done when the stack is deployed, and when its owner uploads another knowledge file: the file is put in force, and the
 * fixed sentences are rendered. Both are safe to repeat. A deployment fails where the file is refused.
 */
export class Upkeep extends pulumi.ComponentResource {
  /** The knowledge is in force, and the sentences lie where the contact flow plays them from. */
  readonly done: readonly pulumi.Resource[];

  constructor(name: string, args: UpkeepArgs, options?: pulumi.ComponentResourceOptions) {
    super("voiceAgent:index:Upkeep", name, {}, options);
    const { syncKnowledge, renderPrompts } = args.functions;
    const synced = new aws.lambda.Invocation(
      `${name}-knowledge`,
      {
        functionName: syncKnowledge.functionName,
        input: JSON.stringify({ deployed: args.knowledgeSha256 }),
        triggers: { code: syncKnowledge.codeSha256 },
      },
      // It has the sentences of a new file rendered itself.
      {
        parent: this,
        dependsOn: [...syncKnowledge.ready, ...renderPrompts.ready, ...args.store.ready, ...args.prompts.ready],
      },
    );
    const rendered = new aws.lambda.Invocation(
      `${name}-prompts`,
      {
        functionName: renderPrompts.functionName,
        input: JSON.stringify({ prompts: fixedPromptsOf(args.knowledge, args.voice) }),
        triggers: { code: renderPrompts.codeSha256 },
      },
      { parent: this, dependsOn: [...renderPrompts.ready, ...args.prompts.ready] },
    );
    this.watchUploads(name, args);
    this.done = [synced, rendered];
    this.registerOutputs();
  }

  private watchUploads(name: string, { store, functions }: UpkeepArgs): void {
    const { syncKnowledge } = functions;
    const rule = new aws.cloudwatch.EventRule(
      `${name}-uploads`,
      {
        description: "The business's knowledge file was uploaded.",
        eventPattern: pulumi.jsonStringify({
          source: ["aws.s3"],
          "detail-type": ["Object Created"],
          detail: { bucket: { name: [store.bucketName] }, object: { key: [knowledgeKeys.file] } },
        }),
      },
      { parent: this },
    );
    new aws.lambda.Permission(
      `${name}-permission`,
      {
        action: "lambda:InvokeFunction",
        function: syncKnowledge.functionName,
        principal: "events.amazonaws.com",
        sourceArn: rule.arn,
      },
      { parent: this },
    );
    new aws.cloudwatch.EventTarget(`${name}-target`, { rule: rule.name, arn: syncKnowledge.arn }, { parent: this });
  }
}
