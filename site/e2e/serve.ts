import { serveSite } from "../../pipeline/core/serve.ts";

/** Serves the built site on a free port for all tests, and says where in BASE_URL. */
export default async function serveForTests(): Promise<() => Promise<void>> {
  const { url, close } = await serveSite(0);
  process.env.BASE_URL = url;
  return close;
}
