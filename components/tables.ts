import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";

export interface TablesArgs {
  /** Whether AWS itself refuses to delete the tables; Pulumi always does. */
  readonly areGuarded: boolean;
}

/** A table that is paid by use. */
export interface Table {
  readonly tableName: pulumi.Output<string>;
  readonly arn: pulumi.Output<string>;
}

/**
 * What is remembered of calls and callers. `calls`: leases, the flow line's mailbox and the day's counters, forgotten after a day.
 * `bookings`: slots and who has them. `records`: what each call left behind, forgotten when recordings are.
 */
export class Tables extends pulumi.ComponentResource {
  readonly calls: Table;
  readonly bookings: Table;
  readonly records: Table;

  constructor(name: string, args: TablesArgs, options?: pulumi.ComponentResourceOptions) {
    super("voiceAgent:index:Tables", name, {}, options);
    const table = (child: string): Table => {
      const made = new aws.dynamodb.Table(
        child,
        {
          billingMode: "PAY_PER_REQUEST",
          hashKey: "pk",
          rangeKey: "sk",
          attributes: [
            { name: "pk", type: "S" },
            { name: "sk", type: "S" },
          ],
          ttl: { attributeName: "expiresAt", enabled: true },
          pointInTimeRecovery: { enabled: true },
          serverSideEncryption: { enabled: true },
          deletionProtectionEnabled: args.areGuarded,
        },
        { parent: this, protect: true },
      );
      return { tableName: made.name, arn: made.arn };
    };
    this.calls = table("calls");
    this.bookings = table("bookings");
    this.records = table("records");
    this.registerOutputs();
  }
}
