"""相对人 Enterprises, self-employed and individuals, entered once."""
