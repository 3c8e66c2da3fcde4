// node main.mjs RELAY.dll: Spector's client knocks at the relay, which calls Spector's server through the generated clients. Prints what fails and is
// not in known-gaps.txt, or does not fail though it is, and a verdict.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import net from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { knock, spector, specs } from "./knocking.mjs";

const here = dirname(fileURLToPath(import.meta.url));
const only = process.argv[3] ?? "";
const children = [];
process.on("exit", () => children.forEach((child) => child.kill()));

const upstream = await freePort();
const own = await freePort();
const coverage = join(mkdtempSync(join(tmpdir(), "spector-")), "coverage.json");
start(process.execPath, ["--import", pathToFileURL(join(here, "loopback.mjs")).href, spector, "serve", specs, "--port", upstream, "--coverageFile", coverage]);
const log = start("dotnet", [resolve(process.argv[2]), `http://127.0.0.1:${upstream}`, `http://127.0.0.1:${own}`]);
await answering(upstream);
await answering(own);

const gaps = readGaps(join(here, "known-gaps.txt"));
let passed = 0, failed = 0, known = 0;
for await (const [name, fault] of knock(`http://127.0.0.1:${own}`)) {
  if (!name.toLowerCase().includes(only.toLowerCase())) continue;
  const gap = gaps.find((g) => g.pattern.test(name));
  if (gap) gap.isUsed = true;
  if (gap && fault) known++;
  else if (gap && !gap.isSome) report(name, `works, though known to fail: ${gap.reason}`);
  else if (fault) report(name, fault);
  else passed++;
}

for (const gap of gaps) {
  if (!gap.isUsed && only === "") report(gap.text, "is no scenario");
  else if (gap.reason === "") report(gap.text, "a known gap needs its reason");
}

if (failed > 0) console.log(log().split("\n").slice(-60).join("\n"));
console.log(`verdict: ${passed} passed, ${failed} failed, ${known} known gaps`);
process.exit(failed === 0 ? 0 : 1);

function report(name, what) {
  failed++;
  console.log(`FAILED ${name}\n    ${what}`);
}

/** Lines of a name, in which a star stands for any text, and a reason. */
function readGaps(path) {
  return readFileSync(path, "utf8").split("\n").filter((line) => line.trim() !== "" && !line.startsWith("#")).map((line) => {
    const [text, ...rest] = line.trim().split(/\s+/);
    const isSome = text.includes("*");
    return { text, isSome, reason: rest.join(" "), pattern: new RegExp(`^${text.split("*").map((part) => part.replace(/[.$()]/g, "\\$&")).join(".*")}$`) };
  });
}

/** Starts a program; gives what it has said so far. */
function start(program, args) {
  const child = spawn(program, args.map(String), { cwd: join(here, "..", ".."), stdio: ["ignore", "pipe", "pipe"] });
  children.push(child);
  let text = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (data) => (text = (text + data).slice(-200_000)));
  child.on("exit", (code) => code && console.log(`${program} ended with ${code}: ${text.slice(-2000)}`));
  return () => text;
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

async function answering(port) {
  for (let i = 0; i < 120; i++) {
    const status = await fetch(`http://127.0.0.1:${port}/`).then((answer) => answer.status, () => 0);
    if (status > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }

  throw new Error(`nothing answers at port ${port}`);
}
