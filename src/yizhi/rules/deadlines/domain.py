"""领域 The item's domain selects the rule: limits of one kind stand in several departmental rules.

Only two rules are re-selected; the rules of one domain are asked by their own id.

    >>> select("decision-90d", "城市管理"), select("decision-90d", "文化"), select("decision-90d-agri", "交通")
    ('decision-90d-housing', 'decision-90d', 'decision-90d-agri')
"""

GENERAL = "general"

DOMAINS = {
    "市场监管": "market",
    "住建": "housing_urban",
    "城管": "housing_urban",
    "住建/城管": "housing_urban",
    "城市管理": "housing_urban",
    "农业": "agriculture",
    "交通": "transport",
    "交通运输": "transport",
}

SELECTED = {
    ("decision-90d", "market"): "decision-90d-market",
    ("decision-90d", "housing_urban"): "decision-90d-housing",
    ("decision-90d", "agriculture"): "decision-90d-agri",
    ("decision-90d", "transport"): "decision-90d-transport",
    ("serve-public-30d", "market"): "serve-public-30d-market",
    ("serve-public-30d", "agriculture"): "serve-public-60d-agri",
    ("serve-public-30d", "transport"): "serve-public-60d-transport",
}


def domain_of(word: str | None) -> str:
    """Return the domain's identifier for the Chinese word on an item; any other word is general (一般)."""
    return DOMAINS.get(word or "", GENERAL)


def select(rule_id: str, word: str | None) -> str:
    """Return the id of the rule that holds for an item of this domain."""
    return SELECTED.get((rule_id, domain_of(word)), rule_id)
