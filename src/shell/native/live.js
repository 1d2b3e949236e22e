// Only `commons serve` adds this to pages. It reloads the page when the site changes, and shows the content's problems.
(() => {
  const script = document.currentScript.src;
  const version = new URL(script).search.slice(1);
  const events = new EventSource(new URL("events", script));
  let box;
  events.onmessage = (event) => {
    const news = JSON.parse(event.data);
    if (news.version !== version) {
      location.reload();
      return;
    }
    box?.remove();
    box = undefined;
    if (news.problems) {
      box = document.createElement("pre");
      box.id = "commons-problems";
      box.setAttribute("role", "status");
      box.tabIndex = 0;
      box.textContent = news.problems;
      // Set one by one: the page's policy refuses a style attribute.
      Object.assign(box.style, {
        position: "fixed", insetInline: "0", insetBlockEnd: "0", zIndex: "2147483647", margin: "0", padding: "1rem",
        maxBlockSize: "50vh", overflow: "auto", background: "#1a1a1a", color: "#fff", borderBlockStart: "4px solid #d33",
        font: "14px/1.4 ui-monospace, monospace", whiteSpace: "pre-wrap",
      });
      document.body.append(box);
    }
  };
  addEventListener("pagehide", () => events.close());
})();
