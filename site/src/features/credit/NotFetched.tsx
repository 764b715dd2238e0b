import { useRef } from "react";

interface Props {
  readonly isFailed: boolean;
  retry(): void;
}

/** Says where nothing can be computed: what the page was built with stays. */
export function NotFetched({ isFailed, retry }: Props) {
  const place = useRef<HTMLDivElement>(null);
  // It stays when its words go, and holds the focus for the button that went with them.
  return (
    <div ref={place} role="alert" tabIndex={-1}>
      {isFailed && (
        <p className="verdict warn">
          What computes the credit could not be fetched. Check the connection, then{" "}
          <button
            type="button"
            className="plain"
            onClick={() => {
              place.current?.focus();
              retry();
            }}
          >
            try again
          </button>
        </p>
      )}
    </div>
  );
}
