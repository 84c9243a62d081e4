import { typing } from "./ask-key.js";

/** The keys 1 to 9 choose the alternative with that number, unless somebody is typing. */
export function digits(page) {
  page.addEventListener("keydown", (event) => {
    if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    page.querySelector(`[data-digit="${event.key}"]`)?.click();
  });
}
