import { readFileSync } from "node:fs";
import path from "node:path";
import { renderStateMachine, type StateMachineDefinition } from "../../functions/shared/stateMachine";

/** What each workflow is told of the world; a test holds it to the deployment. */
const placesOf = {
  bookingConfirmation: ["confirmBookingArn", "deliverArn", "reminderGroup", "schedulerRoleArn"],
  callArchive: ["archiveCallArn", "deliverArn"],
  gapsReport: ["listGapsArn", "deliverArn"],
  voicemailRecording: ["prepareVoicemailArn", "jobPrefix", "filesBucket"],
  voicemailReport: ["reportVoicemailArn", "deliverArn", "reportGroup", "filesUrl"],
} as const;
export type WorkflowName = keyof typeof placesOf;
export const workflowNames = Object.keys(placesOf) as WorkflowName[];

const folder = path.join(__dirname, "../../stateMachines");
const account = "us-east-1:000000000000";

/** Before a call's id: the name of a transcription job. */
export const jobPrefix = "simulated.";

/** What stands in the places that are no names of something that only the deployment knows. */
export const usualPlaces: Readonly<Record<string, string>> = {
  jobPrefix,
  filesBucket: "simulated-files",
  filesUrl: "https://files.example/",
};

const itself = (name: string) => name;
const usual = new Map<WorkflowName, StateMachineDefinition>();

/** The definition that would be deployed, whose functions have the names that `nameOf` gives them. */
export function definitionOf(
  workflow: WorkflowName,
  nameOf: (functionName: string) => string = itself,
  known: Readonly<Record<string, string>> = usualPlaces,
): StateMachineDefinition {
  const isUsual = nameOf === itself && known === usualPlaces;
  const remembered = isUsual ? usual.get(workflow) : undefined;
  if (remembered !== undefined) return remembered;
  const places = placesOf[workflow].map((place) => [place, known[place] ?? valueIn(place, nameOf)]);
  const yaml = readFileSync(path.join(folder, `${workflow}.asl.yaml`), "utf8");
  const definition = renderStateMachine(yaml, Object.fromEntries(places));
  if (isUsual) usual.set(workflow, definition);
  return definition;
}

function valueIn(place: string, nameOf: (functionName: string) => string): string {
  if (place.endsWith("RoleArn")) return `arn:aws:iam::000000000000:role/${place.slice(0, -"Arn".length)}`;
  if (!place.endsWith("Arn")) return place;
  return `arn:aws:lambda:${account}:function:${nameOf(place.slice(0, -"Arn".length))}`;
}
