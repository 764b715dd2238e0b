import { trajectoriesOf } from "@stepladder/wasm/credit/contract.ts";
import { useMemo, useState } from "react";
import { Act } from "./Act.tsx";
import { CreditTable, Facts } from "./CreditTable.tsx";
import { NotFetched } from "./NotFetched.tsx";
import { Sliders } from "./Sliders.tsx";
import type { ToldMethod } from "./shown.ts";
import { TreeDrawing } from "./TreeDrawing.tsx";
import { type Built, useCredits } from "./use-credits.ts";

interface Props {
  readonly method: ToldMethod;
  readonly built: Built;
}

/** What one method makes of the example, and how its settings change that. */
export function MethodPlay({ method, built }: Props) {
  const { tree } = built;
  const [values, setValues] = useState<Readonly<Record<string, number>>>();
  const methods = useMemo(() => [method], [method]);
  const settings = useMemo(() => (values === undefined ? {} : { [method.id]: values }), [method, values]);
  const { credits, isFailed, retry } = useCredits(methods, tree, settings, built);
  const trajectories = useMemo(() => trajectoriesOf(tree), [tree]);
  return (
    <div className="method-play">
      {method.settings.length > 0 && (
        <div className="needs-js">
          <Sliders method={method} values={values} change={setValues} />
          <Act className="plain" isOff={values === undefined} act={() => setValues(undefined)}>
            To the defaults
          </Act>
        </div>
      )}
      <NotFetched isFailed={isFailed} retry={retry} />
      <div className="drawn">
        <TreeDrawing tree={tree} trajectories={trajectories} method={method} credit={credits[method.id]} />
      </div>
      <CreditTable tree={tree} trajectories={trajectories} listed={trajectories.map((_, at) => at)} methods={methods} credits={credits} />
      <Facts methods={methods} credits={credits} />
    </div>
  );
}
