import assert from "node:assert/strict";
import { test } from "node:test";
import { bytesFromContent, contentFromBytes, sizeOf } from "../../../projects/static/projects/content.js";

test("UTF-8 is text, with its byte order mark and its line ends kept", () => {
  const bytes = new TextEncoder().encode("\ufeffä\r\n€ 🐍\n");

  const content = contentFromBytes(bytes);

  assert.deepEqual(content, { text: "\ufeffä\r\n€ 🐍\n" });
  assert.deepEqual(bytesFromContent(content), bytes);
});

for (const [name, bytes] of /** @type {const} */ ([
  ["a NUL", [65, 0, 66]],
  ["half a character", [0xc3]],
  ["an overlong form", [0xc0, 0xaf]],
  ["a lone surrogate in bytes", [0xed, 0xa0, 0x80]],
])) {
  test(`${name} makes a file binary`, () => {
    const content = contentFromBytes(Uint8Array.from(bytes));

    assert.ok("base64" in content);
    assert.deepEqual([...bytesFromContent(content)], [...bytes]);
    assert.equal(sizeOf(content), bytes.length);
  });
}

test("a megabyte of every byte comes back as it was", () => {
  const bytes = Uint8Array.from({ length: 1024 * 1024 + 1 }, (_, index) => (index * 7) % 256);

  const content = contentFromBytes(bytes);

  assert.deepEqual(bytesFromContent(content), bytes);
  assert.equal(sizeOf(content), bytes.length);
});

test("sizes are counted in bytes, not in characters", () => {
  assert.equal(sizeOf({ text: "€" }), 3);
  assert.equal(sizeOf({ text: "" }), 0);
});
