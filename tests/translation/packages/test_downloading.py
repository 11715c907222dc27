from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING

import pytest

from capqa.errors import CapqaError
from capqa.translation.packages import index
from capqa.translation.packages.connection import DownloadError, Limits, fetch
from capqa.translation.packages.downloading import download
from capqa.translation.packages.index import Offer
from tests.translation.packages.archives import ARCHIVE, FOLDER, tree
from tests.translation.packages.server import Page

if TYPE_CHECKING:
    from pathlib import Path

    from tests.translation.packages.server import Site

PACKAGE = "/de_en.argosmodel"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return tmp_path / "home"


def offer(site: Site, *paths: str) -> Offer:
    return Offer("de", "en", "1.9", tuple(site.url + path for path in paths))


def refused(offered: Offer, home: Path, limits: Limits | None = None) -> str:
    with pytest.raises(CapqaError) as error:
        download(offered, home / "packages", limits=limits or Limits(1 << 20))
    assert not home.exists()
    assert "\n" not in str(error.value)
    return str(error.value)


def test_a_package_is_downloaded_and_installed_with_its_progress(site: Site, home: Path) -> None:
    site.pages[PACKAGE] = Page(ARCHIVE.read_bytes())
    told: list[tuple[int, int]] = []
    done = download(offer(site, PACKAGE), home / "packages", lambda *each: told.append(each))
    assert done.package.path == home / "packages" / FOLDER
    size = ARCHIVE.stat().st_size
    assert told[-1] == (size, size)
    assert len(told) > 1
    assert [each.name for each in home.iterdir()] == ["packages"]


def test_the_next_address_is_tried_when_one_fails(site: Site, home: Path) -> None:
    site.pages["/broken"] = Page(status=500)
    site.pages[PACKAGE] = Page(ARCHIVE.read_bytes(), stated_length=None)
    assert not download(offer(site, "/broken", PACKAGE), home / "packages").replaced
    assert site.asked == ["/broken", PACKAGE]


def test_a_redirect_is_followed(site: Site, home: Path) -> None:
    site.pages["/moved"] = Page(status=302, location=PACKAGE)
    site.pages[PACKAGE] = Page(ARCHIVE.read_bytes())
    assert download(offer(site, "/moved"), home / "packages").package.label == "1.9 de-en"


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://127.0.0.1/x", "/again"])
def test_a_redirect_out_of_the_web_or_in_circles_is_refused(
    location: str, site: Site, home: Path
) -> None:
    site.pages["/again"] = Page(status=302, location=location)
    refused(offer(site, "/again"), home)


def test_a_truncated_download_is_refused(site: Site, home: Path) -> None:
    site.pages[PACKAGE] = Page(ARCHIVE.read_bytes()[:5_000], stated_length=ARCHIVE.stat().st_size)
    assert "the download ended after 5,000 of " in refused(offer(site, PACKAGE), home)


def test_a_download_truncated_without_anyone_saying_so_is_refused(site: Site, home: Path) -> None:
    site.pages[PACKAGE] = Page(ARCHIVE.read_bytes()[:5_000], stated_length=None)
    assert "truncated, damaged or no Argos package" in refused(offer(site, PACKAGE), home)


@pytest.mark.parametrize("status", [403, 404, 500, 503])
def test_an_error_of_the_server_is_told_with_what_to_do(
    status: int, site: Site, home: Path
) -> None:
    site.pages[PACKAGE] = Page(b"<html>", status=status)
    told = refused(offer(site, PACKAGE), home)
    assert f"the server answers {status}" in told
    assert "capqa models install FILE" in told


@pytest.mark.parametrize("stated", [-1, None])
def test_more_than_a_package_can_be_is_refused(stated: int | None, site: Site, home: Path) -> None:
    site.pages[PACKAGE] = Page(bytes(200_000), stated_length=stated)
    assert "more than 100,000 bytes" in refused(offer(site, PACKAGE), home, Limits(100_000))


def test_a_web_page_in_the_place_of_a_package_is_refused(site: Site, home: Path) -> None:
    site.pages[PACKAGE] = Page(b"<html>Log in to the network of your hotel</html>")
    assert "truncated, damaged or no Argos package" in refused(offer(site, PACKAGE), home)


def test_a_server_that_does_not_answer_is_given_up(site: Site, home: Path) -> None:
    wait = threading.Event()
    site.pages[PACKAGE] = Page(ARCHIVE.read_bytes(), wait=wait)
    told = refused(offer(site, PACKAGE), home, Limits(1 << 20, answer_seconds=0.1))
    wait.set()
    assert "cannot be reached: no answer within 0.1 seconds" in told


def test_a_name_lookup_that_hangs_is_given_up_too(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    wait = threading.Event()

    def hang(*_: object, **__: object) -> list[object]:
        wait.wait(timeout=30)
        raise socket.gaierror(-3, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    with pytest.raises(DownloadError, match=r"no answer within 0\.1 seconds; mend it"):
        list(fetch(site.url, Limits(1000, answer_seconds=0.1), "mend it"))
    wait.set()


def test_without_network_one_line_says_what_to_do(home: Path) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}/x"
    told = refused(Offer("de", "en", "1.9", (nobody,)), home)
    assert "cannot be reached: Connection refused" in told
    assert "download the .argosmodel on a connected machine" in told


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ipfs://x", "", "http://[", "http://"])
def test_only_addresses_on_the_web_are_asked(url: str) -> None:
    with pytest.raises(DownloadError):
        list(fetch(url, Limits(1000), "mend it"))


class TestIndex:
    """What the index offers."""

    def test_the_newest_package_of_a_pair_is_chosen(self, site: Site) -> None:
        site.offer(
            {"from_code": "de", "to_code": "en", "package_version": "1.9", "links": ["/old"]},
            {"from_code": "de", "to_code": "en", "package_version": "1.10", "links": ["/new"]},
            {"from_code": "de", "to_code": "fr", "package_version": "3", "links": ["/other"]},
        )
        chosen = index.choose(index.offers(f"{site.url}/index.json"), "de", "en")
        assert chosen == Offer("de", "en", "1.10", (f"{site.url}/new",))

    def test_links_out_of_the_web_are_left_out_and_encrypted_ones_come_first(
        self, site: Site
    ) -> None:
        links = ["ipfs://abc", "/plain", "file:///etc/passwd", 5, "https://localhost/safe", "h://["]
        site.offer({"from_code": "de", "to_code": "en", "links": links})
        (found,) = index.offers(f"{site.url}/index.json")
        assert found.addresses == ("https://localhost/safe", f"{site.url}/plain")

    def test_rows_that_are_no_translation_packages_are_passed_over(self, site: Site) -> None:
        rows: list[dict[str, object]] = [
            {"type": "sbd", "from_code": "de", "to_code": "en", "links": ["/x"]},
            {"from_code": 5, "to_code": "en", "links": ["/x"]},
            {"from_code": "de", "to_code": "en", "links": "/x"},
            {},
        ]
        site.offer(*rows)
        assert index.offers(f"{site.url}/index.json") == ()

    @pytest.mark.parametrize("body", [b"", b"{}", b"<html>", b"[" * 100_000, b"\xff\xfe"])
    def test_what_is_no_index_is_told(self, body: bytes, site: Site) -> None:
        site.pages["/index.json"] = Page(body)
        with pytest.raises(DownloadError, match="is no index of packages; download the"):
            index.offers(f"{site.url}/index.json")

    def test_an_index_without_end_is_given_up(self, site: Site) -> None:
        site.pages["/index.json"] = Page(b"[" + b" " * 20_000 + b"]")
        with pytest.raises(DownloadError, match="more than 10,000 bytes"):
            index.offers(f"{site.url}/index.json", Limits(10_000))

    def test_a_pair_nobody_offers_is_told_with_what_there_is(self) -> None:
        offered = [
            Offer("de", "fr", "1", ()),
            Offer("de", "ca", "1", ()),
            Offer("es", "en", "1", ()),
        ]
        with pytest.raises(CapqaError, match="from 'de' to 'pl'; from de it offers ca, fr"):
            index.choose(offered, "de", "pl")
        with pytest.raises(CapqaError, match="to en it offers es"):
            index.choose(offered, "tlh", "en")
        with pytest.raises(CapqaError, match="name languages by their codes"):
            index.choose(offered, "german", "english")


def test_an_offer_without_addresses_is_told(home: Path) -> None:
    assert "no web address for de-en" in refused(Offer("de", "en", "1", ()), home)


def test_nothing_is_left_in_the_folder_above(site: Site, home: Path) -> None:
    (home / "packages").mkdir(parents=True)
    with pytest.raises(CapqaError):
        download(offer(site, "/missing"), home / "packages")
    assert tree(home) == ["packages"]
