/** Pages as they come: the one that was opened, and those that instant navigation brings. */

/**
 * Call this for the page that is open, and for every one after it.
 *
 * @param {() => void} act
 */
export function onPage(act) {
  const follow = () => {
    /** @type {{ subscribe(next: () => void): void } | undefined} */
    const pages = /** @type {any} */ (window).document$;
    if (pages) pages.subscribe(act);
    else act();
  };
  // The theme's script, which tells of pages, runs after ours and before this event.
  if (document.readyState === "complete") follow();
  else document.addEventListener("DOMContentLoaded", follow, { once: true });
}
