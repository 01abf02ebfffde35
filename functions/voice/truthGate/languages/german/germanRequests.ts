import type { RequestWords } from "../../vocabulary";

export const germanRequests: RequestWords = {
  asked:
    /^(?:(?:und|also|gut|ja|gern|gerne|natürlich|okay|ok|danke|entschuldigung|prima|super) )*(?:(?:kann|könnte|darf|dürfte) ich (?:bitte )?(?:ihren|ihre|ihr|noch|den|die|um|sie)|(?:können|könnten|würden) sie (?:mir |bitte |den |die |ihren |ihre |das )*|bitte|ich (?:brauche|bräuchte) (?:noch )?|wie|welche|welcher|welches|welchen|was|wer|wo|wann|unter welcher|ihr|ihre|mit einem|ist das)\b/,
  told: /^(?:(?:und|gut|danke|prima) )*(?:(?:sagen|nennen|geben|buchstabieren|wiederholen) sie (?:mir )?|ich (?:brauche|bräuchte) (?:noch )?(?:ihren|ihre|eine|einen|den|die))|^(?:und )?(?:ihr|ihre|ihren)\b(?!.*\b(?:ist|sind|wird)\b).* bitte$/,
  what: /(?:\b(?:vor|nach|familien)?namen?\b|nummer|adresse|anschrift|mail|telefon|handy|geburtsdatum|geboren|postleitzahl|buchstabier|schreibt|ziffern|buchstaben?|kennzeichen|grund|passiert|tag|uhrzeit|datum|farbe|größe)/,
  more: /\b(?:damit|weil|wir (?:können|werden|haben)|kostenlos|gratis|rabatt|interesse)\b/,
};
