"""一层 First floor: pure Python. Values in, reasoned answers out. No Django, files, clock, network or hidden chance."""
