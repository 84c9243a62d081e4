"""SQLite, with writers who wait in line: Django's own backend, and one lock in front of every writing transaction."""
