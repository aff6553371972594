/** Answers that come line by line, each of them JSON. */

/**
 * @param {ReadableStream<Uint8Array>} stream
 * @returns {AsyncGenerator<unknown>} each line's value, as it arrives
 */
export async function* readLines(stream) {
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  let waiting = "";
  for (;;) {
    const { done, value } = await reader.read();
    waiting += decoder.decode(value, { stream: !done });
    const lines = waiting.split("\n");
    waiting = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line);
    if (done) return;
  }
}
