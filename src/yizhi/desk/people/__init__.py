"""人员 Accounts, officers, certificates, postings; who may see what."""
