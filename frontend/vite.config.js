import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PurgeCSS } from "purgecss";
import { defineConfig } from "vite";

const here = import.meta.dirname;
const CHROME_109 = 109 << 16;

/** Keeps of Tabler's sheet only what the templates name: 740 kB become a few. */
function trimTabler() {
  return {
    name: "trim-tabler",
    enforce: "pre",
    async transform(code, id) {
      if (!id.includes("@tabler/core")) return null;
      const pages = globSync("../src/yizhi/**/templates/**/*.html", { cwd: here });
      const [trimmed] = await new PurgeCSS().purge({
        content: pages.map((page) => ({ raw: readFileSync(join(here, page), "utf8"), extension: "html" })),
        css: [{ raw: code }],
        variables: true,
        keyframes: true,
        fontFace: true,
      });
      return { code: trimmed.css, map: null };
    },
  };
}

export default defineConfig({
  plugins: [trimTabler()],
  css: { transformer: "lightningcss", lightningcss: { targets: { chrome: CHROME_109 } } },
  build: {
    target: "chrome109",
    cssTarget: "chrome109",
    cssMinify: "lightningcss",
    cssCodeSplit: false,
    modulePreload: false,
    outDir: join(here, "../src/yizhi/web/static/built"),
    emptyOutDir: false,
    rollupOptions: {
      input: join(here, "src/desk.js"),
      output: { entryFileNames: "desk.js", assetFileNames: "desk[extname]" },
    },
  },
});
