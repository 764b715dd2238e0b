import type { RankingPanel } from "@stepladder/wasm/host/panels.ts";
import { Fragment, useEffect, useId, useRef, useState } from "react";
import type { ViewerProps } from "../contract.ts";
import "../texts.css";
import { firstCut, isWrongAt, lastCut } from "./steps.ts";

/** Candidates that are shown beyond the last cut before the rest is folded. */
const MARGIN = 3;
const BAR = 60;

/** Candidates best first, with the right ones marked and a line at the cut. */
export default function RankingViewer({ panel, at, go }: ViewerProps<RankingPanel>) {
  const { asked = [], candidates, cuts } = panel;
  const [cut, setCut] = useState(firstCut(panel));
  const [open, setOpen] = useState(false);
  const id = useId();
  const list = useRef<HTMLOListElement>(null);
  const isPredicted = candidates.some(({ ranked }) => ranked);
  const folded = lastCut(panel) + MARGIN;
  const shown = open || !isPredicted || at >= folded ? candidates : candidates.slice(0, folded);
  // In braces: newer browsers return a promise, which would be taken for what undoes the effect.
  useEffect(() => {
    list.current?.querySelector(`[data-at="${at}"]`)?.scrollIntoView({ block: "nearest" });
  }, [at]);
  const scores = candidates.flatMap(({ score }) => (score === undefined ? [] : [score]));
  const least = scores.reduce((a, b) => Math.min(a, b), 0);
  const most = scores.reduce((a, b) => Math.max(a, b), least);
  return (
    <div className="ranking-viewer">
      {asked.length > 0 && (
        <section aria-label="What was asked">
          <p className="head">So far</p>
          <ol>
            {asked.map((text, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place
              <li key={i} className="foreign" dir="auto">
                {text}
              </li>
            ))}
          </ol>
        </section>
      )}
      <div className="row tight">
        <label htmlFor={id}>Cut at</label>
        <select id={id} value={cut} onChange={(event) => setCut(Number(event.currentTarget.value))}>
          {cuts.map((k) => (
            <option key={k} value={k}>
              {k}
            </option>
          ))}
        </select>
        <span className="small">{answer(panel, cut, isPredicted)}</span>
      </div>
      <ol className="candidates" ref={list}>
        {shown.map(({ text, gold, ranked, score }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a candidate is its place
          <Fragment key={place}>
            <li
              data-at={place}
              aria-current={place === at ? "step" : undefined}
              data-gold={gold}
              data-wrong={isPredicted && !gold && isWrongAt(panel, place, cut)}
            >
              <button type="button" className="link number" onClick={() => go(place)}>
                {ranked ? place + 1 : "–"}
                <span className="visually-hidden">{ranked ? ", rank" : "not ranked"}</span>
              </button>
              <span className="foreign" dir="auto">
                {text}
              </span>
              <span className="small told">{verdict(panel, place, cut, isPredicted)}</span>
              {score !== undefined && most > least && (
                <svg className="bar" width={BAR} height="8" role="img" aria-label={`Score ${score}`}>
                  <rect width={(BAR * (score - least)) / (most - least)} height="8" />
                </svg>
              )}
            </li>
            {isPredicted && place === cut - 1 && (
              <li className="cut small" aria-label={`Cut at ${cut}`}>
                Cut at {cut}
              </li>
            )}
          </Fragment>
        ))}
      </ol>
      {shown.length < candidates.length && (
        <button type="button" onClick={() => setOpen(true)}>
          Show the {candidates.length - shown.length} others
        </button>
      )}
    </div>
  );
}

function verdict(panel: RankingPanel, place: number, cut: number, isPredicted: boolean): string {
  const gold = panel.candidates[place]?.gold === true;
  if (!isPredicted) return gold ? "● Right" : "";
  const wrong = isWrongAt(panel, place, cut);
  if (gold) return wrong ? "↓ Right, but beyond the cut" : "✓ Right";
  return wrong ? "✗ Wrong" : "";
}

function answer({ candidates }: RankingPanel, cut: number, isPredicted: boolean): string {
  const right = candidates.filter(({ gold }) => gold).length;
  if (!isPredicted) return `${right} of ${candidates.length} candidates are right; nothing is ranked.`;
  const above = candidates.slice(0, cut).filter(({ gold, ranked }) => gold && ranked).length;
  return `${above} of ${right} right ones stand among the first ${cut}.`;
}
