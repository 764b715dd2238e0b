import { useId, useState } from "react";

interface Props {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly count: number;
  /** The cells of a row, by its place. */
  row(at: number): readonly string[];
}

/** Rows of one page: what is longer is leafed through. */
const PAGE = 100;

/** What a drawing shows, as a table; its rows are made when it is opened. */
export function Twin({ caption, heads, count, row }: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const [page, setPage] = useState(0);
  const from = page * PAGE;
  const to = Math.min(count, from + PAGE);
  return (
    <details className="twin" onToggle={({ currentTarget: { open } }) => setOpen(open)}>
      <summary id={id}>{caption}, as a table</summary>
      {isOpen && (
        <>
          {count > PAGE && (
            <div className="row tight small">
              <button type="button" disabled={page === 0} onClick={() => setPage(page - 1)}>
                Earlier rows
              </button>
              <button type="button" disabled={to >= count} onClick={() => setPage(page + 1)}>
                Later rows
              </button>
              <span>
                {from + 1} to {to} of {count}
              </span>
            </div>
          )}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard */}
          <section className="scroll" aria-labelledby={id} tabIndex={0}>
            <table className="small">
              <thead>
                <tr>
                  {heads.map((head) => (
                    <th key={head} scope="col">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {Array.from({ length: to - from }, (_, i) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
                  <tr key={from + i}>
                    {row(from + i).map((cell, column) => (
                      // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                      <td key={column} className="foreign" dir="auto">
                        {cell}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </details>
  );
}
