"""The stylesheet of a web page: the colours of the tokens as variables, light and dark, and the look of every block on screen and paper."""

from collections.abc import Iterator, Mapping
from typing import Any

from kanaalwaarden.export.svg import variable

_RULES = """
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--raised);color:var(--text);
font:1rem/1.55 "Kanaal Sans","Segoe UI",system-ui,Roboto,"Helvetica Neue",Arial,sans-serif}
body>header,main,body>footer{max-width:76rem;margin:0 auto;padding:0 clamp(1rem,4vw,3rem)}
body>header,body>footer{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.2rem 2rem;font-size:.875rem;color:var(--text_muted)}
body>header{padding-top:1rem;padding-bottom:.75rem}
body>footer{margin-top:4rem;padding-top:1rem;padding-bottom:2rem;border-top:1px solid var(--border_strong)}
body>header p,body>footer p{margin:0}
main{overflow-wrap:break-word}
main:focus{outline:none}
.logo img{background:#fff;padding:.25rem}
.skip{position:absolute;left:-200vw;top:.5rem;padding:.6rem 1rem;background:var(--accent);color:var(--on_accent);z-index:1}
.skip:focus{left:.5rem}
a{color:var(--accent);text-underline-offset:.15em}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px}
h1,h2,h3{line-height:1.2;margin:2.6em 0 .6em;max-width:44rem;text-wrap:balance}
h1{font-size:1.75rem;padding-top:.9rem;border-top:2px solid var(--text)}
h2{font-size:1.3rem}
h3{font-size:1.0625rem;margin-top:2em}
h1.title{font-size:clamp(1.9rem,6vw,2.75rem);margin:1.2rem 0 1rem;padding:0;border:0}
p,ul,blockquote,.box{max-width:44rem}
p{margin:0 0 .8em}
.muted{color:var(--text_muted);font-size:.9375rem}
.strong{font-weight:700}
.question{font-style:italic}
blockquote{margin:1.2em 0;padding:.1em 0 .1em 1rem;border-left:.3rem solid var(--text)}
blockquote p:last-child,.box p:last-child,figure p:last-child{margin-bottom:0}
ul{padding-left:1.2rem;margin:0 0 1em}
li{margin:.2em 0}
nav{margin:2.5rem 0;padding:1rem 1.25rem;max-width:44rem;background:var(--surface);border-radius:6px}
nav p{font-weight:700;margin:0 0 .4em}
nav ul{list-style:none;padding:0;margin:0}
nav ul ul{padding-left:1.2rem}
nav li{margin:0}
nav a{display:inline-block;padding:.2rem 0;text-decoration:none}
nav a:hover,nav a:focus{text-decoration:underline}
nav>ul>li>a{font-weight:600}
.box{margin:1.2em 0;padding:.8rem 1rem;border:1px solid var(--border_strong);border-radius:6px}
.box .lead{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.2rem 1.5rem;font-weight:700}
.sign{flex:none;display:inline-block;width:.72em;height:.72em;margin-right:.4em;vertical-align:-.02em}
.legend{display:flex;flex-wrap:wrap;gap:.2rem 1.5rem;list-style:none;padding:0;max-width:none;font-size:.9375rem}
.legend+p{font-size:.9375rem}
.wide{overflow-x:auto;margin:0 0 1.8rem;padding:2px}
table{border-collapse:collapse;font-size:.9375rem;line-height:1.45;margin:0 0 1.8rem;max-width:100%}
.wide table{margin:0;max-width:none}
.rows{width:100%}
.wide .rows{min-width:44rem}
caption{text-align:start;font-weight:700;padding:.3em 0}
th,td{text-align:start;vertical-align:top;padding:.5em .9em .5em 0;border-bottom:1px solid var(--border)}
.rows td,.rows th{overflow-wrap:anywhere;hyphens:auto}
thead th,thead td{border-bottom:2px solid var(--text);vertical-align:bottom;font-weight:700}
tbody th{font-weight:700}
tr.alone>*{border-top:2px solid var(--text);border-bottom:2px solid var(--text)}
.note{display:block;font-style:italic;font-weight:400;color:var(--text_muted);font-size:.875em}
.pictures th,.pictures td{padding:.3rem 0}
.pictures thead th{padding:.3rem .5rem}
.pictures td+td,.pictures th+td{border-left:1px solid var(--border)}
.pictures thead th:first-child,.pictures tbody th{padding-left:0;min-width:8rem;max-width:14rem}
.pictures tbody th>div{display:flex;justify-content:space-between;gap:.5rem}
.pictures tbody th .note{color:var(--text);font-style:normal}
.pictures tbody th svg:not(.sign){flex:none}
svg{display:block;font-family:"Kanaal Sans","Segoe UI",system-ui,Roboto,"Helvetica Neue",Arial,sans-serif}
figure{margin:1rem 0 1.2rem}
figure svg:not(.sign){max-width:100%;height:auto}
.marks{display:flex;flex-wrap:wrap;gap:.8rem 2rem;align-items:flex-start}
.marks>svg{flex:none}
.marks>div{flex:1 1 16rem;max-width:44rem}
.marks p{margin:0 0 .5em}
.badge{display:inline-block;padding:0 .5em;border:1px solid;border-radius:3px;font-size:.875rem}
@media (max-width:40rem){h1{font-size:1.5rem}h2{font-size:1.2rem}th,td{padding-right:.6em}}
@media print{
@page{size:A4;margin:17mm}
@page across{size:A4 landscape;margin:10mm}
html{font-size:10pt}
body>header,main,body>footer{max-width:none;padding:0}
.skip{display:none}
.across{page:across}
.upright{page:auto}
.page{break-before:page}
.page>h1:first-child{margin-top:0;border-top:0}
h1,h2,h3,caption,.lead{break-after:avoid}
thead{display:table-header-group}
tr,figure,.box,li{break-inside:avoid}
nav{background:none;padding:0}
a{color:inherit}
.wide{overflow:visible}
.wide .rows{min-width:0}
.pictures{font-size:.7rem}
svg,.badge{print-color-adjust:exact;-webkit-print-color-adjust:exact}
}
"""


def stylesheet(tokens: Mapping[str, Any], accent: str = "") -> str:
    """The whole of it. Dark is for screens that ask for it; paper is always light. `accent` is for headings, where the ground is light."""
    light, dark = (_variables(tokens["color"][scheme]) for scheme in ("light", "dark"))
    badges = ""
    for key in tokens["color"]["light"]["divergence"]:
        inks = "".join(f"{name}:var({variable('divergence', key, part)});" for name, part in _BADGE)
        badges += f".badge.{key}{{{inks}}}"
    return (
        f":root{{color-scheme:light;{light}}}@media screen and (prefers-color-scheme:dark){{:root{{color-scheme:dark;{dark}}}}}"
        f"{_RULES}{badges}"
        ".badge.nuance,.badge.verschil,.badge.tegenpolen{font-weight:700}.badge.niet_beoordeeld{border-style:dashed}"
        ".badge.eensgezind{padding-left:0;border-color:transparent}"
        + (f"@media print,(prefers-color-scheme:light){{h1,h2,h3{{color:{accent}}}}}" if accent else "")
        + "\n"
    )


_BADGE = (("background", "fill"), ("border-color", "border"), ("color", "text"))


def _variables(colours: Mapping[str, Any]) -> str:
    return "".join(f"{variable(*path)}:{value};" for path, value in _flat(colours))


def _flat(colours: Mapping[str, Any], *before: str) -> Iterator[tuple[tuple[str, ...], str]]:
    for name, value in colours.items():
        if isinstance(value, str):
            yield (*before, name), value
        else:
            yield from _flat(value, *before, name)
