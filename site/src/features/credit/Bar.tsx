import { barOf } from "./shown.ts";

interface Props {
  readonly value: number;
  /** Credit that fills half of the width. */
  readonly scale: number;
  readonly width: number;
  readonly height: number;
}

/** Credit as a bar that begins at zero, in the middle: to the right above it, to the left below. A part of a drawing. */
export function Bar({ value, scale, width, height }: Props) {
  const { x, length } = barOf(value, scale, width);
  return (
    <g className="bar" data-side={value < 0 ? "below" : "above"}>
      <rect x={x} y="1" width={length} height={height - 2} />
      <path d={`M${width / 2} 0 V${height}`} />
    </g>
  );
}
