"""找对人 Plain words → the items they may mean, best first, with the words that matched. Says so when unsure or when it is none.

>>> table = [{"said": "河边", "statutory": "河道", "role": "place"}, {"said": "倒", "statutory": "倾倒|堆放", "role": "deed"},
...          {"said": "建筑垃圾", "statutory": "建筑垃圾", "role": "object"}, {"said": "户口", "statutory": "", "role": "none"}]
>>> finder = Finder.of([Candidate("1", "擅自倾倒、堆放建筑垃圾"), Candidate("2", "在河道内建设建筑物"), Candidate("3", "损坏花草")], table)
>>> found = finder.find("有人在河边倒建筑垃圾")
>>> found.answer, found.matches[0].code, found.matches[0].words
('item', '1', ('建筑垃圾', '倒'))
>>> finder.find("办户口").answer, finder.find("").answer
('not-an-item', 'unsure')
"""

from yizhi.rules.finding.finder import Candidate, Finder, Found, Match

__all__ = ["Candidate", "Finder", "Found", "Match"]
