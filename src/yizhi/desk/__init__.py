"""二层 Second floor: the rooms, lowest first. A room imports only rooms below it; doors are `actions` and `queries`."""
