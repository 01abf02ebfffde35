import type { Booking } from "../../../functions/shared/callRecord";
import type { Knowledge } from "../../../functions/shared/knowledge";
import type { Invariant } from "../invariant";

/** Counted from the bookings themselves: the store's own slots are not asked. */
export const bookedOnce: Invariant = {
  name: "no time is booked more often than there are chairs",
  broken: ({ call: { knowledge }, left, finished }) =>
    left.writes.flatMap(({ atMs, standing }) =>
      crowdedIn([...standing.values()], knowledge).map((start) => `${start} at ${atMs - finished.startMs} ms`),
    ),
};

/** Local starts at which more people sit than there are chairs. */
function crowdedIn(bookings: readonly Booking[], { services, bookings: { chairs } }: Knowledge): readonly string[] {
  const minutesOf = ({ service }: Booking) => services.find(({ id }) => id === service)?.minutes ?? 0;
  const isAt = (booking: Booking, start: string) => {
    const lateMinutes = (Date.parse(`${start}Z`) - Date.parse(`${booking.start}Z`)) / 60_000;
    return lateMinutes >= 0 && lateMinutes < minutesOf(booking);
  };
  return bookings
    .map(({ start }) => start)
    .filter((start) => bookings.filter((booking) => isAt(booking, start)).length > chairs);
}
