"""公示 What the public sees of enforcement: before, after, and once a year."""
