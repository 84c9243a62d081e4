"""Benchmarks with their data makers: `python -m bench.<name>`."""
