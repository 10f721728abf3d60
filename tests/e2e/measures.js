// Run in the page by test_browser.py; nothing of this is in an export.

function shownTexts() {
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const hidden = node.parentElement.closest("style, script");
    if (!hidden && node.textContent.trim() && node.parentElement.getClientRects().length) {
      found.push(node);
    }
  }
  return found;
}

// Elements that stick out of the window, or hold more than they are wide.
function tooWide() {
  const width = document.documentElement.clientWidth;
  const wide = [];
  for (const one of document.querySelectorAll("html, body, body *")) {
    const box = one.getBoundingClientRect();
    const over = one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1;
    if (over || box.left < -0.5 || box.right > width + 0.5) {
      wide.push({ what: `${one.tagName} ${one.id}`, text: one.textContent.slice(0, 60) });
    }
  }
  return wide;
}

function channels(colour) {
  return colour.match(/[\d.]+/g).map(Number);
}

function luminance(colour) {
  const [r, g, b] = channels(colour).map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

// The colour behind an element: that of the nearest one around it that is not see-through.
function ground(element) {
  for (let one = element; one; one = one.parentElement) {
    const colour = getComputedStyle(one).backgroundColor;
    if (channels(colour)[3] !== 0) return colour;
  }
  return matchMedia("(prefers-color-scheme: dark)").matches ? "rgb(18, 18, 18)" : "rgb(255, 255, 255)";
}

function ratio(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

// Every text with its contrast; also what the style sheet itself puts before an element.
function contrasts() {
  const found = shownTexts().map((node) => {
    const parent = node.parentElement;
    return { text: node.textContent.trim(), ratio: ratio(getComputedStyle(parent).color, ground(parent)) };
  });
  for (const one of document.querySelectorAll("body *")) {
    const before = getComputedStyle(one, "::before");
    if (!["none", "normal"].includes(before.content)) {
      found.push({ text: before.content, ratio: ratio(before.color, ground(one)) });
    }
  }
  return found;
}

function pageIsDark() {
  return luminance(getComputedStyle(document.body).backgroundColor) < 0.2;
}

function bare(text) {
  return text.replace(/[\s\u200b-\u200f\u202a-\u202e\u2060-\u2069]/g, "");
}

function marker(node) {
  const item = node.parentElement.closest("li");
  if (!item || shownTexts.last === item) return "";
  shownTexts.last = item;
  const list = item.parentElement;
  return list.tagName === "OL" ? `${[...list.children].indexOf(item) + 1}.` : "";  // dots are drawn
}

// All that paper must show, without spaces; where each heading ends in it; the heads of tables.
function words() {
  let text = "";
  const ends = new Map();
  shownTexts.last = null;
  for (const node of shownTexts()) {
    text += marker(node) + bare(node.textContent);
    const title = node.parentElement.closest("h1, h2, h3, caption, tr.stage, thead, dt");
    if (title) ends.set(title, text.length);
  }
  const titles = [...ends].map(([title, end]) => [title.textContent.trim(), end]);
  const heads = [...document.querySelectorAll("thead")].map((head) => bare(head.textContent));
  return { text, titles, heads };
}
