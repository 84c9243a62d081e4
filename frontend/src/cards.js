/** On a phone a table whose head names its columns stands as one card a row: each cell carries the name of its column. Without script it scrolls inside its sheet. */
export function cards(page) {
  const mark = () => {
    for (const table of page.querySelectorAll("table:not(.mx, .month, .cards)")) if (table.tHead) name(table);
  };
  mark();
  page.addEventListener("desk:shown", mark);
}

function name(table) {
  const columns = [...table.tHead.rows[0].cells].map(words);
  for (const body of table.tBodies) {
    for (const row of body.rows) {
      labels(columns, [...row.cells].map((cell) => cell.colSpan)).forEach((label, at) => {
        if (at > 0 && label) row.cells[at].dataset.column = label;
      });
    }
  }
  table.classList.add("cards");
}

/** The name of each cell's column, where a cell may span several. */
export function labels(columns, spans) {
  let at = 0;
  return spans.map((span) => {
    const label = columns[at] ?? "";
    at += span;
    return label;
  });
}

/** A head that is only for a reader stands beside an act, which says itself what it does. */
function words(cell) {
  return cell.querySelector(".visually-hidden") ? "" : cell.textContent.trim();
}
