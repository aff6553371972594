// Opens a project in Firefox, runs programs one after the other as a person would, and prints as JSON what came of it.
// Reads its task as JSON from standard input: {browser, origin, path, session, programs: [{source, answer, stop}]}.

import { setTimeout as pause } from "node:timers/promises";
import { stdin, stdout } from "node:process";
import { text } from "node:stream/consumers";
import puppeteer from "puppeteer-core";

const PATIENCE = 90_000; // milliseconds, for a start of Python or a program
const ENDED = new Set(["Finished", "Failed", "Stopped"]);

/** The workspace of an open page. */
class Programs {
  /** @param {import("puppeteer-core").Page} page */
  constructor(page) {
    this.page = page;
  }

  /** @returns {Promise<string>} what the status named Run status says */
  status() {
    return this.page.$eval('[aria-label="Run status"]', (element) => element.textContent?.trim() ?? "");
  }

  /** @param {(status: string) => boolean} holds @returns {Promise<string>} the status that fits, or the last one */
  async until(holds) {
    const end = Date.now() + PATIENCE;
    let status = await this.status();
    while (!holds(status) && Date.now() < end) {
      await pause(50);
      status = await this.status();
    }
    return status;
  }

  /** @param {string} source */
  async write(source) {
    await this.page.focus(".cm-content");
    await this.chord("KeyA");
    await this.page.evaluate((code) => document.execCommand("insertText", false, code), source);
  }

  /** @param {import("puppeteer-core").KeyInput} key */
  async chord(key) {
    await this.page.keyboard.down("Control");
    await this.page.keyboard.press(key);
    await this.page.keyboard.up("Control");
  }

  /** The status leaves its old value within the key press itself. @param {{source: string, answer?: string, stop?: boolean}} program */
  async program({ source, answer, stop }) {
    await this.write(source);
    await this.chord("Enter");
    if (answer !== undefined) await this.answer(answer);
    if (stop) await this.stop();
    const status = await this.until((now) => ENDED.has(now));
    return { status, output: await this.page.$eval("[role=log]", (log) => /** @type {HTMLElement} */ (log).innerText) };
  }

  /** @param {string} line */
  async answer(line) {
    await this.until((status) => status === "Waiting for input");
    await this.page.type('[aria-label="Program input"]', line);
    await this.page.keyboard.press("Enter");
  }

  async stop() {
    await this.until((status) => status === "Running");
    await pause(500); // into the loop
    await this.page.locator("::-p-aria([name='Stop'][role='button'])").click();
  }
}

const task = JSON.parse(await text(stdin));
const browser = await puppeteer.launch({ browser: "firefox", executablePath: task.browser, headless: true });
try {
  const page = await browser.newPage();
  /** @type {string[]} */
  const exceptions = [];
  page.on("pageerror", (error) => exceptions.push(String(error)));
  await browser.setCookie({ name: "session", value: task.session, domain: new URL(task.origin).hostname, path: "/", httpOnly: true });
  await page.goto(task.origin + task.path);
  const run = new Programs(page);
  const started = await run.until((status) => status === "Ready" || ENDED.has(status));
  const results = [];
  for (const program of started === "Ready" ? task.programs : []) results.push(await run.program(program));
  stdout.write(JSON.stringify({ version: await browser.version(), started, results, exceptions }));
} finally {
  await browser.close();
}
