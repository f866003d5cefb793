/** Whoever sits in front of this browser. */
export const ME = "self";
