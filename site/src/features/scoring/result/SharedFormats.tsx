import {
  DETAIL_IDS,
  DETAILS,
  type DetailId,
  type Details,
  detailsOf,
  lacking,
  RELATIONSHIPS,
} from "@stepladder/wasm/host/formats/details.ts";
import type { ScorecardFormat } from "@stepladder/wasm/host/formats/format.ts";
import { InputError } from "@stepladder/wasm/host/problems.ts";
import { useId, useRef, useState } from "react";

/** Hands the person the scorecard in a format. */
export type Write = (format: ScorecardFormat, details: Details) => Promise<void>;

/** Formats in which results are shared, with a form for what they ask and a scorecard does not know. */
export function SharedFormats({ formats, write }: { readonly formats: readonly ScorecardFormat[]; readonly write: Write }) {
  const form = useRef<HTMLFormElement>(null);
  const [fault, tell] = useState("");
  const download = async (format: ScorecardFormat) => {
    const details = detailsOf(Object.fromEntries(new FormData(form.current ?? undefined)) as Details);
    const missing = lacking(format, details);
    const [first] = missing;
    tell(first === undefined ? "" : `${format.title} needs what a scorecard does not know: ${missing.map(titleOf).join(", ")}.`);
    if (first !== undefined) return form.current?.querySelector<HTMLElement>(`[name=${first}]`)?.focus();
    await write(format, details).catch((error) => {
      if (!(error instanceof InputError)) throw error;
      tell(`${format.title} cannot be written: ${error.message}.`);
    });
  };
  return (
    <details data-shared>
      <summary>Formats for sharing results</summary>
      <form ref={form} className="details" onSubmit={(event) => event.preventDefault()}>
        {DETAIL_IDS.map((id) => (
          <Field key={id} id={id} />
        ))}
      </form>
      <p className="row tight">
        {formats.map((format) => (
          <button key={format.id} type="button" data-download={format.id} onClick={() => download(format)}>
            {format.title}
          </button>
        ))}
      </p>
      {fault !== "" && (
        <p className="verdict bad" role="alert">
          {fault}
        </p>
      )}
    </details>
  );
}

function Field({ id: name }: { readonly id: DetailId }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{DETAILS[name].title}</label>
      {name === "relationship" ? (
        <select id={id} name={name} aria-describedby={`${id}-says`}>
          <option value="">not said</option>
          {RELATIONSHIPS.map((one) => (
            <option key={one} value={one}>
              {one.replace("_", " ")}
            </option>
          ))}
        </select>
      ) : (
        <input id={id} name={name} type={name === "date" ? "date" : "text"} autoComplete="off" aria-describedby={`${id}-says`} />
      )}
      <span id={`${id}-says`} className="muted small">
        {DETAILS[name].says}
      </span>
    </div>
  );
}

function titleOf(id: DetailId): string {
  return DETAILS[id].title.toLowerCase();
}
