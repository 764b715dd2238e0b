import type { Tree } from "@stepladder/wasm/credit/contract.ts";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { Act } from "./Act.tsx";
import { CreditTable, Facts, outcomeOf } from "./CreditTable.tsx";
import { LONGEST_TEXT } from "./fields.ts";
import { MethodChoice } from "./MethodChoice.tsx";
import { NotFetched } from "./NotFetched.tsx";
import { Outline } from "./Outline.tsx";
import { Sliders } from "./Sliders.tsx";
import { StepEditor } from "./StepEditor.tsx";
import { StepsTable } from "./StepsTable.tsx";
import { answerOf, creditOfSteps, nameOf, type ToldMethod } from "./shown.ts";
import { TreeDrawing } from "./TreeDrawing.tsx";
import { TreeText } from "./TreeText.tsx";
import { addBranch, type Edited } from "./tree.ts";
import { type Built, useCredits } from "./use-credits.ts";
import { useLab } from "./use-lab.ts";

interface Props {
  readonly methods: readonly ToldMethod[];
  /** Ids of those that are compared at first. */
  readonly chosen: readonly string[];
  readonly built: Built;
}

/** A tree to edit, and what methods make of it side by side. */
export function CreditLab({ methods: known, chosen, built }: Props) {
  const { state, trajectories, fault, isLong, change } = useLab(built.tree, chosen, known);
  const { tree, settings, trajectory, step } = state;
  const methods = useMemo(() => known.filter(({ id }) => state.methods.includes(id)), [known, state.methods]);
  const drawn = methods.find(({ id }) => id === state.drawn) ?? methods[0];
  const { credits, isFailed, retry } = useCredits(methods, tree, settings, built);
  const [notice, setNotice] = useState("");
  // How often the steps became others: what was typed for one does not pass to the next in its place.
  const [turn, setTurn] = useState(0);
  const renew = (part: { readonly tree: Tree; readonly step?: number; readonly trajectory?: number }): void => {
    setTurn((now) => now + 1);
    change(part);
  };
  const textField = useRef<HTMLInputElement>(null);
  const isNew = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once its step is there, a new one gets its words
  useEffect(() => {
    if (isNew.current) {
      textField.current?.focus();
      textField.current?.select();
    }
    isNew.current = false;
  }, [tree]);
  const go = useCallback((to: number) => change({ step: to }), [change]);
  const edit = useCallback((next: Tree) => change({ tree: next }), [change]);
  const reshape = ({ tree: next, at }: Edited, told: string, isAdded: boolean): void => {
    isNew.current = isAdded;
    setNotice(told);
    renew({ tree: next, step: at });
  };
  const given = methods.map(({ id }) => {
    const credit = credits[id];
    return credit && creditOfSteps(credit, trajectories, trajectory)[step];
  });
  const isEdited = tree !== built.tree;
  return (
    <div className="credit-lab">
      {fault !== undefined && (
        <p className="verdict warn" role="alert">
          The address could not be followed, so the example stands here. {fault}
        </p>
      )}
      <NotFetched isFailed={isFailed} retry={retry} />
      <p className="answer-line" role="status" data-answer>
        {answerOf(trajectories, trajectory, methods, credits)}
      </p>

      <h2 id="tree">The tree</h2>
      <p className="foreign">
        <span className="muted">Question:</span> {tree.question}
      </p>
      <div className="drawn">
        {methods.length > 1 && (
          <p className="row tight needs-js">
            <label htmlFor="drawn">Credit drawn in the tree</label>
            <select id="drawn" autoComplete="off" value={drawn?.id} onChange={({ currentTarget: { value } }) => change({ drawn: value })}>
              {methods.map((method) => (
                <option key={method.id} value={method.id}>
                  {nameOf(method)}
                </option>
              ))}
            </select>
          </p>
        )}
        {methods.length > 0 && <p className="without-js small muted">The tree with the credit by {nameOf(methods[0] as ToldMethod)}.</p>}
        <TreeDrawing
          tree={tree}
          trajectories={trajectories}
          method={drawn}
          credit={drawn && credits[drawn.id]}
          trajectory={trajectory}
          at={step}
          go={go}
        />
      </div>
      <div className="sides">
        <div>
          <h3>Steps</h3>
          <Outline tree={tree} at={step} go={go} />
          <p className="row tight needs-js">
            <button type="button" className="plain" onClick={() => reshape(addBranch(tree, -1), "A trajectory was added.", true)}>
              Add a trajectory
            </button>
            <Act
              className="plain"
              isOff={!isEdited}
              act={() => {
                setNotice("The example is back.");
                renew({ tree: built.tree, step: 0, trajectory: 0 });
              }}
            >
              Reset to the example
            </Act>
          </p>
          <p className="small muted" role="status">
            {notice}
          </p>
        </div>
        <div className="needs-js">
          <StepEditor
            tree={tree}
            turn={turn}
            at={step}
            methods={methods}
            given={given}
            textField={textField}
            change={edit}
            reshape={reshape}
          />
        </div>
      </div>
      <div className="needs-js">
        <div className="field">
          <label htmlFor="question">Question</label>
          <input
            id="question"
            type="text"
            autoComplete="off"
            maxLength={LONGEST_TEXT}
            value={tree.question}
            onChange={({ currentTarget: { value } }) => edit({ ...tree, question: value })}
          />
        </div>
        {isLong && <p className="small muted">This tree is too long for an address: take it along as JSON.</p>}
        <TreeText tree={tree} change={(next) => renew({ tree: next })} />
      </div>
      <StepsTable tree={tree} />

      <h2 id="credit">Credit side by side</h2>
      <MethodChoice known={known} chosen={state.methods} choose={(ids) => change({ methods: ids })} />
      <p className="row tight needs-js">
        <label htmlFor="trajectory">Trajectory</label>
        <select
          id="trajectory"
          autoComplete="off"
          value={trajectory}
          onChange={({ currentTarget: { value } }) => change({ trajectory: Number(value), step: trajectories[Number(value)]?.[0] ?? 0 })}
        >
          {trajectories.map((steps, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a trajectory is its place
            <option key={at} value={at}>
              {at + 1}: {steps.length} {steps.length === 1 ? "step" : "steps"}, outcome {outcomeOf(tree, steps)}
            </option>
          ))}
        </select>
      </p>
      <CreditTable tree={tree} trajectories={trajectories} listed={[trajectory]} methods={methods} credits={credits} at={step} />
      <Facts methods={methods} credits={credits} />

      {methods.some(({ settings: own }) => own.length > 0) && (
        <div className="needs-js">
          <h3 id="settings">Settings</h3>
          <div className="settings">
            {methods
              .filter(({ settings: own }) => own.length > 0)
              .map((method) => (
                <Sliders
                  key={method.id}
                  method={method}
                  values={settings[method.id]}
                  change={(values) => change({ settings: { ...settings, [method.id]: values } })}
                />
              ))}
          </div>
          <Act className="plain" isOff={Object.keys(settings).length === 0} act={() => change({ settings: {} })}>
            All settings to their defaults
          </Act>
        </div>
      )}
    </div>
  );
}
