"""The people of the journeys: a resident on her phone, staff at the desk. They know the pages by their words and forms."""

import re
from dataclasses import dataclass

from playwright.sync_api import Locator, Page, expect

from tests.journeys.conftest import PASSWORD, Estate


@dataclass(frozen=True)
class Resident:
    """Uses the site and the forms without JavaScript."""

    page: Page
    estate: Estate

    def opens(self, path: str) -> None:
        self.page.goto(self.estate.site + path)

    def answers(self, **answers: str) -> None:
        for name, answer in answers.items():
            fill(self.page.locator("main"), name, answer)

    def goes_on(self) -> None:
        """Press the page's main button."""
        self.page.locator("main form button.go, main form button").last.click()

    def reads_codes(self) -> tuple[str, str]:
        """Case number and query code, as the receipt shows them."""
        self.page.wait_for_load_state()
        text = self.page.locator("main").inner_text()
        number = re.search(r"\d{4}-\d{3}-\d{3}-\d", text)
        query = re.search(r"\d{4} \d{4} \d{4} \d{4} \d", text)
        assert number is not None, text
        assert query is not None, text
        return number[0], query[0]

    def tracks(self, code: str) -> None:
        self.opens("/f/track")
        self.answers(code=code)
        self.goes_on()


@dataclass(frozen=True)
class Clerk:
    """Works at the desk without JavaScript."""

    page: Page
    estate: Estate

    def signs_in(self, account: str) -> None:
        self.page.goto(self.estate.desk + "/sign-in")
        self.page.get_by_label("账号").fill(account)
        self.page.get_by_label("密码").fill(PASSWORD)
        self.page.get_by_role("button", name="登录").click()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("今天")

    def signs_out(self) -> None:
        self.page.get_by_role("button", name="退出").click()

    def opens_case(self, number: str) -> None:
        self.page.goto(f"{self.estate.desk}/cases/{number}")

    def takes(self, step: str, **particulars: str) -> None:
        """Take a step of the open case with its short form."""
        form = self.page.locator(f'form[action$="/steps/{step}"]')
        unfold(form)
        for name, value in particulars.items():
            fill(form, name, value)
        with self.page.expect_navigation():
            form.locator("button:not([formaction])").first.click()
        expect(self.page.locator("#refused")).to_have_count(0)


def unfold(form: Locator) -> None:
    """Open the fold the form lies in, if it lies in one."""
    form.first.wait_for(state="attached")
    if not form.locator("button").first.is_visible():
        form.locator("xpath=ancestor::details[1]/summary").click()


def fill(form: Locator, name: str, value: str) -> None:
    """Answer a question whatever its kind; `name__code` ticks one of several boxes."""
    field = form.locator(f'[name="{name}"]')
    first = field.first
    kind, tag = first.get_attribute("type"), first.evaluate("element => element.tagName")
    if kind == "radio":
        form.locator(f'[name="{name}"][value="{value}"]').check()
    elif kind == "checkbox":
        first.check()
    elif tag == "SELECT":
        first.select_option(value)
    else:
        first.fill(value)
