/** Nothing can be computed: what the page was built with stays. */
export function NotFetched({ retry }: { retry(): void }) {
  return (
    <p className="verdict warn" role="alert">
      What computes the credit could not be fetched. Check the connection, then{" "}
      <button type="button" className="plain" onClick={retry}>
        try again
      </button>
    </p>
  );
}
