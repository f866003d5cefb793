/** What passes between trainers and learners. Types alone: nothing of this is sent to the browser. */

import type { Json, Result as Outcome } from "./store-types.js";

export type ItemKind = "path" | "module" | "lesson" | "check";

/** A part of the course: a check is called by its module, a lesson `module/lesson`. */
export interface Item {
  kind: ItemKind;
  ref: string;
}

/** What a trainer asks learners to do. Travels in a link. */
export interface Assignment {
  v: 1;
  /** Eight random letters and digits; the same after the trainer changed something. */
  id: string;
  course: string;
  title: string;
  message?: string;
  /** `YYYY-MM-DD`, the last day. */
  due?: string;
  items: Item[];
  /** The best score of every check, in percent; without it, each has to be taken once. */
  need?: { score?: number };
  made: string;
}

/** One attempt at a question. Without a response: the learner did not want to share it. */
export interface Attempted {
  result: Outcome;
  score?: number;
  confidence?: 1 | 2 | 3;
  response?: Json;
  at: number;
}

/** The newest attempt at a question, and the first that is still held. */
export interface Answered extends Attempted {
  tries: number;
  first: Attempted;
}

/** Scores from 0 to 1: of the newest round and of the best. */
export interface Checked {
  score: number;
  best: number;
  tries: number;
  at: number;
}

/** What a learner hands in: self-reported, and theirs to change. */
export interface Result {
  format: "coursewright-result";
  v: 1;
  course: string;
  site?: string;
  made: number;
  name: string;
  /** Tells this learner's browser from others', whatever the name: made of its seed. */
  learner: string;
  assignment?: { id: string; title: string; due?: string };
  /** Done ones alone, by `module/lesson`. */
  lessons: Record<string, { at: number }>;
  /** By the id of a module. */
  checks: Record<string, Checked>;
  /** By `quiz/question`. */
  answers: Record<string, Answered>;
}
