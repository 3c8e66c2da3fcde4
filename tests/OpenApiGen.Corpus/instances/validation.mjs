import Ajv2020 from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';

/** Says whether JSON is valid for a schema of a bundle; the word on that is ajv's. */
export class Validator {
  #ajv = new Ajv2020({ strict: false, logger: false, validateSchema: false, addUsedSchema: false, ownProperties: true });
  #compiled = new Map();

  constructor(bundle) {
    addFormats(this.#ajv);
    this.#ajv.addSchema({ $id: 'bundle', $defs: bundle.defs });
  }

  isValid(def, value) {
    try {
      return this.#of(def)(value);
    } catch (error) {
      // A schema that refers to itself and to nothing else is never done.
      if (error instanceof RangeError) return false;
      throw error;
    }
  }

  errors(def) {
    return this.#ajv.errorsText(this.#of(def).errors, { dataVar: '$' });
  }

  #of(def) {
    if (!this.#compiled.has(def)) this.#compiled.set(def, this.#ajv.compile({ $ref: `bundle#/$defs/${def}` }));
    return this.#compiled.get(def);
  }
}
