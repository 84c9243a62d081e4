/** A field marked as missing loses its mark once something is given, and gets it back when it is emptied. */
export function filled(page) {
  page.addEventListener("input", (event) => {
    const field = event.target.closest(".field");
    const mark = field?.querySelector(":is(label, legend) > .chip");
    if (!mark || event.target.type === "file") return;
    const empty = !given([...field.querySelectorAll("input, select, textarea")]);
    mark.hidden = !empty;
    field.classList.toggle("missing", empty);
  });
}

/** Say whether any of a field's controls has a value: a box that is ticked, a text that is not blank. */
export function given(controls) {
  return controls.some((one) => (one.type === "radio" || one.type === "checkbox" ? one.checked : one.value.trim() !== ""));
}
