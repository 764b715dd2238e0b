import type { Tree } from "@stepladder/wasm/credit/contract.ts";
import { memo, useMemo } from "react";
import { formatNumber } from "./shown.ts";
import { followersOf } from "./tree.ts";

interface Props {
  readonly tree: Tree;
  readonly at: number;
  go(at: number): void;
}

/** The tree as lists: steps in a line are one, and where ways part each is a list in it. */
export const Outline = memo(function Outline({ tree, at, go }: Props) {
  const followers = useMemo(() => followersOf(tree), [tree]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard
    <section className="outline" aria-label="Steps of the tree" tabIndex={0}>
      <Ways tree={tree} at={at} go={go} followers={followers} from={-1} />
    </section>
  );
});

interface PartProps extends Props {
  readonly followers: ReadonlyMap<number, readonly number[]>;
  readonly from: number;
}

function Ways({ from, ...rest }: PartProps) {
  const ways = rest.followers.get(from) ?? [];
  if (ways.length === 1) return <Line {...rest} from={ways[0] as number} />;
  return (
    <ul>
      {ways.map((way, place) => (
        <li key={way}>
          <span className="small muted">
            Way {place + 1} of {ways.length}
          </span>
          <Line {...rest} from={way} />
        </li>
      ))}
    </ul>
  );
}

/** Steps in a line, up to where ways part. */
function Line({ from, ...rest }: PartProps) {
  const { tree, at, go, followers } = rest;
  const line = [from];
  for (let next = followers.get(from) ?? []; next.length === 1; next = followers.get(next[0] as number) ?? []) line.push(next[0] as number);
  const last = line.at(-1) as number;
  return (
    <ol>
      {line.map((step) => (
        <li key={step}>
          <Item step={step} text={tree.steps[step]?.text ?? ""} outcome={tree.steps[step]?.outcome} isCurrent={step === at} go={go} />
          {step === last && (followers.get(step)?.length ?? 0) > 1 && <Ways {...rest} from={step} />}
        </li>
      ))}
    </ol>
  );
}

interface ItemProps extends Pick<Props, "go"> {
  readonly step: number;
  readonly text: string;
  readonly outcome: number | undefined;
  readonly isCurrent: boolean;
}

const Item = memo(function Item({ step, text, outcome, isCurrent, go }: ItemProps) {
  return (
    <>
      <span className="without-js">
        {step + 1} {text}
      </span>
      <button
        type="button"
        className="plain needs-js"
        aria-current={isCurrent ? "step" : undefined}
        data-step={step + 1}
        onClick={() => go(step)}
      >
        {step + 1} <span className="foreign">{text}</span>
      </button>
      {outcome !== undefined && <span className="small muted number"> outcome {formatNumber(outcome)}</span>}
    </>
  );
});
