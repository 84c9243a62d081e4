"""读文书 What a reader finds on an issued paper, as pdftotext reads it back."""

import re
import subprocess

from yizhi.desk.papers.models import Paper
from yizhi.desk.papers.queries import pdf_of


def text_of(pdf: bytes) -> str:
    """Return the words of a PDF without any space."""
    found = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", "", found)


def read(paper: Paper) -> str:
    """Return the words of an issued paper without any space."""
    return text_of(pdf_of(paper))
