"""Check HTML files with the real axe-core in a headless Chromium: WCAG 2.0 to 2.2, A and AA, and axe's best practices.

    axe.py [--dark] FILE...     exit status 0 only where nothing is wrong with any file

axe.min.js (4.12.1) comes inside the PyPI package axe-playwright-python: downloaded once into a cache folder. Each page is checked in a
copy that carries axe and not the page's own policy, which forbids scripts.
"""
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile
from urllib.parse import unquote

PACKAGE = "axe-playwright-python==0.1.8"
SCRIPT = "axe_playwright_python/axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """
<script>{axe}</script><script>
axe.run(document, {{runOnly: {tags}}}).then(function (found) {{ return found; }}, function (error) {{ return {{error: String(error)}}; }})
.then(function (found) {{
  const told = found.error ? found : {{passes: found.passes.length, violations: found.violations.map(function (each) {{
    return {{id: each.id, help: each.help, nodes: each.nodes.map(function (node) {{ return node.html.slice(0, 200); }})}};
  }})}};
  document.title = "AXE" + encodeURIComponent(JSON.stringify(told));
}});
</script></body>"""


def browser() -> str | None:
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def axe() -> str:
    cache = pathlib.Path(os.environ.get("XDG_CACHE_HOME", pathlib.Path.home() / ".cache")) / "axe-core"
    script = cache / SCRIPT
    if not script.exists():
        with tempfile.TemporaryDirectory() as tmp:
            subprocess.run([sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", tmp, PACKAGE], check=True, stdout=sys.stderr)
            with zipfile.ZipFile(next(pathlib.Path(tmp).glob("*.whl"))) as wheel:
                wheel.extract(SCRIPT, cache)
    return script.read_text(encoding="utf-8")


def check(path: pathlib.Path, script: str, dark: bool) -> bool:
    """Whether nothing is wrong. What is wrong is printed."""
    page = re.sub(r"<meta http-equiv=[^>]*>", "", path.read_text(encoding="utf-8"))
    if dark:  # headless Chromium has no switch for it, so that the copy asks the other way round
        page = page.replace("(prefers-color-scheme:dark)", "(prefers-color-scheme:light)")
    page = page.replace("</body>", RUN.format(axe=script.replace("</script", "<\\/script"), tags=json.dumps(TAGS)))
    with tempfile.TemporaryDirectory() as tmp:
        copy = pathlib.Path(tmp) / "page.html"
        copy.write_text(page, encoding="utf-8")
        command = [
            str(browser()), "--headless", "--no-sandbox", f"--user-data-dir={tmp}/profile", "--window-size=1000,1400",
            "--virtual-time-budget=20000", "--dump-dom", copy.as_uri(),
        ]
        dom = subprocess.run(command, capture_output=True, text=True, timeout=280, check=False)
    found = re.search(r"<title>AXE([^<]*)</title>", dom.stdout)
    told = json.loads(unquote(found[1])) if found else {"error": f"axe did not finish: {dom.stderr[-300:]}"}
    wrong = told.get("violations", [])
    ok = "error" not in told and not wrong and told["passes"] > 0
    print("PASS" if ok else "FAIL", path.name, told.get("error", f"{len(wrong)} violations, {told.get('passes')} rules passed"))
    for each in wrong:
        print(f"  {each['id']}: {each['help']} ({len(each['nodes'])})")
        for node in each["nodes"][:3]:
            print(f"    {node}")
    return ok


def main() -> int:
    dark = "--dark" in sys.argv
    files = [pathlib.Path(each) for each in sys.argv[1:] if each != "--dark"]
    if not files or browser() is None:
        print(__doc__ if browser() else "Chromium is not on this machine", file=sys.stderr)
        return 2
    script = axe()
    done = [check(path, script, dark) for path in files]
    return 0 if all(done) else 1


if __name__ == "__main__":
    sys.exit(main())
