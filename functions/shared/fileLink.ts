/**
 * What a mail may link to. The link names the file; whoever opens it is sent on to an address that S3 signs at that moment, so a link
 * works as long as the file is kept. Nobody can guess a link: each holds an id of 96 bits or more.
 */
const opened =
  /^(bookings\/booking-[0-9a-f]{24}\.ics|voicemail\/[0-9a-f-]{36}\.wav|calls\/\d{4}\/\d{2}\/\d{2}\/[0-9a-f-]{36}\/[a-z]+\.(html|json|wav))$/;

/** The address of a file, under the address of the function `openFile`. */
export function linkTo(functionUrl: string, key: string): string {
  return `${functionUrl.replace(/\/$/, "")}/${key}`;
}

/** The key of the file that a path asks for; null where it is none that may be opened. */
export function keyOfPath(path: string): string | null {
  const key = path.replace(/^\//, "");
  return opened.test(key) ? key : null;
}
