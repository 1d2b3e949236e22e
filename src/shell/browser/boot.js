// A classic script in the head: the theme before the first paint, the islands when the reader needs them.
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

  let started = false, awake = false, wanted = null, typed = "";
  const at = (name) => new URL(script.dataset[name], document.baseURI).href;

  const start = async () => {
    if (started || !document.querySelector("leptos-island")) return;
    started = true;
    try {
      const glue = await import(at("glue"));
      await glue.default({ module_or_path: at("wasm") });
      for (const island of document.querySelectorAll("leptos-island")) await glue[island.dataset.component](island);
      awake = true;
      wanted?.click();
      const field = typed && document.querySelector("dialog[open] input");
      if (field) {
        field.value = typed;
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    } catch (error) {
      // Without islands a link is still a link.
      awake = true;
      if (wanted?.href) location.href = wanted.href;
      else console.error(error);
    }
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
  }, true);

  for (const name of ["pointerdown", "keydown", "focusin", "touchstart"]) addEventListener(name, start, { once: true, passive: true });
  addEventListener("load", () => (window.requestIdleCallback ?? setTimeout)(start));
})();
