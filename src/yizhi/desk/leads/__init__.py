"""线索 Leads: register and assess."""
