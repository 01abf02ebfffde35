import path from "node:path";
import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { AfterCall } from "./components/afterCall";
import { Alerts } from "./components/alerts";
import { ConnectInstance } from "./components/connectInstance";
import { Erasure } from "./components/erasure";
import { Functions } from "./components/functions";
import { KnowledgeStore } from "./components/knowledgeStore";
import { PhoneLine } from "./components/phoneLine";
import { PromptStore } from "./components/promptStore";
import { refuseUnreviewed } from "./components/reviewedStack";
import { readSettings } from "./components/settings";
import { stackKey } from "./components/stackKey";
import { Tables } from "./components/tables";
import { tagEverything } from "./components/tags";
import { Upkeep } from "./components/upkeep";
import { Voicemail } from "./components/voicemail";
import { watchFunctions } from "./components/watchFunctions";

/**
 * One customer at one stage: a phone line that answers. A function, so that `npm run plan` can run it for several stacks. Where
 * `mustBeReviewed` is false, a production stage is taken with a routing that nobody has read yet, only to be compared.
 */
export = async (root: string = process.cwd(), mustBeReviewed = true) => {
  const settings = readSettings(root);
  if (settings.stage === "prod" && mustBeReviewed) refuseUnreviewed(root, settings);
  const { stack, region, knowledge } = settings;
  tagEverything({ "voice-agent:stack": stack, "voice-agent:customer": settings.customer });

  const { accountId } = await aws.getCallerIdentity();
  const place = { region, accountId };
  const mayBeEmptied = settings.stage === "dev";
  const key = stackKey(accountId);
  const { topicArn } = new Alerts("alerts", { ...settings, accountId, keyArn: key.arn });
  const tables = new Tables("tables", { areGuarded: settings.stage === "prod" });
  const instance = new ConnectInstance("connect", {
    ...settings,
    place,
    adoptedId: settings.connectInstanceId,
    keyArn: key.arn,
  });
  const prompts = new PromptStore("prompts", { accountId, instanceArn: instance.arn, mayBeEmptied });
  const store = new KnowledgeStore("knowledge", {
    stack,
    accountId,
    file: path.relative(process.cwd(), settings.knowledgeFile.path),
    callers: settings.callers,
    mayBeEmptied,
  });
  const afterCall = new AfterCall("afterCall", {
    place,
    settings,
    tables,
    knowledge: store,
    instanceArn: instance.arn,
    topicArn,
    keyArn: key.arn,
    mayBeEmptied,
  });
  const voicemail = new Voicemail("voicemail", {
    place,
    stack,
    settings,
    tables,
    knowledge: store,
    recordings: instance.recordings,
    filesBucket: afterCall.files.bucketName,
    filesArn: afterCall.files.arn,
    filesUrl: afterCall.filesUrl,
    deliver: afterCall.deliver,
    topicArn,
  });
  const { bucket: recordingsBucket } = instance.recordings;
  const erasure = new Erasure("erasure", {
    place,
    settings,
    tables,
    files: afterCall.files,
    prompts,
    recordings:
      recordingsBucket === null
        ? null
        : { bucketName: recordingsBucket, arn: pulumi.interpolate`arn:aws:s3:::${recordingsBucket}` },
    remindersGroup: afterCall.remindersGroup,
    reportsGroup: voicemail.reportsGroup,
  });
  const functions = new Functions("functions", {
    place,
    settings,
    tables,
    knowledge: store,
    prompts,
    instance,
    topicArn,
    keyArn: key.arn,
    afterCall,
  });
  watchFunctions(functions, topicArn);
  const upkeep = new Upkeep("upkeep", {
    knowledge,
    knowledgeSha256: settings.knowledgeFile.sha256,
    voice: settings.voice,
    store,
    prompts,
    functions,
  });
  const line = new PhoneLine("line", {
    stack,
    accountId,
    settings,
    knowledge,
    instance,
    functions: { ...functions, noteVoicemail: voicemail.noteVoicemail },
    prompts,
    after: upkeep.done,
  });

  return {
    customer: settings.customer,
    phoneNumber: line.phoneNumber ?? pulumi.output(knowledge.business.phone),
    connectInstanceId: instance.instanceId,
    contactFlowArn: line.contactFlowArn,
    knowledgeBucket: store.bucketName,
    promptsBucket: prompts.bucketName,
    callsTable: tables.calls.tableName,
    bookingsTable: tables.bookings.tableName,
    recordsTable: tables.records.tableName,
    alertsTopic: topicArn,
    callsTopic: afterCall.callsTopicArn,
    filesBucket: afterCall.files.bucketName,
    eraseFunction: erasure.eraseCaller.functionName,
    region,
  };
};
