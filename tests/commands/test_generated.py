"""What is generated and committed: that a difference is found, named and has a remedy."""

from pathlib import Path

import pytest

from scripts import in_step, web_app
from scripts.steps import ROOT, StepFailed


@pytest.fixture
def committed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(in_step, "ROOT", tmp_path)
    folder = tmp_path / "api"
    folder.mkdir()
    (folder / "client.ts").write_text("one\n")
    return folder


@pytest.fixture
def made(tmp_path: Path) -> Path:
    folder = tmp_path / "made"
    folder.mkdir()
    (folder / "client.ts").write_text("one\n")
    return folder


def test_the_same_files_are_in_step(committed: Path, made: Path) -> None:
    in_step.compare(committed, made, "*.ts", "make api")


def test_a_changed_file_is_named_with_its_difference_and_the_remedy(
    committed: Path, made: Path
) -> None:
    (made / "client.ts").write_text("two\n")
    with pytest.raises(StepFailed) as told:
        in_step.compare(committed, made, "*.ts", "make api")
    assert str(told.value).startswith("api/client.ts is out of step; put it right with: make api")
    assert "-one\n+two" in str(told.value)


def test_a_file_too_many_and_a_file_too_few_are_out_of_step(committed: Path, made: Path) -> None:
    (committed / "old.ts").write_text("left behind\n")
    with pytest.raises(StepFailed, match=r"api/old\.ts"):
        in_step.compare(committed, made, "*.ts", "make api")
    (committed / "old.ts").rename(made / "new.ts")
    with pytest.raises(StepFailed, match=r"api/new\.ts"):
        in_step.compare(committed, made, "*.ts", "make api")


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    folder = tmp_path / "web"
    (folder / "src").mkdir(parents=True)
    (folder / "src/main.ts").write_text("start")
    monkeypatch.setattr(web_app, "ROOT", tmp_path)
    monkeypatch.setattr(web_app, "WEB", folder)
    monkeypatch.setattr(web_app, "BUILT_FROM", tmp_path / "built-from")
    return folder


def built() -> None:
    web_app.BUILT_FROM.write_text(web_app.fingerprint(web_app.sources()))


def test_the_web_app_is_stale_until_it_is_built(web: Path) -> None:
    assert (web / "src").is_dir()
    assert web_app.is_stale()
    built()
    assert not web_app.is_stale()


@pytest.mark.parametrize("change", ["edit", "rename", "add"])
def test_a_change_of_the_sources_makes_it_stale(web: Path, change: str) -> None:
    built()
    main = web / "src/main.ts"
    if change == "edit":
        main.write_text("stop!")
    elif change == "rename":
        main.rename(web / "src/other.ts")
    else:
        (web / "src/more.ts").write_text("")
    assert web_app.is_stale()


@pytest.mark.parametrize(
    "made", ["node_modules/x.js", "tests/e2e/path.spec.ts", "src/app/routeTree.gen.ts"]
)
def test_what_tools_make_and_tests_do_not_make_it_stale(web: Path, made: str) -> None:
    built()
    (web / made).parent.mkdir(parents=True)
    (web / made).write_text("changed")
    assert not web_app.is_stale()


def test_the_generators_copy_leaves_out_what_tools_made() -> None:
    copy = in_step.copy_of_web("test-copy")
    assert (copy / "package.json").read_text() == (ROOT / "web/package.json").read_text()
    assert (copy / "node_modules").is_symlink()
