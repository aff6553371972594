// Our engine of checks (docs/checks.md) in this worker: it watches a program, or it judges. Never both in one worker.

/** @import { createLink } from "./link.js" */
/** @import { Program, Request } from "./program.js" */
import { explainCrash } from "./program.js";
import { writePackage } from "./python.js";

/** Named apart: static hashing would take a string inside the call of pyimport for the address of a file. */
const PACKAGE = "codeyard_checks";
const OBSERVING = `${PACKAGE}.observing`;
const JUDGING = `${PACKAGE}.judging`;
const COLUMNS = 80;

/**
 * @typedef {ReturnType<typeof createLink>} Link
 * @typedef {Omit<Request, "columns"> & {steps: string, code: Record<string, string>}} Observed `code` is the engine, file names to base64
 * @typedef {{path: string, text?: string}} StepFile
 */

/** @param {any} pyodide @param {Record<string, string>} code @param {string} module @returns {any} the engine's module */
function importEngine(pyodide, code, module) {
  const [folder] = pyodide.pyimport("site").getsitepackages().toJs();
  writePackage(pyodide.FS, `${folder}/${PACKAGE}`, code);
  pyodide.pyimport("importlib").invalidate_caches();
  return pyodide.pyimport(module);
}

/** With stack switching (JSPI) recursion may go deeper, and packages can be loaded while a program runs. @param {any} entry @param {...unknown} values */
async function call(entry, ...values) {
  return "Suspending" in WebAssembly ? entry.callPromising(...values) : entry(...values);
}

/**
 * @param {{files?: StepFile[], source?: string}[]} steps `source` is that of a file of tests
 * @returns {string[]} sources that come with the steps: they may import packages, too
 */
export function sourcesOf(steps) {
  const files = steps.flatMap((step) => step.files ?? []).filter(({ path, text }) => path.endsWith(".py") && text !== undefined);
  const sources = steps.flatMap((step) => step.source ?? []);
  return [...new Set([...sources, ...files.map(({ text }) => String(text))])];
}

/**
 * Run a student's program for checks. Nobody hears of it but they: no console, no picture, no file of the project.
 * @param {any} pyodide @param {Link} link @param {Program} program @param {Observed} request
 */
export async function observe(pyodide, link, program, request) {
  const { id, main, code } = request;
  program.id = id;
  link.silence();
  let begun = performance.now();
  const done = (/** @type {string} */ outcome, message = "") =>
    link.post({ type: "done", id, outcome, message, ms: performance.now() - begun });
  try {
    const steps = JSON.parse(request.steps);
    const engine = importEngine(pyodide, code, OBSERVING);
    program.python.set_columns(COLUMNS);
    await program.prepare(request, sourcesOf(steps));
    link.post({ type: "started", id });
    begun = performance.now();
    const report = (/** @type {string} */ step, /** @type {string} */ text) => link.post({ type: "observation", id, step, report: text });
    const stopped = () => link.channel.stopped;
    await call(engine.observe, JSON.stringify({ root: program.files.root, main, steps }), report, stopped);
    done(stopped() ? "stopped" : "finished");
  } catch (error) {
    if (link.channel.stopped) done("stopped");
    else done("crashed", explainCrash(error, program.crash.dump));
  }
}

/**
 * Become the judge.
 * @param {any} pyodide @param {Link} link @param {Record<string, string>} code the engine
 * @returns {(question: {id: number, request: string}) => Promise<void>} answers, one question after the other
 */
export function judge(pyodide, link, code) {
  link.silence();
  const engine = importEngine(pyodide, code, JUDGING);
  return async ({ id, request }) => {
    try {
      const answer = await call(engine.answer, request);
      link.post({ type: "judged", id, answer: String(answer) });
    } catch (error) {
      link.post({ type: "judge-failed", id, detail: String(error).slice(0, 500) });
    }
  };
}
