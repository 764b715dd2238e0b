import type { Step, Tree } from "@stepladder/wasm/credit/contract.ts";
import { Fragment, type RefObject, useId } from "react";
import { Act } from "./Act.tsx";
import { FIELDS, LONGEST_TEXT, MOST_STEPS, NUMBER_FIELDS } from "./fields.ts";
import { NumberField } from "./NumberField.tsx";
import { formatCredit, formatNumber, nameOf, type ToldMethod } from "./shown.ts";
import { addAfter, addBranch, type Edited, edit, remove } from "./tree.ts";

interface Props {
  readonly tree: Tree;
  /** Another one whenever the steps became others. */
  readonly turn: number;
  readonly at: number;
  /** Those that are compared: each field says which of them read it. */
  readonly methods: readonly ToldMethod[];
  /** Credit of this step by each of them, `undefined` where it is not known yet. */
  readonly given: readonly (number | null | undefined)[];
  /** Where a new step gets its words. */
  readonly textField: RefObject<HTMLInputElement | null>;
  change(tree: Tree): void;
  /** Takes over a tree of other steps, and says what was done. */
  reshape(edited: Edited, told: string, isNew: boolean): void;
}

/** All that a step holds, and what can be done with it. */
export function StepEditor({ tree, turn, at, methods, given, textField, change, reshape }: Props) {
  const id = useId();
  const step = tree.steps[at] as Step;
  const noteOf = (field: ToldMethod["reads"][number]): string => {
    const readers = methods.filter(({ reads }) => reads.includes(field)).map(nameOf);
    return readers.length === 0 ? "no method shown reads it." : `read by ${readers.join("; ")}.`;
  };
  const set = (fields: Partial<Omit<Step, "parent">>): void => change(edit(tree, at, fields));
  const isFull = tree.steps.length >= MOST_STEPS;
  const name = `step ${at + 1}`;
  return (
    <section className="step-editor" aria-labelledby={`${id}-head`}>
      <h3 id={`${id}-head`}>Step {at + 1}</h3>
      <div className="field">
        <label htmlFor={`${id}-text`}>What it says</label>
        <input
          ref={textField}
          id={`${id}-text`}
          type="text"
          autoComplete="off"
          maxLength={LONGEST_TEXT}
          value={step.text}
          onChange={({ currentTarget: { value } }) => set({ text: value })}
        />
      </div>
      <div className="numbers">
        {NUMBER_FIELDS.filter((field) => step[field] !== undefined).map((field) => (
          <NumberField
            // A draft belongs to its step.
            key={`${turn} ${at} ${field}`}
            field={field}
            value={step[field] as number}
            note={noteOf(field)}
            change={(value) => set({ [field]: value })}
          />
        ))}
        <div className="field">
          <label>
            <input type="checkbox" checked={step.executed} data-field="executed" onChange={() => set({ executed: !step.executed })} />{" "}
            Executed
          </label>
          <p className="small muted">whether the environment carried its action out; {noteOf("executed")}</p>
        </div>
      </div>
      <p className="small muted">{priorsTold(tree, at)}</p>
      <dl className="given small">
        {methods.map((method, place) => (
          <Fragment key={method.id}>
            <dt>Credit by {nameOf(method)}</dt>
            <dd className="number">{given[place] === undefined ? "…" : formatCredit(given[place])}</dd>
          </Fragment>
        ))}
      </dl>
      <div className="row tight">
        <Act isOff={isFull} act={() => reshape(addAfter(tree, at), `A step was added after ${name}.`, true)}>
          Add a step after it
        </Act>
        <Act isOff={isFull} act={() => reshape(addBranch(tree, step.parent ?? -1), `Another way beside ${name} was added.`, true)}>
          Add another way beside it
        </Act>
        <Act isOff={tree.steps.length === 1} act={() => reshape(remove(tree, at), `Step ${at + 1} was removed.`, false)}>
          Remove it
        </Act>
      </div>
      {isFull && <p className="small muted">A tree has at most {MOST_STEPS} steps here.</p>}
    </section>
  );
}

/** Probabilities of a step and its siblings ought to be 1 together; methods take them as they are. */
function priorsTold({ steps }: Tree, at: number): string {
  const siblings = steps.filter(({ parent }) => parent === steps[at]?.parent);
  const sum = siblings.reduce((total, { prior }) => total + prior, 0);
  return siblings.length === 1
    ? `It is the only way from there; its ${FIELDS.prior.title.toLowerCase()} is ${formatNumber(sum)}.`
    : `It is one of ${siblings.length} ways from there, whose priors sum to ${formatNumber(sum)}.`;
}
