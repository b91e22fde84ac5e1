"""Words that are hard to read on what lies behind them, asked of the browser that draws them."""

from typing import Any

_FAINT = """() => {
  const numbers = colour => (colour.match(/[\\d.]+/g) || []).map(Number);
  const light = ([r, g, b]) => {
    const part = v => (v /= 255) <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
    return 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  };
  const grounds = new Map();
  const behind = element => {
    if (!element) return numbers(getComputedStyle(document.body).backgroundColor).slice(0, 3);
    if (!grounds.has(element)) {
      const [r, g, b, a = 1] = numbers(getComputedStyle(element).backgroundColor);
      grounds.set(element, a === 1 ? [r, g, b] : behind(element.parentElement));
    }
    return grounds.get(element);
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.getClientRects().length) continue;
    if (element.closest(".unseen, title, desc, [hidden]")) continue;
    const style = getComputedStyle(element);
    const ink = light(numbers(element.closest("svg") ? style.fill : style.color)), ground = light(behind(element));
    const ratio = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
    const size = parseFloat(style.fontSize), bold = +style.fontWeight >= 700;
    if (ratio < (size >= 24 || (bold && size >= 18.66) ? 3 : 4.5))
      found.push(walker.currentNode.data.trim().slice(0, 20) + " " + ratio.toFixed(2));
  }
  return found;
}"""


def faint_words(page: Any) -> list[str]:
    """Each text on the page below WCAG 2.2's contrast (1.4.3: 4.5, large 3), with its ratio."""
    found: list[str] = page.evaluate(_FAINT)
    return found
