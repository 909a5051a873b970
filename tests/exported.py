"""What is said in an exported file, for tests that look for what must, or must not, be in it."""

import io
import zipfile


def packed(data: bytes) -> str:
    """All text of a package (an office file): every part of it, as far as it is text."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return " ".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())
