import { byId, element, setText } from "./element";
import type { BusinessCard, BusinessMenu, RoutePreview } from "./pageMessages";
import type { CallRequest } from "./pageRequest";

/** The form in which a call is described. */
export interface DialForm {
  /** The business that is chosen; null where there is none. */
  business(): BusinessCard | null;
  request(): CallRequest | null;
  ownVoice(): boolean;
  /** The call is made with the browser's microphone. */
  readonly hasMicrophone: boolean;
}

/**
 * Fills the form from the server's menu and keeps its preview of the route up to date.
 *
 * @param onBusiness called with the business whenever another is chosen, and once at the start.
 */
export async function dialForm(onBusiness: (business: BusinessCard) => void): Promise<DialForm> {
  const form = byId("dial", HTMLFormElement);
  const business = byId("business", HTMLSelectElement);
  const from = byId("from", HTMLInputElement);
  const withheld = byId("withheld", HTMLInputElement);
  const when = byId("when", HTMLSelectElement);
  const at = byId("at", HTMLInputElement);
  const preview = byId("preview", HTMLElement);
  const menu = await readMenu();
  const chosen = () => menu.businesses.find((card) => card.id === business.value) ?? null;

  business.replaceChildren(
    ...menu.businesses.map((card) => new Option(card.name, card.id)),
    ...menu.broken.map((broken) => {
      const option = new Option(`${broken.id} (file with errors)`, broken.id);
      option.disabled = true;
      option.title = broken.errors.join("\n");
      return option;
    }),
  );

  const offered = form.querySelector(`[name=line][value=${menu.line}]`);
  if (offered instanceof HTMLInputElement) offered.checked = true;

  const localTime = (): string | null => {
    const card = chosen();
    if (when.value === "open") return card?.open ?? null;
    if (when.value === "closed") return card?.closed ?? null;
    return when.value === "at" ? at.value.slice(0, 16) : null;
  };
  const request = (): CallRequest | null => {
    const card = chosen();
    if (card === null) return null;
    const line = new FormData(form).get("line") === "duplex" ? "duplex" : "flow";
    return {
      type: "call",
      business: card.id,
      from: withheld.checked ? null : from.value.trim(),
      at: localTime(),
      line,
    };
  };

  let asked = 0;
  const showPreview = async () => {
    const wanted = request();
    const card = chosen();
    if (wanted === null || card === null) return;
    asked += 1;
    const mine = asked;
    const text = await previewText(wanted, card);
    if (mine === asked) setText(preview, text);
  };
  const showBusiness = () => {
    const card = chosen();
    if (card === null) return;
    byId("numbers", HTMLDataListElement).replaceChildren(
      ...card.numbers.map(({ label, number }) => {
        const option = element("option", "", label);
        option.value = number;
        return option;
      }),
    );
    for (const option of when.options) {
      if (option.value === "open") option.disabled = card.open === null;
      if (option.value === "closed") option.disabled = card.closed === null;
    }
    if (when.selectedOptions[0]?.disabled === true) when.value = "now";
    setText(byId("at-label", HTMLElement), `Date and time in ${card.timezone}`);
    if (at.value === "") at.value = card.now;
    onBusiness(card);
  };

  business.addEventListener("change", showBusiness);
  form.addEventListener("input", () => {
    byId("at-field", HTMLElement).hidden = when.value !== "at";
    from.disabled = withheld.checked;
    void showPreview();
  });
  showBusiness();
  await showPreview();
  return {
    business: chosen,
    request,
    ownVoice: () => byId("own-voice", HTMLInputElement).checked,
    hasMicrophone: menu.hasMicrophone,
  };
}

async function readMenu(): Promise<BusinessMenu> {
  const answer = await fetch("/businesses");
  if (!answer.ok) throw new Error(`the list of businesses did not come (${answer.status})`);
  return (await answer.json()) as BusinessMenu;
}

const routeWords: Readonly<Record<string, string>> = {
  ai: "the agent",
  human: "a person",
  voicemail: "voicemail",
  blocked: "nobody",
};

async function previewText(request: CallRequest, card: BusinessCard): Promise<string> {
  const query = new URLSearchParams({ business: request.business });
  if (request.from !== null) query.set("from", request.from);
  if (request.at !== null) query.set("at", request.at);
  try {
    const answer = (await (await fetch(`/route?${query}`)).json()) as RoutePreview;
    if ("errors" in answer) return answer.errors.join(" ");
    const time = (request.at ?? card.now).replace("T", " ");
    return `${request.at === null ? "Now" : time}: reaches ${routeWords[answer.route] ?? answer.route} (${answer.reason}).`;
  } catch {
    return "";
  }
}
