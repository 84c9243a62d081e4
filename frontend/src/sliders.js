/** A day slider counts days back from data-last; it writes its day into the date field and submits when let go. */
export function sliders(page) {
  for (const range of page.querySelectorAll("input[type=range][data-last]")) {
    const field = page.getElementById(range.dataset.day);
    const words = page.getElementById(range.dataset.words);
    range.hidden = false;
    range.addEventListener("input", () => {
      field.value = dayBefore(range.dataset.last, Number(range.max) - Number(range.value));
      if (words) words.textContent = inChinese(field.value);
    });
    range.addEventListener("change", () => range.form.requestSubmit());
  }
}

/** dayBefore("2026-03-01", 1) → "2026-02-28": plain calendar days, no zone. */
export function dayBefore(last, days) {
  const day = new Date(`${last}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - days);
  return day.toISOString().slice(0, 10);
}

/** inChinese("2026-11-03") → "2026年11月3日". */
export function inChinese(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}
