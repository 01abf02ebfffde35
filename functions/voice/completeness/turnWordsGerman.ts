import { numberWords } from "../../shared/numberWords";
import type { TurnWords } from "./turnWords";

export const germanTurnWords: TurnWords = {
  pauseFillers:
    "einen_moment moment_mal warten_sie sekunde ich_schaue_mal mal_sehen wie_heißt_das äh ähm hm hmm öh also_äh sagen_wir moment wie_sagt_man",
  leadOn:
    "bindestrich unterstrich schrägstrich außer obwohl während damit der_erste den_ersten der_letzte den_letzten halb viertel am_liebsten durchwahl diese dieser dieses punkt nein_moment moment_nein nein_entschuldigung ich_meine wir er man ich_dachte ich_wollte ich_wollte_fragen vielleicht eigentlich nur ob_sie dass_sie und oder aber denn weil dass ob wenn sondern sowie der die das den dem des ein eine einen einem einer eines mein meine meinen meinem " +
    "meiner ihr ihre ihren unser unsere ich_möchte ich_würde ich_will ich_hätte ich_hätte_gern ich_brauche ich_bin ich_habe wir_möchten wir_brauchen " +
    "haben_sie sind_sie können_sie kann_ich könnte_ich gibt_es ist_es was_kostet wie_viel nummer_ist name_ist adresse_ist sehr auch noch " +
    "nicht gerne gern ich sie es ist sind war doppel",
  helperVerbs: "haben können könnten kann könnte würden würde wollen soll sollen darf dürfen macht machen hat hätten",
  subjects: "sie ich wir es man er",
  mostlyLeadOn:
    "mit für zu zum zur von vom bei beim an am auf aus in im nach vor über unter um bis ab gegen ohne seit wegen zwischen als wie",
  questionStarts:
    "was wann wo wer wem wen wie warum wieso welche welcher welches welchen haben hätten sind ist kann kannst können könnten könnte darf " +
    "gibt geht macht machen muss wird würden würde",
  strandingQuestions: "",
  beforeQuestions: "und aber also hallo guten_tag guten_morgen ja nein äh danke gut okay ok dann entschuldigung",
  openers:
    "hallo guten_tag guten_morgen guten_abend grüß_gott servus ja nein doch okay ok gut danke vielen_dank danke_schön super prima genau " +
    "stimmt bitte entschuldigung moment ach also gerne passt alles_klar",
  farewells:
    "tschüss tschüs auf_wiederhören auf_wiedersehen das_war_alles das_war's nein_danke bis_dann schönen_tag stopp",
  announcements: "eine_frage ich_habe_eine_frage kurze_frage noch_eine_frage eine_sache folgendes",
  wantsMore:
    "verkaufen reparieren anbieten akzeptieren nehmen führen buchen reservieren machen haben fragen wissen ändern absagen kommen ich_weiß_nicht noch_etwas etwas_frei einen_termin termin termine frei zeit meinen_termin",
  wishes:
    "möchte möchten will würde hätte hätten brauche brauchen buchen reservieren ändern verschieben absagen stornieren sprechen bitte kann können " +
    "termin mitarbeiter person lieber nehme passt mir mich",
  plainWishes:
    "möchte möchten will hätte hätten brauche brauchen buchen reservieren verschieben absagen stornieren bitte können könnten kann termin mitarbeiter",
  numbers: numberWords.de,
  repeats: { doppel: 2 },
  spellsAs: "wie",
  wholeWith: "fange_an kommt_vor rufe_an ruft_an komme_vorbei tag_davor wie_vorher",
  titles: "herr frau dr doktor prof sankt",
  asksForHour: /(?:tag|datum) und (?:welche )?(?:uhrzeit|stunde|zeit)/i,
  spelt: "schreibt_sich geschrieben buchstabiert",
  requests: "kann_ich könnte_ich darf_ich dürfte_ich können_sie könnten_sie würden_sie",
  refusals: "nein kein keine nicht",
  atSign: "at ät klammeraffe",
  dot: "punkt",
  months: "januar jänner februar märz april mai juni juli august september oktober november dezember",
  weekdays: "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag heute morgen übermorgen",
  streets: "straße strasse weg platz allee gasse ring damm ufer",
  isTownLast: true,
  beforeNumbers: "wohnung etage stock hausnummer ausfahrt gebäude aufgang sankt alte neue alter neuer",
  isStreetKindFirst: false,
  asksFor: {
    birth: /geburt|geboren/i,
    lastFour: /letzten (?:vier|4)/i,
    code: /(?:auftrags|kunden|rechnungs|bestell|buchungs|vertrags|serien|karten|akten|versicherungs)nummer|aktenzeichen|kennzeichen|letzten (?:vier|drei|fünf) (?:ziffern|stellen)|postleitzahl|referenz/i,
    number: /nummer|telefon|erreichen|zurückrufen/i,
    name: /\bnamen?\b|buchstabier|heißen/i,
    email: /at-zeichen|klammeraffe|e-?mail|mailadresse/i,
    date: /welche[rnm]? tag|wann|datum|uhrzeit|um wie viel/i,
    address: /(?<!mail-?)\badresse\b|anschrift|wohnen|wohne|wohin/i,
  },
};
