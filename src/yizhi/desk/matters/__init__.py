"""事项 Items and bases, statute texts by version, allocations, calendars, kept answers."""
