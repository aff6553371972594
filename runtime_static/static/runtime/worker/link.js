// The worker's line to the frame. Everything it needs is taken from the browser here, before a student's program can
// replace it, and the port stays in a closure.

import { WorkerChannel } from "../worker-channel.js";

const { apply } = Reflect;
const portPost = MessagePort.prototype.postMessage;

/** What a worker still says while it observes a program for checks, or judges: nothing that the program shows. */
const SAID_IN_SILENCE = Object.freeze(["packages", "started", "observation", "judged", "judge-failed", "done", "closed", "data"]);

/**
 * @typedef {{type: string} & Record<string, unknown>} Message
 * @typedef {{channel: WorkerChannel, post: (message: Message, transfer?: Transferable[]) => void,
 *   postInOrder: (message: Message, transfer?: Transferable[]) => void, silence: () => void}} Link `silence` is for good
 */

/**
 * @param {MessagePort} port @param {ConstructorParameters<typeof WorkerChannel>[0]} buffers
 * @returns {Link} `post` sends at once; `postInOrder` sends what is to be shown after the text printed so far
 */
export function createLink(port, buffers) {
  let silent = false;
  /** @param {number} barrier @param {Message} message @param {Transferable[]} transfer */
  const send = (barrier, message, transfer) => apply(portPost, port, [{ barrier, message }, transfer]);
  const channel = new WorkerChannel(buffers, () => send(0, { type: "data" }, []));
  return {
    channel,
    post: (message, transfer = []) => {
      if (!silent || SAID_IN_SILENCE.includes(message.type)) send(0, message, transfer);
    },
    silence: () => {
      silent = true;
      channel.silence();
    },
    postInOrder: (message, transfer = []) => {
      if (silent && !SAID_IN_SILENCE.includes(message.type)) return;
      const barrier = channel.barrier();
      try {
        send(barrier, message, transfer);
      } catch (error) {
        // What cannot be sent must not hold up the text behind its barrier.
        send(barrier, { type: "dropped" }, []);
        throw error;
      }
    },
  };
}
