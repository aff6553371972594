// What the marking screen says of a submission: where it stands, what was handed in, what the checks found, what was released.

import { make } from "../files/elements.js";
import { part } from "../projects/workspace.js";

/** @import { CheckLine, Item, Screen } from "./marking-shapes.js" */

const TONES = Object.freeze({ "in-progress": "", "handed-in": "warn", returned: "", complete: "ok" });
/** @type {Readonly<Record<string, string>>} */
const CHECK_STATES = Object.freeze({ passed: "Passed", failed: "Failed", error: "Error", "not-run": "–" });

/** Events (CustomEvent): `item` {id}, `hand-in` {number}. */
export class MarkingPanel extends EventTarget {
  /** @param {{progress: string}} urls */
  constructor({ progress }) {
    super();
    this.progress = progress;
  }

  /** @param {Screen} screen */
  show(screen) {
    const { submission } = screen;
    part("student").textContent = submission.group ? `${submission.student} (${submission.group})` : submission.student;
    const state = part("state");
    state.textContent = submission.excused ? `${submission.stateLabel}, excused` : submission.stateLabel;
    state.dataset.tone = Reflect.get(TONES, submission.state) ?? "";
    this.#standing(screen);
    part("events").replaceChildren(...submission.events.map(({ state: name, at, by, note }) =>
      make("li", {}, make("strong", {}, name), ` ${[at, by, note].filter(Boolean).join(" · ")}`)));
    part("collect").hidden = screen.handIn !== null && submission.state !== "returned";
    part("excuse").textContent = submission.excused ? "No longer excused" : "Excuse";
    this.showReleases(screen);
  }

  /** @param {Screen} screen */
  #standing(screen) {
    const { handIn, handIns, submission } = screen;
    if (!handIn) {
      part("standing").replaceChildren(make("p", {}, "Nothing was handed in yet. This is the work as it is saved now."));
      return;
    }
    const facts = make("dl", { class: "marking-facts" });
    /** @param {string} name @param {...(Node | string)} value */
    const fact = (name, ...value) => facts.append(make("dt", {}, name), make("dd", {}, ...value));
    fact("Handed in", handIn.by ? `${handIn.at}, by ${handIn.by}` : handIn.at);
    if (handIn.late) fact("Late", `${handIn.late}${handIn.penalty ? `, which costs ${handIn.penalty} % of all points` : ", which costs nothing"}`);
    fact("Receipt", handIn.receipt);
    if (submission.others.length) fact("Group", `with ${submission.others.join(", ")}`);
    if (handIns.length > 1) fact("Hand-in", this.#chooser(screen, handIn.number));
    const old = handIn.isLatest ? [] : [make("p", {}, "This is an earlier hand-in, to look at. The latest one is marked.")];
    part("standing").replaceChildren(facts, ...old);
  }

  /** @param {Screen} screen @param {number} shown @returns {HTMLElement} */
  #chooser({ handIns }, shown) {
    const select = make("select", { class: "input", "aria-label": "Hand-in" });
    for (const { number, at } of handIns) select.append(new Option(`${number} of ${handIns.length}, ${at}`, String(number), false, number === shown));
    select.addEventListener("change", () => this.dispatchEvent(new CustomEvent("hand-in", { detail: { number: Number(select.value) } })));
    return select;
  }

  /** @param {readonly Item[]} items @param {number} chosen the id of the one whose work is shown */
  showItems(items, chosen) {
    part("items").replaceChildren(...items.map((item) => {
      const found = item.hasChecks ? ` ${item.points || "–"} of ${item.of}` : "";
      const sign = item.disagrees ? " ⚠" : "";
      const button = make("button", { class: "button button-small", type: "button", "aria-pressed": String(item.id === chosen) }, `${item.title}${found}${sign}`);
      button.addEventListener("click", () => this.dispatchEvent(new CustomEvent("item", { detail: { id: item.id } })));
      return button;
    }));
    const item = items.find(({ id }) => id === chosen);
    part("checks").replaceChildren(...(item ? this.#checks(item) : []));
  }

  /** @param {Item} item @returns {Node[]} */
  #checks(item) {
    if (!item.work) return [make("p", {}, "This was not begun.")];
    if (!item.hasChecks) return [make("p", { class: "soft" }, "A project: it is marked by the rubric.")];
    if (!item.lines.length) return [];
    const row = (/** @type {CheckLine} */ line) => make("tr", { "data-differs": line.differs },
      make("th", { scope: "row" }, `${line.name}${line.hidden ? " (hidden)" : ""}`),
      make("td", {}, checkState(line.reported)), make("td", {}, checkState(line.verified), line.differs ? make("strong", {}, " Disagreement") : ""),
    );
    const headings = ["Check", "Reported", "Verified"].map((name) => make("th", { scope: "col" }, name));
    const table = make("table", { class: "marking-checks" }, make("thead", {}, make("tr", {}, ...headings)), make("tbody", {}, ...item.lines.map(row)));
    const found = item.lines.filter(({ summary }) => summary).map(({ name, summary }) => make("li", {}, `${name}: ${summary}`));
    const attempts = make("a", { href: item.cell }, "Attempts and details");
    const said = item.trust === "none" ? "Nobody has run these checks. " : "Not verified: what the student’s own browser said. ";
    const hint = make("p", { class: "soft small" }, said, make("a", { href: this.progress }, "Verify all on Progress"));
    return [
      table, ...(found.length ? [make("ul", { class: "small" }, ...found)] : []), ...(item.trust === "verified" ? [] : [hint]), make("p", {}, attempts),
    ];
  }

  /** @param {Pick<Screen, "releases" | "isReleased">} screen */
  showReleases({ releases, isReleased }) {
    const [latest] = releases;
    let sentence = "The student sees nothing of this marking yet.";
    if (latest && isReleased) sentence = `Released ${latest.at}: ${latest.mark}, ${latest.outcome}.`;
    else if (latest) sentence = `Changed since it was released ${latest.at}. The student sees ${latest.mark}, ${latest.outcome}.`;
    part("released").textContent = sentence;
    part("releases-part").hidden = releases.length === 0;
    part("releases").replaceChildren(...releases.map(({ at, by, outcome, mark }) =>
      make("li", {}, [at, by, outcome, mark].filter(Boolean).join(" · "))));
  }
}

/** @param {string} state @returns {HTMLElement} */
function checkState(state) {
  return make("span", { class: "marking-check", "data-check-state": state }, CHECK_STATES[state] ?? state);
}
