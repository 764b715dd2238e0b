import type { Scorecard } from "@stepladder/schema";
import { type Facts, type Prepared, prepareEntry } from "@stepladder/wasm/host/entry-files.ts";
import { writeZip } from "@stepladder/wasm/intake/write-zip.ts";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { TrackInfo } from "../../catalog/describe.ts";
import { formatBytes, formatCount } from "../../format.ts";
import { BRANCH, REPOSITORY } from "../../repository.ts";
import { save } from "../scoring/result/save.ts";
import { TablePlace } from "../scoring/TablePlace.tsx";
import { LONGEST, newFileLink, uploadLink } from "./links.ts";

interface Props {
  readonly scorecard: Scorecard;
  readonly track: TrackInfo;
}

type Made = Extract<Prepared, { ok: true }>;

/** A result as an entry for the boards: what a person says of it, and the files that a pull request is made of. */
export default function SubmitEntry({ scorecard, track }: Props) {
  const [facts, setFacts] = useState<Facts>(() => ({ ...EMPTY, date: new Date().toISOString().slice(0, 10) }));
  const [prepared, setPrepared] = useState<Prepared>();
  const heading = useRef<HTMLHeadingElement>(null);
  const form = useRef<HTMLFormElement>(null);
  // What was changed meanwhile is not what files were made of.
  const latest = useRef(facts);
  latest.current = facts;
  useEffect(() => heading.current?.focus(), []);
  const faults = prepared?.ok === false ? prepared.faults : {};
  // The first field at fault is where to go on.
  useEffect(() => {
    if (prepared?.ok === false) form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [prepared]);
  const field = (name: keyof Facts, title: string, more: FieldProps = {}) => (
    <Field
      name={name}
      title={title}
      value={facts[name]}
      fault={faults[name]}
      set={(value) => {
        setFacts((now) => ({ ...now, [name]: value }));
        setPrepared(undefined);
      }}
      {...more}
    />
  );
  return (
    <section aria-labelledby="submit" className="submit no-print" data-submit>
      <h3 id="submit" tabIndex={-1} ref={heading}>
        Prepare a pull request
      </h3>
      <p>
        What you say here and what was measured become an entry of {track.title}. Nothing is sent: you get files, and open the pull request
        yourself. All of it becomes public: give no e-mail address and no private name.
      </p>
      <form
        ref={form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const asked = facts;
          void prepareEntry(asked, scorecard, track.metrics[0]?.id ?? "").then((made) => latest.current === asked && setPrepared(made));
        }}
      >
        <fieldset>
          <legend>The system</legend>
          {field("name", "Name", { required: true, hint: "As the board shows it, with size or version." })}
          {field("about", "What it does, in a sentence", { required: true })}
          {field("url", "Its page", { type: "url", hint: "Optional: a paper, a model card, a repository." })}
          {field("licence", "Licence", { hint: "Optional: of its weights or rules, such as Apache-2.0." })}
          {field("open", "Can anybody have its weights or rules?", { options: OPEN })}
          {field("parameters", "Parameters, in billions", { type: "number", hint: "Optional." })}
          {field("cost", "What all items cost, in US dollars", { type: "number", hint: "Optional." })}
          {field("date", "Day of the result", { type: "date", required: true })}
        </fieldset>
        <fieldset>
          <legend>How it can be checked</legend>
          <p className="small">
            With the address of the predictions anybody can score them again: the entry is <strong>recomputed</strong>, has its pack, and is
            ranked. Without it nobody can: it is <strong>self-reported</strong>, shown by value and not ranked.
          </p>
          {field("predictions", "Address of the predictions", {
            type: "url",
            hint: "A file or release that stays, such as a data set’s or a tag’s.",
          })}
          {field("where", "Which file there", { hint: "Needed with the address: the name of the file, or its place in an archive." })}
          {field("source", "Else: an address that tells of the result", { type: "url", hint: "Optional, for a self-reported entry." })}
        </fieldset>
        <button type="submit" className="primary">
          Make the files
        </button>
      </form>
      <div role="status">
        {prepared?.ok === false && <p className="verdict bad">Nothing was made yet: {needAnotherLook(Object.keys(faults).length)}.</p>}
        {prepared?.ok === true && <Files made={prepared} scorecard={scorecard} track={track} />}
      </div>
    </section>
  );
}

function needAnotherLook(fields: number): string {
  return fields === 1 ? "one of the fields above needs another look" : `${formatCount(fields)} of the fields above need another look`;
}

const EMPTY: Omit<Facts, "date"> = {
  name: "",
  about: "",
  url: "",
  licence: "",
  open: "",
  parameters: "",
  cost: "",
  predictions: "",
  where: "",
  source: "",
};

const OPEN = [
  ["", "not told"],
  ["yes", "yes"],
  ["no", "no"],
] as const;

interface FieldProps {
  readonly type?: "text" | "url" | "number" | "date";
  readonly hint?: string;
  readonly required?: boolean;
  readonly options?: typeof OPEN;
}

interface FieldsProps extends FieldProps {
  readonly name: string;
  readonly title: string;
  readonly value: string;
  readonly fault: string | undefined;
  readonly set: (value: string) => void;
}

function Field({ name, title, value, fault, set, type = "text", hint, required = false, options }: FieldsProps) {
  const id = `submit-${name}`;
  const told = [fault === undefined ? "" : `${id}-fault`, hint === undefined ? "" : `${id}-hint`].filter((one) => one !== "").join(" ");
  const shared = {
    id,
    value,
    required,
    "aria-invalid": fault !== undefined,
    ...(told === "" ? {} : { "aria-describedby": told }),
  };
  return (
    <div className="field">
      <label htmlFor={id}>{title}</label>
      {options === undefined ? (
        <input
          {...shared}
          type={type}
          autoComplete="off"
          maxLength={500}
          {...(type === "number" ? { min: 0, step: "any" } : {})}
          onChange={({ currentTarget }) => set(currentTarget.value)}
        />
      ) : (
        <select {...shared} onChange={({ currentTarget }) => set(currentTarget.value)}>
          {options.map(([one, text]) => (
            <option key={one} value={one}>
              {text}
            </option>
          ))}
        </select>
      )}
      {fault !== undefined && (
        <span id={`${id}-fault`} className="differs">
          {fault}
        </span>
      )}
      {hint !== undefined && (
        <span id={`${id}-hint`} className="small muted">
          {hint}
        </span>
      )}
    </div>
  );
}

function Files({ made, scorecard, track }: Props & { readonly made: Made }) {
  const { entry, files, id } = made;
  const held = track.board.find((line) => line.id === id);
  return (
    <>
      <h4>
        {entry.system.name}: {entry.evidence.kind}
      </h4>
      {held !== undefined && (
        <p className="verdict warn">
          The board has an entry in this file already, {held.system}: yours would take its place. Choose another name, unless it is yours.
        </p>
      )}
      <TablePlace label="Files of the pull request">
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col" className="num">
              Size
            </th>
          </tr>
        </thead>
        <tbody>
          {files.map(({ path, bytes }) => (
            <tr key={path}>
              <th scope="row" className="mono">
                {path}
              </th>
              <td className="num">{formatBytes(bytes.length)}</td>
            </tr>
          ))}
        </tbody>
      </TablePlace>
      <p className="row">
        <button type="button" data-zip onClick={() => void writeZip(files).then((zip) => save(zip, `${entry.track}-${id}.zip`))}>
          Download them as a zip
        </button>
      </p>
      <Sending made={made} />
      <dl className="facts small">
        <dt>Predictions</dt>
        <dd className="mono">{scorecard.hashes.predictions}</dd>
        <dt>Gold’s items</dt>
        <dd className="mono">{scorecard.hashes.items}</dd>
        <dt>Kernels</dt>
        <dd className="mono">{scorecard.hashes.kernels}</dd>
      </dl>
    </>
  );
}

/** Where the files go. */
function Sending({ made: { path, text, entry } }: { readonly made: Made }): ReactNode {
  if (REPOSITORY === undefined) {
    return (
      <p>
        This site was built without the address of its repository. Unpack the zip in a checkout of the one it was built from, run{" "}
        <code>npx stepladder entry check {path}</code>, and open a pull request with what lies below <code>data/</code>.
      </p>
    );
  }
  const link = newFileLink(REPOSITORY, BRANCH, path, text);
  const upload = (
    <a href={uploadLink(REPOSITORY, BRANCH, path)} rel="noopener">
      the folder’s upload page
    </a>
  );
  return (
    <ul>
      {link === undefined ? (
        <li>
          The entry has {formatCount(text.length)} characters, and GitHub takes about {formatCount(LONGEST)} in a link: unpack the zip, and
          give its files to {upload}.
        </li>
      ) : (
        <li>
          <a href={link} rel="noopener">
            Open a new file on GitHub
          </a>
          , its name and text filled in{entry.pack === undefined ? "." : <>; its pack goes beside it, through {upload}.</>}
        </li>
      )}
      <li>GitHub makes a fork and a branch for you, and offers the pull request; the check then writes the same numbers below it.</li>
    </ul>
  );
}
