// The desk's behaviours. Every page reads and submits without them.
import "@tabler/core/dist/css/tabler.css";
import "./yizhi.css";
import "htmx.org/dist/htmx.esm.min.js";
import { askKey } from "./ask-key.js";
import { cards } from "./cards.js";
import { dialogs } from "./dialogs.js";
import { digits } from "./digits.js";
import { files } from "./files.js";
import { filled } from "./filled.js";
import { keeping } from "./keeping.js";
import { rows } from "./rows.js";
import { secrets } from "./secrets.js";
import { sliders } from "./sliders.js";
import { submitOnce } from "./submit-once.js";
import { unsaved } from "./unsaved.js";

for (const start of [askKey, cards, dialogs, digits, files, filled, keeping, rows, secrets, sliders, unsaved, submitOnce]) start(document);
