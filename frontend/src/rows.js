import { typing } from "./ask-key.js";

/** In a list marked data-list, j and ↓ go to the next line, k and ↑ to the one before; Enter opens it as any link. */
export function rows(page) {
  page.addEventListener("keydown", (event) => {
    const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
    if (!step || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    const focused = event.target.closest("[data-list]");
    const holder = focused ?? (event.key === "j" || event.key === "k" ? page.querySelector("[data-list]") : null);
    if (!holder) return;
    const lines = [...holder.querySelectorAll("[data-line]")].filter((line) => line.offsetParent);
    if (!lines.length) return;
    event.preventDefault();
    lines[next(lines.indexOf(page.activeElement), step, lines.length)].focus();
  });
}

/** The index after `step` from `at` among `count`; from outside the list the first or the last. */
export function next(at, step, count) {
  if (at < 0) return step > 0 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, at + step));
}
