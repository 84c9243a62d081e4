"""执法监督 Matters of supervision: registered, checked by two, letters with a term, objections, the county government's decision."""
