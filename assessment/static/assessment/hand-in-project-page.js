// Entry of a project of an assignment: the workspace, with Hand in.

import { startWorkspace, workspaceData } from "../projects/workspace.js";
import { addHandIn } from "./hand-in-workspace.js";

addHandIn(await startWorkspace(workspaceData()));
