import { type LayoutJob, laidOut } from "./layout.ts";

/** One layout, off the page's own thread: large graphs take a second or more. */
addEventListener("message", ({ data }: MessageEvent<LayoutJob>) => postMessage(laidOut(data)));
