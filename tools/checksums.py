"""Renew the checksums in geodata/SOURCES.toml: python tools/checksums.py"""

import hashlib
import re
from pathlib import Path

GEODATA = Path("geodata")
ENTRY = re.compile(
    r'^\["(?P<path>[^"]+)"\](?P<body>.*?)^sha256 = "[^"]*"', re.MULTILINE | re.DOTALL
)


def main() -> None:
    file = GEODATA / "SOURCES.toml"
    file.write_text(ENTRY.sub(_renewed, file.read_text(encoding="utf-8")), encoding="utf-8")


def _renewed(entry: re.Match[str]) -> str:
    digest = hashlib.sha256((GEODATA / entry["path"]).read_bytes()).hexdigest()
    return f'["{entry["path"]}"]{entry["body"]}sha256 = "{digest}"'


if __name__ == "__main__":
    main()
