/** Things that every business speaks of. */
export const germanThings = `ding dinge sache sachen art arten weise teil fall fälle frage fragen antwort antworten auskunft auskünfte information informationen info infos hilfe name namen möglichkeit möglichkeiten angelegenheit anliegen
  kunde kunden kundin kundinnen patient patienten patientin besucher herr frau mann leute
  laden geschäft salon praxis werkstatt büro betrieb restaurant lokal studio shop filiale standort haus firma unternehmen betriebs team leistung leistungen service angebotene
  adresse anschrift nummer rufnummer telefonnummer preis preise zeit zeiten öffnungszeiten uhrzeit uhr stelle stück stücke
  anderes andere anderen anderer anderem folgende folgenden folgendes nächste nächsten nächster nächstes weitere weiteren weiteres sonstige sonstiges feiertags entsprechende entsprechend jeweilige`;

/** Words that claim nothing by themselves wherever they stand; of verbs the infinitive stands for all forms. */
export const germanNeutral = [
  // Articles, pronouns, question words.
  `ein eine einen einem einer eines eins der die das den dem des dies diese dieser dieses diesen diesem jener jene jenes jenen derselbe dieselbe dasselbe
  es sie er ihn ihm ihr ihre ihren ihrem ihrer ihres ihnen ich mir mich mein meine meinen meinem meiner wir uns unser unsere unseren unserem unserer unseres unsre unsren
  du dich dir dein deine deinen deinem deiner euch euer eure euren eurem eurer sich man einander selbst selber n ne nen nem
  wer was wie wo wann warum wieso weshalb welche welcher welches welchen welchem wem wen wessen worum wofür womit woran worauf wodurch wohin woher derer dessen deren denen
  hier dort da drüben dorthin hierhin hierher daher dahin davon daran darauf darin darüber darum dazu dafür damit daneben dadurch drauf dran drum draus rein raus rauf her hin wobei wodurch wozu`,
  // Joints and prepositions.
  `ob dass weil denn damit indem obwohl während sowie sowohl somit also deshalb deswegen darum daher trotzdem
  in im an am auf bei beim mit von vom zu zum zur für fürs ins ans aufs ums übers durchs vors aus um nach und oder aber nicht als per pro à gegen durch seit wegen trotz bezüglich betreffs hinsichtlich anstatt anstelle`,
  // Verbs that say no more than that something is, has, does or may.
  `sein haben werden können dürfen sollen wollen mögen lassen machen tun gehen kommen geben nehmen bekommen kriegen erhalten bieten anbieten führen verwenden benutzen nutzen finden sehen
  wissen heissen bedeuten befinden liegen stehen kosten meinen denken glauben gelten funktionieren klappen freuen schauen gucken anschauen ansehen nachschauen nachsehen
  ausmachen vorbeikommen vorbeischauen reinkommen reinschauen hingehen herkommen weiterhelfen helfen erwarten rechnen einrechnen handeln betreffen beachten aussehen ausschauen hersein
  sei wär wäre hätt hätte möcht möchte würd könnt täte hab werd mach geh komm gib nimm schau guck seh find brauch`,
  // What answers and sentences are strewn with.
  `so auch noch schon mal doch ja nein eben halt nämlich eh ohnehin sowieso übrigens nun tja naja ach oh äh ähm hm gell oder
  gern gerne bitte leider bedauerlicherweise schade nachher danach anschliessend hinterher daraufhin daneben entweder spätestens je mag magister magistra dr doktor prof ing dipl allerdings natürlich selbstverständlich sicher sicherlich bestimmt klar freilich wirklich tatsächlich sehr recht ziemlich einfach direkt gleich normalerweise gewöhnlich üblicherweise meist meistens generell grundsätzlich
  in-der-regel eigentlich ausserdem zudem ferner dann jeweils insgesamt danke hallo realität kurz bequem problemlos ganz sogar gar wohl schön gut prima super genau echt halt bloss mindest etwa
  vielmals jedenfalls sonst ansonsten andernfalls stattdessen hingegen zwar erst dennoch schliesslich endlich letztlich solche solcher solches solchen solchem derart dergleichen irgendwie irgendwas irgendwann irgendwo`,
  germanThings,
].join(" ");

/** Words that claim nothing in a question or a request. */
export const germanAskable = `name namen vorname nachname familienname nummer telefonnummer handynummer adresse mailadresse postleitzahl tag tage datum uhrzeit uhr zeit zeitpunkt woche termin termine buchen vereinbaren reservieren
  person personen erwachsene kind kinder baby auto kennzeichen marke modell alter grösse länge farbe gewicht fahrzeug gerät typ
  schon neu erste erstes ersten mal buchstabieren wiederholen sagen anderer andere anderes passen lieber interessieren suchen brauchen benötigen möchten wünschen problem anliegen wunsch etwas jemand jemanden leistung leistungen preis preise
  morgen heute übermorgen vormittag nachmittag abend früh spät schmerz schmerzen versicherung ändern verschieben absagen sprechen hund katze tier weiter besser richtig stattdessen buchung davon bleiben
  notieren aufschreiben eintragen vormerken bestätigen verstehen bestellen holen bringen erreichen zurückrufen anrufen vorstellen genauer lang lange gross klein welch thema grund bestimmtes konkret konkretes ungefähr
  bevorzugen lieblings dienstag mittwoch ausmachen beschreiben genannt gemeint planen wann geschehen passieren fehlen`;

/** Words that say next to nothing beside others that stand in the fact. */
export const germanLight = `normal gewöhnlich üblich regulär einfach klassisch gängig vorhanden möglich machbar praktisch bequem eigens speziell besonders lieb herzlich
  kümmern erhältlich bereitstehen vorgehen ablaufen laufen betragen belaufen fallen anfallen gehören zählen bestehen vorsehen ergeben entstehen betreffen lauten
  einplanen planen beginnen anfangen losgehen starten dienen weit egal lang stattfinden erfolgen reinpassen hineinpassen teilnehmen mitmachen bereitstellen besitzen unterrichten lehren hinkommen wert genauso ebenfalls ebenso`;
