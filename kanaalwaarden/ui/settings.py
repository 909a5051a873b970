"""What the program remembers about the user's wishes: recent files, look, language, folders, window place. Never anything of a session."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

from kanaalwaarden import paths
from kanaalwaarden.ui.workspace import presets_in_use

_RECENT = 12


class Settings:
    """A small INI file in the user's configuration folder (paths.settings). What the user never chose is as an administrator set it."""

    def __init__(self) -> None:
        self.presets, self.presets_problem = presets_in_use()
        folder = paths.settings()
        if folder:
            self._store = QSettings(str(folder / "kanaalwaarden.ini"), QSettings.Format.IniFormat)
        else:
            self._store = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "kanaalwaarden", "kanaalwaarden")

    def text(self, key: str, default: str = "") -> str:
        """A remembered word; where there is none the one that was set for every user."""
        found = self._store.value(key)
        return found if isinstance(found, str) and found else str(getattr(self.presets, key, "")) or default

    def put(self, key: str, content: str) -> None:
        """Remember a word."""
        self._store.setValue(key, content)

    @property
    def zoom(self) -> float:
        """The size of type, 1.0 to 2.0."""
        try:
            return min(2.0, max(1.0, float(self.text("zoom", "1"))))
        except ValueError:
            return 1.0

    @property
    def language(self) -> str:
        """The language of the screen."""
        return "en" if self.text("language") == "en" else "nl"

    def has(self, feature: str) -> bool:
        """Whether an administrator left this on."""
        return feature not in self.presets.off

    def recent(self) -> list[Path]:
        """Files that were open, last first."""
        found = self._store.value("recent", [])
        names = [found] if isinstance(found, str) else found if isinstance(found, list) else []
        return [Path(name) for name in names if isinstance(name, str) and name]

    def remember(self, path: Path) -> None:
        """Put a file at the top of the recent ones."""
        files = [path, *(each for each in self.recent() if each != path)]
        self._store.setValue("recent", [str(each) for each in files[:_RECENT]])

    def forget(self, path: Path) -> None:
        """Take a file off the recent ones (the file itself stays)."""
        self._store.setValue("recent", [str(each) for each in self.recent() if each != path])

    def geometry(self) -> QByteArray:
        """Where the window was."""
        found = self._store.value("window")
        return found if isinstance(found, QByteArray) else QByteArray()

    def put_geometry(self, geometry: QByteArray) -> None:
        """Remember where the window is."""
        self._store.setValue("window", geometry)
