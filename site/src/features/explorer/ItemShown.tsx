import type { ItemView, Panel } from "@stepladder/wasm/host/panels.ts";
import { Component, type ReactNode, Suspense, useCallback, useMemo } from "react";
import type { ExploreQuery } from "../../state/explore.ts";
import { StepperBar } from "./StepperBar.tsx";
import { toldPanel } from "./told.ts";
import { stepsOf, type Viewers, viewerOf } from "./viewers/index.ts";

interface Props {
  readonly id: string;
  readonly view: ItemView;
  readonly look: Pick<ExploreQuery, "panel" | "step" | "least">;
  change(part: Partial<Pick<ExploreQuery, "panel" | "step" | "least">>): void;
  readonly viewers: Viewers;
  /** What is known of the item beside its view. */
  readonly children?: ReactNode;
}

/** What there is to see of an item: its words, then one of its panels with the bar that steps through it. */
export function ItemShown({ id, view, look, change, viewers, children }: Props) {
  const { title, texts = [], facts = [], panels } = view;
  const at = Math.min(look.panel, panels.length - 1);
  const panel = panels[at];
  return (
    <>
      <h3 className="foreign" dir="auto">
        {title}
      </h3>
      <p className="small muted foreign mono">{id}</p>
      {children}
      {facts.length > 0 && (
        <dl className="item-facts small">
          {facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="foreign" dir="auto">
                {value}
              </dd>
            </div>
          ))}
        </dl>
      )}
      {texts.map(({ title, text }) => (
        <details key={title}>
          <summary>{title}</summary>
          <pre className="foreign told-text" dir="auto">
            {text}
          </pre>
        </details>
      ))}
      {panels.length > 1 && (
        <fieldset className="choice row tight" aria-label="What to look at">
          {panels.map(({ title }, i) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: panels of an item have no other name
            <button key={i} type="button" className="plain" aria-pressed={i === at} onClick={() => change({ panel: i, step: 0 })}>
              {title}
            </button>
          ))}
        </fieldset>
      )}
      {panel && <PanelShown key={`${id} ${at}`} panel={panel} look={look} change={change} viewers={viewers} />}
    </>
  );
}

function PanelShown({
  panel,
  look: { step, least },
  change,
  viewers,
}: Pick<Props, "look" | "change" | "viewers"> & { readonly panel: Panel }) {
  const steps = useMemo(() => stepsOf(viewers, panel, least), [viewers, panel, least]);
  const at = Math.max(0, Math.min(step, steps.count - 1));
  const Viewer = viewerOf(viewers, panel);
  // Whoever draws may hold on to it.
  const go = useCallback((to: number) => change({ step: Math.max(0, Math.min(to, steps.count - 1)) }), [change, steps]);
  const ask = useCallback((to: number | undefined) => change({ least: to }), [change]);
  const told = <Told panel={panel} />;
  return (
    <section aria-label={panel.title} className="panel">
      {steps.count > 0 && <StepperBar steps={steps} at={at} go={go} />}
      {Viewer === undefined ? (
        told
      ) : (
        <Fallback told={told}>
          <Suspense fallback={<p className="muted">Fetching the viewer…</p>}>
            <Viewer panel={panel} at={at} go={go} least={least} ask={ask} />
          </Suspense>
        </Fallback>
      )}
    </section>
  );
}

/** A panel in words. */
function Told({ panel }: { readonly panel: Panel }) {
  return (
    <ol className="told-panel foreign">
      {toldPanel(panel).map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other name
        <li key={at} dir="auto">
          {line}
        </li>
      ))}
    </ol>
  );
}

/** Where a viewer cannot be fetched, or fails, its panel is told in words. */
class Fallback extends Component<{ readonly told: ReactNode; readonly children: ReactNode }, { readonly failed: boolean }> {
  override readonly state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <>
        <p className="verdict warn">What draws this could not be fetched, or failed; here it is in words.</p>
        {this.props.told}
      </>
    );
  }
}
