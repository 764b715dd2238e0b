import type { APIContext } from "astro";
import { badgeJson } from "../../../catalog/badge.ts";
import { type BadgeProps, badgeOf, badgePaths } from "../../../catalog/badges.ts";

export const getStaticPaths = badgePaths;

/** The badge for shields.io. */
export async function GET({ props }: APIContext<BadgeProps>): Promise<Response> {
  return Response.json(badgeJson(await badgeOf(props)));
}
