// Which tab this is. A tab that is duplicated takes its session storage along, so a lock says whether a name is in use.

const KEY = "codeyard-tab";
const LOCK = "codeyard-tab-";
/** After a reload the old page may hold the name a little longer; milliseconds. */
const PATIENCE = 1000;

/** @returns {Promise<string>} a name that no other open tab has, the same after a reload */
export async function tabIdentity() {
  const kept = read();
  if (kept && (await hold(kept, PATIENCE))) return kept;
  const fresh = crypto.randomUUID();
  await hold(fresh, PATIENCE);
  write(fresh);
  return fresh;
}

/** @returns {Promise<Set<string>>} the names of all open tabs */
export async function openTabs() {
  const { held = [] } = (await navigator.locks?.query()) ?? {};
  const names = held.map((lock) => lock.name ?? "").filter((name) => name.startsWith(LOCK));
  return new Set(names.map((name) => name.slice(LOCK.length)));
}

/** @param {string} tab @param {number} patience @returns {Promise<boolean>} whether the name is free within that time; it is held until the page goes */
function hold(tab, patience) {
  if (!navigator.locks) return Promise.resolve(true);
  return new Promise((resolve) => {
    const keep = () => {
      resolve(true);
      return new Promise(() => {});
    };
    navigator.locks.request(LOCK + tab, { signal: AbortSignal.timeout(patience) }, keep).catch(() => resolve(false));
  });
}

/** @returns {string | null} */
function read() {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** @param {string} tab */
function write(tab) {
  try {
    sessionStorage.setItem(KEY, tab);
  } catch {
    // Without session storage the name holds until the next reload; drafts of unnamed tabs are adopted then.
  }
}
