// A runner and a judge that do what a test says.

/** @typedef {(step: any, report: (report: object) => void, end: (outcome: string, message?: string) => void) => void | "wait"} Program */

/** Runs steps at once, as `program` says; a step without an answer is waited for. */
export class StepRunner extends EventTarget {
  /** @param {Program} [program] */
  constructor(program = (_step, report) => report({ ms: 1 })) {
    super();
    this.program = program;
    /** @type {any[]} what it was asked to run */
    this.asked = [];
    this.kills = 0;
    /** @type {number | null} */
    this.current = null;
    this.lastId = 0;
    this.attached = /** @type {any} */ (null);
  }

  /** @param {object} project */
  observe(project) {
    if (this.current !== null) return null;
    this.current = ++this.lastId;
    this.asked.push(project);
    setTimeout(() => void this.#run(/** @type {any} */ (project).steps));
    return this.current;
  }

  kill() {
    this.kills += 1;
    this.end("stopped");
  }

  stop() {
    this.end("stopped");
  }

  /** @param {string} outcome @param {string} [message] */
  end(outcome, message = "") {
    const id = this.current;
    if (id === null) return;
    this.current = null;
    setTimeout(() => this.#tell("observed", { id, outcome, message, ms: 1 }));
  }

  attach(/** @type {any} */ frame) {
    this.attached = frame;
  }

  dispose() {
    this.attached = null;
  }

  tellJudge() {
    return true;
  }

  /** @param {any[]} steps */
  async #run(steps) {
    const id = this.current;
    for (const step of steps) {
      this.#tell("observation", { id, step: step.id, report: '{"began": true}' });
      const waits = this.program(step, (report) => this.#tell("observation", { id, step: step.id, report: JSON.stringify(report) }),
        (outcome, message) => this.end(outcome, message));
      if (waits === "wait") return;
      await new Promise((resolve) => setTimeout(resolve));
      if (this.current !== id) return;
    }
    this.end("finished");
  }

  /** @param {string} name @param {object} detail */
  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** Plans one step for each check that has `steps`, and passes a check whose observation says `right`. */
export class PlainJudge {
  constructor() {
    /** @type {any[]} */
    this.questions = [];
  }

  prepare() {}

  /** @param {any} question */
  async ask(question) {
    this.questions.push(question);
    if (question.do === "plan") return this.plan(question);
    if (question.do === "shrink") return this.shrink(question);
    if (question.do === "record") return { recorded: { echo: question.observations }, problems: {} };
    return this.verdict(question);
  }

  /** @param {any} question */
  plan({ document, checks }) {
    /** @type {any[]} */
    const chosen = document.checks.filter((/** @type {any} */ { id }) => checks.includes(id));
    const steps = chosen.flatMap(({ id, steps, seconds }) =>
      Array.from({ length: steps }, (_, number) => ({ id: `${id}/${number}`, check: id, seconds, do: "program" })));
    return { steps, problems: Object.fromEntries(chosen.filter(({ bad }) => bad).map(({ id, bad }) => [id, bad])) };
  }

  /** A step with the next smaller number, until that is 2. @param {any} question */
  shrink({ check: id, failing }) {
    return { steps: failing.number > 2 ? [{ id: `${id}/s`, check: id, seconds: 1, do: "program", number: failing.number - 1 }] : [] };
  }

  /** @param {any} question */
  verdict({ check, observations, steps }) {
    const seen = Object.values(observations).map((text) => JSON.parse(text));
    const ended = ["timed_out", "lost", "not_run"].find((word) => seen.some((one) => one[word]));
    const state = ended ? "error" : seen.every((one) => one.right !== false) ? "passed" : "failed";
    const failing = state === "failed" && check === "r" ? (steps?.[0] ?? { number: 5 }) : null;
    return { check, state, summary: ended ?? "", trust: "outside", failing };
  }
}

/** @param {string} id @param {object} [fields] @returns {any} */
export const check = (id, fields = {}) => ({ id, name: id, kind: "output", steps: 1, seconds: 1, ...fields });

/** @param {any[]} checks @param {object} [fields] @returns {any} */
export const job = (checks, fields = {}) => ({
  document: { title: "T", main: "main.py", text: "long", starter: [], solution: [{ path: "main.py", text: "print(1)" }], tests: [], checks },
  files: [{ path: "main.py", text: "print(2)" }, { path: "a.bin", base64: "AQID" }], ...fields,
});
