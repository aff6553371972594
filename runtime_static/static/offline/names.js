// Names that the pages of a school and its service worker share. Imports nothing.

/** The cache that says whose pages are kept. */
export const OWNER_CACHE = "codeyard-owner";
export const OWNER_KEY = "/codeyard-owner";
const PERSON_CACHES = "codeyard-person-";
const RELEASE_CACHES = "codeyard-release-";

/** What the server says about a page: for whom it was made ("0": nobody is signed in) … */
export const PERSON_HEADER = "X-Codeyard-Person";
/** … its title, percent-encoded, if it may be kept on the device … */
export const KEEP_HEADER = "X-Codeyard-Keep";
/** … and the release whose files it loads. */
export const RELEASE_HEADER = "X-Codeyard-Release";
/** What the service worker adds: when a page was kept, in milliseconds. */
export const KEPT_AT_HEADER = "X-Codeyard-Kept-At";
export const NOBODY = "0";

/** As long as a session lasts, in milliseconds: a device that stays away opens nothing that its session would not open. */
export const LONGEST_AWAY = 14 * 24 * 60 * 60 * 1000;

/**
 * `since`: when this became the person's device; `seen`: when the server last said so. Milliseconds.
 * @typedef {{person: string, since: number, seen: number}} Owner
 *
 * What a page tells the service worker:
 * @typedef {{type: "visit", path: string}} VisitMessage it came past the service worker: keep it, if it may be kept
 * @typedef {{type: "files", page: string, person: number, files: {id: string}[]}} FilesMessage these files of a kept page changed
 *
 * What the service worker tells the pages, with a port on which the one that it concerns answers:
 * @typedef {{type: "not-sent", path: string}} NotSentMessage a form for this path could not be sent
 */

/** @param {string} person @returns {string} the cache of everything that is kept of a person */
export const personCache = (person) => PERSON_CACHES + person;

/** @param {string} name of a cache */
export const isPersonCache = (name) => name.startsWith(PERSON_CACHES);

/** @param {string} release */
export const releaseCache = (release) => RELEASE_CACHES + release;

/** @param {string} name of a cache */
export const isReleaseCache = (name) => name.startsWith(RELEASE_CACHES);

/** @param {string} name of a cache */
export const isOurCache = (name) => name === OWNER_CACHE || isPersonCache(name) || isReleaseCache(name);

/** Where the state of a file stands beside its page. @param {string} page its path @param {string} [id] of the file */
export const keptFileKey = (page, id = "") => `${page}kept-files/${id}`;
