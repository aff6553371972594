// Standard input, output and error of Python, and its clock, connected to the memory that is shared with the frame.

/** @import { WorkerChannel } from "../worker-channel.js" */

const SIGINT = 2;

/**
 * @param {any} pyodide @param {WorkerChannel} channel
 * @returns {() => void} raises KeyboardInterrupt in the Python code that called JavaScript, if a stop was asked for
 */
export function stopChecker(pyodide, channel) {
  const interrupt = new Uint8Array(channel.interrupt.buffer);
  pyodide.setInterruptBuffer(interrupt);
  return () => {
    if (!channel.stopped) return;
    // Python takes the byte back when it raises; a program that caught that once is to be interrupted again.
    interrupt[0] = SIGINT;
    pyodide.checkInterrupt();
  };
}

/** What Pyodide tells the browser's console before it dumps Python's stack into standard output. */
const FATAL = "Pyodide has suffered a fatal error";
const DUMP_LIMIT = 20_000;

/**
 * Notices that Pyodide is about to give up. What it dumps then is for its own developers; we keep it to find the place.
 * @returns {{fatal: boolean, dump: string}}
 */
export function watchForCrash() {
  const crash = { fatal: false, dump: "" };
  const { error } = console;
  console.error = (...values) => {
    if (String(values[0]).startsWith(FATAL)) crash.fatal = true;
    error.apply(console, values);
  };
  return crash;
}

/**
 * @param {any} pyodide @param {WorkerChannel} channel
 * @param {{crash: {fatal: boolean, dump: string}, askForInput: () => void, checkStop: () => void, tick: () => void}} hooks
 * `tick` is called now and then while the program prints
 */
export function connectStreams(pyodide, channel, { crash, askForInput, checkStop, tick }) {
  let writes = 0;
  const decoder = new TextDecoder();
  /** @param {"stdout" | "stderr"} stream @returns {(bytes: Uint8Array) => number} */
  const writer = (stream) => (bytes) => {
    if (crash.fatal) {
      if (crash.dump.length < DUMP_LIMIT) crash.dump += decoder.decode(bytes.slice());
      return bytes.length;
    }
    channel.write(stream, bytes);
    if ((++writes & 63) === 0) tick();
    return bytes.length;
  };
  pyodide.setStdout({ write: writer("stdout"), isatty: false });
  pyodide.setStderr({ write: writer("stderr"), isatty: false });
  pyodide.setStdin({ isatty: false, read: lineReader(channel, askForInput, checkStop) });
}

/**
 * What Python reads from standard input, as it asks for it: a line may be longer than Python's buffer.
 * @param {WorkerChannel} channel @param {() => void} askForInput @param {() => void} checkStop
 * @returns {(buffer: Uint8Array) => number} fills the buffer and gives how many bytes it wrote, 0 at the end
 */
function lineReader(channel, askForInput, checkStop) {
  const encoder = new TextEncoder();
  let rest = new Uint8Array(0);
  return (buffer) => {
    if (!rest.length) {
      const line = channel.readInput(askForInput);
      checkStop();
      if (line === null) return 0;
      rest = encoder.encode(`${line}\n`);
    }
    const piece = rest.subarray(0, buffer.length);
    buffer.set(piece);
    rest = rest.subarray(piece.length);
    return piece.length;
  };
}
