import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { alertingServices } from "./alerts";
import { policyDocument } from "./permissions";

/**
 * The key that encrypts callers' voices and the owner's alarms. It outlives the stack, like the Connect instance whose
 * recordings nobody could read without it.
 */
export function stackKey(accountId: pulumi.Input<string>): aws.kms.Key {
  // In a key's own policy `*` means this key.
  const thisKey = { Effect: "Allow", Resource: "*" };
  return new aws.kms.Key(
    "key",
    {
      description: "Callers' voices and the owner's alarms.",
      enableKeyRotation: true,
      policy: policyDocument([
        {
          ...thisKey,
          Sid: "AccountByItsPolicies",
          Principal: { AWS: pulumi.interpolate`arn:aws:iam::${accountId}:root` },
          Action: "kms:*",
        },
        {
          ...thisKey,
          Sid: "AlarmsIntoTheTopic",
          Principal: { Service: [...alertingServices] },
          Action: ["kms:Decrypt", "kms:GenerateDataKey"],
          Condition: { StringEquals: { "aws:SourceAccount": accountId } },
        },
      ]),
    },
    { protect: true, retainOnDelete: true },
  );
}
