import react from "@astrojs/react";
import sitemap from "@astrojs/sitemap";
import { defineConfig } from "astro/config";
import { offline } from "./src/pwa/integration.ts";
import { security } from "./src/security/integration.ts";

/** Any base path works: `BASE_PATH=/stepladder/`, and `SITE_URL` for absolute addresses. */
export default defineConfig({
  site: process.env.SITE_URL ?? "http://localhost:4321",
  base: process.env.BASE_PATH ?? "/",
  trailingSlash: "always",
  output: "static",
  // In this order: what is kept offline are pages with their policy.
  integrations: [react(), sitemap({ filter: (page) => !/\/(?:embed|offline|404)\//.test(page) }), security(), offline()],
  devToolbar: { enabled: false },
  vite: {
    // The default format cannot split code, and tracks are chunks of their own.
    worker: { format: "es" },
    build: {
      target: "es2022",
      // A data: URL would need a wider content security policy and could not be streamed.
      assetsInlineLimit: 0,
    },
  },
});
