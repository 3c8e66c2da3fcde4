// Plays the client of each scenario against a server, and judges its answers: what "spector knock" does, with the comparison of comparing.mjs.
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { isSameContent } from "./comparing.mjs";

const modules = join(dirname(fileURLToPath(import.meta.url)), "node_modules", "@typespec");
const load = (path) => import(pathToFileURL(join(modules, path)).href);
const { expandDyns, matchValues } = await load("spec-api/dist/index.js");
const { makeServiceCall } = await load("spector/dist/src/actions/helper.js");
const { loadScenarioMockApis } = await load("spector/dist/src/scenarios-resolver.js");

export const specs = join(modules, "http-specs", "specs");
export const spector = join(modules, "spector/dist/src/cli/cli.js");

/** What is wrong with the answers to a scenario, by its name; null where nothing is. */
export async function* knock(baseUrl) {
  for (const [name, scenario] of Object.entries(await loadScenarioMockApis(specs))) {
    const calls = (Array.isArray(scenario.apis) ? scenario.apis : []).filter((api) => api.kind === "MockApiDefinition");
    if (calls.length === 0) continue;
    const faults = [];
    for (const call of calls) {
      const fault = await timed(judge(call, baseUrl)).catch((failure) => failure.message ?? String(failure));
      if (fault) faults.push(`${call.method} ${call.uri}: ${fault}`);
    }

    yield [name, faults.length > 0 ? faults.join("; ") : null];
  }
}

function timed(promise) {
  let timer;
  const limit = new Promise((_, reject) => (timer = setTimeout(() => reject(new Error("no answer within 30 s")), 30_000)));
  return Promise.race([promise, limit]).finally(() => clearTimeout(timer));
}

async function judge(call, baseUrl) {
  const { request, response: expected } = call;
  const url = `${baseUrl}${call.uri}`;
  const answer = await makeServiceCall({ method: call.method, url, body: request?.body, headers: request?.headers, query: request?.query, pathParams: request?.pathParams }, { baseUrl });
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (answer.status !== expected.status) return `status ${answer.status} instead of ${expected.status} ${bytes.toString().slice(0, 200)}`;
  const fault = expected.body ? body(bytes, expected.body, { baseUrl }) : null;
  if (fault) return fault;
  const headers = expected.headers ? expandDyns(expected.headers, { baseUrl }) : {};
  const wrong = Object.keys(headers).find((name) => headers[name] !== answer.headers.get(name));
  return wrong ? `header ${wrong} is ${answer.headers.get(wrong)} instead of ${headers[wrong]}` : null;
}

function body(bytes, expected, config) {
  const raw = expected.rawContent;
  const shown = () => bytes.toString().slice(0, 300);
  if (Buffer.isBuffer(raw)) return isSameContent(bytes, raw, expected.contentType) ? null : `body ${shown()} instead of ${raw.toString().slice(0, 300)}`;
  if (expected.contentType === "application/json") {
    const wanted = typeof raw === "string" ? JSON.parse(raw) : raw?.resolve(config);
    const result = matchValues(JSON.parse(bytes.toString()), wanted, "$", config);
    return result.pass ? null : `body ${shown()}: ${result.message}`;
  }

  if (expected.contentType !== "application/xml" && expected.contentType !== "text/plain") return null;
  const wanted = typeof raw === "string" ? raw : raw?.serialize(config);
  return wanted === bytes.toString() ? null : `body ${shown()} instead of ${wanted}`;
}
