// Run by Node: lets Pyodide itself turn source into bytecode. Reads {pyodide, script, jobs: [{source, target}]} as
// JSON from standard input, and writes one line for each job that is done.

import { readFileSync, writeFileSync } from "node:fs";
import { stdout } from "node:process";
import { pathToFileURL } from "node:url";

const { pyodide: folder, script, jobs } = JSON.parse(readFileSync(0, "utf8"));
const { loadPyodide } = await import(pathToFileURL(`${folder}/pyodide.mjs`).href);
// Where in its line each instruction stood is of no use without the source, which browsers do not get.
const pyodide = await loadPyodide({ indexURL: folder, args: ["-X", "no_debug_ranges"] });
pyodide.FS.writeFile("/home/pyodide/bytecode.py", readFileSync(script));
const bytecode = pyodide.pyimport("bytecode");

for (const { source, target } of jobs) {
  pyodide.FS.writeFile("/tmp/source.zip", readFileSync(source));
  bytecode.repack_wheel("/tmp/source.zip", "/tmp/target.zip");
  writeFileSync(target, pyodide.FS.readFile("/tmp/target.zip"));
  stdout.write(`${source}\n`);
}
