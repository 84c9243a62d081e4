"""检查 Joint visits to enterprises and the self-employed: who may inspect, what was published, plans, approvals, the visit, its result."""
