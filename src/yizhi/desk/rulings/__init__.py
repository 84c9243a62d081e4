"""争议裁定 What the county has decided where the law leaves something open."""
