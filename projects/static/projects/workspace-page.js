// Entry of the workspace page: one's own project, one that somebody looks at, or an example.

import { startWorkspace, workspaceData } from "./workspace.js";

await startWorkspace(workspaceData());
