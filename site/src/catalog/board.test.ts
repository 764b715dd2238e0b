import { expect, test } from "vitest";
import { track } from "../../test/scorecard.ts";
import { boardSentence } from "./board.ts";

const plain = (text: string): string => text.replaceAll("\u00a0", " ");

test("a board says who leads and by how much", () => {
  expect(plain(boardSentence(track))).toBe("2 systems scored. Alpha leads prefix accuracy at 90.0 %, ahead of Beta at 80.0 %.");
});

test("a board of baselines says what scoring gives for nothing", () => {
  const board = track.board.filter(({ kind }) => kind === "baseline");
  expect(plain(boardSentence({ ...track, board }))).toBe(
    "No system is on this board yet. 1 baseline without a model: prefix accuracy 0.0 % (empty answer).",
  );
  expect(boardSentence({ ...track, board: [] })).toBe("No system is on this board yet.");
});
