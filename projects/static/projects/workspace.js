// The workspace: finds the elements of its page, makes the parts and lets them know each other.

import { ConsoleView } from "../console/console-view.js";
import { CodeEditor } from "../editor/code-editor.js";
import { Connection, askServer } from "../offline/connection.js";
import { LiveLint } from "../lint/live-lint.js";
import { FilePanel } from "../files/file-panel.js";
import { FileTabs } from "../files/file-tabs.js";
import { freePath } from "../files/file-names.js";
import { Runner } from "../runtime/runner/runner.js";
import { ProjectApi } from "./api.js";
import { whenCalm } from "./calm.js";
import { countProblems } from "./checking.js";
import { Drafts } from "./drafts.js";
import { Editing } from "./editing.js";
import { takeChangesAlong } from "./example-copy.js";
import { FileContents } from "./file-contents.js";
import { openHistoryDialog } from "./history-dialog.js";
import { KeptProject } from "./kept-project.js";
import { fillKeyBar } from "./key-bar.js";
import { showNetwork } from "./network-status.js";
import { OpenFiles } from "./open-files.js";
import { PaneSwitch, setUpSplitters } from "./panes.js";
import { IN_EXAMPLE, NOT_LOCKED, ProjectPackages } from "./project-packages.js";
import { ProjectFiles } from "./project-files.js";
import { Running } from "./running.js";
import { textOf } from "./requirements.js";
import { SaveControls } from "./save-controls.js";
import { Saver } from "./saver.js";
import { SyncQueue } from "./sync.js";
import { tabIdentity } from "./tab-identity.js";
import { toast } from "./toasts.js";

/** @import { ServerFile } from "./synced-file.js" */

/**
 * `workspace-data`, as docs/architecture.md describes it.
 * @typedef {{person: {id: number, name: string}, csrfCookie: string,
 *   project: {id: number, name: string, mainPath: string, readOnly: boolean, ephemeral: boolean, url: string}, files: ServerFile[],
 *   urls: {files: string, project: string}, limits: {fileBytes: number, projectBytes: number, files: number}, lint: {worker: string, ruff: string},
 *   runtime: {origin: string, frame: string, python: string}}} WorkspaceData
 * @typedef {{files: ServerFile[], mainPath: string, filesUrl: string}} Work files to look at, and where those that are no text come from
 * @typedef {{runner: Runner, running: Running, files: ProjectFiles, contents: FileContents, editing: Editing, saver: Saver, api: ProjectApi,
 *   connection: Connection, paneSwitch: PaneSwitch, console: ConsoleView, editor: CodeEditor, open: OpenFiles,
 *   tell: (text: string, action?: {label: string, act: () => void}) => void, nonce: string, show: (work: Work) => Promise<void>}} Workspace
 */

/** @param {string} name @returns {HTMLElement} the element with `data-NAME` @throws {Error} when the page has none */
export function part(name) {
  const element = document.querySelector(`[data-${name}]`);
  if (!(element instanceof HTMLElement)) throw new Error(`The page has no part named ${name}.`);
  return element;
}

/** @param {string} name @returns {HTMLButtonElement} */
export const button = (name) => /** @type {HTMLButtonElement} */ (part(name));

/** @returns {WorkspaceData} */
export function workspaceData() {
  return JSON.parse(document.getElementById("workspace-data")?.textContent ?? "{}");
}

/** The nonce of this page's policy. @returns {string} */
export function pageNonce() {
  // Browsers hide the attribute from style sheets, not from scripts of the page.
  return /** @type {HTMLScriptElement | null} */ (document.querySelector("script[nonce]"))?.nonce ?? "";
}

/**
 * Make the parts of a workspace and let them know each other. Pages that add to it (an exercise) get the parts.
 * @param {WorkspaceData} data @param {ConstructorParameters<typeof CodeEditor>[1]["more"]} [more] what the page adds to its editor
 * @returns {Promise<Workspace>} once the project is there and can be run
 */
export async function startWorkspace(data, more) {
  const { project, person } = data;
  /** Whether anything is to outlive the page: not in what others own, nor in an example. */
  const keeps = !project.readOnly && !project.ephemeral;
  const nonce = pageNonce();

  const runner = new Runner();
  const frame = /** @type {HTMLIFrameElement} */ (part("run-frame"));
  runner.attach(frame);
  const lint = new LiveLint(data.lint, () => new Worker(data.lint.worker, { type: "module", name: "lint" }));
  if (!project.readOnly) whenCalm(runner, frame, () => lint.begin());
  const calm = new Promise((resolve) => whenCalm(runner, frame, () => resolve(null)));
  frame.src = data.runtime.frame;

  /** The page came from the device: the server was away, or too slow. */
  const fromDevice = document.documentElement.dataset.kept !== undefined;
  const connection = new Connection({ ask: askServer, online: !fromDevice });
  const kept = new KeptProject({ person: person.id, page: project.url });
  const api = new ProjectApi({ person: person.id, csrfCookie: data.csrfCookie, filesUrl: data.urls.files, projectUrl: data.urls.project });
  /** @type {SyncQueue} */
  const queue = new SyncQueue({ nextPath: (path) => freePath(path, [...queue.files.values()].map((file) => file.path)) });
  const files = new ProjectFiles(queue, project.mainPath);
  const saver = new Saver({
    files,
    queue,
    api,
    drafts: !keeps ? null : new Drafts({ person: person.id, project: project.id, tab: await tabIdentity() }),
    channel: !keeps ? null : new BroadcastChannel(`codeyard-${person.id}-${project.id}`),
    kept: keeps ? kept : null,
  });
  const editor = new CodeEditor(part("editor"), {
    nonce, more, describedBy: "editor-hint", check: project.readOnly ? undefined : (text, modules) => lint.check(text, modules),
  });
  countProblems(editor, button("problems"));
  const consoleView = new ConsoleView(part("console"));
  /** @param {string} text @param {{label: string, act: () => void}} [action] */
  const tell = (text, action) => toast(part("toasts"), text, action);
  const contents = new FileContents({ files, saver, api, kept: keeps ? kept : null, connection, tell });
  const open = new OpenFiles({
    files, contents, editor, readOnly: project.readOnly,
    stage: { editor: part("editor"), viewer: part("file-viewer"), none: part("no-file") },
  });
  const editing = new Editing({
    files, contents, open, saver, editor, tell, readOnly: project.readOnly, limits: data.limits,
    panel: new FilePanel(part("file-panel")),
    tabs: new FileTabs(part("file-tabs"), "editor-panel"),
  });
  new SaveControls({
    saver, api, nonce,
    elements: {
      status: part("save-status"), notice: part("save-notice"), message: part("save-message"), signIn: part("sign-in"),
      tryAgain: part("try-again"), decide: part("decide"),
    },
  });
  saver.addEventListener("notice", (event) => tell(/** @type {CustomEvent} */ (event).detail.text));

  setUpSplitters(part("panes"));
  const paneSwitch = new PaneSwitch(part("panes"), /** @type {HTMLElement} */ (document.querySelector(".pane-switch")));
  fillKeyBar(part("key-bar"), editor);
  const packages = new ProjectPackages({
    api, mayLookUp: keeps, notLocked: project.ephemeral && !person.id ? IN_EXAMPLE : NOT_LOCKED, runtime: data.runtime.python,
    texts: {
      text: (path) => textOf(files.fileAt(path)?.content),
      write: (path, text) => {
        editing.writeText(path, text);
        saver.flush();
      },
    },
  });
  const running = new Running({
    runner, files, contents, editing, saver, packages, connection, console: consoleView,
    showConsole: () => paneSwitch.show("console"),
    elements: { run: button("run"), stop: button("stop"), check: document.querySelector("[data-check]"), status: part("run-status"), note: part("run-note") },
  });

  showNetwork({
    connection, saver, tell, status: part("network-status"),
    online: () => {
      saver.wake();
      runner.retry();
      contents.goOn();
    },
  });
  saver.addEventListener("project-saved", () => kept.renew());
  editor.addEventListener("run", () => running.run());
  consoleView.addEventListener("jump", (event) => {
    const { path, line, column } = /** @type {CustomEvent} */ (event).detail;
    paneSwitch.show("editor");
    void editing.jump(path, line, column);
  });
  takeChangesAlong(document.querySelector("[data-copy-example]"), files);
  part("clear-console").addEventListener("click", () => consoleView.clear());
  document.querySelector("[data-history]")?.addEventListener("click", () => {
    saver.flush();
    const { file } = open;
    const text = file?.content && "text" in file.content ? file.content.text : null;
    openHistoryDialog({
      api, nonce,
      file: file ? { id: file.id, path: file.path, text } : null,
      restore: (content) => file && editing.restore(file.id, content),
      revive: (deleted, content) => editing.revive(deleted, content),
    });
  });
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
    if (event.key === "Enter") running.run();
    else if (event.key === "s") saver.flush();
    else return;
    event.preventDefault();
  });

  await saver.start(fromDevice ? await kept.newest(data.files) : data.files);
  if (fromDevice) void connection.check();
  await editing.begin();
  paneSwitch.show("editor", "instant");
  running.begin();
  packages.foresee();
  if (keeps) void calm.then(() => contents.bringAll());
  for (const control of document.querySelectorAll("[data-history]")) control.removeAttribute("disabled");
  /** Other files in place of these, for a page that keeps nothing. Python stays as it is. @param {Work} work */
  const show = async ({ files: shown, mainPath, filesUrl }) => {
    if (runner.busy) runner.kill();
    consoleView.clear();
    open.keepOnly(new Set());
    api.addresses.filesUrl = filesUrl;
    files.replace(shown, mainPath);
    open.hold(shown.map(({ id }) => id));
    await editing.begin();
  };
  return { runner, running, files, contents, editing, saver, api, connection, paneSwitch, console: consoleView, editor, open, tell, nonce, show };
}
