import { eventQueue } from "../eventQueue";
import type { Line, LineEvent, Sound } from "../ports";

/** A line on which the caller is gone as soon as the call belongs to another: what is left for us is to stop. */
export function leavingLine<S extends Sound>(line: Line<S>, lost: AbortSignal, now: () => number): Line<S> {
  return {
    ...line,
    async *events(signal) {
      const news = eventQueue<LineEvent>();
      let fault: { readonly error: unknown } | null = null;
      const leave = () => {
        news.push({ type: "callerHungUp", atMs: now() });
        news.close();
      };
      lost.addEventListener("abort", leave, { once: true });
      if (lost.aborted) leave();
      const following = async () => {
        try {
          for await (const event of line.events(signal)) news.push(event);
        } catch (error) {
          fault = { error };
        }
        news.close();
      };
      void following();
      try {
        yield* news;
        if (fault !== null) throw (fault as { readonly error: unknown }).error;
      } finally {
        lost.removeEventListener("abort", leave);
      }
    },
  };
}
