#!/usr/bin/env python3
"""What a screen reader on Linux is told, through the real AT-SPI bus: the program under Xvfb, walked screen by screen from another process.

    python3 .ci/atspi.py

It starts a bus and a display of its own, opens the fictional municipality, goes through the phases with the buttons that a screen reader
offers, rates a cell, and fails on a control without a name, a cell without words, or a rating that the cell does not tell afterwards.
Needs (Debian): at-spi2-core dbus xvfb xauth python3-gi gir1.2-atspi-2.0. Status 0 sound, 1 a fault, 2 something of that is not there.
"""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / ".venv" / "bin" / "python"
EXAMPLE = ROOT / "sessions" / "gemeente-waterrijk-fictief.json"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
NEEDS = "at-spi2-core dbus xvfb xauth python3-gi gir1.2-atspi-2.0"
NAMED = {
    "push button", "button", "toggle button", "check box", "radio button", "combo box", "entry", "text", "spin button", "slider",
    "page tab",
    "menu", "menu item", "check menu item", "radio menu item", "list", "list item", "table", "table cell", "column header", "row header",
    "table column header", "table row header", "tree", "tree item", "link", "document frame",
}  # fmt: skip
CELLS = {"table cell", "list item", "tree item"}
SCREENS = ("Voorbereiden", "Beoordelen", "Gesprek", "Afwegen en besluiten", "Verslag", "Overzicht", "Projector")
LEVELS = ("versterkt", "geen", "matig", "veel", "onbespreekbaar", "nog niet")
MOST = 400


def outside() -> int:
    """Start a display and a bus, and this file again inside them."""
    probe = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    found = [each for each in (sys.executable, "/usr/bin/python3") if shutil.which(each)]
    python = next((each for each in found if subprocess.call([each, "-c", probe], stderr=subprocess.DEVNULL) == 0), "")
    tools = [shutil.which("xvfb-run"), shutil.which("dbus-run-session"), next((each for each in LAUNCHERS if Path(each).exists()), "")]
    if not python or not all(tools) or not PROGRAM.exists():
        print(f"This needs {NEEDS} and .venv (python3 .ci/dev.py test makes it).", file=sys.stderr)
        return 2
    with tempfile.TemporaryDirectory(prefix="kanaalwaarden-atspi-") as home:
        around = {
            **os.environ, "KANAALWAARDEN_DATA": f"{home}/data", "KANAALWAARDEN_CONFIG": f"{home}/config", "XDG_RUNTIME_DIR": home,
            "PYTHONPATH": str(ROOT), "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb",
        }  # fmt: skip
        file = Path(home) / "zaak.kanaal"
        make = [PROGRAM, "-m", "kanaalwaarden", "import", file, EXAMPLE, "--as-session"]
        subprocess.run(make, env=around, check=True, stdout=subprocess.DEVNULL)
        display = ["xvfb-run", "-a", "-s", "-screen 0 1280x720x24", "dbus-run-session", "--"]
        return subprocess.call([*display, python, "-W", "ignore", __file__, "--inside", str(file)], env=around)


def inside(file: str) -> int:
    """Start the accessibility bus and the program, and walk it."""
    launcher = next(each for each in LAUNCHERS if Path(each).exists())
    bus = subprocess.Popen([launcher, "--launch-immediately"], stderr=subprocess.DEVNULL)
    time.sleep(1)
    program = subprocess.Popen([PROGRAM, "-m", "kanaalwaarden", file])
    try:
        return Reader().read()
    finally:
        program.terminate()
        program.wait(20)
        bus.terminate()
        bus.wait(20)


class Reader:
    """A screen reader that only writes down what it is told."""

    def __init__(self) -> None:
        import gi

        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi, GLib

        self.atspi, self.glib = Atspi, GLib
        Atspi.init()
        self.heard: list[str] = []
        self.listener = Atspi.EventListener.new(self._hear)
        for event in ("object:property-change", "object:text-changed", "object:state-changed:focused", "object:announcement",
                      "object:active-descendant-changed", "object:selection-changed", "object:model-changed"):  # fmt: skip
            self.listener.register(event)
        self.window = self._find_window()

    def _hear(self, event: Any) -> None:
        with contextlib.suppress(self.glib.Error):  # gone before it was asked for its name
            said = event.any_data if event.type.startswith("object:announcement") else event.source.get_name() if event.source else ""
            self.heard.append(f"{event.type}: {said}")

    def pause(self, seconds: float) -> None:
        """Let events come in."""
        loop = self.glib.MainLoop()
        self.glib.timeout_add(round(seconds * 1000), loop.quit)
        loop.run()

    def _find_window(self) -> Any:
        for _ in range(60):
            self.pause(0.5)
            desktop = self.atspi.get_desktop(0)
            for place in range(desktop.get_child_count()):
                application = desktop.get_child_at_index(place)
                if application and application.get_name() == "Kanaalwaarden" and application.get_child_count():
                    return application.get_child_at_index(0)
        raise SystemExit("The program did not come on the bus within 30 seconds.")

    def walk(self, node: Any, path: str = "") -> Iterator[tuple[str, Any]]:
        """Everything that is shown, from the top down, with where it is."""
        if node is None:
            return
        here = f"{path} > {node.get_role_name()}"
        yield here, node
        for place in range(min(node.get_child_count(), MOST)):
            child = node.get_child_at_index(place)
            if child is not None and (child.get_state_set().contains(self.atspi.StateType.SHOWING) or child.get_role_name() in CELLS):
                yield from self.walk(child, here)

    def press(self, wanted: str) -> bool:
        """Do what the control of this name does."""
        for _, node in self.walk(self.window):
            pressed = node.get_role_name() in ("push button", "button", "toggle button", "check box", "radio button")
            if pressed and node.get_name().startswith(wanted):
                action = self.atspi.Action
                names = [action.get_action_name(node, place).lower() for place in range(action.get_n_actions(node))]
                place = next((names.index(each) for each in ("press", "toggle", "check") if each in names), 0)
                action.do_action(node, place)
                return True
        return False

    def read(self) -> int:
        """Every screen, then one rating. Out: the exit status."""
        faults: list[str] = []
        for screen in SCREENS:
            if not self.press(screen):
                faults.append(f"{screen}: no button of this name")
                continue
            self.pause(2)
            roles: Counter[str] = Counter()
            for where, node in self.walk(self.window):
                role = node.get_role_name()
                roles[role] += 1
                told = f"{node.get_name()} {node.get_description()}".strip()
                able = node.get_state_set().contains(self.atspi.StateType.ENABLED)
                if role in NAMED and able and not told:
                    faults.append(f"{screen}: no name: {where}")
            print(f"{screen}: {sum(roles.values())} objects; {', '.join(f'{count} {role}' for role, count in roles.most_common(8))}")
            if screen == "Overzicht":
                cells = [node.get_name() for _, node in self.walk(self.window) if node.get_role_name() == "table cell"]
                faults += [f"Overzicht: a cell says only {each!r}" for each in cells if len(each.split()) < 4]
                print(f"  {len(cells)} cells, e.g. {cells[:1]}")
        faults += self.rate()
        for each in faults:
            print(f"FAULT {each}")
        print(f"{len(faults)} faults")
        return 1 if faults else 0

    def cells(self) -> list[Any]:
        """The cells of the entry grid."""
        return [node for _, node in self.walk(self.window) if node.get_role_name() == "table cell"]

    def rate(self) -> list[str]:
        """Answer one cell with a button, and hear that the cell tells it."""
        faults = []
        self.press("Beoordelen")
        self.pause(2)
        before = [each.get_name() for each in self.cells()]
        faults += [f"Beoordelen: a cell says {each!r}" for each in before if " × " not in each or not any(word in each for word in LEVELS)]
        self.heard.clear()
        answer = "veel" if "matig" in before[0] else "matig"
        if not self.press(answer):
            return [*faults, f"Beoordelen: no button for {answer!r}"]
        self.pause(2)
        after = [each.get_name() for each in self.cells()]
        changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
        print(f"Rated: {changed}")
        kinds = Counter(each.partition(": ")[0] for each in self.heard)
        print(f"  heard: {dict(kinds)}; {[each for each in self.heard if 'name' in each or 'announcement' in each][:4]}")
        if len(changed) != 1 or answer not in changed[0][1]:
            faults.append(f"Beoordelen: after {answer!r} the cells tell {changed}")
        if changed and not any(each.startswith("object:announcement") and changed[0][1] in each for each in self.heard):
            faults.append("Beoordelen: nothing was announced")
        return faults


if __name__ == "__main__":
    sys.exit(inside(sys.argv[2]) if sys.argv[1:2] == ["--inside"] else outside())
