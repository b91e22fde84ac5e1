"""What the engines write into every site is nobody's name, whoever is spelled like it."""

from pathlib import Path

from generator.cli.program import texts_of_engines, words_of_program
from generator.disclosure.leakscan.sitescan import Baseline, scan_site
from generator.disclosure.scan import PrivateValues, World
from generator.site.making.mkdocs_config import material_stylesheet
from tests.generator.disclosure.leakscan.test_sitefiles import workbook

WORLD = World.build([PrivateValues(name=name) for name in ("李波", "李米", "骆晓燕")])


def hits(folder: Path, *public: str) -> set[str]:
    verdict = scan_site(folder, WORLD, Baseline.of(public, {}, words_of_program()), known_exact={})
    return {hit.file for hit in verdict.hits}


def test_a_font_and_the_line_of_an_icon_stop_no_site_and_a_resident_does(tmp_path: Path) -> None:
    (tmp_path / "data.xlsx").write_bytes(workbook("翠湖花园"))
    (tmp_path / "material.css").write_bytes(material_stylesheet())
    (tmp_path / "leak.xlsx").write_bytes(workbook("骆晓燕"))
    assert hits(tmp_path) == {"data.xlsx", "material.css", "leak.xlsx"}
    assert hits(tmp_path, *texts_of_engines()) == {"leak.xlsx"}
