// JSON instances of the schemas of OpenAPI documents.
//
//   node main.mjs generate DIR DOCUMENT...   writes DIR/<document>/<Schema>/<n>.json: up to 20 valid instances of each schema that
//                                            describes objects, up to 5 of each other one
//   node main.mjs validate DIR DOCUMENT...   whether what stands there is valid; what is not is told, and the exit code is 1
//   node main.mjs arguments DIR DOCUMENT...  writes DIR/<document>/operations.json: what each operation can be called with; and
//                                            document.json beside it, where paths had to be changed for that
//   node main.mjs examples FILE DOCUMENT     writes into FILE the values that the document prints beside its schemas
//   node main.mjs judge FILE DOCUMENT        reads values and places of schemas in FILE; tells of each in JSON whether it is valid, and
//                                            which of its members are declared
//   node main.mjs answers FILE DOCUMENT      reads answers of operations in FILE; tells of each in JSON what is not valid, or null
//
// The same documents give the same instances on every run.
import fs from 'node:fs';
import path from 'node:path';
import { Drawing } from './drawing.mjs';
import { SchemaBundle } from './documents.mjs';
import { printedValues } from './examples.mjs';
import { judgeValues } from './judging.mjs';
import { drawArguments, judgeAnswers, withoutFragments } from './operations.mjs';
import { Random } from './random.mjs';
import { Validator } from './validation.mjs';
import { withRawNumbers } from './values.mjs';

const OBJECTS = 20;
const OTHERS = 5;
const ATTEMPTS = 12;

/** The first ones: as little as is allowed, as much as is allowed; then all kinds of things. */
const WAYS = [
  { optional: 0, odd: 0, unknown: false },
  { optional: 1, odd: 0, unknown: false },
  { optional: 0, odd: 1, unknown: true },
  { optional: 1, odd: 1, unknown: true },
];

const [command, folder, ...documents] = process.argv.slice(2);
if (!['generate', 'validate', 'arguments', 'answers', 'examples', 'judge'].includes(command) || !folder || documents.length === 0) {
  console.error('node main.mjs generate|validate|arguments|examples|judge|answers DIR DOCUMENT...');
  process.exit(2);
}

if (command === 'answers' || command === 'judge') {
  const given = JSON.parse(fs.readFileSync(folder, 'utf8'));
  const verdicts = JSON.stringify(command === 'judge' ? judgeValues(documents[0], given) : judgeAnswers(documents[0], given));
  await new Promise((written) => process.stdout.write(verdicts, written));
  process.exit(0);
}

if (command === 'examples') {
  fs.writeFileSync(folder, JSON.stringify(printedValues(documents[0])));
  process.exit(0);
}

if (command === 'arguments') {
  for (const document of documents) writeArguments(document);
  process.exit(0);
}

let failures = 0;
let total = 0;
for (const document of documents) {
  const name = path.parse(document).name;
  const start = Date.now();
  const bundle = new SchemaBundle(document);
  const validator = new Validator(bundle);
  const target = path.join(folder, name);
  if (command === 'generate') generate(name, target, bundle, validator, start);
  else validate(name, target, bundle, validator, start);
}

console.log(command === 'generate' ? `${total} instances` : `${total} instances, ${failures} not valid`);
process.exit(failures === 0 ? 0 : 1);

function writeArguments(document) {
  const start = Date.now();
  const name = path.parse(document).name;
  const target = path.join(folder, name);
  fs.mkdirSync(target, { recursive: true });
  const other = withoutFragments(document);
  if (other) fs.writeFileSync(document = path.join(target, 'document.json'), JSON.stringify(other));
  const calls = drawArguments(document);
  const missing = calls.flatMap((c) => [...c.parameters.map((p) => [p.name, p]), ...c.bodies.map((b) => [b.mediaType, b])]
    .filter(([, v]) => v.values.some((value) => value === undefined)).map(([what]) => `${c.method} ${c.path} ${what}`));
  fs.writeFileSync(path.join(target, 'operations.json'), withRawNumbers(JSON.stringify(calls)) + '\n');
  console.log(`${name}: arguments for ${calls.length} operations, ${Date.now() - start} ms${missing.length ? `; nothing drawn: ${missing.join(', ')}` : ''}`);
}

function generate(name, target, bundle, validator, start) {
  const short = [];
  let instances = 0;
  let objects = 0;
  for (const [key, def] of bundle.components) {
    const isObject = bundle.isObject(def);
    const wanted = isObject ? OBJECTS : OTHERS;
    const values = draw(`${name}/${key}`, bundle, validator, def, wanted);
    if (isObject) objects++;
    if (isObject && values.length < wanted) short.push(`${key} (${values.length})`);
    if (values.length === 0) continue;
    const place = path.join(target, folderOf(key));
    fs.mkdirSync(place, { recursive: true });
    values.forEach((value, i) => fs.writeFileSync(path.join(place, `${String(i).padStart(2, '0')}.json`), withRawNumbers(JSON.stringify(value)) + '\n'));
    instances += values.length;
  }

  total += instances;
  console.log(`${name}: ${instances} instances, ${objects} object schemas, ${Date.now() - start} ms${short.length ? `; fewer than ${OBJECTS}: ${short.join(', ')}` : ''}`);
}

function draw(seed, bundle, validator, def, wanted) {
  const values = [];
  let misses = 0;
  for (let i = 0; values.length < wanted && misses < wanted * ATTEMPTS; i++) {
    // Where nothing was valid so far, the odd things may be what is wrong.
    const tame = misses > 3 * (values.length + 1);
    const random = new Random(`${seed}/${i}`);
    const way = !tame && i < WAYS.length ? WAYS[i] : { optional: random.pick([0, 0.2, 0.5, 0.8]), odd: tame ? 0 : 0.4, unknown: !tame && random.chance(0.3) };
    const value = new Drawing(bundle, random, way).instance(def);
    if (value !== undefined && validator.isValid(def, value)) values.push(value);
    else misses++;
  }

  return values;
}

function validate(name, target, bundle, validator, start) {
  const defs = new Map(bundle.components.map(([key, def]) => [folderOf(key), def]));
  let count = 0;
  let bad = 0;
  for (const schema of fs.existsSync(target) ? fs.readdirSync(target).sort() : []) {
    for (const file of fs.readdirSync(path.join(target, schema)).sort()) {
      count++;
      const def = defs.get(schema);
      if (validator.isValid(def, JSON.parse(fs.readFileSync(path.join(target, schema, file), 'utf8')))) continue;
      bad++;
      console.log(`${name}/${schema}/${file}: ${validator.errors(def)}`);
    }
  }

  total += count;
  failures += bad;
  console.log(`${name}: ${count} instances, ${bad} not valid, ${Date.now() - start} ms`);
}

/** A component key as the name of a folder; the corpus program takes the escapes back. */
function folderOf(key) {
  return encodeURIComponent(key).replace(/^\.+$/, (dots) => dots.replaceAll('.', '%2E'));
}
