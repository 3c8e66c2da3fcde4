// The values that a document prints beside its schemas: `example` and `examples` of components, media types, parameters and headers,
// and the answers in OpenAI's `x-oaiMeta`.
import { escape, SchemaBundle } from './documents.mjs';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];
const NO_SCHEMA = new Set(['name', 'in', 'required', 'style', 'explode', 'allowReserved', 'allowEmptyValue', 'collectionFormat',
  'deprecated', 'example', 'examples']);

/** Each value as `{ label, pointer, schema, value }`: what it is the value of, where its schema stands, that schema, and the value. */
export function printedValues(document) {
  return new Printed(new SchemaBundle(document)).all();
}

class Printed {
  #bundle;
  #found = [];

  constructor(bundle) {
    this.#bundle = bundle;
  }

  all() {
    const { root } = this.#bundle;
    const [schemas, prefix] = root.swagger ? [root.definitions, '/definitions'] : [root.components?.schemas, '/components/schemas'];
    for (const [key, node] of Object.entries(schemas ?? {})) {
      if (isObject(node)) this.#schema(key, { file: this.#bundle.file, pointer: `${prefix}/${escape(key)}`, node });
    }

    const nodes = [{ label: '', pointer: '', node: root }];
    while (nodes.length > 0) this.#look(nodes.pop(), nodes);
    return this.#found;
  }

  /** One object of the document that is not a schema; those within it are looked at later. */
  #look({ label, pointer, node }, nodes) {
    const place = { file: this.#bundle.file, pointer, node };
    if (typeof node.in === 'string' && typeof node.name === 'string') this.#valued(`${label}?${node.name}`, place, node.in !== 'body');
    if (isObject(node.content)) {
      for (const [type, media] of Object.entries(node.content)) {
        this.#media(label, { ...place, pointer: `${pointer}/content/${escape(type)}`, node: media }, type);
      }
    }

    if (isObject(node.headers)) {
      for (const [name, header] of Object.entries(node.headers)) {
        if (!isObject(header) || header.$ref) continue;
        this.#valued(`${label}?${name}`, { ...place, pointer: `${pointer}/headers/${escape(name)}`, node: header }, true);
      }
    }

    if (this.#bundle.root.swagger && isObject(node.schema) && isObject(node.examples)) {
      for (const [type, value] of Object.entries(node.examples)) this.#values(label, place, [value], isJson(type));
    }

    if (isObject(node['x-oaiMeta']) && node.responses) this.#printedAnswers(label, place);
    for (const [key, child] of Object.entries(node)) {
      if (child === null || typeof child !== 'object' || /^x-|^(schemas?|definitions|examples?)$/.test(key)) continue;
      nodes.push({ label: labelOf(label, pointer, key), pointer: `${pointer}/${escape(key)}`, node: child });
    }
  }

  #media(label, { file, pointer, node }, type) {
    if (!isObject(node) || node.schema === undefined || /multipart/i.test(type)) return;
    const own = isObject(node.schema) && !node.schema.$ref ? examplesOf(node.schema, this.#bundle, file) : [];
    const texts = [...examplesOf(node, this.#bundle, file), ...own];
    this.#values(label, { file, pointer, node }, texts, isJson(type), /urlencoded/i.test(type));
  }

  /** A parameter or a header: its schema is a member of it, is that of its only content, or is the object itself (Swagger 2.0). */
  #valued(label, place, isText) {
    if (isObject(place.node.content)) return;
    const given = examplesOf(place.node, this.#bundle, place.file);
    const own = isObject(place.node.schema) && !place.node.schema.$ref ? examplesOf(place.node.schema, this.#bundle, place.file) : [];
    const values = [...given, ...own];
    if (place.node.schema !== undefined) {
      const types = isText ? this.#typesOf(place.node.schema) : [];
      this.#values(label, place, values.map((value) => fromText(value, types)), !isText, true);
      return;
    }

    if (!this.#bundle.root.swagger || place.node.type === 'file') return;
    const schema = Object.fromEntries(Object.entries(place.node).filter(([key]) => !NO_SCHEMA.has(key)));
    for (const value of values) this.#add(label, place.pointer, schema, value);
  }

  /** The types that a schema names, itself or where it refers to. */
  #typesOf(schema) {
    const found = isObject(schema) && schema.$ref ? this.#bundle.follow({ file: this.#bundle.file, pointer: schema.$ref.replace(/^#/, '') })?.node : schema;
    return isObject(found) ? [found.type ?? []].flat() : [];
  }

  #values(label, { file, pointer, node }, values, isJson, isLoose = false) {
    for (const value of values) {
      const parsed = isJson ? parse(value) : value;
      // The text of another format, XML for one, is no value of the schema.
      if (isJson || isLoose) this.#add(label, `${pointer}/schema`, node.schema, parsed);
    }
  }

  #schema(label, { pointer, node, file }) {
    const reference = { $ref: `#${pointer}` };
    for (const value of examplesOf(node, this.#bundle, file)) this.#add(label, pointer, reference, parseObject(value));
    const printed = node['x-oaiMeta']?.example;
    for (const value of typeof printed === 'string' ? answersIn(printed) : []) this.#add(label, pointer, reference, value.json);
  }

  /** OpenAI prints the answers of an operation as text: JSON, or the lines of an event stream. */
  #printedAnswers(label, { pointer, node }) {
    const meta = node['x-oaiMeta'];
    const texts = [meta.examples, meta.example].flat().flatMap((e) => (isObject(e) ? [e.response] : [])).concat(meta.returns_example ?? []);
    const status = Object.keys(node.responses).find((s) => /^2/.test(s));
    const content = isObject(node.responses[status]) ? node.responses[status].content ?? {} : {};
    for (const text of texts.filter((t) => typeof t === 'string')) {
      for (const { json, isEvent } of answersIn(text)) {
        const types = Object.keys(content);
        const type = isEvent ? types.find((t) => /event-stream/i.test(t)) : types.find(isJsonType) ?? types.find(isJson);
        const media = content[type];
        const key = media?.itemSchema ? 'itemSchema' : 'schema';
        if (media?.[key] === undefined) continue;
        this.#add(`${label}->${status}`, `${pointer}/responses/${status}/content/${escape(type)}/${key}`, media[key], json);
      }
    }
  }

  #add(label, pointer, schema, value) {
    if (value === undefined || schema === undefined) return;
    this.#found.push({ label: label.replaceAll(/\s/g, '_') || pointer, pointer, schema, value });
  }
}

/** What is within an operation is named after it, and after the status; what is a component, after its key. */
function labelOf(label, pointer, key) {
  if (METHODS.includes(key)) return `${key.toUpperCase()}:${pointer.split('/').at(-1).replaceAll('~1', '/')}`;
  if (/\/responses$/.test(pointer)) return `${label}->${key}`;
  return label || (/^\/components\//.test(pointer) ? key : '');
}

/** The values of `example` and `examples`, in whichever of their forms. */
function examplesOf(node, bundle, file) {
  const values = ['example', 'x-example'].filter((key) => key in node).map((key) => node[key]);
  if (Array.isArray(node.examples)) values.push(...node.examples);
  else if (isObject(node.examples)) {
    for (const entry of Object.values(node.examples)) {
      const isReference = typeof entry?.$ref === 'string' && entry.$ref.startsWith('#');
      const example = isReference ? bundle.follow({ file, pointer: entry.$ref.slice(1) })?.node : entry;
      if (isObject(example) && 'value' in example) values.push(example.value);
    }
  }

  return values;
}

/** A parameter or a header is text on the wire: a number that is printed for a string is its text there, and a text printed for an array is its items. */
function fromText(value, types) {
  if (/^(number|boolean)$/.test(typeof value) && types.includes('string') && !types.includes(typeof value) && !types.includes('integer')) return String(value);
  return typeof value === 'string' && types.includes('array') && !types.includes('string') ? value.split(',') : value;
}

/** JSON that was printed as text; undefined where it is none. */
function parse(value) {
  return typeof value === 'string' && /^\s*[[{]/.test(value) ? tryParse(value) : value;
}

function parseObject(value) {
  return typeof value === 'string' && /^\s*\{\s*"/.test(value) ? tryParse(value) ?? value : value;
}

function tryParse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a printed answer has: one JSON text, or one in each `data:` line of an event stream, or one in each line. */
function answersIn(text) {
  const json = tryParse(text.trim()) ?? tryParse(asJson(text));
  if (json !== undefined) return [{ json, isEvent: false }];
  const lines = text.split('\n');
  const events = lines.filter((line) => /^data:/.test(line)).map((line) => tryParse(line.slice(5).trim()));
  if (events.length === 0) events.push(...lines.filter((line) => /^\{.*\}$/.test(line.trim())).map((line) => tryParse(line)));
  return events.filter((e) => e !== undefined).map((e) => ({ json: e, isEvent: true }));
}

/** The text without what a person writes into JSON that no server sends: comments, a comma at the end, names without quotes. */
function asJson(text) {
  return text.replaceAll(/"(?:[^"\\\n]|\\.)*"|\/\/[^\n]*|,(?=\s*[\]}])|[A-Za-z_]+(?=\s*:)/g, (part) => {
    if (part[0] === '"') return part;
    return /^[A-Za-z_]/.test(part) ? `"${part}"` : '';
  });
}

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);
const isJsonType = (type) => /[/+]json(;|$)/i.test(type.trim());
const isJson = (type) => isJsonType(type) || /^\s*(\*\/\*|[^/]+)\s*$/.test(type);
