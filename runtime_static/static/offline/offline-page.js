// The page that stands in for every page that is not on the device: says so, and lists what is.

import { Connection, askServer } from "./connection.js";
import { keptPages, readOwner } from "./kept.js";
import { NOBODY } from "./names.js";

/** @import { KeptPage } from "./kept.js" */

const FIRST_LOOK = 3_000; // milliseconds: the network was away a moment ago
const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });
const GO_ON = "Go on with one of these. What you change is sent when the network is back.";
const EMPTY = "No project is on this device yet. A project that you have opened here once opens without a network.";
const LOOKING = "Looking for the network …";
const STILL_AWAY = "There is still no network.";
const SIGNED_OUT =
  "Without a network you could not be signed out everywhere. Your projects are not kept on this device any more. Sign out again when the network is back.";

/** @param {string} name @returns {HTMLElement} the element with `data-NAME` */
function part(name) {
  const element = document.querySelector(`[data-${name}]`);
  if (!(element instanceof HTMLElement)) throw new Error(`The page has no part named ${name}.`);
  return element;
}

/** Where this page stands when it stands in for no other. */
const OWN_PATH = part("offline-page").dataset.offlinePage ?? "";
const LISTS = new Set(["/", "/projects/", OWN_PATH]); // pages whose offline form is the list itself

/** @param {KeptPage} page @returns {HTMLElement} */
function row({ path, title, keptAt }) {
  const link = document.createElement("a");
  link.className = "list-title";
  link.href = path;
  link.textContent = title;
  const when = document.createElement("p");
  when.className = "soft small";
  when.textContent = `Opened ${WHEN.format(keptAt)}`;
  const words = document.createElement("div");
  words.append(link, when);
  const item = document.createElement("li");
  item.append(words);
  return item;
}

/** Whether this stands in for the answer to "Sign out". */
async function hasSignedOut() {
  return location.pathname.endsWith("/logout/") && (await readOwner(caches))?.person === NOBODY;
}

async function fill() {
  const pages = await keptPages(caches, Date.now());
  const isList = LISTS.has(location.pathname);
  part("kept-section").hidden = pages.length === 0;
  part("kept-pages").replaceChildren(...pages.map(row));
  part("home").hidden = isList;
  if (await hasSignedOut()) part("sentence").textContent = SIGNED_OUT;
  else if (isList) part("sentence").textContent = pages.length ? GO_ON : EMPTY;
  if (isList && pages.length) part("title").textContent = "My projects, offline";
}

async function tryAgain() {
  const outcome = part("outcome");
  outcome.textContent = LOOKING;
  await connection.check();
  outcome.textContent = connection.online ? "" : STILL_AWAY;
}

const connection = new Connection({ ask: askServer, online: false });
// A form that was sent is not sent again by itself.
connection.addEventListener("change", () => location.assign(location.pathname === OWN_PATH ? "/" : location.href));
for (const name of ["online", "focus"]) addEventListener(name, () => void connection.check());
part("try-again").addEventListener("click", () => void tryAgain());
await fill();
setTimeout(() => void connection.check(), FIRST_LOOK);
