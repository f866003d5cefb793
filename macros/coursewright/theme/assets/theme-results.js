/** Mends what Material for MkDocs 9.8.1 leaves inaccessible in its search results. */

/**
 * Every result brings an h1 into the page, and a nav without a name for its tags.
 * @param {Element} search
 */
export function mendResults(search) {
  const list = search.querySelector(".md-search-result__list");
  if (!list) return;
  const mend = () => {
    for (const heading of list.querySelectorAll("h1:not([aria-level])")) {
      heading.setAttribute("role", "heading");
      heading.setAttribute("aria-level", "2");
    }
    for (const tags of list.querySelectorAll("nav:not([role])")) tags.setAttribute("role", "none");
  };
  new MutationObserver(mend).observe(list, { childList: true });
  mend();
}
