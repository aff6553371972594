// The worker's line to the frame. Everything it needs is taken from the browser here, before a student's program can
// replace it, and the port stays in a closure.

import { WorkerChannel } from "../worker-channel.js";

const { apply } = Reflect;
const portPost = MessagePort.prototype.postMessage;

/**
 * @typedef {{type: string} & Record<string, unknown>} Message
 * @typedef {{channel: WorkerChannel, post: (message: Message, transfer?: Transferable[]) => void,
 *   postInOrder: (message: Message, transfer?: Transferable[]) => void}} Link
 */

/**
 * @param {MessagePort} port @param {ConstructorParameters<typeof WorkerChannel>[0]} buffers
 * @returns {Link} `post` sends at once; `postInOrder` sends what is to be shown after the text printed so far
 */
export function createLink(port, buffers) {
  /** @param {number} barrier @param {Message} message @param {Transferable[]} transfer */
  const send = (barrier, message, transfer) => apply(portPost, port, [{ barrier, message }, transfer]);
  const channel = new WorkerChannel(buffers, () => send(0, { type: "data" }, []));
  return {
    channel,
    post: (message, transfer = []) => send(0, message, transfer),
    postInOrder: (message, transfer = []) => {
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
