/**
 * The variables by which the clients of AWS's SDK find a service, as `AWS_ENDPOINT_URL_…`. The one that brings a stream's sound is
 * missing on purpose: its address is the answer of `GetDataEndpoint`, here as on AWS.
 */
const services = [
  "BEDROCK_RUNTIME",
  "DYNAMODB",
  "KINESIS_VIDEO",
  "LAMBDA",
  "POLLY",
  "S3",
  "S3VECTORS",
  "SCHEDULER",
  "SFN",
  "SNS",
  "TRANSCRIBE_STREAMING",
] as const;

/** @param url with an IP, since S3's client puts a bucket's name before a host's. */
export function endpointVariables(url: string): Readonly<Record<string, string>> {
  return Object.fromEntries(services.map((service) => [`AWS_ENDPOINT_URL_${service}`, url]));
}
