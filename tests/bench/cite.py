"""Reads paths from stdin, finds citations in each file with eyecite, writes seconds."""
import sys
import time

from eyecite import get_citations

texts = [open(path.rstrip("\n"), encoding="utf-8", errors="replace").read() for path in sys.stdin]
get_citations(texts[0])
start = time.process_time()
for text in texts:
    get_citations(text)
print(time.process_time() - start)
