"""From a trainer's assignment to what a learner hands in, in two profiles and on broken links."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Dialog, Locator, Page, ViewportSize, expect

from tests.browser.axe import violations
from tests.browser.conftest import NewPage
from tests.views.payloads import PAYLOADS

ASSIGN = "/trainers/assign/"
MINE = "/assignments/"
MODULE = "focus-versus-obsession"
LESSON = "obsession-versus-experience/two-kinds-of-thing"
PHONE: ViewportSize = {"width": 390, "height": 844}
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
JSQR = Path(__file__).resolve().parents[2] / "node_modules/jsqr/dist/jsQR.js"
BLOCK = """Object.defineProperty(window, "localStorage", { get() {
  throw new DOMException("Access is denied for this document.", "SecurityError");
}, configurable: true });"""
NO_CLIPBOARD = """Object.defineProperty(navigator, "clipboard", { value: undefined });
document.execCommand = () => false;"""
_CODE = """async ([scripts, more]) => {
  const { packed } = await import(`${scripts}/passing.js`);
  const { shortened } = await import(`${scripts}/assignment.js`);
  const course = document.querySelector("meta[name=coursewright]").content;
  const own = { v: 1, id: "k3x9a0zq", course, title: "Before Monday", made: "2026-11-27",
    items: [{ kind: "lesson", ref: "obsession-versus-experience/two-kinds-of-thing" }] };
  return packed("assignment", shortened({ ...own, ...more }));
}"""
_UNPACKED = """async (code) =>
  (await import("/script-sources/passing.js")).unpacked("result", code)"""
_READ_QR = """async (source) => {
  const jsQR = new Function(`${source}; return this.jsQR ?? self.jsQR;`).call({});
  const svg = document.querySelector("[data-qr] svg");
  const image = new Image();
  const drawn = new XMLSerializer().serializeToString(svg);
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(drawn)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = 600;
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0, 600, 600);
  return jsQR(context.getImageData(0, 0, 600, 600).data, 600, 600)?.data;
}"""


def _form(page: Page) -> Page:
    page.goto(ASSIGN)
    expect(page.get_by_label("Title")).to_be_visible()
    return page


def _assigned(page: Page) -> str:
    """Fill the form in, and return the link."""
    _form(page)
    page.get_by_label("Two kinds of thing").locator("xpath=ancestor::details").evaluate(
        "(it) => (it.open = true)"
    )
    page.get_by_label("Two kinds of thing").check()
    page.get_by_label("Title").fill("Before Monday")
    return _link(page)


def _link(page: Page) -> str:
    """Return the link once it holds what the form says."""
    title = page.get_by_label("Title").input_value()
    expect(page.locator("[data-title]")).to_have_text(" ".join(title.split()))
    page.wait_for_timeout(600)
    return page.locator("#assign-url").input_value()


def _code(page: Page, **more: Any) -> str:
    """Return the code of an assignment, whatever it says."""
    page.goto("/about/")
    code: str = page.evaluate(_CODE, ["/script-sources", more])
    return code


def _opened(page: Page, **more: Any) -> Page:
    """Open an assignment as a learner."""
    page.goto(f"{MINE}#{_code(page, **more)}")
    expect(page.locator("#assignment-k3x9a0zq")).to_be_visible()
    return page


def _card(page: Page) -> Locator:
    return page.locator(".cw-assignment")


def _said(page: Page) -> Locator:
    return page.locator(".cw-assignments__said")


def _done(page: Page) -> None:
    page.goto(f"/modules/{LESSON}/")
    page.get_by_role("button", name="Mark as done").click()
    expect(page.get_by_role("button", name="Not done after all")).to_be_visible()


@pytest.mark.firefox
def test_from_the_trainers_form_to_the_learners_result(new_page: NewPage, tmp_path: Path) -> None:
    """Nothing but the link goes one way, and nothing but the file or the code goes back."""
    trainer, learner = new_page(), new_page()
    link = _assigned(trainer)
    learner.goto(link)
    expect(_said(learner)).to_have_text("Added to your assignments: Before Monday.")
    expect(_card(learner).get_by_role("heading")).to_have_text("Before Monday")
    expect(_card(learner).locator("[data-count]")).to_have_text("0 of 1 done")
    learner.goto("/")
    home = learner.locator("[data-assigned]")
    expect(home).to_contain_text("0 of 1 done")
    home.get_by_role("link", name="Two kinds of thing").click()
    expect(learner).to_have_url(re.compile(f"{LESSON}/$"))
    _done(learner)
    learner.goto("/")
    expect(learner.locator("[data-resume] a")).to_be_visible()
    expect(home).to_be_empty()
    learner.goto(MINE)
    expect(_card(learner)).to_contain_text("Done. You can hand in your results.")
    _card(learner).get_by_role("button", name="Hand in").click()
    name = learner.get_by_label("Your name")
    expect(name).to_be_focused()
    name.fill("Kim")
    result = json.loads(learner.locator("[data-raw]").text_content() or "")
    assert "Kim" == result["name"]
    assert "Before Monday" == result["assignment"]["title"]
    assert [LESSON] == list(result["lessons"])


def test_the_file_is_what_was_shown(new_page: NewPage, tmp_path: Path) -> None:
    """Letter by letter; the code holds the same."""
    page = _opened(new_page())
    _card(page).get_by_role("button", name="Hand in").click()
    page.get_by_role("button", name="Save the file").click()
    expect(page.get_by_role("alert")).to_contain_text("Write your name first")
    page.get_by_label("Your name").fill("Kim Ü")
    shown = page.locator("[data-raw]").text_content() or ""
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the file").click()
    assert re.fullmatch(
        r"[\w-]+-result-kim-u-\d{4}-\d\d-\d\d\.json", download.value.suggested_filename
    )
    download.value.save_as(tmp_path / "result.json")
    saved, seen = (
        json.loads((tmp_path / "result.json").read_text(encoding="utf-8")),
        json.loads(shown),
    )
    assert seen | {"made": 0} == saved | {"made": 0}
    page.get_by_role("button", name="Copy as a code").click()
    code = page.locator("#cw-handin-code")
    expect(code).to_have_value(re.compile(r"^cw1-r-[\w-]+$"))
    unpacked = page.evaluate(_UNPACKED, code.input_value())
    assert seen | {"made": 0} == unpacked["data"] | {"made": 0}


def test_what_is_shared_stands_in_tables_first(page: Page) -> None:
    """What was written in short answers only when the learner says so."""
    _opened(page)
    course = page.locator('meta[name="coursewright"]').get_attribute("content") or ""
    quiz = page.evaluate("async () => (await import('/assets/coursewright/course.js')).default")[
        "modules"
    ][0]["lessons"][0]["questions"][0]
    record = {"v": 1, "tries": 1, "attempts": [
        {"n": 5, "at": 5, "response": "My own words", "result": "kept"}]}  # fmt: skip
    page.evaluate(
        "([key, value]) => localStorage.setItem(key, value)",
        [f"coursewright:{course}:/:answer:{quiz}", json.dumps(record)],
    )
    page.reload()
    _card(page).get_by_role("button", name="Hand in").click()
    answers = page.get_by_role("region", name="Answers")
    expect(answers).to_contain_text("Two kinds of thing, question 1")
    expect(answers).to_contain_text("(not shared)")
    expect(page.locator("[data-hand-in]")).not_to_contain_text("My own words")
    page.get_by_label("Include what I wrote").check()
    expect(answers).to_contain_text("My own words")


def test_everything_follows_the_form(page: Page) -> None:
    """Link, QR code, mail, calendar and the page's own address."""
    first = _assigned(page)
    page.get_by_label("Due on").fill("2026-12-04")
    page.get_by_label("reached a score").check()
    page.get_by_label("Score to reach").fill("70")
    page.get_by_label("Message").fill("Please read.\nThen we talk.")
    text = page.locator("#assign-text")
    expect(text).to_have_value(re.compile("Then we talk"))
    second = _link(page)
    assert first != second
    assert second == page.url.replace("trainers/assign", "assignments")
    mail = text.input_value()
    assert second in mail
    assert "Due on Friday, December 4, 2026." in mail
    assert "reached 70%" in mail
    assert "- Two kinds of thing" in mail
    address = page.get_by_role("link", name="Open in your mail program").get_attribute("href") or ""
    assert address.startswith("mailto:?subject=Before%20Monday&body=Hello")
    assert second == page.evaluate(_READ_QR, JSQR.read_text(encoding="utf-8"))
    with page.expect_download() as download:
        page.get_by_role("button", name="Save the date").click()
    calendar = Path(download.value.path()).read_bytes().decode().replace("\r\n ", "")
    assert "DTSTART;VALUE=DATE:20261204" in calendar
    assert "SUMMARY:Due: Before Monday" in calendar
    assert second.partition("#")[2] in calendar


def test_the_form_comes_back_from_its_address_and_from_a_link(new_page: NewPage) -> None:
    """After a reload, and on a colleague's computer; the assignment stays the same one."""
    page = new_page()
    link = _assigned(page)
    page.reload()
    expect(page.get_by_label("Title")).to_have_value("Before Monday")
    expect(page.get_by_label("Two kinds of thing")).to_be_checked()
    other = _form(new_page())
    other.get_by_text("Change an earlier assignment").click()
    other.get_by_label("Its link").fill("nothing")
    other.get_by_role("button", name="Fill in the form").click()
    expect(other.get_by_role("alert").first).to_contain_text("There is no whole assignment")
    other.get_by_label("Its link").fill(f"Here: <{link}>")
    other.get_by_role("button", name="Fill in the form").click()
    expect(other.get_by_label("Title")).to_have_value("Before Monday")
    assert link == _link(other)
    other.get_by_label("Title").fill("Before Tuesday")
    learner = new_page()
    learner.goto(link)
    expect(_card(learner)).to_have_count(1)
    learner.goto(_link(other))
    expect(_said(learner)).to_contain_text("brought up to date here: Before Tuesday")
    expect(_card(learner)).to_have_count(1)


@pytest.mark.firefox
def test_the_tree_works_by_keyboard(page: Page) -> None:
    """A module is all that is in it; what is in it makes it whole, half or empty."""
    _form(page)
    branch = page.locator("[data-branch]").first
    top = branch.locator("input").first
    expect(page.locator("[data-missing]")).to_contain_text("At least one part of the course.")
    top.focus()
    page.keyboard.press("Space")
    expect(branch.locator("summary")).to_contain_text("5 of 5 chosen")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(branch.locator("summary")).to_contain_text("4 of 5 chosen")
    expect(top).not_to_be_checked()
    assert top.evaluate("(box) => box.indeterminate")
    expect(page.locator("[data-parts-said]")).to_have_text("4 parts chosen.")
    page.keyboard.press("Space")
    expect(top).to_be_checked()
    expect(page.locator("[data-parts-said]")).to_have_text("1 part chosen.")


def test_without_a_clipboard_the_text_is_marked(new_page: NewPage) -> None:
    """So that the keys for copying work."""
    page = new_page()
    page.add_init_script(NO_CLIPBOARD)
    link = _assigned(page)
    page.get_by_role("button", name="Copy the link").click()
    expect(page.locator(".cw-assign__out [data-said]")).to_contain_text("The text is marked")
    assert link == page.evaluate("getSelection().toString()")


def test_on_paper_there_is_the_code_and_what_it_is_for(page: Page) -> None:
    """Nothing of the form."""
    _assigned(page)
    page.emulate_media(media="print")
    expect(page.locator(".cw-qr svg")).to_be_visible()
    expect(page.locator("[data-address]")).to_be_visible()
    assert not page.get_by_text("Pick what people should do").is_visible()
    for hidden in (page.locator("form"), page.get_by_role("button"), page.get_by_role("textbox")):
        assert not any(one.is_visible() for one in hidden.all())


LINKS: dict[str, tuple[Callable[[str], str], str]] = {
    "cut off": (lambda code: code[:-9], "This link is damaged"),
    "in small letters": (lambda code: code.lower(), "This link is damaged"),
    "of a later version": (lambda code: code.replace("cw1", "cw9"), "A newer version"),
}


@pytest.mark.parametrize("how", LINKS)
def test_a_broken_link_says_what_to_do(page: Page, how: str) -> None:
    """In place of an assignment that is half right."""
    change, said = LINKS[how]
    page.goto(f"{MINE}#{change(_code(page))}")
    expect(_said(page)).to_contain_text(said)
    expect(page.get_by_text("Nothing is assigned here.")).to_be_visible()
    expect(page.get_by_label("The link, or the whole message")).to_be_visible()


def test_a_link_of_another_course_is_refused(page: Page) -> None:
    """It names lessons that are not here."""
    page.goto(f"{MINE}#{_code(page, course='other')}")
    expect(_said(page)).to_contain_text("This link belongs to another course.")
    expect(_card(page)).to_have_count(0)


def test_a_pasted_message_is_searched_for_the_link(page: Page) -> None:
    """Wrapped, quoted and encoded as mail and chat leave it."""
    code = _code(page)
    page.goto(MINE)
    page.get_by_text("A link did not work?").click()
    wrapped = "\n> ".join(re.findall(".{1,50}", f"https://x.example/course/assignments/#{code}"))
    page.get_by_role("button", name="Open the assignment").click()
    expect(_said(page)).to_have_text("Paste a link first.")
    page.get_by_label("The link, or").fill(f"Hi,\n> {wrapped}\n\nSee you on Monday!")
    page.get_by_role("button", name="Open the assignment").click()
    expect(_said(page)).to_contain_text("Added to your assignments")
    expect(_card(page)).to_have_count(1)


def test_dismissing_can_be_undone(page: Page) -> None:
    """At once, and later; the focus is where one goes on, and the home page follows."""
    _opened(page)
    _card(page).get_by_role("button", name="Dismiss").press("Enter")
    expect(_said(page)).to_contain_text("Dismissed: Before Monday.")
    expect(page.get_by_role("button", name="Undo")).to_be_focused()
    page.keyboard.press("Enter")
    expect(_card(page)).to_have_count(1)
    expect(_card(page).get_by_role("heading")).to_be_focused()
    _card(page).get_by_role("button", name="Dismiss").click()
    page.goto("/")
    expect(page.locator("[data-resume]")).to_be_attached()
    page.locator(".cw-card__progress").first.wait_for(state="attached")
    expect(page.locator("[data-assigned]")).to_be_empty()
    page.goto(MINE)
    page.get_by_text("1 dismissed assignment").click()
    page.get_by_role("button", name="Show again: Before Monday").click()
    expect(_card(page)).to_have_count(1)


def test_what_is_late_renamed_or_gone_is_said_in_words(page: Page) -> None:
    """Beside what remains."""
    items = [
        {"kind": "lesson", "ref": LESSON},
        {"kind": "lesson", "ref": f"{MODULE}/no-longer-here"},
        {"kind": "module", "ref": "never-was"},
    ]
    _opened(page, due="2020-02-29", items=items, need={"score": 80})
    expect(_card(page).locator("[data-due]")).to_contain_text(
        "Past due: it was due on Saturday, Feb"
    )
    expect(_card(page)).to_contain_text("A lesson that is no longer in the course")
    expect(_card(page)).to_contain_text("A module that is no longer in the course (never-was).")
    expect(_card(page).locator("[data-count]")).to_have_text("0 of 1 done")
    expect(_card(page)).to_contain_text("every check reached 80%")
    page.goto("/progress/")
    expect(page.locator("[data-assigned]")).to_contain_text("Past due")


def _arrives(page: Page, ident: str, text: str) -> None:
    """Open a link that says this, without a load."""
    more = {"id": ident, "title": text[:120], "message": text[:1000]}
    code = page.evaluate(_CODE, ["/script-sources", more])
    page.evaluate("(code) => { location.hash = code; }", code)
    expect(page.locator(f"#assignment-{ident}")).to_have_text(text[:120])


def test_nothing_in_a_link_runs(page: Page) -> None:
    """Titles, messages and names are text, however they are written."""
    ran: list[str] = []

    def noted(dialog: Dialog) -> None:
        ran.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", noted)
    texts = [" ".join(re.sub(r"[\x00-\x1f]", " ", it).split()) for it in PAYLOADS.values()]
    assert len(texts) >= 50
    for some in (texts[:30], texts[30:60], texts[60:]):
        page.goto(MINE)
        page.evaluate("localStorage.clear()")
        page.reload()
        page.get_by_text("Review what you hand in").click()
        for number, text in enumerate(some):
            _arrives(page, f"{number:08}", text)
            page.get_by_label("Your name").fill(text)
            expect(page.get_by_role("region", name="Who and what")).to_contain_text(text[:60])
        page.goto("/progress/")
        expect(page.locator("[data-assigned] li")).to_have_count(len(some))
    assert [] == ran
    assert page.evaluate("window.ran === undefined")


@pytest.mark.firefox
def test_two_tabs_and_instant_navigation_agree(page: Page, instant_url: str) -> None:
    """An assignment that one tab opens stands in the other, and on the next page without a load."""
    page.goto(f"{instant_url}/assignments/")
    expect(page.get_by_text("Nothing is assigned here.")).to_be_visible()
    page.evaluate("window.same = true")
    code = page.evaluate(
        _CODE,
        [
            f"{instant_url}/script-sources",
            {"items": [{"kind": "lesson", "ref": "brewing/hot-water"}]},
        ],
    )
    other = page.context.new_page()
    other.goto(f"{instant_url}/assignments/#{code}")
    expect(_card(page)).to_have_count(1)
    _card(page).get_by_role("link", name="Go on with").click()
    page.get_by_role("button", name="Mark as done").click()
    expect(_card(other)).to_contain_text("Done. You can hand in")
    assert page.evaluate("window.same")
    page.go_back()
    expect(_card(page)).to_contain_text("Done. You can hand in")
    page.evaluate("(code) => { location.hash = code; }", code)
    expect(_said(page)).to_contain_text("You have this assignment already")


def test_where_nothing_is_kept_the_address_holds_the_assignment(new_page: NewPage) -> None:
    """A reload shows it again."""
    page = new_page()
    page.add_init_script(BLOCK)
    _opened(page)
    assert "#cw1-a-" in page.url
    page.reload()
    expect(_card(page)).to_have_count(1)


def test_without_scripts_the_pages_say_what_to_do(new_page: NewPage) -> None:
    """And show no control that does nothing."""
    page = new_page(java_script_enabled=False)
    for address in (ASSIGN, MINE):
        page.goto(address)
        expect(page.locator("article noscript p")).to_be_visible()
        assert 0 == page.locator("article").get_by_role("textbox").count()
        assert 0 == page.locator("article").get_by_role("button").count()


def test_home_loads_nothing_for_those_without_an_assignment(page: Page) -> None:
    """What shows assignments comes with the first of them."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    _done(page)
    page.goto("/")
    expect(page.locator("[data-resume] a")).to_be_visible()
    assert [] == [url for url in asked if "assign" in url]
    _opened(page, items=[{"kind": "module", "ref": MODULE}])
    page.goto("/")
    expect(page.locator("[data-assigned] li")).to_be_visible()
    assert any("/assigned.js" in url for url in asked)


@pytest.mark.parametrize(("size", "scheme"), [(PHONE, "dark"), (LAPTOP, "light")])
def test_every_state_is_accessible(new_page: NewPage, size: ViewportSize, scheme: str) -> None:
    """Empty, wrong, filled in, refused, kept, late, done and about to be handed in."""
    page = new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    _form(page)
    found = {"empty form": violations(page)}
    link = _assigned(page)
    page.get_by_label("reached a score").check()
    page.get_by_label("Score to reach").fill("101")
    expect(page.locator("[data-missing]")).to_contain_text("A score from 1 to 100")
    found["wrong form"] = violations(page)
    page.get_by_label("Score to reach").fill("80")
    _link(page)
    found["form"] = violations(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.goto(MINE)
    expect(page.get_by_text("Nothing is assigned here.")).to_be_visible()
    found["none"] = violations(page)
    page.goto(f"{MINE}#cw1-a-broken")
    expect(_said(page)).to_contain_text("damaged")
    found["refused"] = violations(page)
    page.goto(link)
    _opened(page, due="2020-02-29")
    found["late"] = violations(page)
    _done(page)
    page.goto(MINE)
    _card(page).first.get_by_role("button", name="Hand in").click()
    page.get_by_label("Your name").fill("Kim")
    expect(page.get_by_role("region", name="Lessons done")).to_be_visible()
    found["hand in"] = violations(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert {state: [] for state in found} == found
