import type { APIContext } from "astro";
import { badgeSvg } from "../../../catalog/badge.ts";
import { type BadgeProps, badgeOf, badgePaths } from "../../../catalog/badges.ts";

export const getStaticPaths = badgePaths;

/** The badge as a picture. */
export async function GET({ props }: APIContext<BadgeProps>): Promise<Response> {
  return new Response(badgeSvg(await badgeOf(props)), { headers: { "content-type": "image/svg+xml" } });
}
