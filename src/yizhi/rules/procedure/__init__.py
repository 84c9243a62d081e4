"""程序 Procedures as tables: which act is lawful now, what stands in its way, and what runs out when."""
