// Reads a document and what it refers to, and turns its schemas into JSON Schema 2020-12.
import fs from 'node:fs';
import path from 'node:path';
import YAML from 'yaml';

/**
 * The schemas of one document: `defs` by their name in the bundle, `components` as pairs of component key and that name.
 * `without`: members that are `readOnly`, or `writeOnly`, are left out.
 */
export class SchemaBundle {
  defs = {};
  components = [];
  #files = new Map();
  #names = new Map();
  #labels = new Map();
  #heirs;
  #current;
  #pending = [];

  constructor(file, { without } = {}) {
    this.file = path.resolve(file);
    this.without = without;
    const root = this.root = this.#read(this.file);
    this.version = String(root.swagger ?? root.openapi ?? '');
    const prefix = root.swagger ? '/definitions/' : '/components/schemas/';
    const schemas = (root.swagger ? root.definitions : root.components?.schemas) ?? {};
    for (const key of Object.keys(schemas)) {
      this.components.push([key, this.#define(this.file, prefix + escape(key))]);
    }

    this.#complete();
  }

  /** The definitions of schemas wherever they stand, by their JSON pointers. */
  define(places) {
    const names = places.map(({ file, pointer }) => this.#define(file, pointer));
    this.#complete();
    return names;
  }

  /** What a place has, or refers to: its node, and where that is; nothing where it leads nowhere. */
  follow(place) {
    for (let steps = 0; steps < 20; steps++) {
      const node = at(this.#read(place.file), place.pointer);
      if (typeof node?.$ref !== 'string') return node && { ...place, node };
      const [address, pointer = ''] = node.$ref.split('#');
      const file = address ? path.resolve(path.dirname(place.file), decode(address)) : place.file;
      if (address && (/^[a-z]+:/i.test(address) || !fs.existsSync(file))) return undefined;
      place = { file, pointer };
    }

    return undefined;
  }

  // A queue and not recursion: references form cycles.
  #complete() {
    while (this.#pending.length > 0) {
      const { name, file: from, node } = this.#pending.shift();
      this.#current = name;
      this.defs[name] = this.convert(node, from);
    }

    this.#cutCircles();
  }

  /** Whether the schema keywords are those of the OpenAPI 3.0 dialect, in which Swagger 2.0 is one more. */
  get old() {
    return /^(2|3\.0)/.test(this.version);
  }

  /** The component key of a definition, or the last part of the reference to it. */
  nameOf(def) {
    return this.#labels.get(def);
  }

  /** The components that have a definition among their parts. */
  heirsOf(def) {
    this.#heirs ??= this.components.map(([, d]) => [d, (this.defs[d].allOf ?? []).map((part) => part.$ref)]);
    return this.#heirs.filter(([, parts]) => parts.includes(`#/$defs/${def}`)).map(([d]) => d);
  }

  /** Whether a schema describes objects, and nothing but them and null. */
  isObject(def, seen = new Set()) {
    const look = (schema) => {
      if (schema === null || typeof schema !== 'object') return false;
      if (schema.type) return [schema.type].flat().every((t) => t === 'object' || t === 'null') && schema.type !== 'null';
      if (schema.properties) return true;
      if (schema.$ref) {
        const name = schema.$ref.slice('#/$defs/'.length);
        return !seen.has(name) && seen.add(name) && this.isObject(name, seen);
      }

      const branches = schema.oneOf ?? schema.anyOf;
      return (schema.allOf ?? []).some(look) || (branches?.some(look) && branches.every((b) => b.type === 'null' || look(b)));
    };
    return Boolean(look(this.defs[def]));
  }

  convert(node, file) {
    if (typeof node === 'boolean') return node;
    if (node === null || typeof node !== 'object' || Array.isArray(node)) return {};
    if (this.without && node.properties) node = this.#withoutSome(node, file);
    const result = {};
    if (typeof node.$ref === 'string') {
      const target = this.#target(node.$ref, file);
      if (target) result.$ref = target;
      // What stands beside a reference is ignored up to 3.0.
      if (this.old) return result;
    }

    // 2019-09: the schema that it stands in, which nothing here extends.
    if (node.$recursiveRef === '#' && !this.old) result.$ref ??= `#/$defs/${this.#current}`;

    for (const [key, value] of Object.entries(node)) {
      const converted = this.#keyword(key, value, node, file);
      if (converted !== undefined) result[key] = converted;
    }

    if (this.old) {
      exclusive(result, node, 'minimum', 'exclusiveMinimum');
      exclusive(result, node, 'maximum', 'exclusiveMaximum');
      if (node.nullable === true || node['x-nullable'] === true) return orNull(result);
    }

    return result;
  }

  /**
   * A base that lists its heirs in oneOf, and heirs that have the base in allOf, are a circle to a validator, though what the
   * author means is plain: the heirs have the members of the base.
   */
  #cutCircles() {
    for (const [name, def] of Object.entries(this.defs)) {
      (def.allOf ?? []).forEach((part, i) => {
        const base = part.$ref?.slice('#/$defs/'.length);
        const { oneOf, anyOf, ...members } = this.defs[base] ?? {};
        if (![...(oneOf ?? []), ...(anyOf ?? [])].some((b) => b.$ref === `#/$defs/${name}`)) return;
        this.defs[`${base}_members`] = members;
        this.#labels.set(`${base}_members`, this.nameOf(base));
        def.allOf[i] = { $ref: `#/$defs/${base}_members` };
      });
    }
  }

  #withoutSome(node, file) {
    const stays = ([, schema]) => {
      if (schema?.[this.without] === true) return false;
      if (typeof schema?.$ref !== 'string') return true;
      const [address, pointer = ''] = schema.$ref.split('#');
      return address !== '' || this.follow({ file, pointer })?.node[this.without] !== true;
    };
    const properties = Object.fromEntries(Object.entries(node.properties).filter(stays));
    const gone = new Set(Object.keys(node.properties).filter((name) => !(name in properties)));
    return gone.size === 0 ? node : { ...node, properties, required: Array.isArray(node.required) ? node.required.filter((name) => !gone.has(name)) : undefined };
  }

  #keyword(key, value, node, file) {
    const schema = (v) => this.convert(v, file);
    const isObject = value !== null && typeof value === 'object' && !Array.isArray(value);
    switch (key) {
      case 'type':
        return types(value);
      case 'properties': case 'patternProperties': case 'dependentSchemas':
        return isObject ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, schema(v)])) : undefined;
      case 'allOf': case 'anyOf': case 'oneOf': case 'prefixItems':
        return Array.isArray(value) && value.length > 0 ? value.map(schema) : undefined;
      case 'items': case 'additionalProperties': case 'not': case 'if': case 'then': case 'else': case 'propertyNames':
      case 'contains': case 'unevaluatedProperties': case 'unevaluatedItems':
        return isObject || typeof value === 'boolean' ? schema(value) : undefined;
      case 'required':
        return Array.isArray(value) ? [...new Set(value.filter((v) => typeof v === 'string'))] : undefined;
      case 'enum':
        return Array.isArray(value) && value.length > 0 ? value : undefined;
      case 'dependentRequired':
        return isObject ? value : undefined;
      case 'minimum': case 'maximum': case 'exclusiveMinimum': case 'exclusiveMaximum': case 'multipleOf':
        return typeof value === 'number' ? value : undefined;
      case 'minLength': case 'maxLength': case 'minItems': case 'maxItems': case 'minProperties': case 'maxProperties':
      case 'minContains': case 'maxContains':
        return Number.isInteger(value) && value >= 0 ? value : undefined;
      case 'uniqueItems':
        return value === true ? true : undefined;
      case 'pattern':
        return typeof value === 'string' && isPattern(value) ? value : undefined;
      case 'format':
        return typeof value === 'string' ? value : undefined;
      case 'const':
        return value;
      case 'discriminator': {
        // Read by the drawing; a validator knows it as an annotation.
        const propertyName = typeof value === 'string' ? value : value?.propertyName;
        if (typeof propertyName !== 'string') return undefined;
        const mapping = {};
        for (const [name, to] of Object.entries(value?.mapping ?? {})) {
          const target = this.#target(/[#/.]/.test(to) ? to : `#/components/schemas/${escape(to)}`, file);
          if (target) mapping[name] = target;
        }
        return { propertyName, mapping };
      }
      default:
        return undefined;
    }
  }

  /** What a reference becomes in the bundle; nothing where it leads nowhere. */
  #target(reference, file) {
    const [address, pointer = ''] = reference.split('#');
    const target = address ? path.resolve(path.dirname(file), decodeURIComponent(address)) : file;
    if (address && (/^[a-z]+:/i.test(address) || !fs.existsSync(target))) return undefined;
    const name = this.#define(target, pointer);
    return name && `#/$defs/${name}`;
  }

  #define(file, pointer) {
    const key = `${file}#${pointer}`;
    if (this.#names.has(key)) return this.#names.get(key);
    const node = at(this.#read(file), pointer);
    if (node === undefined) return undefined;
    const name = `d${this.#names.size}`;
    this.#names.set(key, name);
    this.#labels.set(name, unescape(pointer.split('/').at(-1)) || path.parse(file).name);
    this.#pending.push({ name, file, node });
    return name;
  }

  #read(file) {
    if (!this.#files.has(file)) {
      const text = fs.readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
      const json = /^\s*\{/.test(text) && tryJson(text);
      this.#files.set(file, json || YAML.parse(text, { uniqueKeys: false, maxAliasCount: -1, logLevel: 'silent' }));
    }

    return this.#files.get(file);
  }
}

const TYPES = new Set(['object', 'array', 'string', 'number', 'integer', 'boolean', 'null']);

function types(value) {
  const known = (Array.isArray(value) ? value : [value]).filter((t) => TYPES.has(t));
  return known.length === 0 ? undefined : known.length === 1 ? known[0] : known;
}

/** `exclusiveMinimum: true` beside `minimum: n` is `exclusiveMinimum: n`. */
function exclusive(result, node, bound, key) {
  delete result[key];
  if (node[key] !== true || typeof result[bound] !== 'number') return;
  result[key] = result[bound];
  delete result[bound];
}

function orNull(schema) {
  if (schema.type && !schema.enum) return { ...schema, type: [...new Set([schema.type, 'null'].flat())] };
  if (schema.type || schema.enum) {
    const result = { ...schema };
    if (schema.type) result.type = [...new Set([schema.type, 'null'].flat())];
    if (schema.enum) result.enum = schema.enum.includes(null) ? schema.enum : [...schema.enum, null];
    return result;
  }

  return Object.keys(schema).length === 0 ? schema : { anyOf: [schema, { type: 'null' }] };
}

/** Patterns come from every language; one that JavaScript does not know says nothing here. */
function isPattern(text) {
  try {
    return Boolean(new RegExp(text, 'u'));
  } catch {
    return false;
  }
}

function tryJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function escape(key) {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

function unescape(part) {
  return part.replaceAll('~1', '/').replaceAll('~0', '~');
}

function at(root, pointer) {
  let node = root;
  for (const part of pointer.split('/').slice(1)) {
    const plain = unescape(part);
    node = node?.[plain] ?? node?.[decode(plain)];
  }

  return node;
}

function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
