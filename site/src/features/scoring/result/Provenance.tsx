import type { Scorecard } from "@stepladder/schema";

/** What the same score can be made from again. */
export function Provenance({ scorecard: { hashes, versions, seed } }: { readonly scorecard: Scorecard }) {
  const facts = [
    ["files of gold, sha256", hashes.gold],
    ["items of gold, sha256", hashes.items],
    ["predictions, sha256", hashes.predictions],
    ["kernels, sha256", hashes.kernels],
    ["versions", `stepladder ${versions.stepladder}, track ${versions.track}`],
    ["seed", String(seed)],
  ];
  return (
    <details className="provenance">
      <summary>What this was computed from</summary>
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="mono">{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
