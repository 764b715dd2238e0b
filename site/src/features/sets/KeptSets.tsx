import type { TrackInfo } from "../../catalog/describe.ts";
import { plural } from "../../format.ts";
import { TablePlace } from "../scoring/TablePlace.tsx";
import type { KeptSet } from "./set.ts";

interface Props {
  readonly sets: readonly KeptSet[];
  readonly tracks: readonly TrackInfo[];
  readonly base: string;
  readonly open: (id: string) => void;
}

/** The sets of results that are kept on this machine, to open again. */
export function KeptSets({ sets, tracks, base, open }: Props) {
  return (
    <section aria-labelledby="kept-sets" data-kept-sets>
      <h2 id="kept-sets">Kept on this machine</h2>
      <TablePlace label="Kept sets">
        <thead>
          <tr>
            <th scope="col">Set</th>
            <th scope="col">Benchmark</th>
            <th scope="col" className="fold">
              Kept on
            </th>
          </tr>
        </thead>
        <tbody>
          {sets.map(({ id, name, track, date, systems }) => (
            <tr key={id}>
              <th scope="row" className="foreign">
                <a
                  href={`${base}score/?set=${id}`}
                  onClick={(event) => {
                    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                    event.preventDefault();
                    open(id);
                  }}
                >
                  {name}
                </a>
                <span className="folded">{plural(systems, "system")}</span>
              </th>
              <td>
                {tracks.find((one) => one.id === track)?.title ?? track}
                <span className="fold muted small"> {plural(systems, "system")}</span>
              </td>
              <td className="fold number">{date}</td>
            </tr>
          ))}
        </tbody>
      </TablePlace>
      <p className="small muted">Scorecards in this browser only, sent nowhere; predictions are not kept.</p>
    </section>
  );
}
