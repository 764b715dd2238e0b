import { fieldOf } from "@stepladder/wasm/host/board.ts";
import type { Kernels } from "@stepladder/wasm/host/kernels.ts";
import { type MetricId, metrics } from "@stepladder/wasm/metrics";
import { comparePairs, itemValues } from "@stepladder/wasm/stats/compare.ts";
import { type Comparison, DRAWING, type Field } from "@stepladder/wasm/stats/contract.ts";
import { standingsOf } from "@stepladder/wasm/stats/standings.ts";
import { COST, front, frontData, PARAMETERS, type Price } from "../charts/data/front.ts";
import { type LengthData, lengthBins, lengths, pointOf, weightsOfBin } from "../charts/data/lengths.ts";
import { outcomes, outcomesData } from "../charts/data/outcomes.ts";
import { pairs } from "../charts/data/pairs.ts";
import { places, type Ranked, ranking, rankingData, type Stander } from "../charts/data/ranking.ts";
import { type SliceData, slices } from "../charts/data/slices.ts";
import type { ChartOptions } from "../charts/frame.ts";
import { frontChart } from "../charts/front.ts";
import { heatChart } from "../charts/heat.ts";
import { lengthsChart } from "../charts/lengths.ts";
import { outcomesChart } from "../charts/outcomes.ts";
import { pairsChart } from "../charts/pairs.ts";
import { placesChart } from "../charts/places.ts";
import { rankingChart } from "../charts/ranking.ts";
import type { SvgNode } from "../charts/svg.ts";
import type { Chart } from "../charts/table.ts";
import type { Listed, MetricInfo } from "./describe.ts";
import { buildKernels } from "./kernels.ts";
import { slicePlaces } from "./order.ts";
import { packsOf, trackStandings } from "./packs.ts";
import type { CatalogTrack } from "./tracks.ts";

/** A chart with the way it is drawn at a width. */
export interface DrawnChart extends Chart {
  draw(width: number): SvgNode;
}

/** Most systems whose pairs are drawn, and most values of a slice. */
const MOST_PAIRED = 40;
const MOST_VALUES = 24;

const kernels = buildKernels();

/** The charts of a board by its ranking metric, as far as its data allow; none where fewer than two systems are ranked. */
export async function boardCharts(listed: CatalogTrack): Promise<DrawnChart[]> {
  const metric = listed.info.metrics[0] as MetricInfo;
  const [packs, standings] = await Promise.all([packsOf(listed), trackStandings(listed, metric.id)]);
  if (packs === undefined || standings === undefined) return [];
  const ranked = rankingData(
    packs.contenders.map(({ id, kind }): Stander => {
      const entry = entryOf(listed, id);
      return { id, name: entry.system.name, kind, standing: standings.of.get(id) as Stander["standing"] };
    }),
  );
  const { systems } = ranked;
  if (systems.length < 2) return [];
  const matrices = systems.map(({ id }) => (packs.contenders.find((one) => one.id === id) as (typeof packs.contenders)[0]).matrix);
  const field = fieldOf(metrics[metric.id as MetricId], matrices, packs.index, {});
  const names = systems.map(({ name }) => name);
  const compared = systems.length <= MOST_PAIRED ? compareAll(await kernels, field) : undefined;
  const drawn = <D>(data: D, chart: Chart, draw: (data: D, options: ChartOptions) => SvgNode): DrawnChart => ({
    ...chart,
    draw: (width) => draw(data, { width, metric, label: chart.title }),
  });
  const byLength = lengthData(await kernels, field, packs.index.lengths, names);
  const items = outcomesData(
    names,
    matrices.map((matrix) => itemValues(field.metric, matrix)),
    packs.index.ids,
    metric,
  );
  const matrix = compared && { systems: names, pairs: compared };
  return [
    drawn(ranked, ranking(ranked, metric), rankingChart),
    drawn(ranked, places(ranked), placesChart),
    ...(matrix === undefined ? [] : [drawn(matrix, pairs(matrix, metric), pairsChart)]),
    ...(compared === undefined ? [] : fronts(listed, systems, compared)).map((data) => drawn(data, front(data, metric), frontChart)),
    ...(byLength.bins.length < 2 ? [] : [drawn(byLength, lengths(byLength, metric), lengthsChart)]),
    ...slicesOf(listed, systems, metric).map((data) => drawn(data, slices(data, metric), heatChart)),
    drawn(items, outcomes(items, metric), outcomesChart),
  ];
}

function entryOf({ entries }: CatalogTrack, id: string): Listed {
  return entries.find((entry) => entry.id === id) as Listed;
}

/** All pairs of a field whose systems are best first. */
function compareAll(own: Kernels, field: Field): Comparison[] {
  const count = field.systems.length;
  const all = Array.from({ length: count }, (_, a) => Array.from({ length: count - a - 1 }, (_, i) => ({ a, b: a + 1 + i }))).flat();
  return comparePairs(own, field, all, DRAWING);
}

function lengthData(own: Kernels, field: Field, steps: readonly number[], names: readonly string[]): LengthData {
  const bins = lengthBins(steps);
  const standings = bins.map((bin) => standingsOf(own, { ...field, weights: weightsOfBin(steps, bin) }, DRAWING));
  return {
    bins,
    systems: names.map((name, s) => ({ name, points: standings.map(({ systems }) => pointOf(systems[s] as (typeof systems)[0])) })),
  };
}

/** Score against cost and against parameters, where two systems or more tell them. */
function fronts(listed: CatalogTrack, systems: readonly Ranked[], compared: readonly Comparison[]) {
  const prices: readonly [Price, (entry: Listed) => number | undefined][] = [
    [COST, ({ cost }) => cost],
    [PARAMETERS, ({ system }) => system.parameters],
  ];
  return prices
    .map(([price, of]) =>
      frontData(
        price,
        systems,
        systems.map(({ id }) => of(entryOf(listed, id))),
        compared,
      ),
    )
    .filter((data) => data.systems.length > 1);
}

/** Slices for which the ranked systems have figures of the metric. */
function slicesOf(listed: CatalogTrack, systems: readonly Ranked[], metric: MetricInfo): SliceData[] {
  const entries = systems.map(({ id }) => entryOf(listed, id));
  return listed.info.slices
    .map((slice) => {
      const values = slicePlaces(entries, slice.id, metric.id).map(({ value }) => value);
      const scores = (entry: Listed) => values.map((value) => entry.slices[slice.id]?.[value]?.[metric.id]?.value);
      return { slice, values, systems: entries.map((entry) => ({ name: entry.system.name, scores: scores(entry) })) };
    })
    .filter(({ values }) => values.length > 1 && values.length <= MOST_VALUES);
}
