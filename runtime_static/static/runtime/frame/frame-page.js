// Entry of the frame page: reads what the server wrote into the page, and serves the page that embeds it. Where its address
// ends in `#ahead`, no Python is wanted yet: then it fetches what one needs, says so, and that is all. It is the same page for
// both because browsers keep a page that was opened in a frame for frames alone, and because nothing can be forgotten.

import { idle, savesData } from "../idle-time.js";
import { AHEAD_FRAGMENT, FETCHED_AHEAD } from "../messages.js";
import { fetchAhead, neededAtStart } from "./ahead.js";
import { EngineSource, SnapshotSource, loadAssets } from "./assets.js";
import { meetPage } from "./embedder.js";
import { Interpreter } from "./interpreter.js";
import { JudgeHost } from "./judge-host.js";
import { Session } from "./session.js";

/** Devices with this much memory (gigabytes, rounded by the browser) or less hold one interpreter at a time. */
const LOW_MEMORY = 2;
const NO_SHARED_MEMORY = "This browser does not let pages share memory, which Python needs here. Use a current Chrome, Edge, Firefox or Safari.";

/** @import { AssetAddresses } from "./assets.js" */
/** @typedef {AssetAddresses & {embedders: string[], modules: string[]}} FrameData `modules` are those of the worker */

/** @returns {FrameData} */
function frameData() {
  const data = JSON.parse(document.getElementById("frame-data")?.textContent ?? "{}");
  const absolute = (/** @type {string} */ address) => new URL(address, location.href).href;
  return { ...data, pyodide: absolute(data.pyodide), packages: absolute(data.packages) };
}

const data = frameData();
// The snapshot is of a Python that can suspend (JSPI), which it keeps in its memory; other browsers start without one.
const snapshot = savesData(navigator) || !("Suspending" in WebAssembly) ? null : new SnapshotSource(data.snapshot);
/** @type {ReturnType<typeof loadAssets> | null} */
let assets = null;

/** Fetched once; fetched again only after a failure. */
function sharedAssets() {
  if (!assets) {
    assets = loadAssets(data, snapshot);
    assets.catch(() => { assets = null; });
  }
  return assets;
}

let fetching = false;

/** Once a Python is ready and nobody waits for a program's packages: what the next start and the first program gain by. */
async function lookAhead() {
  if (fetching || savesData(navigator)) return;
  fetching = true;
  await idle();
  await fetchAhead([data.library]);
  const [memory, loaded] = await Promise.all([snapshot?.load(), assets]);
  if (loaded && memory) loaded.snapshot = memory;
}

/** @param {ConstructorParameters<typeof Interpreter>[1]} hooks */
function makeInterpreter(hooks) {
  const interpreter = new Interpreter(data, hooks);
  void interpreter.boot(sharedAssets());
  return interpreter;
}

/** Load Python and serve the page around. */
async function serve() {
  if (!("SharedArrayBuffer" in globalThis)) {
    const port = await meetPage(data.embedders, window);
    port.postMessage({ type: "boot", phase: "failed", detail: NO_SHARED_MEMORY });
    return;
  }
  void sharedAssets();
  const memory = /** @type {{deviceMemory?: number}} */ (navigator).deviceMemory ?? Infinity;
  const engine = new EngineSource(data.checks);
  new Session(await meetPage(data.embedders, window), makeInterpreter, {
    spare: memory > LOW_MEMORY, resting: () => void lookAhead(), engine: () => engine.load(),
    makeJudge: (say) => new JudgeHost(makeInterpreter, () => engine.load(), say),
  });
}

if (location.hash !== AHEAD_FRAGMENT) await serve();
else if (await fetchAhead(neededAtStart(data))) window.parent.postMessage(FETCHED_AHEAD, "*");
