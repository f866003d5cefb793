/**
 * Leaves jumps within a page to the browser, and keeps places with the page they are on.
 *
 * With instant navigation, Material (9.8.1) answers the first of them by fetching the page anew and
 * putting it in place of itself: what was chosen or typed is gone and, while the answer is slow,
 * so is the jump. The same goes for the first step back between two places of one page.
 * Runs before the theme's own script: it has to hear the window's events first.
 */

import { onPage } from "./pages.js";

/** The path of the page that is shown. */
let shown = location.pathname;
/** The address at which it was scrolled last. */
let scrolled = location.href;

document.addEventListener(
  "click",
  ({ target }) => {
    const link = target instanceof Element ? target.closest("a") : null;
    // Material passes over links that name a window.
    if (link?.hash && !link.target && leadsHere(link)) link.target = "_self";
  },
  true,
);

addEventListener("popstate", (event) => {
  if (location.pathname !== shown) return;
  event.stopImmediatePropagation();
  // Once it has shown a second page, Material keeps the place and tells the browser not to.
  if (history.scrollRestoration === "manual") restore(event.state);
});

// Material notes how far a page is scrolled a moment later, even when the next page, or the next
// place on this one, is on its way: that one would open or come back at the place before.
const replaceState = history.replaceState.bind(history);
history.replaceState = (state, unused, url) => {
  const isPlace = url === undefined && typeof state?.y === "number";
  if (!isPlace || location.href === scrolled) replaceState(state, unused, url);
};
addEventListener("scroll", () => {
  if (location.pathname === shown) scrolled = location.href;
});

onPage(() => (shown = location.pathname));

/** @param {HTMLAnchorElement} link */
function leadsHere({ origin, pathname, search }) {
  return origin === location.origin && pathname === shown && search === location.search;
}

/** @param {{ x?: number, y?: number } | null} state */
function restore(state) {
  const target = document.getElementById(decoded(location.hash.slice(1)));
  if (typeof state?.y === "number") scrollTo(state.x ?? 0, state.y);
  else if (target) target.scrollIntoView();
  else scrollTo(0, 0);
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
