// A classic script in the head: the theme before the first paint, the islands and the search when the reader needs them.
// A click on an island or a search key that comes before its wasm is kept and done again once it is there.
(() => {
  const script = document.currentScript, root = document.documentElement;
  const search = "[aria-keyshortcuts]", fields = "input, textarea, select, [contenteditable]";
  try {
    const theme = localStorage.getItem("theme");
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  } catch {}
  // From a folder a page reads and links; browsers allow no modules there.
  if (location.protocol === "file:") return;
  root.classList.add("js");

  let program, driver, started = false, awake = false, wanted = null, typed = "";
  const at = (name) => new URL(script.dataset[name], document.baseURI).href;
  // What is asked for early may fail before anybody waits for it.
  const early = (promise) => (promise.catch(() => {}), promise);

  const load = () => program ??= [early(import(at("glue"))), early(fetch(at("wasm")))];

  const start = async () => {
    if (started || !document.querySelector("leptos-island")) return;
    started = true;
    try {
      const [glue, wasm] = [await load()[0], load()[1]];
      await glue.default({ module_or_path: wasm });
      for (const island of document.querySelectorAll("leptos-island")) await glue[island.dataset.component](island);
      awake = true;
      wanted?.click();
      const field = document.querySelector("dialog[open] input[role], main input[role]");
      if (field && typed) field.value = typed;
      // Once the islands have read the address.
      if (field?.value) setTimeout(() => field.dispatchEvent(new Event("input", { bubbles: true })));
    } catch (error) {
      // Without islands a link is still a link.
      awake = true;
      if (wanted?.href) location.href = wanted.href;
      else console.error(error);
    }
  };

  // The search engine, all its parts at once: `search.js` puts them together.
  const open = () => driver ??= (async () => {
    const parts = { glue: at("engineGlue"), wasm: at("engineWasm"), index: at("index") };
    const first = { wasm: early(fetch(parts.wasm)), manifest: early(fetch(`${parts.index}manifest.bin`)) };
    early(import(parts.glue));
    try {
      return (await import(at("engine"))).open(parts, first);
    } catch (error) {
      driver = undefined;
      throw error;
    }
  })();

  // What the islands ask of it.
  globalThis.commons = {
    search: (question, call) => open().then((engine) => engine.ask(question, call), () => call()),
    retry: () => open().then((engine) => engine.retry(), () => {}),
  };

  // A hit of the search is opened: the words to be marked there are left for it.
  const leave = ({ target }) => {
    const hit = target.closest?.("a[role=option]");
    try {
      if (hit) sessionStorage.setItem("marks", `${hit.pathname}\n${hit.closest("[data-marks]").dataset.marks}`);
    } catch {}
  };

  // The words that led here, kept with this step of the history from now on.
  const mark = () => {
    try {
      const [path, ...words] = (sessionStorage.getItem("marks") ?? "").split("\n");
      if (path === location.pathname) {
        sessionStorage.removeItem("marks");
        history.replaceState({ marks: words }, "");
      }
    } catch {}
    const { marks } = history.state ?? {};
    if (marks) import(at("marks")).then((module) => module.mark(marks, () => history.replaceState(null, "")), () => {});
  };

  addEventListener("click", (event) => {
    const control = event.target.closest("leptos-island button, " + search);
    if (awake || !control || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    wanted = control;
    start();
  }, true);

  addEventListener("keydown", (event) => {
    if (awake || event.altKey || event.target.matches?.(fields)) return;
    const command = event.ctrlKey || event.metaKey;
    const opens = command ? event.key === "k" : event.key === "/";
    const control = document.querySelector(search);
    if (opens && control) wanted = control;
    else if (wanted?.matches(search) && !command && event.key.length === 1) typed += event.key;
    else if (wanted?.matches(search) && event.key === "Backspace") typed = typed.slice(0, -1);
    else return;
    event.preventDefault();
    early(open());
  }, true);

  for (const name of ["pointerover", "focusin", "touchstart"]) addEventListener(name, ({ target }) => {
    if (target.closest?.(search)) early(open());
  }, { passive: true });
  for (const name of ["pointerdown", "keydown", "focusin", "touchstart"]) addEventListener(name, start, { once: true, passive: true });
  addEventListener("click", leave);
  for (const name of ["DOMContentLoaded", "hashchange"]) addEventListener(name, mark);
  // In idle moments the islands, and then the search engine, unless the reader saves data.
  const idle = window.requestIdleCallback ?? setTimeout;
  addEventListener("load", () => idle(async () => {
    await start();
    if (awake && !navigator.connection?.saveData) idle(() => early(open()));
  }));

  // Where the reader came to search or to explore nothing waits to be wanted.
  const { now } = script.dataset;
  if (now) {
    if (now === "search") early(open());
    load();
    addEventListener("DOMContentLoaded", () => {
      if (now === "search" && !/[#&]q=/.test(location.hash)) document.querySelector("main input")?.focus();
      start();
    });
  }
})();
