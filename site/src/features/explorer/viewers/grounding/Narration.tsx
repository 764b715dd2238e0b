import type { GroundedVideo } from "@stepladder/schema";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef, useState } from "react";
import { timeWords } from "../timeline/words.ts";

interface Props {
  readonly sentences: GroundedVideo["sentences"];
  /** Places of those that told of the step that is looked at. */
  readonly tellers: readonly number[];
  /** The one that is looked at; -1: none. */
  readonly at: number;
  look(sentence: number): void;
}

/** A first guess; rows are measured once they are seen. */
const HEIGHT = 32;

/** What is said, sentence by sentence; only those in sight are in the page. */
export function Narration({ sentences, tellers, at, look }: Props) {
  const place = useRef<HTMLElement>(null);
  // What is drawn before there is a page has no place that scrolls.
  const [isAwake, setAwake] = useState(false);
  useEffect(() => setAwake(true), []);
  const virtual = useVirtualizer({
    count: isAwake ? sentences.length : 0,
    getScrollElement: () => place.current,
    estimateSize: () => HEIGHT,
    overscan: 6,
  });
  const shown = at >= 0 ? at : (tellers[0] ?? -1);
  useEffect(() => {
    if (isAwake && shown >= 0) virtual.scrollToIndex(shown, { align: "center" });
  }, [isAwake, shown, virtual]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a place that scrolls must be reachable by keyboard
    <section ref={place} className="narration needs-js no-print" aria-label="What is said" tabIndex={0}>
      {isAwake && (
        <ol className="inside" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const said = sentences[index] as GroundedVideo["sentences"][number];
            const isTeller = tellers.includes(index);
            return (
              <li
                key={index}
                ref={virtual.measureElement}
                data-index={index}
                data-teller={isTeller}
                aria-setsize={sentences.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                <button type="button" aria-pressed={index === at} onClick={() => look(index)}>
                  <span className="number muted">{timeWords(said.start, "seconds")}</span>
                  <span className="foreign" dir="auto">
                    {said.text}
                    {isTeller && <span className="tells"> ◂ told of this step</span>}
                  </span>
                </button>
              </li>
            );
          })}
        </ol>
      )}
    </section>
  );
}
