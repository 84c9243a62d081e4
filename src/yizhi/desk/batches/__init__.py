"""赋权批次 Batches of powers given to towns or taken back."""
