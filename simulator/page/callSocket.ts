import type { WebSocket } from "ws";
import { UserError } from "../../functions/shared/userError";
import type { CallEvent, LiveCall } from "../liveCall";
import { encodeMessage, type ServerMessage } from "./pageMessages";
import { type CallRequest, microphoneSamples, type PageRequest, readPageRequest } from "./pageRequest";
import type { PlacedCall } from "./placedCall";

/** Makes a call; what happens on it goes to `onEvent` until it has ended. */
export type StartCall = (call: PlacedCall, onEvent: (event: CallEvent) => void) => LiveCall;

/**
 * Serves one page's socket: one call at a time, which ends when the page goes away.
 *
 * @param place reads what the page asked for into a call, or says what is wrong with it.
 */
export function serveCalls(
  socket: WebSocket,
  place: (request: CallRequest) => PlacedCall | { readonly errors: readonly string[] },
  startCall: StartCall,
): void {
  let call: LiveCall | null = null;
  const send = (message: ServerMessage) => {
    if (socket.readyState === socket.OPEN) socket.send(encodeMessage(message));
  };
  const refuse = (errors: readonly string[]) => send({ type: "refused", errors });

  const dial = (request: CallRequest) => {
    const placed = call === null ? place(request) : { errors: ["A call is under way: hang up before you call again."] };
    if ("errors" in placed) {
      refuse(placed.errors);
      return;
    }
    const made = startCall(placed, send);
    const over = () => {
      if (call === made) call = null;
    };
    call = made;
    made.ended.then(over, (error: unknown) => {
      over();
      refuse(linesOf(error));
    });
  };
  // The page may speak into a call that has just ended; there is nobody left to hear it.
  const perform = (request: PageRequest) => {
    if (request.type === "call") dial(request);
    if (request.type === "say") call?.say(request.text);
    if (request.type === "press") call?.press(request.key);
    if (request.type === "hangUp") call?.hangUp();
  };

  socket.on("message", (data, isBinary) => {
    if (isBinary) {
      const pcm = microphoneSamples(data as Buffer);
      if (pcm !== null) call?.hear?.(pcm);
      return;
    }
    const request = readPageRequest(String(data));
    try {
      if (request === null) refuse(["The page sent something that is no request: reload it."]);
      else perform(request);
    } catch (error) {
      refuse(linesOf(error));
    }
  });
  socket.on("close", () => call?.hangUp());
  // A broken connection is followed by its close, which ends the call.
  socket.on("error", () => undefined);
}

function linesOf(error: unknown): readonly string[] {
  if (error instanceof UserError) return error.lines;
  return [`The call broke off: ${error instanceof Error ? error.message : String(error)}.`];
}
