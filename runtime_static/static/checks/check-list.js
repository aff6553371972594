// The list of checks on a page, from before they run to their verdicts, and the one sentence about all of them.

import { CheckItem } from "./check-item.js";

/** @import { Check, Verdict } from "./checker.js" */

/** Events (CustomEvent): `jump` {path, line}, `debug` {verdict}. */
export class CheckList extends EventTarget {
  /**
   * @param {{list: HTMLElement, summary: HTMLElement, checks: Check[], hidden?: number, canDebug?: boolean}} parts `summary` is a live region;
   *   `hidden` is how many checks there are beside these, which run elsewhere
   */
  constructor({ list, summary, checks, hidden = 0, canDebug = false }) {
    super();
    this.summary = summary;
    this.hidden = hidden;
    const tell = (/** @type {string} */ name, /** @type {object} */ detail) => this.dispatchEvent(new CustomEvent(name, { detail }));
    const acts = {
      jump: (/** @type {object} */ place) => tell("jump", place),
      debug: canDebug ? (/** @type {Verdict} */ verdict) => tell("debug", { verdict }) : null,
    };
    /** @type {Map<string, CheckItem>} by check */
    this.items = new Map(checks.map((check) => [check.id, new CheckItem(check, acts)]));
    /** @type {Map<string, string>} what stopped the program, and the check that shows it */
    this.reasons = new Map();
    list.replaceChildren(...[...this.items.values()].map(({ element }) => element));
    this.say(aboutAll(checks.length, hidden));
  }

  /** They are about to run. */
  begin() {
    this.reasons.clear();
    for (const item of this.items.values()) item.show("waiting");
    this.say("Checking …");
  }

  /** @param {string} check */
  running(check) {
    this.items.get(check)?.show("running");
  }

  /** One mistake may stop the program in every check: it is unfolded once. @param {Verdict} verdict */
  tell(verdict) {
    const { check, state, summary, got } = verdict;
    const reason = state === "error" ? `${summary}\n${got}` : check;
    if (!this.reasons.has(reason)) this.reasons.set(reason, check);
    this.items.get(check)?.tell(verdict, state !== "passed" && this.reasons.get(reason) === check);
  }

  /** @param {Verdict[]} verdicts of all checks */
  end(verdicts) {
    this.say([resultOf(verdicts), aboutHidden(this.hidden)].filter(Boolean).join(" "));
  }

  /** They were stopped; those without a verdict were not checked. */
  stopped() {
    for (const item of this.items.values()) {
      if (["waiting", "running"].includes(item.element.dataset.state ?? "")) item.show("idle");
    }
    this.say("The checks were stopped.");
  }

  /** @param {string} sentence */
  say(sentence) {
    this.summary.textContent = sentence;
  }
}

/** @param {{state: string}[]} verdicts @returns {string} such as "3 of 5 checks passed."; "Not checked." of what was handed in without a Check */
export function resultOf(verdicts) {
  if (verdicts.some(({ state }) => state === "not-run")) return "Not checked.";
  const passed = verdicts.filter(({ state }) => state === "passed").length;
  if (verdicts.length === 1) return passed ? "The check passed." : "The check did not pass.";
  return passed === verdicts.length ? `All ${passed} checks passed.` : `${passed} of ${verdicts.length} checks passed.`;
}

/** @param {number} count @param {number} hidden @returns {string} */
function aboutAll(count, hidden) {
  const all = count === 1 ? "1 check looks at your program." : count ? `${count} checks look at your program.` : "";
  return [all, aboutHidden(hidden)].filter(Boolean).join(" ");
}

/** @param {number} hidden @returns {string} */
function aboutHidden(hidden) {
  if (!hidden) return "";
  return hidden === 1 ? "1 more check runs when your teacher verifies your work." : `${hidden} more checks run when your teacher verifies your work.`;
}
