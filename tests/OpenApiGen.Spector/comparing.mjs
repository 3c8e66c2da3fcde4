// What Spector compares byte by byte, by what it means: JSON in lines and in the data of events may be spelled in more than one way, and an
// event stream has fields that say nothing (WHATWG HTML, 9.2.6).
import { isDeepStrictEqual } from "node:util";

export function isSameContent(actual, expected, mediaType) {
  if (actual.equals(expected)) return true;
  const essence = (mediaType ?? "").split(";")[0].trim().toLowerCase();
  if (essence === "text/event-stream") return isDeepStrictEqual(events(actual.toString()), events(expected.toString()));
  if (essence === "application/jsonl") return isDeepStrictEqual(lines(actual.toString()), lines(expected.toString()));
  if (essence === "application/json") return isDeepStrictEqual(parsed(actual.toString()), parsed(expected.toString()));
  return false;
}

function lines(text) {
  return text.split("\n").filter((line) => line.trim().length > 0).map(parsed);
}

function events(text) {
  const found = [];
  let event = {};
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (line === "") {
      if (event.data !== undefined) found.push({ type: "message", ...event, data: parsed(event.data) });
      event = {};
      continue;
    }

    const colon = line.indexOf(":");
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "data") event.data = event.data === undefined ? value : `${event.data}\n${value}`;
    else if (name === "event") event.type = value;
    else if (name === "id" && !value.includes("\0")) event.id = value;
    else if (name === "retry" && /^\d+$/.test(value)) event.retry = value;
  }

  return found;
}

function parsed(text) {
  try {
    return { json: JSON.parse(text) };
  } catch {
    return { text };
  }
}
