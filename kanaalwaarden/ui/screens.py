"""The screens by name. One is read and built when it is first shown: all ten together take longer than the rest of the start."""

from kanaalwaarden.ui.projector import ProjectorWindow, Stage
from kanaalwaarden.ui.screen import Screen
from kanaalwaarden.ui.settings import Settings
from kanaalwaarden.ui.theme import Theme
from kanaalwaarden.ui.workspace import Workspace

SCREENS = ("start", "prepare", "rate", "discuss", "decide", "report", "overview", "lenses", "compare", "projector")


def make_screen(name: str, workspace: Workspace, theme: Theme, settings: Settings, stage: Stage, projector: ProjectorWindow) -> Screen:
    """The screen called `name`, built for this theme and the language of now. KeyError for a name that is not in SCREENS."""
    match name:
        case "start":
            from kanaalwaarden.ui.start import StartScreen

            return StartScreen(workspace, theme, settings.recent, settings.has)
        case "prepare":
            from kanaalwaarden.ui.prepare import PrepareScreen

            return PrepareScreen(workspace, theme)
        case "rate":
            from kanaalwaarden.ui.rate import RateScreen

            return RateScreen(workspace, theme)
        case "discuss":
            from kanaalwaarden.ui.discuss import DiscussScreen

            return DiscussScreen(workspace, theme)
        case "decide":
            from kanaalwaarden.ui.decide import DecideScreen

            return DecideScreen(workspace, theme)
        case "report":
            from kanaalwaarden.ui.report import ReportScreen

            return ReportScreen(workspace, theme)
        case "overview":
            from kanaalwaarden.ui.overview import OverviewScreen

            return OverviewScreen(workspace, theme)
        case "lenses":
            from kanaalwaarden.ui.lenses import LensesScreen

            return LensesScreen(workspace, theme)
        case "compare":
            from kanaalwaarden.ui.compare import CompareScreen

            return CompareScreen(workspace, theme)
        case "projector":
            from kanaalwaarden.ui.steer import SteerScreen

            return SteerScreen(workspace, theme, stage, projector)
    raise KeyError(name)
