"""文书 Templates, numbering, rendering, seals, dossiers, evidence files."""
