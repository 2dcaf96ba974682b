// A figure in a window of its own: larger, smaller, moved about. The drawing itself moves there and
// back, so that its links and lights go on working and no id stands twice.
(() => {
  "use strict";

  const chainbook = (window.chainbook ??= {});
  const STEP = 1.25;
  const LEAST = 0.2;
  const MOST = 5;
  const DRAGGED = 4; // pixels; less than that is a click

  let dialog = null;
  let stage = null;
  let open = null; // what is shown: { svg, place, holder, width, scale, before }

  function zoom(scale, at) {
    const { svg, width } = open;
    const next = Math.max(LEAST, Math.min(MOST, scale));
    const box = stage.getBoundingClientRect();
    // What is under the pointer, or in the middle, stays there.
    const x = at ? at.x - box.left : stage.clientWidth / 2;
    const y = at ? at.y - box.top : stage.clientHeight / 2;
    const left = (stage.scrollLeft + x) * (next / open.scale) - x;
    const top = (stage.scrollTop + y) * (next / open.scale) - y;
    open.scale = next;
    svg.style.width = `${width * next}px`;
    stage.scrollTo({ left, top, behavior: "instant" });
    dialog.querySelector("output").textContent = `${Math.round(next * 100)} %`;
  }

  function fit() {
    const view = open.svg.viewBox.baseVal;
    const style = getComputedStyle(stage);
    const margin = parseFloat(style.paddingLeft) + parseFloat(style.paddingRight);
    const wide = (stage.clientWidth - margin) / view.width;
    const high = (stage.clientHeight - margin) / view.height;
    return Math.min(wide, high, 2);
  }

  function close() {
    if (!open) {
      return;
    }
    const { svg, place, holder, before, button } = open;
    open = null;
    svg.style.width = before;
    place.replaceWith(svg);
    holder.style.minHeight = "";
    button.focus();
  }

  const ACTIONS = {
    in: () => zoom(open.scale * STEP),
    out: () => zoom(open.scale / STEP),
    fit: () => zoom(fit()),
    close: () => dialog.close(),
  };

  const KEYS = { "+": "in", "=": "in", "-": "out", 0: "fit" };

  // Fingers scroll by themselves; a mouse takes hold of the paper.
  function drag() {
    let from = null;
    let moved = false;
    stage.addEventListener("pointerdown", (event) => {
      moved = false;
      if (event.pointerType === "mouse" && event.button === 0) {
        from = { x: event.clientX + stage.scrollLeft, y: event.clientY + stage.scrollTop };
      }
    });
    stage.addEventListener("pointermove", (event) => {
      if (!from) {
        return;
      }
      const left = from.x - event.clientX;
      const top = from.y - event.clientY;
      if (!moved && Math.hypot(left - stage.scrollLeft, top - stage.scrollTop) > DRAGGED) {
        moved = true;
        stage.setPointerCapture(event.pointerId);
      }
      if (moved) {
        stage.scrollTo({ left, top, behavior: "instant" });
      }
    });
    for (const end of ["pointerup", "pointercancel"]) {
      stage.addEventListener(end, () => {
        from = null;
      });
    }
    stage.addEventListener("dragstart", (event) => event.preventDefault());
    stage.addEventListener(
      "click",
      (event) => {
        if (moved) {
          event.preventDefault();
          event.stopPropagation();
        }
      },
      true,
    );
  }

  function make() {
    const template = document.getElementById("figure-dialog");
    dialog = template.content.querySelector("dialog").cloneNode(true);
    stage = dialog.querySelector(".cb-stage");
    document.body.append(dialog);
    dialog.addEventListener("close", close);
    dialog.addEventListener("click", (event) => ACTIONS[event.target.closest("button")?.value]?.());
    dialog.addEventListener("keydown", (event) => {
      const action = event.altKey || event.ctrlKey || event.metaKey ? null : KEYS[event.key];
      if (action) {
        event.preventDefault();
        ACTIONS[action]();
      }
    });
    // A trackpad that is pinched sends a wheel with the control key.
    stage.addEventListener(
      "wheel",
      (event) => {
        if (event.ctrlKey) {
          event.preventDefault();
          zoom(open.scale * Math.exp(-event.deltaY / 200), { x: event.clientX, y: event.clientY });
        }
      },
      { passive: false },
    );
    // A link leads to a place of the page, which the window would hide.
    stage.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
        event.preventDefault();
        const address = link.getAttribute("href");
        dialog.close();
        location.assign(address);
      }
    });
    drag();
  }

  /** Shows a drawing of the page in the window; the focus goes back to the button after it. */
  chainbook.enlarge = (svg, title, button) => {
    if (!dialog) {
      make();
    }
    const holder = svg.parentElement;
    const place = document.createComment("");
    holder.style.minHeight = `${holder.offsetHeight}px`;
    open = { svg, place, holder, button, width: svg.viewBox.baseVal.width, scale: 1, before: svg.style.width };
    svg.replaceWith(place);
    stage.replaceChildren(svg);
    dialog.querySelector("#figure-dialog-title").textContent = title;
    dialog.showModal();
    stage.focus();
    const all = fit();
    zoom(all < 0.7 ? 1 : all);
    stage.scrollTo({ left: 0, top: 0, behavior: "instant" });
  };
})();
