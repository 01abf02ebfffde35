/** A microphone that is listened to. */
export interface Capture {
  close(): void;
}

/**
 * Listens to the microphone, which the person at the browser is asked for. Rejects where they refuse, or there is none.
 *
 * @param hear is given 20 ms of sound at a time: 8 kHz, s16, in the byte order of the machine.
 */
export async function openCapture(hear: (pcm: ArrayBuffer) => void): Promise<Capture> {
  // The agent's voice comes from the loudspeaker beside it.
  const wishes = { echoCancellation: true, noiseSuppression: true, autoGainControl: true, channelCount: 1 };
  const stream = await navigator.mediaDevices.getUserMedia({ audio: wishes });
  const context = new AudioContext();
  const close = () => {
    for (const track of stream.getTracks()) track.stop();
    void context.close();
  };
  try {
    await context.audioWorklet.addModule("/microphone.js");
    const worklet = new AudioWorkletNode(context, "microphone", { numberOfOutputs: 0, channelCount: 1 });
    worklet.port.onmessage = ({ data }: MessageEvent<ArrayBuffer>) => hear(data);
    new MediaStreamAudioSourceNode(context, { mediaStream: stream }).connect(worklet);
    await context.resume();
  } catch (error) {
    close();
    throw error;
  }
  return { close };
}
