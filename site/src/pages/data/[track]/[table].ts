import type { APIContext } from "astro";
import { type ExportFormat, exportsOf, FORMATS, tableOf } from "../../../catalog/export.ts";
import type { MetricGroup } from "../../../catalog/order.ts";
import { type CatalogTrack, catalog } from "../../../catalog/tracks.ts";

interface Props {
  readonly listed: CatalogTrack;
  readonly group: MetricGroup;
  readonly format: ExportFormat;
}

/** Every table of every board, in every format. */
export function getStaticPaths() {
  return catalog.flatMap((listed) =>
    exportsOf(listed).flatMap(({ name, group }) =>
      (Object.keys(FORMATS) as ExportFormat[]).map((format) => ({
        params: { track: listed.info.id, table: `${name}.${format}` },
        props: { listed, group, format } satisfies Props,
      })),
    ),
  );
}

/** The table as a file. */
export async function GET({ props }: APIContext<Props>): Promise<Response> {
  const { type, print } = FORMATS[props.format];
  return new Response(print(await tableOf(props.listed, props.group)), { headers: { "content-type": type } });
}
