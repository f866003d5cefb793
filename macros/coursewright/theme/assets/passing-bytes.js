/** Bytes made smaller, and large again up to a bound: a few of them can stand for millions. */

export const MOST_BYTES = 256 * 2 ** 10;

/**
 * Bytes deflated; null where the browser cannot.
 *
 * @param {Uint8Array} bytes
 * @returns {Promise<Uint8Array | null>}
 */
export async function deflated(bytes) {
  if (bytes.length > MOST_BYTES) throw new RangeError(`${bytes.length} bytes`);
  const stream = made("CompressionStream");
  if (!stream) return null;
  const found = await passed(bytes, stream, Infinity);
  return "bytes" in found ? found.bytes : null;
}

/**
 * @param {Uint8Array} bytes
 * @returns {Promise<{ bytes: Uint8Array } | { fault: "damaged" | "too-big" | "old-browser" }>}
 */
export async function inflated(bytes) {
  const stream = made("DecompressionStream");
  return stream ? passed(bytes, stream, MOST_BYTES) : { fault: "old-browser" };
}

/** @param {"CompressionStream" | "DecompressionStream"} name */
function made(name) {
  try {
    return new globalThis[name]("deflate-raw");
  } catch {
    return null;
  }
}

/**
 * Stops reading as soon as there is more than that.
 *
 * @param {Uint8Array} bytes
 * @param {CompressionStream | DecompressionStream} stream
 * @param {number} most
 * @returns {Promise<{ bytes: Uint8Array } | { fault: "damaged" | "too-big" }>}
 */
async function passed(bytes, { readable, writable }, most) {
  const writer = writable.getWriter();
  const sent = writer.write(/** @type {BufferSource} */ (bytes)).then(() => writer.close());
  // What goes wrong here goes wrong for the reader, too.
  sent.catch(() => {});
  const reader = readable.getReader();
  const pieces = [];
  let size = 0;
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      pieces.push(next.value);
      size += next.value.length;
      if (size > most) return { fault: "too-big" };
    }
  } catch {
    return { fault: "damaged" };
  } finally {
    reader.cancel().catch(() => {});
  }
  return { bytes: joined(pieces, size) };
}

/**
 * @param {readonly Uint8Array[]} pieces
 * @param {number} size
 */
function joined(pieces, size) {
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
