// Arguments for the operations of a document, and the schemas of their answers.
import { Drawing } from './drawing.mjs';
import { escape, SchemaBundle } from './documents.mjs';
import { Random } from './random.mjs';
import { Validator } from './validation.mjs';
import { rawMark } from './values.mjs';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace', 'query'];
const ATTEMPTS = 60;

/** The operations of a document: their parameters, bodies and answers as places of the document. */
export function* operations(bundle) {
  for (const path of Object.keys(bundle.root.paths ?? {})) {
    const item = bundle.follow({ file: bundle.file, pointer: `/paths/${escape(path)}` });
    for (const method of METHODS) {
      const node = item?.node[method];
      if (!node) continue;
      const place = (pointer) => ({ file: item.file, pointer: `${item.pointer}${pointer}` });
      const parameters = new Map();
      for (const from of ['', `/${method}`]) {
        const list = (from ? node : item.node).parameters ?? [];
        for (let i = 0; i < list.length; i++) {
          const found = bundle.follow(place(`${from}/parameters/${i}`));
          if (found) parameters.set(`${found.node.in}/${found.node.name}`, found);
        }
      }

      const body = node.requestBody && bundle.follow(place(`/${method}/requestBody`));
      const answers = Object.keys(node.responses ?? {}).map((status) => ({ status, ...bundle.follow(place(`/${method}/responses/${status}`)) })).filter((a) => a.node);
      yield { path, method: method.toUpperCase(), parameters: [...parameters.values()], body, answers };
    }
  }
}

/** What each operation can be called with: arguments as JSON, the required ones alone and all of them. */
export function drawArguments(document) {
  const bundle = new SchemaBundle(document, { without: 'readOnly' });
  const all = [...operations(bundle)].map((operation) => ({
    ...operation,
    parameters: operation.parameters.map((p) => ({ ...p, value: schemaOf(p) })),
    contents: contentOf(operation.body),
  }));
  define(bundle, all.flatMap((o) => [...o.parameters.map((p) => p.value), ...o.contents]));
  const validator = new Validator(bundle);
  return all.map(({ path, method, parameters, body, contents, answers }) => {
    const seed = `${method} ${path}`;
    return {
      method,
      path,
      parameters: parameters.map(({ node, value }) => ({
        name: node.name,
        in: node.in,
        required: node.in === 'path' || node.required === true,
        values: [0, 1].map((full) => draw(bundle, validator, value.def, `${seed}/${node.in}/${node.name}/${full}`, full, fitsParameter(node))),
      })),
      bodies: contents.map((content) => ({
        mediaType: content.mediaType,
        required: body.node.required === true,
        values: [0, 1].map((full) => draw(bundle, validator, content.def, `${seed}/${content.mediaType}/${full}`, full, fitsBody(content))),
      })),
      statuses: answers.map((a) => a.status),
    };
  });
}

/**
 * A document in which operations whose paths differ in a fragment alone have paths of their own, as no server is told a fragment;
 * undefined where there are none.
 */
export function withoutFragments(document) {
  const { root } = new SchemaBundle(document);
  const paths = Object.entries(root.paths ?? {});
  if (!paths.some(([path]) => path.includes('#'))) return undefined;
  return { ...root, paths: Object.fromEntries(paths.map(([path, item]) => [path.replace('#', '/'), item])) };
}

/** Says of answers whether they are valid: `{method, path, status, mediaType, body}` each. */
export function judgeAnswers(document, answers) {
  const bundle = new SchemaBundle(document, { without: 'writeOnly' });
  const schemas = new Map();
  for (const { path, method, answers: documented } of operations(bundle)) {
    for (const answer of documented) {
      for (const content of contentOf(answer)) schemas.set(`${method} ${path} ${answer.status.toUpperCase()} ${essence(content.mediaType)}`, content);
    }
  }

  define(bundle, [...schemas.values()]);
  const validator = new Validator(bundle);
  return answers.map(({ method, path, status, mediaType, body }) => {
    const content = [String(status), `${String(status)[0]}XX`, 'DEFAULT'].map((s) => schemas.get(`${method} ${path} ${s} ${essence(mediaType)}`)).find((c) => c);
    let value;
    try {
      value = JSON.parse(body);
    } catch (error) {
      return error.message;
    }

    return !content?.def || validator.isValid(content.def, value) ? null : validator.errors(content.def);
  });
}

function define(bundle, contents) {
  const known = contents.filter((c) => c.pointer !== undefined);
  bundle.define(known).forEach((def, i) => {
    known[i].def = def;
  });
}

/** A parameter has its schema itself, or that of its only content. */
function schemaOf({ file, pointer, node }) {
  if (node.schema !== undefined) return { file, pointer: `${pointer}/schema` };
  return contentOf({ file, pointer, node })[0] ?? {};
}

function contentOf(place) {
  return Object.entries(place?.node.content ?? {}).map(([mediaType, media]) => ({
    mediaType,
    encoding: media?.encoding,
    ...(media?.schema === undefined ? {} : { file: place.file, pointer: `${place.pointer}/content/${escape(mediaType)}/schema` }),
  }));
}

function essence(mediaType) {
  return mediaType.split(';')[0].trim().toLowerCase();
}

/** A valid value that fits, and well if there is one; undefined where none was found, or where the schema says nothing at all. */
function draw(bundle, validator, def, seed, full, fits) {
  if (!def) return undefined;
  let second;
  for (let i = 0; i < ATTEMPTS; i++) {
    const random = new Random(`${seed}/${i}`);
    // Ever tamer, so that in the end there is one.
    const odd = i < ATTEMPTS / 3 ? 0.3 * full : 0;
    const value = new Drawing(bundle, random, { optional: i < ATTEMPTS / 2 ? full : 0.5, odd, unknown: false }).instance(def);
    if (value === undefined || !validator.isValid(def, value)) continue;
    const tamed = fits.tamed ? fits.tamed(value) : value;
    if (fits(tamed) && (fits.well?.(tamed) ?? true) && validator.isValid(def, tamed)) return tamed;
    if (fits(value)) second ??= value;
  }

  return second;
}

const isContainer = (value) => value !== null && typeof value === 'object';

/** What the place and the style of a parameter can say at all. */
function fitsParameter({ in: place, style, content }) {
  const text = {
    path: (v) => v !== '' && !/^\.+$/.test(v),
    header: (v) => /^[!-~]([ -~]*[!-~])?$/.test(v),
    cookie: (v) => /^[!-~]+$/.test(v) && !/[;,"\\]/.test(v),
    query: (v) => v !== '',
  }[place] ?? (() => true);
  const scalar = (v) => v !== null && (typeof v !== 'string' || (text(v) && !isRaw(v)));
  const fits = (value) => {
    if (content) return value !== null && !JSON.stringify(value).includes('\\u0001raw');
    if (!isContainer(value)) return scalar(value);
    const parts = Object.values(value);
    // Without parts there is nothing to send.
    return parts.length > 0 && parts.every((v) => (style === 'deepObject' && isContainer(v) ? Object.values(v).every((w) => !isContainer(w) && scalar(w)) : !isContainer(v) && scalar(v)));
  };

  // Prism takes a list of one for what is in it, where a schema has other choices than a list.
  fits.well = (value) => !Array.isArray(value) || value.length > 1 || place !== 'query';
  return fits;
}

function isRaw(text) {
  return text.startsWith(rawMark('').slice(0, 4));
}

/** In a form, a member that is null or an empty list is not sent. */
function fitsBody({ mediaType, encoding }) {
  const multipart = /^multipart\//i.test(mediaType);
  if (!multipart && !/^application\/x-www-form-urlencoded/i.test(mediaType)) return () => true;
  const fits = (value) => isContainer(value) && Object.values(value).every((v) => v !== null && (!isContainer(v) || Object.keys(v).length > 0));
  // Prism reads lists and objects of a form only in some styles.
  const reads = ([name, v]) => v !== null && (!isContainer(v) || (!multipart && encoding?.[name]?.style && encoding[name].explode !== false));
  fits.tamed = (value) => (isContainer(value) ? Object.fromEntries(Object.entries(value).filter(reads)) : value);
  return fits;
}
