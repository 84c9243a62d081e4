"""区划与片区 County, towns, villages, areas with dated membership."""
