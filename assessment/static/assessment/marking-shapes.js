// The shapes that the server gives the marking screen (docs/architecture.md, "The data that the marking screen starts from").

/** @import { Work } from "../projects/workspace.js" */
/** @import { Marking, Sum } from "./marking-notes.js" */

/**
 * @typedef {{id: number, student: string, username: string, group: string, others: string[], othersDiffer: boolean, state: string, stateLabel: string,
 *   excused: boolean, events: {state: string, at: string, by: string, note: string}[]}} Submission
 * @typedef {{number: number, isLatest: boolean, at: string, by: string, late: string, penalty: number, receipt: string}} HandIn
 * @typedef {{name: string, hidden: boolean, reported: string, verified: string, summary: string, differs: boolean}} CheckLine
 * @typedef {{id: number, title: string, hasChecks: boolean, points: string, of: string, passed: number | null, checks: number | null,
 *   trust: "verified" | "reported" | "none", disagrees: boolean, cell: string, lines: CheckLine[], work: Work | null}} Item
 * @typedef {{id: number, item: number, path: string, line: number, text: string, by: string}} Comment
 * @typedef {{id: number, title: string, of: string, levels: {points: string, text: string}[]}} Criterion
 * @typedef {{submission: Submission, handIns: {number: number, at: string}[], handIn: HandIn | null, items: Item[], marking: Marking | null,
 *   sum: Sum | null, comments: Comment[], releases: {at: string, by: string, outcome: string, mark: string}[], isReleased: boolean,
 *   url: string, api: string}} Screen
 */

export {};
