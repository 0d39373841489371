// Stands in for the browser's `fetch` and `Worker` inside the bundle (esbuild's `inject`).
// It starts MapLibre's worker from the text in the bundle, and must never reach a network.
import workerText from "worker-text";

export class Worker extends globalThis.Worker {
  constructor() {
    const url = URL.createObjectURL(new Blob([workerText], { type: "text/javascript" }));
    super(url);
    URL.revokeObjectURL(url);
  }
}

// MapLibre fetches its worker's code before it starts one on file://; Worker above needs no code.
export async function fetch() {
  return { ok: true, status: 200, text: async () => "" };
}
