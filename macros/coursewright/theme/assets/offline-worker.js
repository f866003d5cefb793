/**
 * Material (9.8.1) searches in a worker, which browsers refuse to pages that open from a folder. A
 * hidden frame runs the same script in its place. Runs before the theme's own.
 */
(() => {
  if (location.protocol !== "file:") return;

  class FrameWorker extends EventTarget {
    /** @type {Promise<Window & typeof globalThis>} */
    #inside;

    /** @param {string | URL} script */
    constructor(script) {
      super();
      this.#inside = this.#opened(new URL(script, document.baseURI).href);
    }

    /** @param {unknown} data */
    async postMessage(data) {
      const inside = await this.#inside;
      inside.dispatchEvent(new inside.MessageEvent("message", { data }));
    }

    /** @param {string} script */
    async #opened(script) {
      const frame = document.createElement("iframe");
      frame.hidden = true;
      // Firefox gives a frame its window late, Chromium at once.
      await new Promise((resolve) => {
        frame.addEventListener("load", resolve, { once: true });
        document.body.append(frame);
      });
      const inside = /** @type {Window & typeof globalThis} */ (frame.contentWindow);
      const answer = (/** @type {unknown} */ data) =>
        this.dispatchEvent(new MessageEvent("message", { data }));
      Object.assign(inside, { postMessage: answer, importScripts: imports(inside) });
      await run(inside, script);
      return inside;
    }
  }

  /** @param {Window} inside */
  function imports(inside) {
    return async (/** @type {string[]} */ ...scripts) => {
      for (const script of scripts) await run(inside, script);
    };
  }

  /**
   * @param {Window} inside
   * @param {string} address
   */
  function run(inside, address) {
    const script = inside.document.createElement("script");
    script.src = address;
    return new Promise((resolve, reject) => {
      script.addEventListener("load", resolve);
      script.addEventListener("error", reject);
      inside.document.head.append(script);
    });
  }

  // The second name tells Material's script that it is in a frame.
  Object.assign(window, { Worker: FrameWorker, IFrameWorker: FrameWorker });
})();
