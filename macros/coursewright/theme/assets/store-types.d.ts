/** What the store keeps. Types alone: nothing of this is sent to the browser. */

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Kept: an answer that is not graded. */
export type Result = "right" | "partly" | "wrong" | "kept";

/** What the learner answered, and how it was graded. */
export interface Answer {
  response: Json;
  result: Result;
  /** From 0 to 1; without it, 1 for a right answer and 0 for any other. */
  score?: number;
  confidence?: 1 | 2 | 3;
  /** A fingerprint of the question's wording. */
  asked?: string;
}

/** A quiz gone through once: its score from 0 to 1, and the result of each question by its ref. */
export interface Played {
  score: number;
  results: Record<string, Result>;
}

/** Whether a lesson is done, and who says so; "learner", or another name in lower case. */
export interface Mark {
  done: boolean;
  by: string;
}

/** A page: its path from the site's base on, perhaps with a fragment, and its title. */
export interface Spot {
  path: string;
  title: string;
}

/**
 * What one person filled into one field of an instrument, null being nothing; or an assignment with
 * whether it is hidden, which `assigned-store.js` checks further.
 */
export interface Filled {
  value: Json;
  /** A fingerprint of the field's wording. */
  asked?: string;
}

export interface Seed {
  seed: number;
}

/** `n` orders what was done, whatever the clock did; `at` is what the clock said. */
export interface Stamp {
  readonly n: number;
  readonly at: number;
}

export type Attempt = Readonly<Stamp & Answer>;
export type Round = Readonly<Stamp & Played>;

/** Oldest first. `tries` counts those that are no longer held, too. */
export interface History<T> {
  readonly v: number;
  readonly tries: number;
  readonly attempts: readonly T[];
  readonly best?: T;
}

type Stored<T> = Readonly<{ v: number } & Stamp & T>;

/** What is added, by kind. */
export interface Entries {
  answer: Answer;
  quiz: Played;
  lesson: Mark;
  place: Spot;
  entry: Filled;
  assignment: Filled;
  meta: Seed;
}

/** What is read, by kind. */
export interface Records {
  answer: History<Attempt>;
  quiz: History<Round>;
  lesson: Stored<Mark>;
  place: Stored<Spot>;
  entry: Stored<Filled>;
  assignment: Stored<Filled>;
  meta: Stored<Seed>;
}

export type Kind = keyof Entries;

/** A copy, or undefined when the value is not as it must be. */
export type Check = (value: any, key?: string) => any;

/** A question mark ends the names that may be missing. */
export type Shape = Readonly<Record<string, Check>>;

/** From one version of the records to the next, whose number it sets. */
export type Step = (kind: Kind, data: any) => any;

export interface Read<K extends Kind> {
  record: Records[K] | null;
  why: "" | "damaged" | "later";
  data?: unknown;
}

/**
 * Memory: kept until the page closes, and no longer. Full: likewise, for want of room. Apart: kept,
 * and hidden from other pages.
 */
export type Status = "kept" | "apart" | "full" | "memory";

export type Change = { kind: Kind | "status" | "all"; ref: string };

/** What the store uses of the browser's storage. */
export type Shelves = Pick<Storage, "getItem" | "setItem" | "removeItem" | "key" | "length">;

export interface Options {
  /** The course's id. */
  course: string;
  /** The path of the site's home page. */
  base: string;
  /** The window. */
  host?: any;
  storage?: Shelves | null;
  now?: () => number;
}

export type Fault =
  | "too-big"
  | "too-many"
  | "not-json"
  | "not-progress"
  | "other-course"
  | "later";

export interface Unpacked {
  fault: Fault | "";
  records: [Kind, string, any][];
  refused: { name: string; why: "damaged" | "later" | "unknown" }[];
}
