import { useEffect, useState } from "react";

/** Width of a place in pixels, at least 200, without its borders; until it is known, `first`. */
export function useWidth<First extends number | undefined>(place: { readonly current: HTMLElement | null }, first: First): number | First {
  const [width, setWidth] = useState<number | First>(first);
  useEffect(() => {
    if (place.current === null) return;
    const watch = new ResizeObserver(([entry]) => entry && setWidth(Math.max(200, Math.floor(entry.contentRect.width) - 2)));
    watch.observe(place.current);
    return () => watch.disconnect();
  }, [place]);
  return width;
}
