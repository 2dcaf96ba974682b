// The controls below each figure. A site has files of its figures, and links to them without any
// script; a page that stands alone has none, and there they are made when they are asked for.
(() => {
  "use strict";

  const chainbook = (window.chainbook ??= {});
  const KEPT = 60000; // for the browser to open or store a file

  function caption(block) {
    return (block.querySelector(":scope > .title")?.textContent ?? "").trim();
  }

  function nameOf(block) {
    return (block.id || "figure").replace(/[^A-Za-z0-9_-]/g, "_");
  }

  // Colours of the light theme stand in the drawing itself; links would lead back into this page.
  function alone(svg) {
    const copy = svg.cloneNode(true);
    copy.removeAttribute("tabindex");
    copy.style.removeProperty("--figure-width");
    copy.style.background = "#fff";
    for (const part of copy.querySelectorAll("*")) {
      part.classList.remove("cb-pointed", "cb-now", "cb-been");
    }
    copy.querySelectorAll("a").forEach((link) => link.removeAttribute("href"));
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
  }

  function plantUml(block) {
    const source = block.nextElementSibling;
    return source?.matches("details.chainbook-source") ? source.querySelector("pre")?.textContent : null;
  }

  function hand(text, type, name) {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type }));
    if (name) {
      link.download = name;
    } else {
      link.target = "_blank";
    }
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), KEPT);
  }

  function made(link, block, svg) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = link.textContent;
    const name = link.hasAttribute("download") ? `${nameOf(block)}.${link.dataset.file}` : null;
    button.addEventListener("click", () => {
      if (link.dataset.file === "svg") {
        hand(alone(svg), "image/svg+xml", name);
      } else {
        hand(`${plantUml(block).trimEnd()}\n`, "text/plain", name);
      }
    });
    return button;
  }

  function toolsOf(block, svg, template) {
    const tools = template.content.querySelector(".cb-tools").cloneNode(true);
    for (const link of tools.querySelectorAll("a")) {
      if (link.dataset.file === "puml" && !plantUml(block)) {
        link.remove();
      } else {
        link.replaceWith(made(link, block, svg));
      }
    }
    tools.querySelector(".cb-enlarge").remove();
    if (caption(block)) {
      tools.setAttribute("aria-label", caption(block));
    }
    block.append(tools);
    return tools;
  }

  document.addEventListener("DOMContentLoaded", () => {
    const template = document.getElementById("figure-tools");
    for (const block of template ? document.querySelectorAll(".imageblock") : []) {
      const svg = block.querySelector(":scope > .content > svg");
      if (!svg) {
        continue;
      }
      const tools = block.querySelector(":scope > .cb-tools") ?? toolsOf(block, svg, template);
      if (window.HTMLDialogElement) {
        const button = template.content.querySelector(".cb-enlarge").cloneNode(true);
        button.addEventListener("click", () => chainbook.enlarge(svg, caption(block), button));
        tools.prepend(button);
      }
    }
  });
})();
