// Builds desk.css, desk.js and icons.svg into the package's static folder; does nothing when its inputs are unchanged.
import { createHash } from "node:crypto";
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const here = import.meta.dirname;
const built = join(here, "../src/yizhi/web/static/built");
const stamp = join(built, "stamp.txt");
const inputs = [
  ...globSync("src/**/*.{css,js}", { cwd: here }),
  ...globSync("../src/yizhi/**/templates/**/*.html", { cwd: here }),
  ...["package-lock.json", "icons.json", "vite.config.js", "build.js"],
].sort();

function digest() {
  const hash = createHash("sha256");
  for (const name of inputs) hash.update(name).update(readFileSync(join(here, name)));
  return hash.digest("hex");
}

function symbol(name) {
  const svg = readFileSync(join(here, "node_modules/@tabler/icons/icons/outline", `${name}.svg`), "utf8");
  const paths = [...svg.matchAll(/<path\s[^>]*?d="([^"]+)"/g)].map((match) => match[1]).filter((path) => path !== "M0 0h24v24H0z");
  return `<symbol id="${name}" viewBox="0 0 24 24">${paths.map((path) => `<path d="${path}"/>`).join("")}</symbol>`;
}

function sprite() {
  const names = JSON.parse(readFileSync(join(here, "icons.json"), "utf8"));
  return `<svg xmlns="http://www.w3.org/2000/svg">${names.map(symbol).join("")}</svg>\n`;
}

const now = digest();
const outputs = ["desk.css", "desk.js", "icons.svg"].map((name) => join(built, name));
if (outputs.every(existsSync) && existsSync(stamp) && readFileSync(stamp, "utf8") === now) {
  console.log("front end: up to date");
} else {
  const { build } = await import("vite");
  mkdirSync(built, { recursive: true });
  await build({ root: here, configFile: join(here, "vite.config.js"), logLevel: "warn" });
  writeFileSync(join(built, "icons.svg"), sprite());
  writeFileSync(stamp, now);
  console.log("front end: built desk.css, desk.js, icons.svg");
}
