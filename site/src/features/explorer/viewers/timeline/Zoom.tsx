import type { TimelinePanel } from "@stepladder/wasm/host/panels.ts";
import type { Range } from "./bars.ts";
import { timeWords } from "./words.ts";

interface Props {
  readonly range: Range;
  readonly unit: TimelinePanel["unit"];
  /** Shows so many times as much. */
  zoom(by: number): void;
  whole(): void;
}

/** How much of the axis is in sight, and buttons for more and less. */
export function Zoom({ range, unit, zoom, whole }: Props) {
  return (
    <div className="row tight">
      <button type="button" className="plain" onClick={() => zoom(2)}>
        Wider
      </button>
      <button type="button" className="plain" onClick={() => zoom(0.5)}>
        Closer
      </button>
      <button type="button" className="plain" onClick={whole}>
        Whole axis
      </button>
      <span className="small number">
        {timeWords(range.from, unit)} to {timeWords(range.to, unit)}
        {unit === "frames" ? " (frames)" : " (minutes:seconds)"}
      </span>
    </div>
  );
}
