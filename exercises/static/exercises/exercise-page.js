// The page of an exercise: the workspace, with the text, checks, hints and attempts beside it.

import "../projects/workspace-page.js";
