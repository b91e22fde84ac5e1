// Checks a receipt against the published ledger, here in the reader's browser: nothing typed or chosen leaves it.
// It has its own SHA-256, because a page on plain http has no WebCrypto. What it computes is `register/receipt.py`,
// `register/records.py` and `generator/disclosure/ledger.py` once more; tests/journeys/test_verify.py holds them equal.
"use strict";

const Ledger = (() => {
  const LABEL = "property-portal/ledger/1";
  const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  const SEPARATORS = /[\s\-\u2010-\u2015\u2212_.\u00b7\u200b-\u200f\u2060\ufeff]+/g;
  const START = new Int32Array([
    0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  ]);
  const ROUNDS = new Int32Array([
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
  ]);

  const words = new Int32Array(64);
  const turn = (x, n) => (x >>> n) | (x << (32 - n));

  // One block of 64 bytes into the state. It runs some ten thousand times for a ledger, so it makes nothing new.
  function mix(state, view, at) {
    for (let i = 0; i < 16; i++) words[i] = view.getInt32(at + i * 4);
    for (let i = 16; i < 64; i++) {
      const x = words[i - 15], y = words[i - 2];
      const low = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3), high = turn(y, 17) ^ turn(y, 19) ^ (y >>> 10);
      words[i] = (words[i - 16] + low + words[i - 7] + high) | 0;
    }
    let a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
    for (let i = 0; i < 64; i++) {
      const choice = (e & f) ^ (~e & g), most = (a & b) ^ (a & c) ^ (b & c);
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + choice + ROUNDS[i] + words[i]) | 0;
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + most) | 0;
      h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0;
    }
    state[0] += a; state[1] += b; state[2] += c; state[3] += d; state[4] += e; state[5] += f; state[6] += g; state[7] += h;
  }

  // FIPS 180-4, over bytes.
  function sha256(message) {
    const padded = new Uint8Array(((message.length + 72) >> 6) << 6);
    padded.set(message);
    padded[message.length] = 0x80;
    const view = new DataView(padded.buffer), state = START.slice();
    view.setUint32(padded.length - 8, Math.floor(message.length / 0x20000000));
    view.setUint32(padded.length - 4, message.length * 8);
    for (let at = 0; at < padded.length; at += 64) mix(state, view, at);
    for (let i = 0; i < 8; i++) view.setInt32(i * 4, state[i]);
    return padded.subarray(0, 32);
  }

  function joined(...parts) {
    const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of parts) { whole.set(part, at); at += part.length; }
    return whole;
  }

  const fromAscii = (text) => Uint8Array.from(text, (char) => char.charCodeAt(0));
  const toHex = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  const nibble = (unit) => (unit < 58 ? unit - 48 : unit - 87);
  function fromHex(text) {
    const bytes = new Uint8Array(text.length / 2);
    for (let i = 0; i < bytes.length; i++) {
      bytes[i] = (nibble(text.charCodeAt(i * 2)) << 4) | nibble(text.charCodeAt(i * 2 + 1));
    }
    return bytes;
  }

  // RFC 2104; our keys are shorter than a block.
  function hmac(key, message) {
    const inner = new Uint8Array(64).fill(0x36), outer = new Uint8Array(64).fill(0x5c);
    key.forEach((byte, i) => { inner[i] ^= byte; outer[i] ^= byte; });
    return sha256(joined(outer, sha256(joined(inner, message))));
  }

  function byCodePoint(one, other) {
    const a = Array.from(one), b = Array.from(other);
    for (let i = 0; i < a.length && i < b.length; i++) {
      const difference = a[i].codePointAt(0) - b[i].codePointAt(0);
      if (difference) return difference;
    }
    return a.length - b.length;
  }

  const spelled = (text) => JSON.stringify(text).replace(
    /[\u007f-\uffff]/g, (unit) => "\\u" + unit.charCodeAt(0).toString(16).padStart(4, "0"));

  // The spelling hashes are taken over: sorted keys, no spaces, ASCII. A receipt has no number but whole ones.
  function canonical(value) {
    if (typeof value === "string") return spelled(value);
    if (value === null || typeof value === "boolean" || Number.isSafeInteger(value)) return String(value);
    if (Array.isArray(value)) return "[" + value.map(canonical).join(",") + "]";
    if (typeof value !== "object") throw new Error("not in a receipt: " + value);
    const pairs = Object.keys(value).sort(byCodePoint).map((key) => spelled(key) + ":" + canonical(value[key]));
    return "{" + pairs.join(",") + "}";
  }

  // JSON in which no key stands twice: of two, a reader would see one and the hash be taken over the other.
  function strictJson(text) {
    const value = JSON.parse(text.replace(/^\ufeff/, ""));
    const strings = text.match(/"(?:[^"\\]|\\.)*"(?:\s*:)?/g) || [];
    const count = (part) => (part === null || typeof part !== "object" ? 0
      : Object.keys(part).reduce((sum, key) => sum + count(part[key]) + !Array.isArray(part), 0));
    if (strings.filter((one) => one.endsWith(":")).length !== count(value)) throw new Error("a key stands twice");
    return value;
  }

  const LEAF = Uint8Array.of(0), NODE = Uint8Array.of(1);
  const leaf = (entry) => sha256(joined(LEAF, fromHex(entry)));

  // The RFC 6962 root over leaf hashes, in hex.
  function treeRoot(leaves) {
    let level = leaves;
    while (level.length > 1) {
      const above = [];
      for (let i = 0; i + 1 < level.length; i += 2) above.push(sha256(joined(NODE, level[i], level[i + 1])));
      if (level.length % 2) above.push(level[level.length - 1]);
      level = above;
    }
    return toHex(level.length ? level[0] : sha256(new Uint8Array(0)));
  }

  // The lines of entries.txt; null where one is no entry, or stands twice.
  function readEntries(text) {
    const lines = text.replace(/\r\n/g, "\n").split("\n");
    if (lines.pop() !== "" || !lines.every((line) => /^[0-9a-f]{96}$/.test(line))) return null;
    return new Set(lines).size === lines.length ? lines : null;
  }

  // Size and root of a C2SP checkpoint; null where it is none.
  function readCheckpoint(text) {
    const [, size, root] = text.replace(/\r\n/g, "\n").split("\n");
    if (!/^(0|[1-9][0-9]*)$/.test(size) || !/^[A-Za-z0-9+/]{43}=$/.test(root)) return null;
    return { size: Number(size), root: toHex(fromAscii(atob(root))) };
  }

  // The 24 characters meant, or null; O, I and L are read as Crockford reads them.
  function readCode(typed) {
    const text = typed.normalize("NFKC").replace(SEPARATORS, "").toUpperCase()
      .replace(/O/g, "0").replace(/[IL]/g, "1");
    return text.length === 24 && Array.from(text).every((char) => CROCKFORD.includes(char)) ? text : null;
  }

  // An old head as it is printed: the size and at least 16 digits of the root; null where it is none.
  function readHead(size, digits) {
    const [count, root] = [size, digits].map((typed) => typed.normalize("NFKC").replace(SEPARATORS, "").toLowerCase());
    return /^[0-9]{1,9}$/.test(count) && /^[0-9a-f]{16,64}$/.test(root) ? { size: Number(count), root } : null;
  }

  // A saved receipt file; null where it is none. Its words may have been changed: that is what is asked then.
  function readReceipt(text) {
    try {
      const file = strictJson(text), head = file.head;
      const whole = file.format === 1 && readCode(file.proof) === file.proof && /^[0-9a-f]{96}$/.test(file.entry)
        && /^\d{4}-\d\d-\d\d$/.test(file.due) && /^\d{4}-\d\d-\d\dT/.test(file.committed.received)
        && (head === null || readHead(String(head.size), head.root))
        && (file.signature === null || /^[0-9a-f]{128}$/.test(file.signature));
      return whole && { ...file, computed: entryOf(file.proof, file.committed) };
    } catch (problem) {
      return null;
    }
  }

  const idOf = (code) => toHex(hmac(fromAscii(code), fromAscii(LABEL + "/id")).subarray(0, 16));

  // The 48 bytes of a case in hex: its name, and what the code makes of its contents.
  function entryOf(code, committed) {
    return idOf(code) + toHex(hmac(fromAscii(code), fromAscii(LABEL + "/content\0" + canonical(committed))));
  }

  // Whether the key, as PEM, signed the receipt's promise; "signed" where this browser or page cannot tell.
  async function judgeSignature(receipt, pem) {
    if (!receipt.signature) return "unsigned";
    try {
      const der = fromAscii(atob(pem.replace(/-----[A-Z ]+-----|\s/g, "")));
      const promise = LABEL + "/promise\0" + canonical({ due: receipt.due, entry: receipt.entry });
      const key = await crypto.subtle.importKey("spki", der, "Ed25519", false, ["verify"]);
      const good = await crypto.subtle.verify("Ed25519", key, fromHex(receipt.signature), fromAscii(promise));
      return good ? "signed_good" : "signed_bad";
    } catch (problem) {
      return "signed";
    }
  }

  // The last day on which a case received on `day` may come into the ledger; periods have `months`, dates are ISO.
  function dueDay(day, months, delay) {
    const [year, month] = day.split("-").map(Number);
    const after = Math.floor((month - 1) / months) * months + months;
    return new Date(Date.UTC(year, after, 1 + delay)).toISOString().slice(0, 10);
  }

  // What can be said: answers as {code, values}; what is hers first, unless the ledger itself is not right.
  // `asked`: code, receipt, head, day; each may be null.
  function judge(entriesText, checkpointText, asked, calendar) {
    const entries = readEntries(entriesText), checkpoint = readCheckpoint(checkpointText);
    if (!entries || !checkpoint) return [{ code: "unreadable" }];
    const leaves = entries.map(leaf), root = treeRoot(leaves), size = entries.length;
    const fits = checkpoint.size === size && checkpoint.root === root;
    const ledger = { code: fits ? "whole" : "broken", values: { size, root: grouped(root) } };
    const answers = [];
    if (asked.receipt) answers.push(...judgeReceipt(entries, asked.receipt, calendar));
    else if (asked.code) answers.push(judgeCode(entries, asked.code, asked.day, calendar));
    const heads = [asked.receipt && asked.receipt.head, asked.head].filter(Boolean);
    answers.push(...heads.map((head) => judgeHead(leaves, head)));
    return fits ? [...answers, ledger] : [ledger, ...answers];
  }

  function judgeReceipt(entries, receipt, calendar) {
    const id = receipt.computed.slice(0, 32);
    const found = entries.find((entry) => entry.startsWith(id)) || entries.find((entry) => entry === receipt.entry);
    const whole = receipt.computed === receipt.entry;  // what is signed is the entry: other words are not signed by it
    const signed = { code: !whole && receipt.signed === "signed_good" ? "signed_other" : receipt.signed };
    if (!found) {
      const standing = absent(receipt.due, receipt.committed.received.slice(0, 10), calendar);
      return whole ? [standing, signed] : [{ code: "altered" }, standing, signed];
    }
    const agrees = [receipt.computed, receipt.entry].filter((entry) => entry === found).length;
    const contents = ["differs", "file_differs", "unaltered"][agrees];
    return [{ code: "counted", values: { line: entries.indexOf(found) + 1 } }, { code: contents }, signed];
  }

  function judgeCode(entries, code, day, calendar) {
    const id = idOf(code), at = entries.findIndex((entry) => entry.startsWith(id));
    if (at >= 0) return { code: "counted", values: { line: at + 1 } };
    if (!day) return { code: "not_found" };
    return absent(dueDay(day, calendar.months, calendar.delay), day, calendar);
  }

  const absent = (due, received, calendar) => (
    { code: calendar.today > due || received <= calendar.upTo ? "missing" : "not_yet", values: { due } });

  function judgeHead(leaves, head) {
    if (head.size > leaves.length) return { code: "shorter", values: { old: head.size, size: leaves.length } };
    const same = treeRoot(leaves.slice(0, head.size)).startsWith(head.root);
    return { code: same ? "kept" : "removed", values: { old: head.size } };
  }

  const grouped = (root) => root.slice(0, 16).match(/.{4}/g).join(" ");

  return { sha256, toHex, canonical, treeRoot, leaf, readCode, readHead, readReceipt, entryOf, dueDay, judge, judgeSignature };
})();

document.addEventListener("DOMContentLoaded", () => {
  const form = document.getElementById("verify"), result = document.getElementById("verify-result");
  const part = (name) => document.getElementById("verify-" + name);
  const sayings = {};
  for (const one of part("sayings").content.querySelectorAll("[data-code]")) sayings[one.dataset.code] = one;

  // As the rest of the site writes it: 2026年11月14日 · 14 November 2026.
  function day(iso) {
    const [year, month, date] = iso.split("-").map(Number);
    if (document.documentElement.lang !== "en") return `${year}年${month}月${date}日`;
    const named = { year: "numeric", month: "long", day: "numeric", timeZone: "UTC" };
    return new Date(iso).toLocaleDateString("en-GB", named);
  }
  const today = () => {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  };

  function read(file) {
    return new Promise((resolve, reject) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.onerror = reject;
      reader.readAsText(file, "utf-8");
    });
  }

  async function download(address) {
    const answer = await fetch(address, { cache: "no-store", credentials: "omit" });
    if (!answer.ok) throw new Error("not there");
    return answer.text();
  }

  function published(name) {
    const chosen = part(name).files[0];
    return chosen ? read(chosen) : download(form.dataset[name]);
  }

  // The key is everybody's. It is asked for with the ledger whatever was typed or chosen, so that what is asked for tells
  // nothing of a receipt; where the ledger is the reader's own copy, only for a signature.
  async function signature(receipt) {
    const alike = !["entries", "checkpoint"].some((name) => part(name).files[0]);
    const checkable = (alike || (receipt && receipt.signature)) && window.crypto && crypto.subtle;
    const pem = checkable ? await download(form.dataset.key).catch(() => "") : "";
    return receipt && Ledger.judgeSignature(receipt, pem);
  }

  // What was typed and chosen; `wrong` names the first thing that cannot be read.
  async function question() {
    const code = part("code").value, file = part("receipt").files[0];
    const size = part("size").value, root = part("root").value;
    const asked = { day: part("day").value || null, code: null, receipt: null, head: null, wrong: null };
    if (file) asked.receipt = Ledger.readReceipt(await read(file));
    if (code.trim()) asked.code = Ledger.readCode(code);
    if (size.trim() || root.trim()) asked.head = Ledger.readHead(size, root);
    if (file && !asked.receipt) asked.wrong = "receipt_wrong";
    else if (code.trim() && !asked.code) asked.wrong = "code_wrong";
    else if ((size.trim() || root.trim()) && !asked.head) asked.wrong = "head_wrong";
    else if (!asked.receipt && !asked.code && !asked.head) asked.wrong = "nothing";
    return asked;
  }

  async function answers() {
    const asked = await question();
    if (asked.wrong) return [{ code: asked.wrong }];
    const { months, delay, upTo } = form.dataset;
    const calendar = { months: Number(months), delay: Number(delay), upTo, today: today() };
    try {
      const wanted = [signature(asked.receipt), published("entries"), published("checkpoint")];
      const [signed, entries, checkpoint] = await Promise.all(wanted);
      if (asked.receipt) asked.receipt.signed = signed;
      return Ledger.judge(entries, checkpoint, asked, calendar);
    } catch (problem) {
      part("offline").open = true;
      return [{ code: "no_ledger" }];
    }
  }

  function shown(answer) {
    const saying = document.importNode(sayings[answer.code], true);
    const values = { ...answer.values };
    if (values.due) values.due = day(values.due);
    for (const line of saying.querySelectorAll("p, strong, li")) {
      if (!line.children.length) line.textContent = line.textContent.replace(/\{(\w+)\}/g, (_, name) => values[name]);
    }
    return saying;
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const list = await answers();
    part("answers").textContent = "";
    part("answers").append(...list.map(shown));
    result.hidden = false;
    result.focus();
  });
  part("no-script").hidden = true;
  form.hidden = false;
});
