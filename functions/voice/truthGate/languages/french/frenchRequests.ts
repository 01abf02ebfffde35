import type { RequestWords } from "../../vocabulary";

export const frenchRequests: RequestWords = {
  asked:
    /^(?:(?:et|alors|bien sûr|d'accord|très bien|parfait|bien|ok|oui|pardon|désolé|désolée|merci|donc|excusez-moi|avec plaisir) )*(?:(?:puis|peux|pourrais|pouvons)-(?:je|nous) (?:avoir|prendre|noter|vous demander)|est ce que je (?:peux|pourrais) (?:avoir|prendre|noter)|je (?:peux|pourrais|vais|voudrais) (?:avoir|prendre|noter|vous demander)|(?:pouvez|pourriez)-vous (?:me |nous )?(?:donner|dire|épeler|répéter|confirmer|laisser|rappeler)|vous pouvez (?:me |nous )?(?:donner|dire|épeler|répéter|confirmer|rappeler)|il me (?:faut|faudrait)|j'ai besoin|à quel|à quelle|quel|quelle|quels|quelles|comment|qui|où|quand|votre|vos|les (?:quatre|trois|six) derniers|(?:vous )?avez-vous un|vous avez un|c'est (?:avec|un|une)|et ça|ça)(?= |$)/u,
  told: /^(?:(?:et|alors|très bien|parfait|merci|donc) )*(?:(?:donnez|dites|épelez|répétez|confirmez|laissez)-moi|épelez|il me (?:faut|faudrait) (?:votre|un|une|le|la)|j'ai besoin de (?:votre|le|la)|je vous écoute)(?= |$)|^(?:et )?(?:votre|vos)(?= )(?!.* (?:est|sont|sera) ).* (?:s'il vous plaît|je vous prie)$/u,
  what: /(?<!\p{L})(?:noms?|prénoms?|numéro|adresse|e-?mail|mail|courriel|téléphone|portable|naissance|code postal|épeler|épelez|écrit|s'écrit|chiffres|lettres?|un [a-z]|une [a-z]|plaque|raison|sujet|passe|arrive|arrivé|jour|heure|date|couleur|taille)(?!\p{L})/u,
  more: /(?<!\p{L})(?:pour que|afin|parce que|car|nous (?:allons|pouvons|ferons)|gratuit\p{L}*|offert\p{L}*|remise|intéress\p{L}*|voulez-vous (?:un|une|notre|le|la)|souhaitez-vous (?:un|une|notre))(?!\p{L})/u,
};
