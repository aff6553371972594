// Check: saves, runs the checks on what is there now, shows what came of them and reports the attempt.

/** @import { Checker, ExerciseDocument, Verdict } from "../checks/checker.js" */
/** @import { CheckList } from "../checks/check-list.js" */
/** @import { Workspace } from "../projects/workspace.js" */
/** @import { AttemptFile, AttemptReports } from "./attempt-reports.js" */

/**
 * @typedef {{document: ExerciseDocument, recorded: Record<string, unknown>, person: string, exercise: {version: number}}} About
 * @typedef {{workspace: Workspace, checker: Checker, list: CheckList, reports: AttemptReports | null, about: About}} Parts
 * `reports` null: nothing is kept
 */

export class Checking {
  /** @param {Parts} parts */
  constructor(parts) {
    this.parts = parts;
    const { workspace, checker, list } = parts;
    /** @param {EventTarget} source @param {string} name @param {(detail: any) => void} act */
    const on = (source, name, act) => source.addEventListener(name, (event) => act(/** @type {CustomEvent} */ (event).detail));
    on(checker, "running", ({ check }) => list.running(check));
    on(checker, "verdict", ({ verdict }) => list.tell(verdict));
    on(list, "jump", ({ path, line }) => {
      workspace.paneSwitch.show("editor");
      void workspace.editing.jump(path, line);
    });
    on(list, "debug", ({ verdict }) => this.#debug(verdict));
  }

  /** Save, then run all checks. @returns {Promise<boolean>} whether they came to their end, and the attempt was reported or waits for that */
  check() {
    const { workspace: { running, paneSwitch }, list } = this.parts;
    if (running.isTaken) return Promise.resolve(false);
    list.begin();
    paneSwitch.show("checks");
    return new Promise((resolve) => running.save((project) => void this.#run(project).then(resolve), () => {
      list.stopped();
      resolve(false);
    }));
  }

  /** @param {{wheels?: {name: string, sha256: string, size: number}[], packages?: string[]}} project @returns {Promise<boolean>} */
  async #run({ wheels, packages }) {
    const { checker, list, reports, about } = this.parts;
    const { document, recorded, person, exercise } = about;
    const files = this.#files();
    const verdicts = await checker.check({ document, recorded, person, files, wheels, packages });
    if (!verdicts) {
      list.stopped();
      return false;
    }
    list.end(verdicts);
    const results = verdicts.map(({ check, state }) => ({ check, state }));
    await reports?.add({ version: exercise.version, files, results });
    return true;
  }

  /** @returns {AttemptFile[]} the project as it is now; what could not be fetched is left out */
  #files() {
    return this.parts.workspace.files.present.flatMap(({ path, content }) => (content ? [{ path, ...content }] : []));
  }

  /** Run what a check ran, in the console and with its input. @param {Verdict} verdict */
  #debug({ debug }) {
    if (!debug) return;
    const lines = debug.stdin.replace(/\n$/, "").split("\n");
    this.parts.workspace.running.run({ lines: debug.stdin ? lines : [], program: debug.code ?? undefined });
  }
}
