"""守卫 What the law puts in the way of an act: one guard, one function, with its article."""
