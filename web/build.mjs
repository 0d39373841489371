// Bundles src/map.js into dist/account-map.js, one classic script that runs from file:// and asks
// no network for anything: MapLibre's worker travels inside it as text (see src/offline.js).
import { build } from "esbuild";

const shared = { bundle: true, minify: true, target: "es2022", legalComments: "none", logLevel: "warning" };
const licence = "/* Contains MapLibre GL JS, BSD-3-Clause, (c) MapLibre contributors: see dist/LICENCES.txt */";

const worker = await build({
  ...shared,
  entryPoints: ["node_modules/maplibre-gl/dist/maplibre-gl-worker.mjs"],
  format: "iife",
  write: false,
});

const workerAsText = {
  name: "worker-as-text",
  setup(plugins) {
    plugins.onResolve({ filter: /^worker-text$/ }, () => ({ path: "worker-text", namespace: "text" }));
    plugins.onLoad({ filter: /.*/, namespace: "text" }, () => ({ contents: worker.outputFiles[0].text, loader: "text" }));
  },
};

await build({
  ...shared,
  entryPoints: { "account-map": "src/map.js" },
  outdir: "dist",
  format: "iife",
  inject: ["src/offline.js"],
  plugins: [workerAsText],
  define: { "import.meta.url": '""' },
  loader: { ".svg": "dataurl" },
  banner: { js: licence },
});

const { copyFile } = await import("node:fs/promises");
await copyFile("node_modules/maplibre-gl/LICENSE.txt", "dist/LICENCES.txt");
