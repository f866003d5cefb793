/** What the trainer's scripts know. Types alone: nothing of this is sent to the browser. */

/** Something that can be answered. */
export interface Pick {
  key: string;
  text: string;
  right: boolean;
  /** The part that follows. */
  to?: string;
}

/** A group of controls, or a row, that gets an answer of its own. */
export interface Part {
  name: string;
  label: string;
  exact: boolean;
  picks: readonly Pick[];
}

/** What somebody answered to a part, in words; `right` is null where nothing is right or wrong. */
export interface Picked {
  part: string;
  key: string;
  text: string;
  right: boolean | null;
}

export interface Question {
  ref: string;
  was: string[];
  module: string;
  objective: string;
  bloom: string;
  kind: string;
  graded: boolean;
  prompt: string;
  parts: Part[];
}

export interface Objective {
  id: string;
  text: string;
  bloom: string;
}

export interface Module {
  id: string;
  title: string;
  was: string[];
  /** Whether it has a check. */
  asks: boolean;
  goal: number | null;
  lessons: { ref: string; title: string; was: string[] }[];
  objectives: Objective[];
}

/** The course as the build writes it for trainers. */
export interface Desk {
  id: string;
  title: string;
  modules: Module[];
  paths: { id: string; title: string; lessons: string[]; checks: string[] }[];
  questions: Question[];
  instruments: import("./instrument-types.js").Spec[];
}

export type First = import("./passing-types.js").Attempted;
export type Answer = import("./passing-types.js").Answered;
export type Check = import("./passing-types.js").Checked;
export type HandIn = import("./passing-types.js").Result;

/** A hand-in as the trainer keeps it. */
export interface Kept {
  key: string;
  /** The name of its file; empty for a pasted code. */
  from: string;
  came: number;
  handin: HandIn;
}

/** What counts of somebody's hand-ins, under the names that the course has now. */
export interface Counted {
  lessons: ReadonlyMap<string, number>;
  checks: ReadonlyMap<string, Check>;
  answers: ReadonlyMap<string, Answer>;
}

/** Somebody with all they handed in, oldest first. */
export interface Person {
  id: string;
  name: string;
  /** All browsers that hand-ins came from. */
  learners: string[];
  versions: Kept[];
  latest: Counted;
  best: Counted;
  /** The first answer to each question. */
  firsts: ReadonlyMap<string, First>;
}

export type How = "latest" | "best";

/** An assignment as far as it is known. */
export interface Task {
  id: string;
  title: string;
  due?: string;
  items: { kind: string; ref: string }[];
  score?: number;
}

/** Words with their placeholders filled. */
export type Say = (name: string, values?: Record<string, string | number>) => string;

/** How a table is sorted, and which page of it is shown. */
export interface Order {
  key: string;
  down: boolean;
  page: number;
}

/** What each view of the gradebook knows. */
export interface Room {
  desk: Desk;
  say: Say;
  reads: import("./desk-items.js").Reads;
  shelf: import("./desk-shelf.js").DeskShelf<Kept>;
  people: Person[];
  how: How;
  /** The order of a view's table, the same as long as the page is open. */
  order(view: string, key: string, down?: boolean): Order;
  /** What a view remembers as long as the page is open. */
  held: Map<string, string>;
  percent(share: number | null): string;
  number(value: number, digits?: number): string;
  day(time: number): string;
  named(person: { name: string }): string;
  /** Show everything anew. */
  changed(): void;
  /** Say something to whoever listens. */
  tell(text: string): void;
  asks(what: string, values?: Record<string, string | number>): Promise<boolean>;
}

/** A view of the gradebook: what stands in its panel, and its table for files. */
export interface View {
  show(room: Room, panel: HTMLElement): void;
  sheet(room: Room): Sheet;
}

/** A cell of a table for files: a number stays one. */
export type Cell = string | number | null;

export interface Sheet {
  name: string;
  rows: Cell[][];
}
