// Entry of the marking screen: a student's work in the workspace, what is noted of it beside it, and the way to the next one.

import { lineComments, showLineComments } from "../editor/line-comments.js";
import { make } from "../files/elements.js";
import { dialogButton, openDialog } from "../projects/dialog.js";
import { button, part, startWorkspace, workspaceData } from "../projects/workspace.js";
import { MarkingApi } from "./marking-api.js";
import { MarkingComments } from "./marking-comments.js";
import { MarkingForm } from "./marking-form.js";
import { MarkingNotes } from "./marking-notes.js";
import { MarkingPanel } from "./marking-panel.js";
import { MarkingQueue } from "./marking-queue.js";

/** @import { Kept } from "./kept-comments.js" */
/** @import { Place } from "./marking-comments.js" */
/** @import { Answer, Marking, Noted } from "./marking-notes.js" */
/** @import { Comment, Criterion, Item, Screen } from "./marking-shapes.js" */

/**
 * `marking-data`, as docs/architecture.md describes it.
 * @typedef {{screen: Screen, criteria: Criterion[], queue: number[], saved: Kept[],
 *   urls: {marking: string, saved: string, progress: string}}} MarkingData
 */

const FRESH = 60_000; // milliseconds for which what was fetched ahead is shown as it is
const AWAY = "The network is away. Try again when it is back.";
/** @type {Readonly<Record<string, string>>} */
const OUTCOMES = Object.freeze({ "": "Not decided", returned: "Return for another try", complete: "Complete" });
/** Which list she came from. */
const LIST = location.search.replace(/[?&]hand-in=\d+/, "");
const NOTHING = Object.freeze({ files: [], mainPath: "", filesUrl: "" });

const about = /** @type {MarkingData} */ (JSON.parse(document.getElementById("marking-data")?.textContent ?? "{}"));
const workspace = await startWorkspace(workspaceData(), lineComments({
  choose: (line) => writeAt(line),
  open: (id) => changeComment(id),
}));
const { editor, open, tell, paneSwitch } = workspace;

/** What is shown. */
let screen = about.screen;
/** @type {Item | undefined} */
let item = undefined;
/** @type {{id: number, screen: Promise<Answer>, at: number} | null} the next student, fetched ahead */
let ahead = null;
/** Whether another submission is on its way. */
let moving = false;

const queue = new MarkingQueue(about.queue, screen.submission.id);
const api = new MarkingApi(workspace.api, about.urls);
const notes = new MarkingNotes({ send: (body) => api.save(screen.submission.id, body) });
const panel = new MarkingPanel(about.urls);
const form = new MarkingForm({ notes, criteria: about.criteria });
const comments = new MarkingComments({
  kept: about.saved,
  actions: {
    save: saveComment,
    keep: async (text) => (await asked(api.keep(text)))?.saved ?? null,
    used: ({ id }) => void asked(api.kept(id, "PATCH")),
    forget: ({ id }) => void asked(api.kept(id, "DELETE")),
  },
});

/** @param {Promise<Answer>} answer @returns {Promise<Record<string, any> | null>} null when it was refused, which is then told */
async function asked(answer) {
  try {
    const { status, data } = await answer;
    if (status === 200) return data;
    tell(String(data.message ?? "The server cannot do this."));
  } catch {
    tell(AWAY);
  }
  return null;
}

/** Show a submission. @param {Screen} shown */
async function show(shown) {
  screen = shown;
  queue.go(screen.submission.id);
  comments.leave();
  const { handIn, submission } = screen;
  notes.load({ handIn: handIn?.number ?? 0, marking: handIn?.isLatest ? screen.marking : null, wholeGroup: submission.others.length > 0 && !submission.othersDiffer });
  panel.show(screen);
  form.show(screen);
  const mayMark = handIn?.isLatest ?? false;
  button("release").disabled = !mayMark;
  part("position").textContent = queue.position;
  button("previous").disabled = queue.previous === null;
  // The last one leads to the end of the list.
  button("next").disabled = part("marking-end").hidden === false;
  document.title = `${submission.student} · ${document.title.split(" · ").at(-1)}`;
  history.replaceState(null, "", `${screen.url}${LIST}`);
  part("panel").scrollTop = 0;
  for (const name of ["notes", "comments-part", "release-part"]) part(name).hidden = handIn === null;
  // The same item as of the student before; where there is nothing of it, something that there is.
  const begun = screen.items.filter(({ work }) => work);
  await showItem(begun.find(({ id }) => id === item?.id) ?? begun[0] ?? screen.items[0]);
}

/** @param {Item | undefined} chosen */
async function showItem(chosen) {
  item = chosen;
  panel.showItems(screen.items, chosen?.id ?? 0);
  showComments();
  await workspace.show(chosen?.work ?? NOTHING);
}

function showComments() {
  const several = screen.items.length > 1;
  comments.show(screen.comments, {
    title: (id) => (several ? `${screen.items.find((one) => one.id === id)?.title ?? ""}: ` : ""),
    mayMark: screen.handIn?.isLatest ?? false,
  });
  const here = screen.comments.filter((one) => one.item === item?.id && one.path === open.file?.path);
  showLineComments(editor.view, here);
}

/** @param {number} id of another submission, or 0 for the end of the list */
async function go(id) {
  if (moving) return;
  moving = true;
  try {
    if (!(await isSafe())) return;
    part("marking-end").hidden = id !== 0;
    if (id === 0) {
      button("next").disabled = true;
      part("marking-end").querySelector("a")?.focus();
      return;
    }
    const wasInForm = part("notes").contains(document.activeElement);
    // What was noted for a group may be the next one's too.
    const isFresh = ahead?.id === id && Date.now() - ahead.at < FRESH && screen.submission.others.length === 0;
    const fetched = isFresh && ahead ? ahead.screen : api.screen(id);
    const data = await asked(fetched);
    ahead = null;
    if (!data) return;
    await show(data.screen);
    if (wasInForm) form.focus();
    else part("student").focus();
    part("announced").textContent = `${screen.submission.student}, ${queue.position}`;
    fetchAhead();
  } finally {
    moving = false;
  }
}

/** @returns {boolean} whether a comment is being written; she is then led back to it */
function isWriting() {
  if (!comments.isWriting) return false;
  tell("Save the comment first, or leave it with Esc.");
  part("comment-text").focus();
  return true;
}

/** @returns {Promise<boolean>} whether nothing is lost by going on */
async function isSafe() {
  if (isWriting()) return false;
  if (await notes.flush()) return true;
  tell(notes.theirs ? "Decide first whose marking counts." : notes.message || AWAY);
  return false;
}

function fetchAhead() {
  const id = queue.next;
  if (id === null) return;
  const fetched = api.screen(id);
  fetched.catch(() => { ahead = null; });
  ahead = { id, screen: fetched, at: Date.now() };
}

/** @param {"release" | "collect" | "excuse"} what @param {object} body */
async function act(what, body) {
  if (!(await isSafe())) return;
  const data = await asked(api.post(screen.submission.id, what, body));
  if (data) await refresh(data.screen);
}

/** The same submission, as the server has it now. @param {Screen} shown */
async function refresh(shown) {
  const hadHandIn = screen.handIn?.number;
  if (shown.handIn?.number !== hadHandIn) {
    await show(shown);
    return;
  }
  screen = shown;
  panel.show(screen);
  form.showSum(screen.sum);
}

/** @param {number} line of the file that is shown, as it was handed in */
function writeAt(line) {
  const path = open.file?.path;
  if (!screen.handIn?.isLatest || !path || !item || isWriting()) return;
  if (!item.work?.files.some((file) => file.path === path)) {
    tell("This file was not handed in.");
    return;
  }
  paneSwitch.show("marking");
  comments.write({ path, line, comment: null });
}

/** @param {number} id */
function changeComment(id) {
  const comment = screen.comments.find((one) => one.id === id);
  if (!comment || !screen.handIn?.isLatest || isWriting()) return;
  paneSwitch.show("marking");
  comments.write({ path: comment.path, line: comment.line, comment });
}

/** @param {Place} place @param {string} text @returns {Promise<boolean>} */
async function saveComment({ path, line, comment }, text) {
  const { id } = screen.submission;
  const { wholeGroup } = notes;
  const data = await asked(comment
    ? api.comment(id, comment.id, { text, wholeGroup }, "PATCH")
    : api.post(id, "comments", { handIn: screen.handIn?.number, item: item?.id, path, line, text, wholeGroup }));
  if (!data) return false;
  setComments([...screen.comments.filter((one) => one.id !== data.comment.id), data.comment]);
  return true;
}

/** @param {Comment} comment */
async function deleteComment(comment) {
  const { id } = screen.submission;
  const { wholeGroup } = notes;
  if (!(await asked(api.comment(id, comment.id, { wholeGroup }, "DELETE")))) return;
  setComments(screen.comments.filter((one) => one.id !== comment.id));
  const { item: itemId, path, line, text } = comment;
  const undo = async () => {
    const data = await asked(api.post(id, "comments", { handIn: screen.handIn?.number, item: itemId, path, line, text, wholeGroup }));
    if (data && id === screen.submission.id) setComments([...screen.comments, data.comment]);
  };
  tell("The comment was deleted.", { label: "Undo", act: () => void undo() });
}

/** @param {Comment[]} changed */
function setComments(changed) {
  const order = screen.items.map(({ id }) => id);
  changed.sort((a, b) => order.indexOf(a.item) - order.indexOf(b.item) || a.path.localeCompare(b.path) || a.line - b.line || a.id - b.id);
  screen = { ...screen, comments: changed, isReleased: false };
  showComments();
  panel.showReleases(screen);
}

/** @param {string} status @param {string} message */
function showStatus(status, message) {
  const chip = part("marking-status");
  chip.textContent = status;
  chip.dataset.tone = { Saved: "ok", Saving: "busy" }[status] ?? "danger";
  const { theirs } = notes;
  part("marking-problem").hidden = !theirs && !message;
  part("problem-text").textContent = theirs ? `${theirs.by || "Somebody else"} has saved this marking meanwhile. Yours is still here.` : message;
  for (const name of ["keep-mine", "take-theirs"]) part(name).hidden = !theirs;
  part("drop").hidden = Boolean(theirs);
  part("theirs").replaceChildren(...(theirs ? differences(theirs) : []));
}

/** @param {Marking} theirs @returns {HTMLElement[]} what is otherwise in theirs */
function differences(theirs) {
  const mine = notes.notes;
  if (!mine) return [];
  const lines = [
    ["Feedback", theirs.feedback, mine.feedback], ["Set by hand", theirs.override, mine.override], ["Outcome", OUTCOMES[theirs.outcome], OUTCOMES[mine.outcome]],
    ["Due again", theirs.redoDueAt, mine.redoDueAt],
    ...about.criteria.map(({ id, title }) => [title, theirs.points[id] ?? "", mine.points[id] ?? ""]),
  ];
  const different = lines.filter(([, hers, own]) => hers !== own);
  return different.flatMap(([name, hers]) => [make("dt", {}, `${name}, theirs`), make("dd", {}, hers || "empty")]);
}

/** From wherever the keyboard is, the code above all. */
function focusForm() {
  paneSwitch.show("marking");
  form.focus();
  part("notes").scrollIntoView({ block: "nearest" });
}

/** @param {EventTarget} source @param {string} name @param {(detail: any) => void} act */
const on = (source, name, act) => source.addEventListener(name, (event) => act(/** @type {CustomEvent} */ (event).detail));
on(notes, "status", ({ status, message }) => showStatus(status, message));
on(notes, "noted", (/** @type {Noted} */ { marking, sum, isReleased }) => {
  screen = { ...screen, marking, sum, isReleased };
  form.showSum(sum);
  panel.showReleases(screen);
});
on(panel, "item", ({ id }) => void showItem(screen.items.find((one) => one.id === id)));
on(panel, "hand-in", async ({ number }) => {
  if (!(await isSafe())) return;
  const data = await asked(api.screen(screen.submission.id, number));
  if (data) await show(data.screen);
});
on(comments, "jump", async ({ comment }) => {
  if (comment.item !== item?.id) await showItem(screen.items.find((one) => one.id === comment.item));
  paneSwitch.show("editor");
  await workspace.editing.jump(comment.path, comment.line);
});
on(comments, "delete", ({ comment }) => void deleteComment(comment));
on(comments, "left", () => {
  paneSwitch.show("editor");
  editor.focus();
});
open.addEventListener("shown", () => showComments());
part("keep-mine").addEventListener("click", () => void notes.keepMine());
part("take-theirs").addEventListener("click", () => {
  notes.takeTheirs();
  form.fill(notes.notes);
});
part("drop").addEventListener("click", async () => {
  const data = await asked(api.screen(screen.submission.id));
  if (data) await show(data.screen);
});
part("release").addEventListener("click", () => void act("release", { handIn: screen.handIn?.number, wholeGroup: notes.wholeGroup }));
part("collect").addEventListener("click", () => {
  const collect = dialogButton("Collect", "button-primary", () => {
    dialog.close();
    void act("collect", {});
  });
  const sentence = "The work is taken as it is saved now, as though it had been handed in. In a group it is taken for all of it.";
  const dialog = openDialog({ title: `Collect the work of ${screen.submission.student}?`, body: [make("p", {}, sentence)], actions: [collect] });
});
part("excuse").addEventListener("click", () => void act("excuse", { excused: !screen.submission.excused }));
part("previous").addEventListener("click", () => queue.previous !== null && void go(queue.previous));
part("next").addEventListener("click", () => void go(queue.next ?? 0));
addEventListener("keydown", (event) => {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey || document.querySelector("dialog[open]")) return;
  if (event.key === "PageDown") void go(queue.next ?? 0);
  else if (event.key === "PageUp" && queue.previous !== null) void go(queue.previous);
  else if (event.key === "End") focusForm();
  else return;
  event.preventDefault();
  event.stopPropagation();
}, { capture: true });
addEventListener("beforeunload", (event) => {
  if (notes.isSaved && !comments.isWriting) return;
  void notes.flush();
  event.preventDefault();
});
addEventListener("visibilitychange", () => void (document.hidden && notes.flush()));

await show(screen);
fetchAhead();
