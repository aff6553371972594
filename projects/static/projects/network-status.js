// Says whether the server can be reached, and has everything that waits for it go on when it is back.

/** @import { Connection } from "../offline/connection.js" */
/** @import { Saver } from "./saver.js" */

const GONE = "You are offline. Go on as usual: programs run, and your work is kept on this device.";
const BACK = "You are online again.";

/**
 * @param {{connection: Connection, saver: Saver, status: HTMLElement, tell: (text: string) => void, online: () => void}} parts `status`:
 *   the live region in the bar; `online`: the server is back
 */
export function showNetwork({ connection, saver, status, tell, online }) {
  const show = () => {
    status.textContent = connection.online ? "" : "Offline";
    status.hidden = connection.online;
  };
  connection.addEventListener("change", () => {
    show();
    tell(connection.online ? BACK : GONE);
    if (connection.online) online();
  });
  for (const name of ["online", "offline", "focus"]) addEventListener(name, () => void connection.check());
  saver.addEventListener("status", (event) => {
    if (/** @type {CustomEvent} */ (event).detail.trouble === "offline") void connection.check();
  });
  saver.addEventListener("answered", () => connection.heard());
  show();
}
