// Knows which parts of figures and which rows and headings of the page stand for the same rule or
// chain. The scripts that light them ask here.
(() => {
  "use strict";

  const chainbook = (window.chainbook ??= {});

  const ROWS =
    "table:is(.chainbook-rules, .chainbook-trace) > tbody > tr:not(.cb-walk-row, .cb-run-row)";

  const FOLDED = "details:is(.chainbook-run, .chainbook-member)";

  const elements = new Map(); // by id: what stands for it
  const around = new Map(); // by the id of a chain: the arrows from it and to it
  const ids = new WeakMap(); // by element: the ids that it stands for
  let known = false;

  function put(map, id, element) {
    if (!map.has(id)) {
      map.set(id, new Set());
    }
    map.get(id).add(element);
  }

  function add(element, those) {
    if (those.length > 0) {
      those.forEach((id) => put(elements, id, element));
      ids.set(element, those);
    }
  }

  function words(value) {
    return (value ?? "").split(" ").filter(Boolean);
  }

  // Where a link leads on its page; the row may stand on this page or on another.
  function fragment(link) {
    const address = link?.getAttribute("href") ?? "";
    const hash = address.indexOf("#");
    return hash < 0 ? "" : address.slice(hash + 1);
  }

  function drawing(svg) {
    const parts = svg.querySelectorAll("[data-rule], [data-chain], [data-link]");
    for (const part of parts) {
      add(part, words(part.dataset.rule ?? part.dataset.chain ?? part.dataset.link));
    }
    for (const arrow of svg.querySelectorAll(".cb-arrow")) {
      put(around, arrow.dataset.from, arrow);
      put(around, arrow.dataset.to, arrow);
    }
    // What PlantUML draws has no more than its links.
    if (parts.length === 0) {
      for (const link of svg.querySelectorAll("a[href*='#']")) {
        add(link, [fragment(link)]);
      }
    }
  }

  // A rule that is shown again has its id in the first table; there its number links to that.
  function row(tr) {
    add(tr, [tr.id || fragment(tr.cells[0]?.querySelector("a"))].filter(Boolean));
  }

  // What is closed is seen by its summary alone.
  function folded(details) {
    const rows = [...details.querySelectorAll("tr")];
    const summary = details.querySelector(":scope > summary");
    if (summary) {
      add(summary, rows.flatMap((tr) => ids.get(tr) ?? []));
    }
  }

  function learn() {
    if (known) {
      return;
    }
    known = true;
    document.querySelectorAll(".imageblock > .content > svg").forEach(drawing);
    document.querySelectorAll(ROWS).forEach(row);
    document.querySelectorAll(FOLDED).forEach(folded);
    document.querySelectorAll(".chainbook-chain[id]").forEach((heading) => add(heading, [heading.id]));
  }

  function drawn(id) {
    return [...(elements.get(id) ?? [])].filter((part) => part.ownerSVGElement);
  }

  // The row of a summary names no more than the first of very many rules.
  function chainOf(id) {
    return id.includes(":") ? id.slice(0, id.lastIndexOf(":")) : "";
  }

  chainbook.fragment = fragment;

  chainbook.parts = {
    /** All that stands for an id. */
    of(id) {
      learn();
      const all = [...(elements.get(id) ?? [])];
      return drawn(id).length > 0 ? all : [...all, ...drawn(chainOf(id))];
    },

    /** What stands for an id in figures, the nearest to it first: a rule's own row, its chain. */
    drawn(id) {
      learn();
      return [drawn(id), drawn(chainOf(id))];
    },

    /** The arrows that leave a chain or lead to it. */
    around(id) {
      learn();
      return [...(around.get(id) ?? [])];
    },

    /** The ids of what an element belongs to, and of what it links to. */
    at(element) {
      learn();
      const found = new Set();
      const link = fragment(element.closest("a[href*='#']"));
      if (elements.has(link)) {
        found.add(link);
      }
      for (let at = element; at; at = at.parentElement) {
        if (ids.has(at)) {
          ids.get(at).forEach((id) => found.add(id));
          break;
        }
      }
      return [...found];
    },
  };
})();
