// A rule that is pointed at, or has the focus, is lit wherever the page shows it: in figures, in the
// tables of rules, and where a sentence or a packet's way names it. So is a chain.
(() => {
  "use strict";

  const { parts } = window.chainbook;
  const POINTED = "cb-pointed";

  const by = { pointer: [], focus: [] };
  let lit = new Set();

  function light() {
    const ids = by.pointer.length > 0 ? by.pointer : by.focus;
    const next = new Set(ids.flatMap((id) => [...parts.of(id), ...parts.around(id)]));
    for (const element of lit) {
      if (!next.has(element)) {
        element.classList.remove(POINTED);
      }
    }
    next.forEach((element) => element.classList.add(POINTED));
    lit = next;
  }

  function show(what, target) {
    const ids = target instanceof Element ? parts.at(target) : [];
    if (ids.join(" ") !== by[what].join(" ")) {
      by[what] = ids;
      light();
    }
  }

  document.addEventListener("DOMContentLoaded", () => {
    if (!document.querySelector(".imageblock > .content > svg")) {
      return;
    }
    document.addEventListener("pointerover", (event) => show("pointer", event.target));
    document.documentElement.addEventListener("pointerleave", () => show("pointer", null));
    // What was clicked is pointed at; it need not stay lit when the pointer has gone on.
    document.addEventListener("focusin", (event) =>
      show("focus", event.target.matches(":focus-visible") ? event.target : null),
    );
    document.addEventListener("focusout", () => show("focus", null));
  });
})();
