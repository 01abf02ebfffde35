import { playCaller } from "./caller";
import { type SimClock, virtualClock } from "./clock";
import { type PhoneNetwork, phoneNetwork } from "./phoneNetwork";
import type { Step } from "./scriptedCall";
import { joinSounds } from "./sound/cutSound";
import { silenceSound, speechSound } from "./sound/simSound";
import { pause } from "./standIns/faults";
import { callVoices } from "./voices";

interface Agent {
  at(ms: number): Promise<void>;
  say(text: string): Promise<void>;
  show(state: string): void;
}

/** Plays steps to an agent that does what it is told, without a line's delay; what the caller did and when. */
async function played(steps: readonly Step[], agent: (agent: Agent, phone: PhoneNetwork) => Promise<void>) {
  const clock: SimClock = virtualClock(0);
  const phone = phoneNetwork(clock, 0);
  const watchers = new Set<(state: string) => void>();
  let state = "greeting";
  const did: [number, string][] = [];
  phone.watch((event) => {
    const words = "sound" in event ? event.sound.words.map((word) => word.text).join(" ") : "";
    if (event.type === "callerStarted") did.push([event.atMs, words || "noise"]);
    if (event.type === "keyPressed") did.push([event.atMs, event.key]);
    if (event.type === "callerHungUp") did.push([event.atMs, "hung up"]);
  });
  const acting = agent(
    {
      at: (ms) => pause(clock, ms - clock.now()),
      async say(text) {
        await phone.play(speechSound(text), text).ended;
      },
      show(next) {
        state = next;
        for (const watcher of [...watchers]) watcher(next);
      },
    },
    phone,
  );
  const floor = {
    state: () => state,
    watch(watcher: (state: string) => void) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
  await clock.run(
    Promise.all([playCaller(steps, phone, floor, clock, callVoices("symbols", clock).caller), acting]).then(() =>
      pause(clock, 10),
    ),
  );
  return did;
}

const says = (text: string, afterMs: number | null = null): Step => ({ type: "says", text, afterMs });
const greeting = async (agent: Agent) => {
  await agent.say("Hello?");
  agent.show("waiting");
};

test("speaks half a second after the agent's audio, or as long after as the script says", async () => {
  const did = await played([says("Hi there"), says("Bye", 1500)], async (agent) => {
    await greeting(agent);
    await agent.at(1500);
    agent.show("thinking");
    await agent.at(2000);
    await agent.say("Ten chars.");
    agent.show("waiting");
  });
  expect(did).toEqual([
    [360 + 500, "Hi there"],
    [2600 + 1500, "Bye"],
  ]);
});

test("neither a filler nor a pause between clauses is the end of the agent's turn", async () => {
  const did = await played([says("Hi"), says("Bye")], async (agent) => {
    await greeting(agent);
    await agent.at(1200);
    agent.show("thinking");
    await agent.at(1500);
    await agent.say("Hm.");
    await agent.at(2500);
    agent.show("speaking");
    await agent.say("One,");
    await agent.at(4000);
    await agent.say("two.");
    agent.show("waiting");
  });
  expect(did[1]).toEqual([4240 + 500, "Bye"]);
});

test("an agent that is found to have finished only later counts from its audio all the same", async () => {
  const did = await played([says("Hi")], async (agent) => {
    await agent.say("Hello?");
    await agent.at(700);
    agent.show("waiting");
  });
  expect(did).toEqual([[860, "Hi"]]);
});

test("interrupts so long after the first audio of the reply", async () => {
  const did = await played([says("Hi"), { type: "interrupts", text: "Wait", afterMs: 800 }], async (agent) => {
    await greeting(agent);
    await agent.at(900);
    agent.show("thinking");
    await agent.at(2000);
    agent.show("speaking");
    await agent.say("This is a long answer to a question.");
  });
  expect(did[1]).toEqual([2800, "Wait"]);
});

test("a cough counts from the reply's first audio, or comes where the step before ended", async () => {
  const did = await played(
    [says("Hi"), { type: "coughs", lengthMs: 300, afterMs: null }, { type: "hums", text: "mm", afterMs: 400 }],
    async (agent) => {
      await greeting(agent);
      await agent.at(900);
      agent.show("thinking");
      await agent.at(2000);
      agent.show("speaking");
      await agent.say("This is a long answer.");
    },
  );
  expect(did).toEqual([
    [860, "Hi"],
    [980, "noise"],
    [2400, "mm"],
  ]);
});

test("a cough asks for no answer", async () => {
  const did = await played([{ type: "coughs", lengthMs: 300, afterMs: null }, says("Hi")], async (agent) => {
    await agent.say("Hello?");
    agent.show("waiting");
  });
  expect(did).toEqual([
    [0, "noise"],
    [860, "Hi"],
  ]);
});

test("waits from the agent's audio, and the next step waits for what the agent says meanwhile", async () => {
  const did = await played([{ type: "waits", forMs: 3000 }, says("Hi")], async (agent) => {
    await greeting(agent);
    await agent.at(3200);
    await agent.say("Take your time.");
  });
  expect(did).toEqual([[4100 + 500, "Hi"]]);
});

test("a wait after the caller's own sound counts from that", async () => {
  const cough: Step = { type: "coughs", lengthMs: 300, afterMs: 2000 };
  const did = await played([cough, { type: "waits", forMs: 1000 }, { type: "hangsUp", afterWordsMs: null }], greeting);
  expect(did).toEqual([
    [2000, "noise"],
    [3300, "hung up"],
  ]);
});

test("presses keys half a second after the agent's audio, or while it speaks", async () => {
  const press = (keys: string, afterMs: number | null): Step => ({ type: "presses", keys, afterMs });
  expect(await played([press("12", null)], greeting)).toEqual([
    [860, "1"],
    [1060, "2"],
  ]);
  expect(await played([press("0", 100)], greeting)).toEqual([[100, "0"]]);
});

test("a key asks for no answer, so what comes next is done where the agent does nothing about it", async () => {
  const press: Step = { type: "presses", keys: "5", afterMs: null };
  expect(await played([press, says("Hi", 2000)], greeting)).toEqual([
    [860, "5"],
    [360 + 2000, "Hi"],
  ]);
  const did = await played([press, { type: "hangsUp", afterWordsMs: null }], greeting);
  expect(did.map(([, what]) => what)).toEqual(["5", "hung up"]);
  expect(did[1]?.[0]).toBeLessThan(2000);
});

test("what the agent does about a key is waited for", async () => {
  const steps: Step[] = [
    { type: "presses", keys: "0", afterMs: null },
    { type: "hangsUp", afterWordsMs: null },
  ];
  const did = await played(steps, async (agent) => {
    await greeting(agent);
    await agent.at(1300);
    agent.show("transferring");
    await agent.at(4000);
    agent.show("recording");
  });
  expect(did[1]).toEqual([4000, "hung up"]);
});

test("an answer that is thrown away because more words came is none", async () => {
  const did = await played([says("Hi"), says("Bye")], async (agent) => {
    await greeting(agent);
    await agent.at(1300);
    agent.show("thinking");
    await agent.at(1500);
    await agent.say("Hm.");
    agent.show("listening");
    await agent.at(2500);
    agent.show("thinking");
    await agent.at(3000);
    agent.show("speaking");
    await agent.say("Yes?");
    agent.show("waiting");
  });
  expect(did[1]).toEqual([3240 + 500, "Bye"]);
});

test("a turn that ends without a sound is an answer all the same", async () => {
  const did = await played([says("Hi"), says("Bye")], async (agent) => {
    await greeting(agent);
    await agent.at(1300);
    agent.show("thinking");
    await agent.at(2000);
    agent.show("waiting");
  });
  expect(did[1]).toEqual([2000, "Bye"]);
});

test("a recording is answered from its last word on, though it goes on in silence", async () => {
  const sound = joinSounds([speechSound("Hi"), silenceSound(2000)]);
  const did = await played([{ type: "plays", sound, text: "Hi", afterMs: null }, says("Bye")], async (agent) => {
    await greeting(agent);
    await agent.at(1300);
    agent.show("thinking");
    await agent.at(1500);
    await agent.say("Yes?");
    agent.show("waiting");
  });
  expect(did[1]).toEqual([860 + 2120, "Bye"]);
});

test("hangs up when the agent has finished, or after the caller's own words whatever the agent does", async () => {
  expect(await played([{ type: "hangsUp", afterWordsMs: null }], greeting)).toEqual([[360, "hung up"]]);
  const did = await played([says("Bye"), { type: "hangsUp", afterWordsMs: 300 }], async (agent) => {
    await greeting(agent);
    await agent.at(900);
    agent.show("thinking");
  });
  expect(did).toEqual([
    [860, "Bye"],
    [1040 + 300, "hung up"],
  ]);
});

test("on a recording everything is said at once and nothing is waited for", async () => {
  const did = await played([says("Call me"), { type: "hangsUp", afterWordsMs: null }], async (agent) => {
    await agent.say("Hello?");
    agent.show("recording");
  });
  expect(did).toEqual([
    [860, "Call me"],
    [1280, "hung up"],
  ]);
});

test("what the agent says into a silence is no answer to words that it has not heard yet", async () => {
  const did = await played([says("Hi"), says("Bye")], async (agent) => {
    await greeting(agent);
    await agent.at(1000);
    await agent.say("Take your time.");
    await agent.at(2500);
    agent.show("thinking");
    await agent.at(3000);
    agent.show("speaking");
    await agent.say("Yes?");
    agent.show("waiting");
  });
  expect(did[1]).toEqual([3240 + 500, "Bye"]);
});

test("an agent that gives no sign of life is asked again after six seconds", async () => {
  const did = await played([says("Hi"), says("Hello?")], greeting);
  expect(did).toEqual([
    [860, "Hi"],
    [980 + 6000, "Hello?"],
  ]);
});

test("when the call is over nothing more is done", async () => {
  const did = await played([says("Hi"), says("Bye")], async (agent, phone) => {
    await greeting(agent);
    await agent.at(1500);
    phone.hangUp();
  });
  expect(did).toEqual([[860, "Hi"]]);
});
