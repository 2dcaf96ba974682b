// Shows the path of a packet in the figure of its rules, a step at a time. Steps and words are those
// of the way that opens below the packet's row.
(() => {
  "use strict";

  const { parts, fragment } = window.chainbook;
  const STEPS = ".cb-walk:not(.cb-branches) li > p";
  const MACHINES =
    ".cb-deployment, [data-diagram-type='DESCRIPTION'], [data-diagram-type='SEQUENCE']";
  const PAUSE = 2500; // enough to read a rule
  const NOW = "cb-now";
  const BEEN = "cb-been";

  let bar = null;
  let words = null;
  let buttons = null;
  let path = null; // what is shown: { steps, button, figure, at, timer }

  // --- What the page says of a packet

  function isStep(line) {
    return line.querySelector(".cb-end") || !line.querySelector(".cb-hook, .cb-table, .cb-missed");
  }

  // The end of a chain is no rule and no policy: nothing is decided there.
  function isReturn(line) {
    return line.querySelector(".cb-end") && !line.querySelector("strong");
  }

  function above(line, what) {
    for (let item = line.closest("li"); item; item = item.parentElement.closest("li")) {
      const found = item.querySelector(`:scope > p > ${what}`);
      if (found) {
        return what === ".cb-hook" ? item.querySelector(":scope > p") : found;
      }
    }
    return null;
  }

  function plain(element) {
    return (element?.textContent ?? "").replace(/\s+/g, " ").trim();
  }

  function stepsOf(walkRow) {
    const lines = [...walkRow.querySelectorAll(STEPS)].filter(isStep);
    const ids = lines.map((line) => fragment(line.querySelector("a[href*='#']")));
    // Where no table shows a rule its line has no link, and the row's own list helps.
    const named = (walkRow.previousElementSibling?.dataset.walk ?? "").split(" ");
    const decided = lines.map((line, i) => i).filter((i) => !isReturn(lines[i]));
    if (named.length === decided.length) {
      decided.forEach((i, n) => {
        ids[i] ||= named[n];
      });
    }
    return lines.map((line, i) => ({ line, id: ids[i] }));
  }

  // --- Where the figures show it

  function isShown(part) {
    return part.getClientRects().length > 0;
  }

  // A figure of machines may show one ruleset for several of them, of which the packet meets one.
  function isOfRules(part) {
    return !part.ownerSVGElement.matches(MACHINES);
  }

  // In the figure that is walked in; what that has no part for, wherever it is.
  function drawn(id) {
    if (!id) {
      return [];
    }
    const [own, chain] = parts.drawn(id).map((some) => some.filter(isOfRules));
    const within = (some) => some.filter((part) => path?.figure?.contains(part));
    return [within(own), within(chain), own, chain].find((some) => some.length > 0) ?? [];
  }

  // A figure of one packet has that one's steps in it already.
  function isOfOnePacket(figure) {
    return figure.querySelector("[data-step]") !== null;
  }

  // The figure that shows most of the path; of several the one nearest to the packet.
  function figureOf(steps, button) {
    const shows = new Map();
    for (const id of new Set(steps.map((step) => step.id).filter(Boolean))) {
      const own = parts.drawn(id)[0].filter(isOfRules);
      for (const figure of new Set(own.map((part) => part.closest(".imageblock")))) {
        shows.set(figure, (shows.get(figure) ?? 0) + 1);
      }
    }
    const from = button.getBoundingClientRect().top;
    const far = (figure) => Math.abs(figure.getBoundingClientRect().top - from);
    const order = ([a, m], [b, n]) =>
      isOfOnePacket(a) - isOfOnePacket(b) || n - m || far(a) - far(b);
    return [...shows].sort(order)[0]?.[0] ?? null;
  }

  function reveal(first) {
    const part = drawn(path.steps[path.at].id).find(isShown);
    if (!part) {
      return;
    }
    const figure = part.closest(".imageblock");
    const still = first || matchMedia("(prefers-reduced-motion: reduce)").matches;
    const room = innerHeight - bar.offsetHeight - document.querySelector(".bar").offsetHeight;
    if (figure.offsetHeight < room) {
      figure.scrollIntoView({ block: "nearest", behavior: "instant" });
    }
    part.scrollIntoView({
      block: first && figure.offsetHeight >= room ? "center" : "nearest",
      inline: "nearest",
      behavior: still ? "instant" : "smooth",
    });
  }

  // --- The steps

  function light() {
    const { steps, at } = path;
    dim();
    steps.slice(0, at + 1).forEach((step, i) => {
      drawn(step.id).forEach((part) => part.classList.add(i === at ? NOW : BEEN));
    });
    steps[at].line.setAttribute("aria-current", "step");
  }

  function dim() {
    for (const part of document.querySelectorAll(`.${NOW}, .${BEEN}`)) {
      part.classList.remove(NOW, BEEN);
    }
    path.steps.forEach((step) => step.line.removeAttribute("aria-current"));
  }

  function paragraph(role, ...content) {
    const p = document.createElement("p");
    p.className = `cb-path-${role}`;
    p.append(...content);
    return p;
  }

  // The line without the table that it may begin with, which is said before it.
  function ruleOf(line) {
    const rule = document.createElement("span");
    rule.append(...[...line.cloneNode(true).childNodes]);
    const table = rule.querySelector(".cb-table");
    if (table) {
      table.remove();
      rule.firstChild.textContent = rule.firstChild.textContent.replace(/^[\s,]+/, "");
    }
    return rule;
  }

  function fill(template, values) {
    return template.replace(/\{(\w+)\}/g, (all, name) => values[name] ?? all);
  }

  function meaningOf(id) {
    const row = id ? document.getElementById(id) : null;
    return row?.matches("table.chainbook-rules tr") ? plain(row.cells[2]?.querySelector("p")) : "";
  }

  function endOf(walkRow) {
    const unknown = walkRow.querySelector(".cb-branches");
    if (unknown) {
      return plain(unknown.previousElementSibling).replace(/[:：]$/, ".");
    }
    const row = walkRow.previousElementSibling;
    const verdict = row.querySelector(".cb-verdict");
    const result = verdict?.closest("td").nextElementSibling?.querySelector("p")?.firstChild;
    return verdict ? fill(words.end, { end: [verdict, result].map(plain).filter(Boolean).join(", ") }) : "";
  }

  function tell() {
    const { steps, at } = path;
    const { line, id } = steps[at];
    const count = fill(words.step, {
      k: at + 1,
      n: steps.length,
      hook: plain(above(line, ".cb-hook")),
      table: plain(above(line, ".cb-table")),
    });
    const said = [paragraph("step", count, " ", ruleOf(line))];
    const more = [
      meaningOf(id),
      drawn(id).length === 0 ? words.unseen : "",
      at === steps.length - 1 ? endOf(line.closest("tr")) : "",
    ];
    more.filter(Boolean).forEach((text) => said.push(paragraph("more", text)));
    bar.querySelector(".cb-path-words").replaceChildren(...said);
  }

  function go(to, first = false) {
    path.at = Math.max(0, Math.min(path.steps.length - 1, to));
    light();
    tell();
    // A disabled button would lose the focus.
    buttons.previous.setAttribute("aria-disabled", String(path.at === 0));
    buttons.next.setAttribute("aria-disabled", String(path.at === path.steps.length - 1));
    document.documentElement.style.setProperty("--path-height", `${bar.offsetHeight}px`);
    reveal(first);
  }

  function rest() {
    clearInterval(path?.timer);
    buttons.play.textContent = words.play;
  }

  function play() {
    if (path.timer) {
      rest();
      path.timer = null;
      return;
    }
    buttons.play.textContent = buttons.play.dataset.whilePlaying;
    if (path.at === path.steps.length - 1) {
      go(0);
    }
    path.timer = setInterval(() => {
      go(path.at + 1);
      if (path.at === path.steps.length - 1) {
        rest();
        path.timer = null;
      }
    }, PAUSE);
  }

  function step(by) {
    rest();
    path.timer = null;
    go(path.at + by);
  }

  function start(walkRow, steps, button) {
    stop();
    const packet = walkRow.previousElementSibling;
    const packetWords = [walkRow.querySelector("summary"), packet.querySelector("code")].map(plain);
    bar.querySelector(".cb-path-packet").textContent = packetWords.filter(Boolean).join(" · ");
    path = { steps, button, figure: figureOf(steps, button), at: 0, timer: null };
    packet.classList.add("cb-on-path");
    bar.hidden = false;
    document.documentElement.classList.add("cb-walking");
    buttons.next.focus({ preventScroll: true });
    go(0, true);
  }

  function stop() {
    if (!path) {
      return;
    }
    rest();
    dim();
    document.querySelector(".cb-on-path")?.classList.remove("cb-on-path");
    bar.hidden = true;
    document.documentElement.classList.remove("cb-walking");
    const { button } = path;
    path = null;
    button.focus();
  }

  const KEYS = {
    ArrowRight: () => step(1),
    ArrowDown: () => step(1),
    ArrowLeft: () => step(-1),
    ArrowUp: () => step(-1),
    Home: () => step(-Infinity),
    End: () => step(Infinity),
  };

  function make() {
    const template = document.getElementById("path-bar");
    bar = template.content.querySelector(".cb-path").cloneNode(true);
    buttons = Object.fromEntries([...bar.querySelectorAll("button")].map((one) => [one.value, one]));
    words = { ...template.dataset, play: buttons.play.textContent };
    document.querySelector("main").append(bar);
    buttons.previous.addEventListener("click", () => step(-1));
    buttons.next.addEventListener("click", () => step(1));
    buttons.play.addEventListener("click", play);
    buttons.stop.addEventListener("click", stop);
    bar.addEventListener("keydown", (event) => {
      const act = event.altKey || event.ctrlKey || event.metaKey ? null : KEYS[event.key];
      if (act) {
        event.preventDefault();
        act();
      }
    });
    document.addEventListener("keydown", (event) => {
      if (path && event.key === "Escape" && !document.querySelector("dialog[open]")) {
        stop();
      }
    });
  }

  document.addEventListener("DOMContentLoaded", () => {
    const button = document.getElementById("path-button")?.content.querySelector("button");
    for (const walkRow of button ? document.querySelectorAll("tr.cb-walk-row") : []) {
      const steps = stepsOf(walkRow);
      if (steps.some((one) => one.id.includes(":") && drawn(one.id).length > 0)) {
        if (!bar) {
          make();
        }
        const own = button.cloneNode(true);
        own.addEventListener("click", () => start(walkRow, steps, own));
        walkRow.cells[0].append(own);
      }
    }
  });
})();
