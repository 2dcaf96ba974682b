// On a narrow screen the contents of the book open and close with a button. Loaded in the head: the
// style sheet has to know before the first paint that there will be one.
(() => {
  "use strict";

  document.documentElement.classList.add("scripted");

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".contents-button");
    const contents = document.getElementById("page-contents");

    function show(open) {
      contents.classList.toggle("open", open);
      button.setAttribute("aria-expanded", String(open));
    }

    button.hidden = false;
    button.addEventListener("click", () => {
      show(!contents.classList.contains("open"));
      if (contents.classList.contains("open")) {
        scrollTo({ top: 0 });
      }
    });
    contents.addEventListener("keydown", (event) => {
      if (event.key === "Escape") {
        show(false);
        button.focus();
      }
    });
    // A link to a section of this same page leads away from the contents.
    contents.addEventListener("click", (event) => {
      if (event.target.closest("a")) {
        show(false);
      }
    });
  });
})();
