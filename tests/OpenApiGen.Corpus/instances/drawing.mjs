// Decides what an instance looks like - which branches, which optional members, how many items, which odd values - and leaves
// the rest of it to json-schema-faker.
import { generateSync } from 'json-schema-faker';
import { merge } from './merging.mjs';
import { anyJson, DECIMALS, FORMATS, INTEGERS, NAMES, NUMBERS, STRINGS } from './values.mjs';

/** There is no such instance, or not at this depth. */
class DeadEnd extends Error {}

const DEPTH_LIMIT = 24;
const NODE_BUDGET = 120;

/** `optional`: how likely an optional member is; `odd`: an odd value; `unknown`: members that nothing declares. */
export class Drawing {
  #bundle;
  #random;
  #how;
  #left = NODE_BUDGET;

  constructor(bundle, random, how) {
    this.#bundle = bundle;
    this.#random = random;
    this.#how = how;
  }

  /** An instance that is probably valid; undefined where the drawing led nowhere. */
  instance(def) {
    try {
      const plain = this.#draw({ $ref: `#/$defs/${def}` }, 0);
      return generateSync(plain, { seed: this.#random.below(2 ** 31), maxDepth: 10_000 });
    } catch (error) {
      if (error instanceof DeadEnd || /missing properties|were not found|Cannot generate/.test(error.message)) return undefined;
      throw error;
    }
  }

  /** A schema without references, branches and choices. */
  #draw(schema, depth) {
    if (depth > DEPTH_LIMIT) throw new DeadEnd();
    this.#left--;
    const flat = this.#flatten(schema, depth, { owner: undefined, part: false, within: {}, steps: 0 });
    const constant = flat.const ?? flat.supposed;
    if (constant !== undefined) return { const: constant };
    if (flat.enum) return { const: this.#random.pick(flat.enum) };
    const type = this.#type(flat, depth);
    switch (type) {
      case undefined: return { const: anyJson(this.#random) };
      case 'object': return this.#object(flat, depth);
      case 'array': return this.#array(flat, depth);
      case 'string': return this.#string(flat);
      case 'integer': case 'number': return this.#number(flat, type);
      default: return { type };
    }
  }

  // ---- branches

  #flatten(schema, depth, at) {
    if (schema === true) return {};
    if (schema === false || at.steps > 40) throw new DeadEnd();
    const { $ref, allOf, anyOf, oneOf, if: condition, then: whenTrue, else: whenFalse, not, discriminator, ...own } = schema;
    let flat = own;
    const add = (part, more) => {
      flat = merge(flat, this.#flatten(part, depth, { ...at, within: merge(at.within, flat) ?? flat, steps: at.steps + 1, ...more }));
      if (flat === undefined) throw new DeadEnd();
    };
    if (discriminator && !oneOf && !anyOf) {
      if (!at.part) {
        const heir = this.#random.chance(0.7) ? this.#random.pick(this.#heirs(at.owner, discriminator)) : undefined;
        if (heir) {
          flat = this.#flatten(this.#bundle.defs[heir], depth, { ...at, owner: heir, part: true, steps: at.steps + 1 });
          return this.#isStranger(at.owner, heir) ? this.#discriminate(flat, discriminator, heir) : flat;
        }
      }
    }

    if ($ref) {
      const name = $ref.slice('#/$defs/'.length);
      add(this.#bundle.defs[name], { owner: at.part ? at.owner : name });
    }

    for (const part of allOf ?? []) add(part, { part: true });
    for (const branches of [oneOf, anyOf]) {
      if (!branches) continue;
      const branch = this.#branch(branches.filter((b) => merge(merge(at.within, flat) ?? flat, b) !== undefined), depth);
      add(branch, { part: false, owner: undefined });
      if (discriminator && branch.$ref) flat = this.#discriminate(flat, discriminator, branch.$ref.slice('#/$defs/'.length));
    }

    if (condition !== undefined) {
      if (this.#random.chance(0.5)) {
        add(condition, { part: true });
        if (whenTrue !== undefined) add(whenTrue, { part: true });
      } else if (whenFalse !== undefined) {
        add(whenFalse, { part: true });
      }
    }

    if (!discriminator || oneOf || anyOf || !at.owner) return flat;
    const strangers = Object.keys(discriminator.mapping).filter((key) => this.#isStranger(at.owner, discriminator.mapping[key].slice('#/$defs/'.length)));
    return strangers.length > 0 ? this.#unmapped(flat, discriminator.propertyName, strangers) : this.#discriminate(flat, discriminator, at.owner);
  }

  #branch(branches, depth) {
    if (branches.length === 0) throw new DeadEnd();
    if (depth < 6) return this.#random.pick(branches);
    const ends = branches.filter((b) => b.type && b.type !== 'object' && b.type !== 'array');
    return this.#random.pick(ends.length > 0 ? ends : branches);
  }

  #heirs(owner, discriminator) {
    const heirs = new Set(Object.values(discriminator.mapping).map((ref) => ref.slice('#/$defs/'.length)));
    for (const heir of this.#bundle.heirsOf(owner)) heirs.add(heir);
    heirs.delete(owner);
    return [...heirs];
  }

  /** Whether a schema that a mapping names does not build on the one that has the discriminator. */
  #isStranger(owner, heir) {
    if (heir === owner) return false;
    const seen = new Set([heir]);
    for (const def of seen) {
      for (const { $ref } of this.#bundle.defs[def].allOf ?? []) if ($ref) seen.add($ref.slice('#/$defs/'.length));
    }

    return !seen.has(owner);
  }

  /** What a mapping says is another schema is not drawn as the one that has the discriminator: it would not be valid there. */
  #unmapped(flat, propertyName, mapped) {
    const declared = flat.properties?.[propertyName];
    const values = declared && this.#flatten(declared, 0, { owner: undefined, part: false, within: {}, steps: 0 }).enum;
    if (!values) return flat;
    const left = values.filter((value) => !mapped.includes(value));
    if (left.length === 0) throw new DeadEnd();
    return { ...flat, properties: { ...flat.properties, [propertyName]: { enum: left } } };
  }

  /** The member that says what an object is says so, unless its own schema says something else. */
  #discriminate(flat, { propertyName, mapping }, def) {
    if (flat.type && ![flat.type].flat().includes('object')) return flat;
    const mapped = Object.keys(mapping).filter((key) => mapping[key] === `#/$defs/${def}`);
    const value = mapped.length > 0 ? this.#random.pick(mapped) : this.#bundle.nameOf(def);
    const declared = flat.properties?.[propertyName] ?? true;
    return {
      ...flat,
      properties: { ...flat.properties, [propertyName]: { allOf: [{ supposed: value }, declared] } },
      required: [...new Set([...(flat.required ?? []), propertyName])],
    };
  }

  #type(flat, depth) {
    if (flat.type) {
      const types = [flat.type].flat();
      const values = types.filter((t) => t !== 'null');
      return types.length > values.length && (values.length === 0 || this.#random.chance(depth > 6 ? 0.8 : 0.25)) ? 'null' : this.#random.pick(values);
    }

    const has = (...keys) => keys.some((k) => flat[k] !== undefined);
    if (has('properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties', 'maxProperties')) return 'object';
    if (has('items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems')) return 'array';
    if (has('pattern', 'format', 'minLength', 'maxLength')) return 'string';
    return has('minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf') ? 'number' : undefined;
  }

  // ---- objects

  #object(flat, depth) {
    const declared = flat.properties ?? {};
    const members = new Map();
    const required = new Set(flat.required ?? []);
    for (const name of Object.keys(declared)) {
      if (required.has(name)) members.set(name, this.#draw(declared[name], depth + 1));
      else if (this.#wants(depth)) this.#try(members, name, declared[name], depth);
    }

    for (const name of required) {
      if (!members.has(name)) members.set(name, this.#draw(this.#undeclared(flat, name), depth + 1));
    }

    for (const [trigger, names] of Object.entries(flat.dependentRequired ?? {})) {
      for (const name of members.has(trigger) ? names : []) {
        if (!members.has(name)) members.set(name, this.#draw(declared[name] ?? this.#undeclared(flat, name), depth + 1));
      }
    }

    this.#others(flat, members, depth);
    for (const name of Object.keys(declared)) {
      if (members.size >= (flat.minProperties ?? 0)) break;
      if (!members.has(name)) this.#try(members, name, declared[name], depth);
    }

    for (const name of [...members.keys()].reverse()) {
      if (members.size > (flat.maxProperties ?? Infinity) && !required.has(name)) members.delete(name);
    }

    // Order is not part of an object, and what is read must not depend on it.
    let names = [...members.keys()];
    if (this.#random.chance(this.#how.odd / 2)) names = names.map((n) => [this.#random.next(), n]).sort((a, b) => a[0] - b[0]).map((p) => p[1]);
    return { type: 'object', properties: Object.fromEntries(names.map((n) => [n, members.get(n)])), required: names, additionalProperties: false };
  }

  /** All of them at the top, ever fewer below. */
  #wants(depth) {
    if (depth === 0) return this.#random.chance(this.#how.optional);
    return this.#left > 0 && this.#random.chance(this.#how.optional * 0.6 ** (depth - 1));
  }

  #try(members, name, schema, depth) {
    try {
      members.set(name, this.#draw(schema, depth + 1));
    } catch (error) {
      if (!(error instanceof DeadEnd)) throw error;
    }
  }

  #undeclared(flat, name) {
    for (const [pattern, schema] of Object.entries(flat.patternProperties ?? {})) {
      if (matches(pattern, name)) return schema;
    }

    return flat.additionalProperties ?? true;
  }

  #others(flat, members, depth) {
    const add = (name, schema) => {
      if (name in (flat.properties ?? {}) || members.has(name)) return;
      if (Object.keys(flat.patternProperties ?? {}).every((p) => schema === flat.patternProperties[p] || !matches(p, name))) this.#try(members, name, schema, depth);
    };
    for (const [pattern, schema] of Object.entries(flat.patternProperties ?? {})) {
      if (this.#wants(depth)) add(generateSync({ type: 'string', pattern }, { seed: this.#random.below(2 ** 31) }), schema);
    }

    const more = flat.additionalProperties ?? true;
    if (more === false || flat.unevaluatedProperties === false) return;
    const described = more !== true && Object.keys(more).length > 0;
    const isMap = described || !flat.properties;
    let count = (flat.minProperties ?? 0) - members.size;
    if (isMap ? this.#wants(depth) : depth === 0 ? this.#how.unknown : this.#how.unknown && this.#random.chance(0.1)) {
      count = Math.max(count, 1 + this.#random.below(3));
    }

    for (let i = 0; i < count; i++) {
      const name = this.#name(flat.propertyNames, i);
      if (name !== undefined) add(name, described ? more : { const: anyJson(this.#random) });
    }
  }

  #name(schema, index) {
    if (schema) {
      const plain = this.#draw(schema, 1);
      const name = plain.type === undefined && plain.const === undefined ? undefined : generateSync(plain, { seed: this.#random.below(2 ** 31) });
      return typeof name === 'string' ? name : undefined;
    }

    return this.#random.chance(this.#how.odd) ? this.#random.pick(NAMES) : `key_${index}`;
  }

  // ---- everything else

  #array(flat, depth) {
    const prefix = flat.prefixItems ?? [];
    const least = flat.minItems ?? 0;
    let count = this.#wants(depth) ? Math.max(least, prefix.length) + this.#random.below(3) : least;
    if (least === 0 && count === 0 && this.#how.optional === 1 && this.#wants(depth)) count = 1;
    count = Math.min(count, flat.maxItems ?? Infinity, flat.items === false ? prefix.length : Infinity);
    const items = [];
    for (let i = 0; i < count; i++) {
      try {
        items.push(this.#draw(prefix[i] ?? flat.items ?? true, depth + 1));
      } catch (error) {
        if (!(error instanceof DeadEnd) || i < least) throw error;
        break;
      }
    }

    if (items.length === 0) return { const: [] };
    return { type: 'array', prefixItems: items, minItems: items.length, maxItems: items.length, uniqueItems: flat.uniqueItems };
  }

  #string(flat) {
    const fits = (text) => [...text].length >= (flat.minLength ?? 0) && [...text].length <= (flat.maxLength ?? Infinity) && (!flat.pattern || matches(flat.pattern, text));
    const known = FORMATS[flat.format];
    if (known?.every((v) => typeof v === 'string')) {
      const values = known.filter(fits);
      if (values.length > 0 && (!JSF_FORMATS.has(flat.format) || this.#random.chance(0.7))) return { const: this.#random.pick(values) };
    } else if (!JSF_FORMATS.has(flat.format) && this.#random.chance(this.#how.odd)) {
      const values = STRINGS.filter(fits);
      if (values.length > 0) return { const: this.#random.pick(values) };
    }

    const { pattern, minLength, maxLength, format } = flat;
    // Of a pattern and a format the pattern is the stricter one, as a rule; a long string is as good as a longer one.
    const result = { type: 'string', minLength, maxLength: maxLength === undefined || pattern ? maxLength : Math.min(maxLength, (minLength ?? 0) + 40) };
    if (pattern) result.pattern = pattern;
    else if (JSF_FORMATS.has(format)) result.format = format;
    return result;
  }

  #number(flat, type) {
    const fits = (n) =>
      n >= (flat.minimum ?? -Infinity) && n <= (flat.maximum ?? Infinity) && n > (flat.exclusiveMinimum ?? -Infinity)
      && n < (flat.exclusiveMaximum ?? Infinity) && (!flat.multipleOf || Number.isInteger(n / flat.multipleOf)) && (type === 'number' || Number.isInteger(n));
    const special = /^(decimal|decimal128|money|currency)$/.test(flat.format) ? DECIMALS : FORMATS[flat.format] ?? (type === 'integer' ? INTEGERS : NUMBERS);
    const values = special.filter(fits);
    if (values.length > 0 && this.#random.chance(this.#how.odd)) return { const: this.#random.pick(values) };
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = flat;
    const result = { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf };
    const low = exclusiveMinimum ?? minimum;
    const high = exclusiveMaximum ?? maximum;
    if (low !== undefined && high === undefined) result.maximum = Math.ceil(low) + 1000 * (multipleOf ?? 1);
    if (high !== undefined && low === undefined) result.minimum = Math.floor(high) - 1000 * (multipleOf ?? 1);
    if (flat.format?.startsWith('u') && low === undefined) result.minimum = 0;
    return result;
  }
}

const JSF_FORMATS = new Set(['date-time', 'date', 'uri', 'uri-reference', 'hostname', 'ipv4', 'ipv6', 'uuid', 'json-pointer', 'duration']);

function matches(pattern, text) {
  return new RegExp(pattern, 'u').test(text);
}
