/** What the scripts of instruments know. Types alone: nothing of this is sent to the browser. */

/** An id, and what people read. */
export type Named = [id: string, label: string];

/** A field as the page tells it; what only some kinds have is empty for all others. */
export interface Field {
  id: string;
  kind: string;
  label: string;
  was: string[];
  asked: string;
  /** The names of the instrument's levels. */
  scale: string[];
  options: Named[];
  rows: Named[];
  columns: Named[];
  one?: string;
  most?: number;
  several?: boolean;
  evidence?: boolean;
  event?: string;
  after?: string;
  days?: number;
}

export interface Section {
  id: string;
  title: string;
  fields: Field[];
}

/** An instrument as its page tells it. */
export interface Spec {
  id: string;
  title: string;
  was: string[];
  scale: string[];
  sections: Section[];
}

/** Words with their placeholders filled. */
export type Said = (name: string, values?: Record<string, string | number>) => string;

/** Rows of a field that grows. */
export interface Rows {
  make(count: number): void;
}

/** What a field may ask of its page. */
export interface Page {
  changed(): void;
  rows(field: Field, block: HTMLElement): Rows;
}

/** A kind of field. */
export interface Kind {
  /** A copy of an answer; null for none, undefined for what cannot be one. */
  clean(field: Field, value: unknown): any;
  read(field: Field, block: HTMLElement): any;
  write(field: Field, block: HTMLElement, value: any, said: Said): void;
  /** What files say of an answer: parts with their texts. */
  lines(field: Field, value: any, said: Said): string[][];
  begin?(field: Field, block: HTMLElement, page: Page): void;
  /** After something was typed. */
  show?(field: Field, block: HTMLElement, said: Said): void;
  suggested?(field: Field, valueOf: (id: string) => any): any;
}

export type Kinds = Record<string, Kind>;

export interface Person {
  id: string;
  name: string;
}

/** One row of the result. */
export interface Result {
  id: string;
  title: string;
  /** How many ratings it rests on. */
  count: number;
  median: number | null;
  low: number | null;
  high: number | null;
  /** Null where no statement was rated by two people. */
  gap: number | null;
  /** The statement with that gap. */
  where: string;
  /** Ratings without evidence. */
  bare: { label: string; name: string }[];
}
