import { bookingKey } from "../../../functions/shared/slots";
import type { Invariant } from "../invariant";

/** What is reported is what was written, under the one key that it can have. */
export const sameKey: Invariant = {
  name: "a booking has one key, and what is reported was stored",
  broken({ call: { knowledge }, report, left, finished }) {
    const business = knowledge.business.phone;
    const reported = finished.record?.bookings ?? [];
    const stored = new Set(left.writes.flatMap(({ standing }) => [...standing.keys()]));
    const done = report.tools.filter(
      ({ name, status, key }) => name === "book_appointment" && status === "done" && key,
    );
    return [
      ...reported
        .filter((each) => each.key !== bookingKey({ business, ...each }))
        .map(({ key }) => `${key} is not its key`),
      ...reported.filter(({ key }) => !stored.has(key)).map(({ key }) => `${key} was never stored`),
      ...done
        .filter(({ key }) => key !== null && !stored.has(key))
        .map(({ key }) => `${key} is done and was never stored`),
    ];
  },
};
