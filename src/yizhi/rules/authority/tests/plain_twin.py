"""A slow, plain twin of the authority answer: one long reading of the specification over plain tables, no indexes.

It shares nothing with the package: days are ISO texts (which compare as days), rows are dictionaries.
"""


def newest(rows, known_at):
    """Per id, the row recorded last of those known at that moment."""
    chosen = {}
    for row in rows:
        recorded = row.get("recorded_at") or ""
        if known_at is not None and recorded > known_at:
            continue
        other = chosen.get(row["id"])
        if other is None or (other.get("recorded_at") or "") < recorded:
            chosen[row["id"]] = row
    return chosen


def on_day(row, day, start="from", end="to"):
    return row[start] <= day and (not row.get(end) or day < row[end])


class Twin:
    def __init__(self, world, question):
        known_at = question.get("known_at")
        tables = ["bodies", "areas", "items", "allocations", "officers", "certificates", "postings", "recusals"]
        self.t = {name: newest(world.get(name, []), known_at) for name in tables}
        self.q = question
        self.on = question["on"]
        self.act_day = question.get("act_day") or question["on"]
        self.codes = []
        self.stopped = False

    def note(self, code):
        self.codes.append(code)

    def ask(self, code):
        self.codes.append(code)

    def stop(self, code):
        self.codes.append(code)
        self.stopped = True

    def answer(self):
        q, bodies = self.q, self.t["bodies"]
        if q["item"] not in self.t["items"]:
            return {"error": True}
        if q["town"] not in bodies or bodies[q["town"]]["kind"] != "town":
            return {"error": True}
        opened_on, opened_body = q.get("opened_on"), q.get("opened_body")
        if (opened_on is None) != (opened_body is None):
            return {"error": True}
        if opened_on is not None and (opened_on > self.on or opened_body not in bodies):
            return {"error": True}
        self.item = self.t["items"][q["item"]]
        self.town = bodies[q["town"]]
        self.owner = bodies[self.item["owner"]]

        self.step_1()
        body, mode, allocation = self.steps_2_3(self.on, aloud=True)
        if opened_on is not None and body is not None and body != opened_body:
            body, mode, allocation = self.step_4(body, mode)
        self.step_5(body, mode, allocation)
        counted = self.step_6(body, mode) if body is not None else []
        return {
            "allowed": not self.stopped,
            "deciding_body": body,
            "mode": mode,
            "seal_body": body,
            "legal_review_body": body,
            "defendant": body,
            "review_body": bodies[body].get("parent") if body is not None else None,
            "review_first": q["action"] == "on_spot_penalty",
            "officers_counted": counted,
            "reasons": sorted(set(self.codes)),
        }

    def step_1(self):
        bases = self.item.get("bases", [])
        then = [b for b in bases if on_day(b, self.act_day, "effective", "expiry")]
        if then == []:
            self.stop("basis-not-in-force")
        elif any(not on_day(b, self.on, "effective", "expiry") for b in then):
            self.ask("basis-changed")

    def counting(self, day, aloud):
        """2a and 2b: the allocations of the day that count, by mode."""
        counting = {"statutory": [], "conferral": [], "entrustment": []}
        for a in self.t["allocations"].values():
            if a["item"] != self.item["id"] or a["town"] != self.town["id"] or not on_day(a, day):
                continue
            defects = []
            published = a.get("published_on") is not None and a["published_on"] <= day
            if a["mode"] == "conferral":
                if not a.get("decision"):
                    defects.append("conferral-without-decision")
                if not published:
                    defects.append("conferral-not-published")
                if self.owner["kind"] != "department" or self.owner["county"] != self.town["county"]:
                    defects.append("conferral-above-county")
            if a["mode"] == "entrustment":
                if not a.get("basis") or not a.get("letter"):
                    defects.append("entrustment-without-basis")
                if not published:
                    defects.append("entrustment-not-published")
            if not defects:
                counting[a["mode"]].append(a)
            elif aloud:
                for code in defects:
                    self.note(code)
        return counting

    def gives(self, conferral, day):
        """3: the body that a conferral gives on a day, None where its transition does not say."""
        until = conferral.get("transition_until")
        if until and day < until:
            word = conferral.get("transition_body")
            return {"department": self.owner["id"], "town": self.town["id"]}.get(word)
        return self.town["id"]

    def without_conferral(self, counting):
        """2d, last sentence."""
        if counting["entrustment"] and self.somebody_of_the_town():
            latest = max(counting["entrustment"], key=lambda a: (a["from"], a["id"]))
            return self.owner["id"], "entrustment", latest
        return self.owner["id"], "posted", None

    def somebody_of_the_town(self):
        officers = self.t["officers"]
        named = [officers[o] for o in self.q.get("officers", []) if o in officers]
        return any(o["body"] == self.town["id"] and on_day(o, self.on) for o in named)

    def steps_2_3(self, day, aloud):
        counting = self.counting(day, aloud)
        statutory, conferrals = counting["statutory"], counting["conferral"]
        if (statutory and conferrals) or len({self.gives(c, day) for c in conferrals}) > 1:
            if aloud:
                self.stop("holder-conflict")
            return None, None, None
        if statutory:
            return self.town["id"], "statutory", max(statutory, key=lambda a: (a["from"], a["id"]))
        if not conferrals:
            return self.without_conferral(counting)
        used = max(conferrals, key=lambda a: (a["from"], a["id"]))
        until = used.get("transition_until")
        if until and day < until:
            if not used.get("transition_body"):
                if aloud:
                    self.stop("transition-body-missing")
                return None, None, None
            if aloud:
                self.note("in-transition")
            if used["transition_body"] == "department":
                return self.without_conferral(counting)
        return self.town["id"], "conferral", used

    def opening(self):
        """By which allocation, and under which mode, O opened the case on that day."""
        day, who = self.q["opened_on"], self.q["opened_body"]
        body, mode, allocation = self.steps_2_3(day, aloud=False)
        if body == who:
            return mode, allocation
        counting = self.counting(day, aloud=False)
        if who == self.town["id"]:
            # the town has no other power than these: the ones that gave it the day, else any
            if counting["statutory"]:
                newest = max(counting["statutory"], key=lambda a: (a["from"], a["id"]))
                return "statutory", newest
            giving = [c for c in counting["conferral"] if self.gives(c, day) == who] or counting["conferral"]
            if giving:
                return "conferral", max(giving, key=lambda a: (a["from"], a["id"]))
        if who == self.owner["id"]:
            return self.without_conferral(counting)[1:]
        return "posted", None  # a body that stood on no allocation acted by its own people

    def step_4(self, now, now_mode):
        mode, allocation = self.opening()
        who = self.q["opened_body"]
        end = allocation.get("to") if allocation else None
        if end and self.q["opened_on"] < end <= self.on:
            rule = allocation.get("on_recall")
            if rule == "continue":
                self.note("continues-after-recall")
                return who, allocation["mode"], allocation
            self.stop("must-transfer" if rule == "transfer" else "recall-rule-missing")
            return None, None, None
        self.note("continues-as-opened")
        return who, mode, allocation

    def step_5(self, body, mode, allocation):
        if self.q["action"] == "coercive_measure":
            if mode == "entrustment":
                self.stop("coercion-cannot-be-entrusted")
            if mode == "conferral" and allocation.get("coercion") is not True:
                self.stop("coercion-not-conferred")
        village = [b for b in self.item.get("bases", []) if (b["law"], b["article"]) == ("城乡规划法", "第65条")]
        if body and body != self.town["id"] and any(on_day(b, self.on, "effective", "expiry") for b in village):
            self.stop("village-build-town-own")
        if self.item["kind"] == "inspection" and self.q["action"] != "inspect":
            self.stop("action-not-covered")

    def step_6(self, body, mode):
        counted = []
        for name in self.q.get("officers", []):
            if name in counted:
                continue
            failings = [*self.certificate(name), *self.acting(name, body, mode)]
            if any(r["officer"] == name and r["party"] == self.q.get("party") for r in self.t["recusals"].values()):
                failings.append("recused")
            for code in failings:
                self.note(code)
            if not failings:
                counted.append(name)
        if len(counted) < 2:
            self.stop("officers-too-few")
        return counted

    def certificate(self, name):
        held = [c for c in self.t["certificates"].values() if c["officer"] == name]
        in_force, before = [], []
        for c in held:
            status = [p["status"] for p in c.get("status_periods", []) if on_day(p, self.on)]
            if on_day(c, self.on) and status:
                fits = not c.get("domains") or self.item["domain"] in c["domains"]
                in_force.append((status[0], fits))
            elif c.get("to") and c["to"] <= self.on:
                before.append(c)
        if ("valid", True) in in_force:
            return []
        if not in_force:
            return ["certificate-expired" if before else "certificate-missing"]
        for status in ("suspended", "revoked"):
            if any(s == status for s, _ in in_force):
                return [f"certificate-{status}"]
        return ["certificate-domain"]

    def acting(self, name, body, mode):
        officer = self.t["officers"].get(name)
        if officer is None or not on_day(officer, self.on):
            return ["officer-of-other-body"]
        if officer["body"] == body:
            return []
        if mode == "entrustment" and officer["body"] == self.town["id"]:
            return []
        for posting in self.t["postings"].values():
            if posting["officer"] != name or not on_day(posting, self.on) or body not in posting["acts_for"]:
                continue
            members = self.t["areas"][posting["area"]].get("member_towns", [])
            if any(m["town"] == self.town["id"] and on_day(m, self.on) for m in members):
                return []
        return ["officer-of-other-body"]


def plain_answer(world, question):
    """Return the fields of the answer, or {"error": True}."""
    return Twin(world, question).answer()
