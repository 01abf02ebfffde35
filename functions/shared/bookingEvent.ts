import type { Booking } from "./callRecord";

/** A change of a booking that is stored already: the input of the workflow that tells everybody of it. */
export interface BookingEvent {
  /** The call in which it was changed. */
  readonly contactId: string;
  readonly atMs: number;
  readonly change: "new" | "move" | "cancel";
  /** What stands now; of a cancelled one what stood. */
  readonly booking: BookedTime;
  /** What stood before a move; else null. */
  readonly before: BookedTime | null;
}

export type BookedTime = Omit<Booking, "confirmation">;

/** The name of the workflow's execution: the same for the same change, in at most 80 letters, digits and hyphens. */
export function announcementName({ booking, change, atMs }: BookingEvent): string {
  return `${booking.key}-${change}-${atMs}`;
}
