import { PolicyPack } from "@pulumi/policy";
import { policies } from "./policies";
import { exportedState } from "./state";

new PolicyPack("voice-agent", { policies: policies(exportedState), enforcementLevel: "mandatory" });
