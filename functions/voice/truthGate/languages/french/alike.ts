import { bodyAlike } from "./alike/bodyAlike";
import { bookingAlike } from "./alike/bookingAlike";
import { foodAlike } from "./alike/foodAlike";
import { homographAlike } from "./alike/homographAlike";
import { leisureAlike } from "./alike/leisureAlike";
import { moneyAlike } from "./alike/moneyAlike";
import { paperAlike } from "./alike/paperAlike";
import { peopleAlike } from "./alike/peopleAlike";
import { placeAlike } from "./alike/placeAlike";
import { qualityAlike } from "./alike/qualityAlike";
import { tradeAlike } from "./alike/tradeAlike";
import { workAlike } from "./alike/workAlike";

/**
 * French words that say the same somewhere: what a reply says with one, a fact supports with another. A word may stand in several
 * groups. Verbs stand in the infinitive; in phrases `~` marks a verb, `+` an adjective and `*` a noun that are said in all forms.
 */
export const alikeGroups: readonly string[] = [
  ...moneyAlike,
  ...bookingAlike,
  ...peopleAlike,
  ...placeAlike,
  ...tradeAlike,
  ...workAlike,
  ...bodyAlike,
  ...foodAlike,
  ...leisureAlike,
  ...paperAlike,
  ...qualityAlike,
  ...homographAlike,
];
