// What is said of an address, in plain words. Knows no page.

/** @import { ProbeResult } from "../messages.js" */

/**
 * @typedef {"ok" | "warn" | "danger"} Tone
 * @typedef {{tone: Tone, title: string, text: string, instead: string}} Verdict `instead` is another address worth a try
 */

const LONGEST = 2_000;

/** @param {Tone} tone @param {string} title @param {string} text @param {string} [instead] @returns {Verdict} */
const verdict = (tone, title, text, instead = "") => ({ tone, title, text, instead });

/**
 * What can be said without asking anybody.
 * @param {string} typed @param {string[]} ownHosts hosts of this site, with their port; those below them are its own as well
 * @returns {{url: string} | {verdict: Verdict}} the address to try, or why it need not be tried
 */
export function judge(typed, ownHosts) {
  const text = typed.trim();
  const hasScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(text);
  const full = hasScheme ? text : `https://${text}`;
  if (!text || text.length > LONGEST || /\s/.test(text) || !URL.canParse(full)) return { verdict: notAnAddress() };
  const url = new URL(full);
  const { host, hostname, protocol } = url;
  url.hash = "";
  if (!hostname.includes(".") && !hostname.includes(":") && hostname !== "localhost") return { verdict: notAnAddress() };
  if (ownHosts.some((own) => host === own || host.endsWith(`.${own}`))) return { verdict: itself() };
  if (protocol === "http:") return { verdict: needsHttps(url) };
  if (protocol !== "https:") return { verdict: notAnAddress() };
  if (url.username || url.password) return { verdict: withPassword() };
  return { url: url.href };
}

/** @param {{result: ProbeResult, status: number}} answer @param {string} url @returns {Verdict} */
export function verdictOn({ result, status }, url) {
  const { host } = new URL(url);
  if (result === "readable") return status < 400 ? readable() : readableButNo(status, host);
  if (result === "refused") {
    return verdict("danger", "The server does not allow it",
      `${host} answers, but it does not allow programs on other websites to read what it says (this permission is called CORS). Only the people who run ${host} can change that.`);
  }
  if (result === "late") {
    return verdict("warn", "No answer in time", `${host} did not answer within 10 seconds. Try again later, or use another server.`);
  }
  return verdict("danger", "No answer",
    `${host} cannot be reached from here. Check the spelling. The server may be down, a filter of your network may block it, or it refuses every other website.`);
}

const readable = () => verdict("ok", "Programs can read this address",
  "requests.get() and urllib.request can read it from here: the server allows it.");

/** @param {number} status @param {string} host */
const readableButNo = (status, host) => verdict("warn", `Programs get the answer ${status}`,
  `${host} lets programs read it, but it answered ${status}${MEANINGS[status] ? `, which means “${MEANINGS[status]}”` : ""}. Check the address; some servers want a key.`);

/** @type {Record<number, string>} */
const MEANINGS = { 400: "bad request", 401: "sign in first", 403: "not allowed", 404: "there is no such page", 410: "gone", 429: "too many requests", 500: "the server has a fault", 503: "the server is too busy" };

const notAnAddress = () => verdict("warn", "This is not a web address",
  "A web address looks like https://api.example.org/data. Copy it from the address bar of a browser, or from the description of the server.");

/** @param {URL} url */
const needsHttps = (url) => verdict("danger", "It needs https",
  "Programs in a browser can read only addresses that start with https://. Many servers have both.", url.href.replace(/^http:/, "https:"));

const itself = () => verdict("danger", "This is Codeyard itself",
  "Programs may not read the pages of Codeyard or of a school: they would see what only you may see.");

const withPassword = () => verdict("danger", "Leave the password out",
  "Browsers do not send a name and a password that stand in an address.");
