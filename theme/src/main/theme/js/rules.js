// Rule tables: a run of rules opens for a link to one of them, and a rule can be copied as the line
// that iptables-restore reads. Without scripts every run still opens by hand.
(() => {
  "use strict";

  const FOLDED = "details.chainbook-run, details.chainbook-family, details.chainbook-member";

  // Some browsers open what a link leads into by themselves, and some do not.
  function openTarget() {
    let id = location.hash.slice(1);
    try {
      id = decodeURIComponent(id);
    } catch {
      // An id that is written as it is.
    }
    const target = id ? document.getElementById(id) : null;
    let closed = target?.closest("details:not([open])");
    if (!closed) {
      return;
    }
    for (; closed; closed = closed.parentElement.closest("details:not([open])")) {
      closed.open = true;
    }
    target.scrollIntoView();
  }

  // The page's template holds the button and its words.
  const template = () => document.getElementById("copy-button");

  function announce(button, words) {
    const usual = template().content.querySelector("button").textContent;
    button.textContent = words;
    setTimeout(() => {
      button.textContent = usual;
    }, 1500);
  }

  async function copy(button, text) {
    try {
      await navigator.clipboard.writeText(text);
      announce(button, template().dataset.done);
    } catch {
      // Pages opened as files may not write to the clipboard, but may select.
      const code = button.parentElement.querySelector("code");
      if (code) {
        getSelection().selectAllChildren(code);
      }
      announce(button, template().dataset.byHand);
    }
  }

  function addButton(row) {
    const number = row.id ? row.id.slice(row.id.lastIndexOf(":") + 1) : "";
    const button = template().content.querySelector("button").cloneNode(true);
    button.setAttribute("aria-label", template().dataset.label.replace("{n}", number).trim());
    button.addEventListener("click", () => {
      button.removeAttribute("aria-label");
      copy(button, row.dataset.raw);
    });
    row.children[1].prepend(button);
  }

  addEventListener("hashchange", openTarget);

  // Where a style sheet cannot open what is closed, paper needs it open.
  addEventListener("beforeprint", () => {
    for (const run of document.querySelectorAll(`:is(${FOLDED}):not([open])`)) {
      run.open = true;
      run.dataset.opened = "";
    }
  });
  addEventListener("afterprint", () => {
    for (const run of document.querySelectorAll("details[data-opened]")) {
      run.open = false;
      delete run.dataset.opened;
    }
  });

  document.addEventListener("DOMContentLoaded", () => {
    openTarget();
    // A page may hold thousands of rules; a button is made for those that come into sight.
    const near = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          if (entry.isIntersecting) {
            near.unobserve(entry.target);
            addButton(entry.target);
          }
        }
      },
      { rootMargin: "300px" },
    );
    for (const row of document.querySelectorAll("tr[data-raw]")) {
      near.observe(row);
    }
  });
})();
