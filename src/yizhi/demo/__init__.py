"""演示县 The demo county: real place names and statutes, openly fictional people, firms and cases."""
