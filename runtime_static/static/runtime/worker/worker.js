// The worker: one Python, one program. The frame sends one `boot` message to the worker, then over the port that came
// with it one `run` or `observe`; what it sends after that is a request to stop. Or it sends one `become-judge`, and then
// nothing but questions.

import { judge, observe } from "./checks.js";
import { createLink } from "./link.js";
import { Program } from "./program.js";
import { startPython } from "./python.js";

/**
 * Hold a lock until the worker is gone, which is how the frame notices. Browsers that keep third parties from storage
 * refuse locks too.
 * @param {string} name @returns {Promise<boolean>} whether it is held
 */
function holdLock(name) {
  return new Promise((resolve) => {
    const hold = () => {
      resolve(true);
      return new Promise(() => {});
    };
    navigator.locks.request(name, hold).catch(() => resolve(false));
  });
}

/** Let nothing close the worker without a word, not even where there are no locks. @param {() => void} tell */
function announceClosing(tell) {
  const { close } = globalThis;
  const closeAndTell = () => {
    tell();
    close.call(globalThis);
  };
  // Browsers differ in whether methods of a global stand on the object or on its prototype.
  for (let holder = globalThis; holder; holder = Object.getPrototypeOf(holder)) {
    if (!Object.hasOwn(holder, "close")) continue;
    Object.defineProperty(holder, "close", { value: closeAndTell, configurable: false, writable: false });
  }
}

/**
 * Called by the small module that the server puts in front (see `runtime_static/views.py`).
 * @param {MessageEvent} event the first message that the worker got
 */
export async function boot({ data }) {
  const { port, buffers, lock, pyodide: folder, packages, assets, pixelRatio } = data;
  const link = createLink(port, buffers);
  try {
    if (await holdLock(lock)) link.post({ type: "alive" });
    announceClosing(() => link.postInOrder({ type: "closed" }));
    const pyodide = await startPython(folder, packages, assets);
    const program = new Program(pyodide, link, { lock: JSON.parse(assets.lock), packages, pixelRatio });
    /** @param {MessageEvent} event */
    const begin = ({ data: request }) => {
      if (request.type === "become-judge") {
        const answer = judge(pyodide, link, request.code);
        port.onmessage = (/** @type {MessageEvent} */ { data: question }) => void answer(question);
        return;
      }
      port.onmessage = () => program.cancelTasks();
      void (request.type === "observe" ? observe(pyodide, link, program, request) : program.run(request));
    };
    port.onmessage = begin;
    link.post({ type: "ready" });
  } catch (error) {
    link.post({ type: "boot-failed", detail: `Python could not be started: ${String(error).slice(0, 500)}` });
  }
}
