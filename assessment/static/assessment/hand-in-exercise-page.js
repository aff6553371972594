// Entry of an exercise of an assignment: the exercise's page, with Hand in.

import { checking, reports, workspace } from "../exercises/exercise-page.js";
import { addHandIn } from "./hand-in-workspace.js";

addHandIn(workspace, async () => {
  // Where there is no Python, nothing is known of the program: that is no failure of hers.
  if (workspace.runner.bootFailed) return false;
  const found = await checking.check();
  // Another attempt is on its way: the end of that is told.
  if (reports?.sending) await new Promise((resolve) => reports?.addEventListener("state", resolve, { once: true }));
  return found;
});
