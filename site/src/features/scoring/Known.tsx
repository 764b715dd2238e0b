import type { TrackInfo } from "../../catalog/describe.ts";
import { TablePlace } from "./TablePlace.tsx";

/** What the page offers while no benchmark is recognised: the benchmarks it knows, and how a file for each may look. */
export function Known({ tracks, base }: { readonly tracks: readonly TrackInfo[]; readonly base: string }) {
  return (
    <section aria-labelledby="known">
      <h2 id="known">What it can score</h2>
      <TablePlace label="Benchmarks">
        <thead>
          <tr>
            <th scope="col">Benchmark</th>
            <th scope="col" className="fold">
              Gold
            </th>
            <th scope="col">Predictions it reads</th>
          </tr>
        </thead>
        <tbody>
          {tracks.map((track) => (
            <tr key={track.id}>
              <th scope="row">
                <a href={`${base}tracks/${track.id}/`}>{track.title}</a>
                <span className="folded">{goldOf(track)}</span>
              </th>
              <td className="fold">{goldOf(track)}</td>
              <td className="prose small">
                {track.formats.map(({ id, title }) => (
                  <span key={id} className="line">
                    {title}
                  </span>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </TablePlace>
    </section>
  );
}

function goldOf(track: TrackInfo): string {
  return track.goldPath === undefined ? "yours, dropped beside the predictions" : "built in";
}
