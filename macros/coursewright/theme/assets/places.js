/**
 * Lets one build stand at any address.
 *
 * With instant navigation, Material (9.8.1) takes the addresses of the site's pages from
 * sitemap.xml, where they begin with the address that the site was built for. Anywhere else, or
 * where none was given, it would load every page anew. Here they begin where the site stands.
 * Runs before the theme's own script.
 */

const home = new URL("../../", import.meta.url);
const parse = DOMParser.prototype.parseFromString;

/** @this {DOMParser} @param {string} text @param {DOMParserSupportedType} type */
DOMParser.prototype.parseFromString = function (text, type) {
  const parsed = parse.call(this, text, type);
  if (type === "text/xml") settle([...parsed.querySelectorAll("urlset > url > loc")]);
  return parsed;
};

/** @param {Element[]} places */
function settle(places) {
  const written = places.map((place) => place.textContent ?? "");
  const start = beginning(written).length;
  places.forEach((place, index) => {
    place.textContent = String(new URL(written[index]?.slice(start) || "./", home));
  });
}

/**
 * Returns what all addresses begin with, up to a slash; the home page's is nothing but that.
 * @param {string[]} written
 */
function beginning([first = "", ...others]) {
  let shared = first;
  while (!others.every((other) => other.startsWith(shared))) shared = shared.slice(0, -1);
  return /^[a-z]+:/.test(shared) ? shared.slice(0, shared.lastIndexOf("/") + 1) : "";
}
