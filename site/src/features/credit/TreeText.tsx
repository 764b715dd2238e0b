import type { Tree } from "@stepladder/wasm/credit/contract.ts";
import { useId, useState } from "react";
import { readTreeText } from "./read.ts";

interface Props {
  readonly tree: Tree;
  change(tree: Tree): void;
}

/** The tree as JSON, to take along or to bring. */
export function TreeText({ tree, change }: Props) {
  const id = useId();
  const [draft, setDraft] = useState<{ readonly text: string; readonly of: Tree }>();
  const [isOpen, setOpen] = useState(false);
  const isDraft = draft?.of === tree;
  const read = isDraft ? readTreeText(draft.text) : undefined;
  const fault = read !== undefined && "fault" in read ? read.fault : undefined;
  return (
    <details className="tree-text" onToggle={({ currentTarget: { open } }) => setOpen(open)}>
      <summary>The tree as JSON</summary>
      <label htmlFor={id}>Question and steps; a step names the one before it by its index, from 0 on</label>
      <textarea
        id={id}
        rows={14}
        spellCheck={false}
        autoComplete="off"
        aria-invalid={fault === undefined ? undefined : true}
        value={isDraft ? draft.text : isOpen ? JSON.stringify(tree, null, 1) : ""}
        onChange={({ currentTarget: { value } }) => {
          const own = readTreeText(value);
          const next = "tree" in own ? own.tree : tree;
          setDraft({ text: value, of: next });
          if (next !== tree) change(next);
        }}
      />
      <p className="fault" role="alert">
        {fault}
      </p>
    </details>
  );
}
