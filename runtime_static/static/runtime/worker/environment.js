// What Python finds around it. The set-up reads this too, when it makes the snapshot that a start begins from: Python
// takes its environment from there, not from what it is given later.

export const PROJECT_ROOT = "/project";

export const ENVIRONMENT = Object.freeze({
  HOME: "/home/student",
  USER: "student",
  LOGNAME: "student",
  MPLBACKEND: "module://codeyard.figures",
  MPLCONFIGDIR: "/tmp/matplotlib",
  PYTHONDONTWRITEBYTECODE: "1",
  // Its cache would appear among the files of the project.
  PYTEST_ADDOPTS: "-p no:cacheprovider",
});
