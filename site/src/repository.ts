/**
 * Where results are sent to: address of the repository on GitHub, as `PUBLIC_REPOSITORY_URL` tells when the site is built; absent where it
 * does not. The one place that knows it.
 */
export const REPOSITORY: string | undefined = addressOf(import.meta.env.PUBLIC_REPOSITORY_URL);

/** Branch that takes pull requests. */
export const BRANCH = "main";

function addressOf(told: unknown): string | undefined {
  return typeof told === "string" && /^https:\/\/[^/]+\/[^/]+\/[^/]+$/.test(told) ? told : undefined;
}
