// Says of values that were not read as their type entirely whether they are valid, and which of their members that were taken for
// undeclared ones their schema declares.
import { escape, SchemaBundle } from './documents.mjs';
import { Validator } from './validation.mjs';

/** For each `{ pointer, value, extras }`, extras being JSON pointers into the value: `{ problem }`, or `{ declared }` where it is valid. */
export function judgeValues(document, values) {
  const bundle = new SchemaBundle(document);
  const defs = bundle.define(values.map(({ pointer }) => ({ file: bundle.file, pointer })));
  const judge = new Judge(bundle, new Validator(bundle));
  return values.map(({ value, extras }, i) => judge.look(defs[i], value, extras));
}

class Judge {
  #bundle;
  #validator;

  constructor(bundle, validator) {
    this.#bundle = bundle;
    this.#validator = validator;
  }

  look(def, value, extras) {
    if (!def) return { problem: 'there is no such schema' };
    if (!this.#validator.isValid(def, value)) return { problem: this.#validator.errors(def) };
    const found = this.#declared({ pointer: def, schema: this.#bundle.defs[def] }, value, '', new Set(extras), new Set());
    return { declared: extras.filter((e) => found.has(e)) };
  }

  /** The members of a value, and of values in it, that schemas name which the value is valid for. */
  #declared(at, value, path, extras, within) {
    const found = new Set();
    const { schema } = at;
    if (schema === null || typeof schema !== 'object' || value === null || typeof value !== 'object') return found;
    const key = `${at.pointer} ${path}`;
    if (within.has(key)) return found;
    within.add(key);
    const take = (keyword, part, of, place) => {
      for (const name of this.#declared({ pointer: `${at.pointer}/${keyword}`, schema: part }, of, place, extras, within)) found.add(name);
    };
    const fits = (keyword) => this.#fits(`${at.pointer}/${keyword}`, value);
    if (schema.$ref) this.#reference(schema.$ref, value, path, extras, within).forEach((name) => found.add(name));
    if (Array.isArray(value)) {
      value.forEach((item, i) => {
        if (i < (schema.prefixItems?.length ?? 0)) take(`prefixItems/${i}`, schema.prefixItems[i], item, `${path}/${i}`);
        else if (schema.items) take('items', schema.items, item, `${path}/${i}`);
      });
    } else {
      for (const [name, item] of Object.entries(value)) {
        const place = `${path}/${escape(name)}`;
        if (schema.properties && Object.hasOwn(schema.properties, name)) {
          found.add(place);
          take(`properties/${escape(name)}`, schema.properties[name], item, place);
        } else if (schema.additionalProperties) take('additionalProperties', schema.additionalProperties, item, place);
      }
    }

    (schema.allOf ?? []).forEach((part, i) => take(`allOf/${i}`, part, value, path));
    for (const keyword of ['anyOf', 'oneOf']) {
      // One branch is read: that which names most, and of equals the one that was read.
      const branches = (schema[keyword] ?? []).map((part, i) => ({ part, i })).filter(({ i }) => fits(`${keyword}/${i}`))
        .map(({ part, i }) => this.#declared({ pointer: `${at.pointer}/${keyword}/${i}`, schema: part }, value, path, extras, within));
      const missed = (set) => [...set].filter((name) => extras.has(name)).length;
      branches.sort((a, b) => b.size - a.size || missed(a) - missed(b));
      (branches[0] ?? []).forEach((name) => found.add(name));
    }

    for (const heir of this.#heir(schema, value)) this.#reference(heir, value, path, extras, within).forEach((name) => found.add(name));
    if (schema.if) {
      const keyword = fits('if') ? 'then' : 'else';
      if (schema[keyword]) take(keyword, schema[keyword], value, path);
    }

    within.delete(key);
    return found;
  }

  #reference(ref, value, path, extras, within) {
    const def = ref.slice('#/$defs/'.length);
    return this.#declared({ pointer: def, schema: this.#bundle.defs[def] }, value, path, extras, within);
  }

  /** The schema that a mapping of a discriminator names for the value, where the value is valid for it. */
  #heir(schema, value) {
    const { propertyName, mapping } = schema.discriminator ?? {};
    const heir = propertyName && mapping?.[value[propertyName]];
    return heir && this.#validator.isValid(heir.slice('#/$defs/'.length), value) ? [heir] : [];
  }

  #fits(pointer, value) {
    return this.#validator.isValid(pointer, value);
  }
}
