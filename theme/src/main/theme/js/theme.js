// Light, dark or as the system has it. Loaded in the head and not deferred: a stored choice has to
// hold before anything is painted.
(() => {
  "use strict";

  const KEY = "chainbook-theme";
  const root = document.documentElement;

  function stored() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // Storage may be forbidden, for pages opened as files for example.
    }
  }

  function store(choice) {
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // Then the choice holds for this page only.
    }
  }

  function apply(choice) {
    if (choice === "light" || choice === "dark") {
      root.dataset.theme = choice;
    } else {
      delete root.dataset.theme;
    }
  }

  function showPressed(buttons) {
    const current = root.dataset.theme ?? "auto";
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.value === current));
    }
  }

  apply(stored());

  document.addEventListener("DOMContentLoaded", () => {
    const group = document.querySelector(".theme-choice");
    const buttons = group.querySelectorAll("button");
    group.hidden = false;
    showPressed(buttons);
    for (const button of buttons) {
      button.addEventListener("click", () => {
        apply(button.value);
        store(button.value);
        showPressed(buttons);
      });
    }
    // Another window of the book may change the choice.
    addEventListener("storage", (event) => {
      if (event.key === KEY) {
        apply(event.newValue);
        showPressed(buttons);
      }
    });
  });
})();
