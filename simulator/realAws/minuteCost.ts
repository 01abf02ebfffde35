import { unitPricesUsd } from "../../functions/shared/prices";

/** What a minute of conversation asks of the services that the page's calls use, in USD. */
export interface MinuteCost {
  readonly total: number;
  readonly transcribe: number;
  readonly bedrock: number;
  readonly polly: number;
}

/** A lively talk: what the model is asked in a minute (drafts that are thrown away included), and what the agent says. */
const questionsAMinute = 8;
const spokenCharactersAMinute = 450;
const answerTokens = 80;
/** What was said before, on the average of a call of some minutes. */
const historyTokens = 600;
const charactersPerToken = 4;
/** From here on Bedrock keeps the prompt of Claude Haiku 4.5. */
const leastCachedTokens = 4_096;

/**
 * An estimate by list prices.
 *
 * @param promptCharacters what the model is told before every question.
 */
export function minuteCost(promptCharacters: number): MinuteCost {
  const price = unitPricesUsd;
  const promptTokens = promptCharacters / charactersPerToken;
  const promptMillionUsd = promptTokens < leastCachedTokens ? price.inputMillionTokens : price.cachedMillionTokens;
  const questionUsd =
    (promptTokens * promptMillionUsd +
      historyTokens * price.inputMillionTokens +
      answerTokens * price.outputMillionTokens) /
    1e6;
  const transcribe = price.transcribeMinute;
  const bedrock = questionsAMinute * questionUsd;
  const polly = (spokenCharactersAMinute / 1e6) * price.pollyMillionCharacters;
  return { total: transcribe + bedrock + polly, transcribe, bedrock, polly };
}
