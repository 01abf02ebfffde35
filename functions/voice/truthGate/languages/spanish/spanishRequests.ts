import type { RequestWords } from "../../vocabulary";

export const spanishRequests: RequestWords = {
  asked:
    /^(?:(?:y|claro|bien|muy bien|de acuerdo|perfecto|vale|sí|perdone|gracias|entonces|bueno|ok|con gusto|disculpe) )*(?:(?:me|nos) (?:puede|podría|da|dice|deja|confirma|deletrea|repite)|(?:puede|podría) (?:darme|decirme|deletrear|repetir|confirmar|dejarme|indicarme)|puedo (?:tomar|anotar|tener|pedirle)|necesito|necesitaría|por favor|cuál|cuáles|cómo|quién|dónde|cuándo|qué|a qué|a nombre de|su|con una?)(?!\p{L})/u,
  told: /^(?:(?:y|bien|perfecto|gracias) )*(?:(?:deme|dígame|deletree|repita|confirme)(?= )|necesito (?:su|un|una|el|la))(?!\p{L})|^(?:y )?(?:su|sus)(?= )(?!.* (?:es|son|está|será) ).* por favor$/u,
  what: /(?<!\p{L})(?:nombre|apellidos?|número|dirección|correo|e-?mail|teléfono|móvil|celular|nacimiento|código postal|deletrea\p{L}*|escribe|dígitos|letras?|matrícula|motivo|pasa|pasó|día|hora|fecha|color|talla)(?!\p{L})/u,
  more: /(?<!\p{L})(?:para que|porque|así|podemos|haremos|gratis|gratuit\p{L}*|descuento|interesa\p{L}*|quiere (?:un|una|nuestr\p{L}*))(?!\p{L})/u,
};
