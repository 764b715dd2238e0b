import { DRAWING, type Pair } from "@stepladder/wasm/stats/contract.ts";
import type { CompareTrack } from "../../catalog/compare.ts";
import { type CompareQuery, FIRST_VIEW, type ItemsView, readCompareQuery, writeCompareQuery } from "../../state/compare.ts";
import { mineOf } from "../../state/mine.ts";
import { NotComputed, type StatsClient } from "../../workers/statistics.ts";
import { setRows } from "../sets/store.ts";
import { corrected, cutTo, sliceTable, type ValueComparison } from "./by-slice.ts";
import { button, el } from "./dom.ts";
import { CompareForm, cutLine } from "./form.ts";
import { disagreed } from "./items.ts";
import { type ItemsTold, itemsView } from "./items-view.ts";
import { OwnResults } from "./own.ts";
import { plainValues, plainView } from "./plain.ts";
import { predictionsNote } from "./predictions.ts";
import { type Chosen, chosenRows, isOfOneSet } from "./refuse.ts";
import { pairsTable, resultView } from "./result.ts";
import { statisticsOf } from "./rows.ts";
import type { CompareMetric } from "./words.ts";

/** What is asked: rows of a track that can be compared, by a metric, on a cut. */
interface Question {
  readonly track: CompareTrack;
  readonly rows: readonly Chosen[];
  readonly metric: CompareMetric;
  readonly query: CompareQuery;
}

/** The compare page: the address is its only state, and nothing is fetched before two rows are chosen. */
class ComparePage {
  readonly #tracks: readonly CompareTrack[];
  readonly #base = document.body.dataset.base ?? "/";
  readonly #place: HTMLElement;
  readonly #status: HTMLElement;
  readonly #form: CompareForm;
  readonly #own: OwnResults;
  #query: CompareQuery = readCompareQuery(location.search);
  /** What is asked or shown now, without how the items are looked at. */
  #asked: string | undefined;
  #statistics: StatsClient | undefined;
  #items: { readonly told: ItemsTold; readonly place: HTMLElement } | undefined;

  constructor(tracks: readonly CompareTrack[], root: HTMLElement) {
    this.#tracks = tracks;
    this.#place = root.querySelector("[data-result]") as HTMLElement;
    this.#status = root.querySelector("[data-status]") as HTMLElement;
    this.#form = new CompareForm(root.querySelector("form") as HTMLFormElement, tracks, this.#choose);
    this.#own = new OwnResults(root.querySelector("[data-own]") as HTMLElement, tracks, this.#base, () => void this.#show(true));
    addEventListener("popstate", () => {
      this.#query = readCompareQuery(location.search);
      void this.#show();
    });
    void this.#show();
  }

  readonly #choose = (next: CompareQuery): void => {
    this.#query = next;
    history.pushState(history.state, "", location.pathname + writeCompareQuery(next));
    void this.#show();
  };

  readonly #look = (view: ItemsView): void => this.#choose({ ...this.#query, view });

  async #show(again = false): Promise<void> {
    const named = this.#query;
    const found = this.#tracks.find(({ id }) => id === named.track);
    const kept = found === undefined ? [] : (await Promise.all([mineOf(found.id), setRows(found.id)])).flat();
    if (named !== this.#query) return;
    const rows = found === undefined ? [] : chosenRows(named.rows, found, kept);
    const track = found && ofOwnItems(found, rows);
    const query = track === undefined ? named : { ...named, cut: knownCut(track, named.cut) };
    this.#form.show(query, kept);
    void this.#own.show(track);
    const asked = writeCompareQuery({ ...query, view: FIRST_VIEW });
    if (asked === this.#asked && !again) return this.#showItems();
    this.#asked = asked;
    this.#items = undefined;
    // What the old choice still computes is of no use.
    this.#statistics?.end();
    this.#statistics = undefined;
    const metric = track?.metrics.find(({ id }) => id === query.metric) ?? track?.metrics[0];
    document.documentElement.dataset.compared = rows.length > 1 ? "some" : "none";
    if (track === undefined || metric === undefined || rows.length < 2) return this.#showNone(query, rows);
    await this.#tell({ track, rows, metric, query }, asked);
  }

  #showNone(query: CompareQuery, rows: readonly Chosen[]): void {
    const missing = query.rows.length > rows.length ? "What the address names is not all on this board, or not kept in this browser. " : "";
    this.#place.replaceChildren(el("p", { class: "muted" }, `${missing}Choose two rows of a track: nothing is fetched before.`));
  }

  async #tell(question: Question, asked: string): Promise<void> {
    this.#place.replaceChildren(el("p", { class: "muted waiting" }, "Fetching what was measured of each, and drawing…"));
    this.#place.setAttribute("aria-busy", "true");
    try {
      if (question.rows.some(({ apart }) => apart !== undefined)) await this.#tellPlain(question, asked);
      else await this.#tellResult(question, asked);
    } catch (error) {
      if (asked !== this.#asked) return;
      if (!(error instanceof NotComputed)) throw error;
      this.#refuse(error);
    } finally {
      if (asked === this.#asked) this.#place.removeAttribute("aria-busy");
    }
  }

  #refuse({ message }: NotComputed): void {
    const words = `What is compared here could not be fetched or computed: ${message}. If you are offline, connect once and try again; nothing else is lost.`;
    this.#place.replaceChildren(
      el("p", { class: "verdict bad", role: "alert" }, words),
      button("Try again", () => void this.#show(true)),
    );
  }

  async #tellPlain({ track, rows }: Question, asked: string): Promise<void> {
    const values = await plainValues(this.#base, track, rows);
    if (asked !== this.#asked) return;
    this.#put(plainView(track, rows, values));
  }

  async #tellResult(question: Question, asked: string): Promise<void> {
    const { track, rows, metric, query } = question;
    const ids = rows.map(({ id }) => id);
    const own = rows.flatMap(({ mine }) => mine ?? []);
    const statistics = statisticsOf(this.#base, track, ids, own);
    this.#statistics = statistics;
    const { cut } = query;
    const pairs: Pair[] = ids.flatMap((_, a) => ids.slice(a + 1).map((_, i) => ({ a, b: a + 1 + i })));
    const told = await statistics.ask((api) => api.compare(metric.id, ids, pairs, cut, DRAWING));
    const { all } = await statistics.ask((api) => api.standings(metric.id, cut, DRAWING));
    if (asked !== this.#asked) return;
    // The worker tells entries before rows of the reader's own.
    const order = [...ids.filter((_, i) => rows[i]?.mine === undefined), ...ids.filter((_, i) => rows[i]?.mine !== undefined)];
    const standings = { ...all, systems: ids.map((id) => all.systems[order.indexOf(id)] as (typeof all.systems)[0]) };
    const result = { rows, metric, pairs: told, standings, seed: DRAWING.seed };
    const slices = el("div");
    const items = el("div", {}, el("p", { class: "muted" }, "Reading the items…"));
    const first = (a: number, b: number): string => {
      const others = ids.filter((_, i) => i !== a && i !== b);
      return writeCompareQuery({ ...query, rows: [ids[a] as string, ids[b] as string, ...others], view: FIRST_VIEW });
    };
    this.#put([
      ...(cutLine(track, query, this.#choose) ? [cutLine(track, query, this.#choose) as HTMLElement] : []),
      ...resultView(result),
      ...(rows.length > 2 ? [el("h3", {}, "All pairs"), pairsTable(result, first)] : []),
      el("h3", { id: "slices" }, "By slice"),
      slices,
      el("h3", { id: "items" }, "Items they disagree on"),
      items,
      predictionsNote(rows),
    ]);
    const telling = this.#tellItems(question, statistics, items, asked);
    await this.#tellSlices(question, statistics, slices, asked);
    await telling;
  }

  async #tellItems({ track, rows, metric, query }: Question, statistics: StatsClient, place: HTMLElement, asked: string): Promise<void> {
    const ids = rows.slice(0, 2).map(({ id }) => id);
    const [a, b] = (await statistics.ask((api) => api.values(metric.id, ids))) as [Float64Array, Float64Array];
    const index = await statistics.ask((api) => api.items());
    if (asked !== this.#asked) return;
    const items = disagreed(index, [a, b], metric.better, query.cut);
    const ask = (at: number) => statistics.ask((api) => api.item(ids, at));
    this.#items = { told: { rows, metric, statistics: track.statistics, items, ask }, place };
    this.#showItems();
  }

  /** The list as the address says now; focus stays on the button that was pressed. */
  #showItems(): void {
    if (this.#items === undefined) return;
    const { told, place } = this.#items;
    const held = place.contains(document.activeElement) ? document.activeElement?.id : undefined;
    place.replaceChildren(itemsView(told, this.#query.view, this.#look));
    if (!held) return;
    const again = document.getElementById(held);
    // A button at the end of its way cannot be pressed: its neighbour takes the focus.
    const next =
      again instanceof HTMLButtonElement && again.disabled
        ? place.querySelector<HTMLElement>("#items-previous:enabled, #items-next:enabled")
        : again;
    next?.focus();
  }

  async #tellSlices({ track, rows, metric, query }: Question, statistics: StatsClient, place: HTMLElement, asked: string): Promise<void> {
    const ids = rows.slice(0, 2).map(({ id }) => id);
    const { cut: base } = query;
    // A slice that the reader's own cut leaves one value of says what stands above.
    const parts = track.slices.filter(({ id }) => base[id]?.length !== 1).map((slice) => ({ slice, place: waitingSlice(slice) }));
    const note = `Of the first two rows. Each slice is a family of its own: Holm’s correction goes over its values.`;
    place.replaceChildren(el("p", { class: "small muted" }, note), ...parts.map((part) => part.place));
    for (const { slice, place: part } of parts) {
      const told: ValueComparison[] = [];
      for (const value of slice.values) {
        const cut = cutTo(base, slice.id, value);
        if (cut === undefined) continue;
        const [comparison] = await statistics.ask((api) => api.compare(metric.id, ids, [{ a: 0, b: 1 }], cut, DRAWING));
        if (asked !== this.#asked) return;
        if (comparison !== undefined) told.push({ value, comparison });
      }
      part.style.minHeight = "";
      part.replaceChildren(sliceTable(slice, corrected(told), metric));
      part.removeAttribute("aria-busy");
    }
  }

  #put(children: readonly HTMLElement[]): void {
    this.#place.replaceChildren(...children);
    const text = children.find(({ id }) => id === "answer")?.textContent ?? "";
    // Said only when it changes: a screen reader reads out whatever is written here.
    if (this.#status.textContent !== text) this.#status.textContent = text;
  }
}

/** Height of a row of a table, in pixels. */
const ROW = 37;

/** The place of a slice's table, as high as the table will be: what lies below does not move when it comes. */
function waitingSlice({ id, title, values }: CompareTrack["slices"][number]): HTMLElement {
  const place = el("div", { "aria-busy": "true", "data-slice": id }, el("p", { class: "small muted" }, `${title}: comparing…`));
  place.style.minHeight = `${(values.length + 1) * ROW}px`;
  return place;
}

/** The track with the slices of the items that the rows have, where these are the reader's own. */
function ofOwnItems(track: CompareTrack, rows: readonly Chosen[]): CompareTrack {
  const index = isOfOneSet(rows) ? rows[0]?.mine?.index : undefined;
  if (index === undefined) return track;
  const titled = ({ id, values }: (typeof index.slices)[0]): CompareTrack["slices"] =>
    values.length > 1 ? [{ id, title: track.slices.find((slice) => slice.id === id)?.title ?? id, values }] : [];
  return { ...track, slices: index.slices.flatMap(titled) };
}

/** A cut without slices and values that the track does not have: an address may name any. */
function knownCut({ slices }: CompareTrack, cut: CompareQuery["cut"]): CompareQuery["cut"] {
  return Object.fromEntries(
    Object.entries(cut).flatMap(([id, values]) => {
      const known = values.filter((value) => slices.find((slice) => slice.id === id)?.values.includes(value));
      return known.length === 0 ? [] : [[id, known]];
    }),
  );
}

const root = document.querySelector<HTMLElement>("[data-compare-page]");
const data = document.querySelector("#compare-tracks")?.textContent;
if (root !== null && data) new ComparePage(JSON.parse(data) as CompareTrack[], root);
