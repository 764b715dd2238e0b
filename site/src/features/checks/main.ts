import type { ConstraintKind } from "@stepladder/schema";
import { readChecksQuery, writeChecksQuery } from "../../state/checks.ts";
import { el } from "../compare/dom.ts";
import type * as Engine from "./engine.ts";
import { FIELDS, fieldValue } from "./fields.ts";
import { answerOf, resultsView, stepsView } from "./view.ts";

/** Time in ms without a key before a text is checked again. */
const PAUSE = 150;

/** The checks page: what is checked stands in two fields, and checking begins when one of them is touched or the address says so. */
class ChecksPage {
  readonly #procedure: HTMLTextAreaElement;
  readonly #json: HTMLTextAreaElement;
  readonly #kind: HTMLSelectElement;
  readonly #fields: HTMLElement;
  readonly #status: HTMLElement;
  readonly #place: HTMLElement;
  readonly #fault: HTMLElement;
  readonly #found: HTMLElement;
  readonly #earlier: HTMLElement;
  #engine: Promise<typeof Engine> | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #asked = 0;

  constructor(root: HTMLElement) {
    const part = <T extends HTMLElement>(name: string): T => root.querySelector(`[data-${name}]`) as T;
    this.#procedure = part("procedure");
    this.#json = part("json");
    this.#kind = part("kind");
    this.#fields = part("fields");
    this.#status = part("status");
    this.#place = part("results");
    this.#fault = part("fault");
    this.#found = part("found");
    this.#earlier = part("earlier");
    for (const field of [this.#procedure, this.#json]) field.addEventListener("input", () => this.#soon());
    this.#kind.addEventListener("change", () => this.#showFields());
    part<HTMLFormElement>("add").addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#add();
    });
    part("clear").addEventListener("click", () => {
      this.#json.value = "[]";
      void this.#check();
    });
    part("check").addEventListener("click", () => void this.#check());
    this.#showFields();
    const { procedure, constraints } = readChecksQuery(location.search);
    if (procedure !== undefined) this.#procedure.value = procedure;
    if (constraints !== undefined) this.#json.value = pretty(constraints);
    if (procedure !== undefined || constraints !== undefined) void this.#check();
  }

  #soon(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#check(), PAUSE);
  }

  #load(): Promise<typeof Engine> {
    // Once failed it may be tried again.
    this.#engine ??= import("./engine.ts").catch((error: unknown) => {
      this.#engine = undefined;
      throw error;
    });
    return this.#engine;
  }

  async #check(): Promise<void> {
    const asked = ++this.#asked;
    try {
      const { checkText, jsonFault, readConstraints, sentenceOf } = await this.#load();
      if (asked !== this.#asked) return;
      const broken = jsonFault(this.#procedure.value);
      if (broken !== undefined) return this.#refuse(broken, this.#procedure);
      const read = readConstraints(this.#json.value);
      if ("fault" in read) return this.#refuse(read.fault, this.#json);
      const checked = await checkText(this.#procedure.value, read.constraints);
      if (asked !== this.#asked) return;
      this.#tellFault(undefined);
      this.#markEarlier(false);
      this.#status.textContent = answerOf(checked);
      const open = new Set([...this.#place.querySelectorAll("li[id]:has(details[open])")].map(({ id }) => id));
      const results = resultsView(checked, sentenceOf, (place) => void this.#remove(place));
      this.#place.replaceChildren(results, el("h3", {}, "Steps as they were read"), stepsView(checked));
      for (const id of open) results.querySelector(`#${id} details`)?.setAttribute("open", "");
      this.#keepAddress();
    } catch {
      if (asked === this.#asked)
        this.#refuse("What checks could not be fetched. Check the connection, then press Check; if that does not help, reload the page.");
    }
  }

  /** Nothing can be checked: what was found stays, marked as what it is. */
  #refuse(fault: string, field?: HTMLTextAreaElement): void {
    this.#tellFault(fault, field);
    this.#markEarlier(true);
  }

  #tellFault(fault: string | undefined, at?: HTMLTextAreaElement): void {
    this.#fault.textContent = fault ?? "";
    for (const field of [this.#procedure, this.#json]) {
      if (field === at) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
    }
  }

  #markEarlier(isEarlier: boolean): void {
    this.#found.classList.toggle("earlier", isEarlier);
    this.#earlier.hidden = !isEarlier;
    // Its constraints are not those of the field any more.
    for (const remove of this.#place.querySelectorAll("button")) remove.disabled = isEarlier;
  }

  #keepAddress(): void {
    const query = writeChecksQuery({ procedure: this.#procedure.value, constraints: compact(this.#json.value) });
    history.replaceState(history.state, "", location.pathname + (query ?? ""));
  }

  #showFields(): void {
    const { fields } = FIELDS[this.#kind.value as ConstraintKind];
    const made = fields.map(({ name, label, input, choices = [] }) => {
      const id = `field-${name}`;
      const attributes = { id, name, autocomplete: "off" };
      const control =
        input === "choice"
          ? el("select", attributes, ...choices.map((choice) => el("option", { value: choice }, choice)))
          : input === "number"
            ? el("input", { ...attributes, type: "text", inputmode: "numeric", pattern: "[0-9]*", size: "4" })
            : el("textarea", { ...attributes, rows: "3" });
      return el("div", { class: "field" }, el("label", { for: id }, label), control);
    });
    this.#fields.replaceChildren(...made);
  }

  async #add(): Promise<void> {
    const kind = this.#kind.value as ConstraintKind;
    const values = FIELDS[kind].fields.map(({ name, input }) => {
      const control = this.#fields.querySelector<HTMLInputElement>(`[name="${name}"]`);
      return [name, fieldValue(input, control?.value ?? "")] as const;
    });
    const made = { kind, ...Object.fromEntries(values.filter(([, value]) => value !== undefined)) };
    try {
      const { readConstraint, readConstraints } = await this.#load();
      const read = readConstraint(made);
      if ("fault" in read) return this.#tellFault(`This constraint cannot be added: ${read.fault}`);
      const known = readConstraints(this.#json.value);
      if ("fault" in known) return this.#tellFault(known.fault, this.#json);
      this.#write([...known.constraints, read.constraint]);
      this.#showFields();
      await this.#check();
    } catch {
      this.#tellFault("What checks could not be fetched. Check the connection, then add it again.");
    }
  }

  async #remove(place: number): Promise<void> {
    const list = JSON.parse(this.#json.value) as readonly unknown[] | { readonly constraints: readonly unknown[] };
    const constraints = "constraints" in list ? list.constraints : list;
    this.#write(constraints.filter((_, i) => i !== place));
    await this.#check();
    // Focus must not fall out of the list with the button that is gone.
    const buttons = this.#place.querySelectorAll<HTMLElement>(".verdicts button");
    (buttons[Math.min(place, buttons.length - 1)] ?? this.#kind).focus();
  }

  #write(constraints: readonly unknown[]): void {
    this.#json.value = JSON.stringify(constraints, null, 2);
  }
}

/** JSON over several lines, where it is any. */
function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), null, 2);
  } catch {
    return json;
  }
}

function compact(json: string): string {
  return JSON.stringify(JSON.parse(json));
}

const root = document.querySelector<HTMLElement>("[data-checks-page]");
if (root !== null) new ChecksPage(root);
