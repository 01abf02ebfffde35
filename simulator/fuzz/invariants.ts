import type { Invariant } from "./invariant";
import { answersInTime } from "./invariants/answersInTime";
import { bookedOnce } from "./invariants/bookedOnce";
import { bookingsAreTold } from "./invariants/bookingsAreTold";
import { ending } from "./invariants/ending";
import { givesWay } from "./invariants/givesWay";
import { heardIsHeard } from "./invariants/heardIsHeard";
import { livingTurn } from "./invariants/livingTurn";
import { neverSilent } from "./invariants/neverSilent";
import { noFalsehood } from "./invariants/noFalsehood";
import { oneVoice } from "./invariants/oneVoice";
import { sameKey } from "./invariants/sameKey";
import { silenceLadder } from "./invariants/silenceLadder";
import { timers } from "./invariants/timers";
import { writesOnce } from "./invariants/writesOnce";

/** All that random calls are held to. */
export const invariants: readonly Invariant[] = [
  timers,
  givesWay,
  neverSilent,
  answersInTime,
  silenceLadder,
  heardIsHeard,
  livingTurn,
  writesOnce,
  bookedOnce,
  bookingsAreTold,
  noFalsehood,
  sameKey,
  oneVoice,
  ending,
];
