"""案件 Procedures, stages, acts, archive."""
