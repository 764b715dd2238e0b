import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { csv, pngBlob, svgBlob } from "../../../charts/export.ts";
import { style } from "../../../charts/steps.ts";
import type { SvgNode } from "../../../charts/svg.ts";
import { formatCell, formatCount } from "../../../format.ts";
import { TablePlace } from "../TablePlace.tsx";
import { Drawing } from "./Drawing.tsx";
import { save } from "./save.ts";

type Row = readonly (string | number)[];

interface Props {
  /** What to see. */
  readonly title: string;
  readonly note?: string;
  /** File name of downloads, without its ending. */
  readonly name: string;
  /** First column text, last one counts, shares between. */
  readonly head: readonly string[];
  readonly rows: readonly Row[];
  readonly series: readonly string[];
  draw(width: number): SvgNode;
}

/** A drawing with its table twin one key away (`t`) and its downloads. */
export function ChartFigure({ title, note, name, head, rows, series, draw }: Props) {
  const { place, width } = useWidth();
  const [asTable, setAsTable] = useState(false);
  const node = draw(width);
  const flip = (event: KeyboardEvent) => {
    if (event.key === "t" && !event.ctrlKey && !event.metaKey && !event.altKey) setAsTable(!asTable);
  };
  return (
    <figure onKeyDown={flip}>
      <figcaption>
        <h3>{title}</h3>
        {note !== undefined && <p className="muted small">{note}</p>}
      </figcaption>
      <div ref={place} className="place">
        {asTable ? <Twin head={head} rows={rows} title={title} /> : <Drawing node={node} />}
      </div>
      {!asTable && series.length > 1 && <Legend series={series} />}
      <p className="row tight no-print">
        <button type="button" className="plain" aria-pressed={asTable} onClick={() => setAsTable(!asTable)}>
          Table <kbd>t</kbd>
        </button>
        <button type="button" className="plain" onClick={() => save(svgBlob(node), `${name}.svg`)}>
          SVG
        </button>
        <button type="button" className="plain" onClick={() => void pngBlob(node).then((blob) => save(blob, `${name}.png`))}>
          PNG
        </button>
        <button type="button" className="plain" onClick={() => save(new Blob([csv([head, ...rows])], { type: "text/csv" }), `${name}.csv`)}>
          CSV
        </button>
      </p>
    </figure>
  );
}

function Twin({ head, rows, title }: Pick<Props, "head" | "rows" | "title">) {
  return (
    <TablePlace label={title} tall>
      <thead>
        <tr>
          {head.map((name) => (
            <th key={name} scope="col" className="num">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row[0]}>
            {row.map((value, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns never change
              <td key={column} className="num" title={String(value)}>
                {cell(value, column === row.length - 1)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </TablePlace>
  );
}

function cell(value: string | number, whole: boolean): string {
  if (typeof value === "string") return value;
  return whole ? formatCount(value) : `${formatCell(value, "fraction")} %`;
}

/** Only where the drawing is too narrow for names beside its lines (styles/scoring.css). */
function Legend({ series }: { readonly series: readonly string[] }) {
  return (
    <ul className="legend small">
      {series.map((name, index) => (
        <li key={name}>
          <svg width="28" height="8" aria-hidden="true">
            <line x1="0" x2="28" y1="4" y2="4" stroke={style(index).color} strokeWidth={2} strokeDasharray={style(index).dash} />
          </svg>
          {name}
        </li>
      ))}
    </ul>
  );
}

/** Width of the place a drawing has; text in it keeps its size, so it is drawn anew when that changes. */
function useWidth() {
  const place = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(720);
  useEffect(() => {
    if (place.current === null) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.max(240, Math.round(entry?.contentRect.width ?? 720))));
    observer.observe(place.current);
    return () => observer.disconnect();
  }, []);
  return { place, width };
}
