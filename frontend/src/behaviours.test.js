import assert from "node:assert/strict";
import { test } from "node:test";
import { typing } from "./ask-key.js";
import { labels } from "./cards.js";
import { size } from "./files.js";
import { given } from "./filled.js";
import { answered, fields } from "./keeping.js";
import { next } from "./rows.js";
import { dayBefore, inChinese } from "./sliders.js";

test("a slider counts plain days back over a month end and a leap day", () => {
  assert.equal(dayBefore("2026-03-01", 1), "2026-02-28");
  assert.equal(dayBefore("2024-03-01", 1), "2024-02-29");
  assert.equal(dayBefore("2026-01-01", 365), "2025-01-01");
  assert.equal(inChinese("2026-11-03"), "2026年11月3日");
});

test("the next line stops at both ends and enters from either side", () => {
  assert.deepEqual([next(-1, 1, 3), next(-1, -1, 3), next(2, 1, 3), next(0, -1, 3), next(0, 1, 3)], [0, 2, 2, 0, 1]);
});

test("sizes are written as people read them", () => {
  assert.deepEqual([size(10), size(204800), size(209715200)], ["1 KB", "200 KB", "200.0 MB"]);
});

test("keys belong to a field while somebody types", () => {
  assert.equal(typing({ tagName: "TEXTAREA", isContentEditable: false }), true);
  assert.equal(typing({ tagName: "A", isContentEditable: false }), false);
});

test("a cell that spans columns has the name of its first, and the next cell the name of its own", () => {
  assert.deepEqual(labels(["机关", "类别", "代字"], [1, 1, 1]), ["机关", "类别", "代字"]);
  assert.deepEqual(labels(["机关", "类别", "代字"], [2, 1]), ["机关", "代字"]);
  assert.deepEqual(labels(["机关"], [1, 1]), ["机关", ""]);
});

test("a field counts as filled when a box is ticked or a text is not blank", () => {
  assert.equal(given([{ type: "radio", checked: false, value: "yes" }, { type: "radio", checked: true, value: "no" }]), true);
  assert.equal(given([{ type: "checkbox", checked: false, value: "a" }, { type: "text", value: "  " }]), false);
  assert.equal(given([{ type: "textarea", value: "说明" }]), true);
});

test("the answer to what was sent is the page one comes to from the form; another page is none", () => {
  const kept = { address: "/cases/1/acts/inquire/", fields: [] };
  assert.equal(answered(kept, "http://desk/cases/1/acts/inquire/"), true);
  assert.equal(answered(kept, "http://desk/cases/1/"), false);
  assert.equal(answered(kept, ""), false);
});

test("what is kept of a form is its words and its id, neither its token nor its files", () => {
  const sent = [["csrfmiddlewaretoken", "x"], ["id", "7"], ["findings", "河边"], ["evidence", { size: 3 }]];
  assert.deepEqual(fields(sent), [["id", "7"], ["findings", "河边"]]);
});
