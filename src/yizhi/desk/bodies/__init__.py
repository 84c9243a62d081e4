"""机关 Authority bodies, their offices, seals, paper prefixes, payee accounts, review bodies."""
