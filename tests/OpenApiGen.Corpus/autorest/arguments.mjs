// What the operations of AutoRest's documents are called with: the only value of an enum, defaults and examples, and for a body what the
// server answers to GET of the same path, as it wants back what it gives.
//
//   node arguments.mjs DIR ADDRESS DOCUMENT...   writes DIR/<document>/operations.json; the server is asked at ADDRESS
import fs from 'node:fs';
import path from 'node:path';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch'];
const [folder, address, ...documents] = process.argv.slice(2);

for (const document of documents) {
  const root = JSON.parse(fs.readFileSync(document, 'utf8').replace(/^\uFEFF/, ''));
  const calls = [];
  for (const [route, item] of Object.entries({ ...root.paths, ...root['x-ms-paths'] })) {
    for (const method of METHODS) {
      if (item[method]) calls.push(await planOf(root, route, item, method));
    }
  }

  const target = path.join(folder, path.parse(document).name);
  fs.mkdirSync(target, { recursive: true });
  fs.writeFileSync(path.join(target, 'operations.json'), JSON.stringify(calls));
}

async function planOf(root, route, item, method) {
  const operation = item[method];
  const all = [...(item.parameters ?? []), ...(operation.parameters ?? [])].map((p) => follow(root, p));
  const parameters = all.filter((p) => p.in !== 'body' && p.in !== 'formData').map((p) => {
    const value = valueOf(root, p, p.name);
    return { name: p.name, in: p.in, required: p.required === true, values: [value, value] };
  });
  const body = all.find((p) => p.in === 'body');
  const form = all.filter((p) => p.in === 'formData');
  let value;
  if (body) value = (await answerOf(root, route, item)) ?? valueOf(root, body.schema, body.name);
  else if (form.length > 0) value = Object.fromEntries(form.map((p) => [p.name, p.type === 'file' ? 'file' : valueOf(root, p, p.name)]));
  const types = [...new Set([...(operation.consumes ?? root.consumes ?? []), 'application/json', '*/*', 'application/x-www-form-urlencoded', 'multipart/form-data'])];
  return {
    method: method.toUpperCase(),
    path: route,
    parameters,
    bodies: value === undefined ? [] : types.map((mediaType) => ({ mediaType, required: body?.required === true, values: [value, value] })),
    statuses: Object.keys(operation.responses ?? {}),
  };
}

/** What the server answers to GET of a path; undefined where it has none, or not as JSON. */
async function answerOf(root, route, item) {
  if (!item.get) return undefined;
  const filled = route.replace(/\{([^}]+)\}/g, (_, name) => {
    const parameter = (item.get.parameters ?? []).map((p) => follow(root, p)).find((p) => p.name === name);
    return encodeURIComponent(valueOf(root, parameter ?? {}, name));
  });
  try {
    const response = await fetch(address + filled, { signal: AbortSignal.timeout(5000) });
    return response.ok ? await response.json() : undefined;
  } catch {
    return undefined;
  }
}

function follow(root, node) {
  for (let steps = 0; typeof node?.$ref === 'string' && node.$ref.startsWith('#/') && steps < 20; steps++) {
    node = node.$ref.slice(2).split('/').reduce((n, part) => n?.[part.replaceAll('~1', '/').replaceAll('~0', '~')], root);
  }

  return node;
}

function valueOf(root, schema, name, depth = 0) {
  const node = follow(root, schema) ?? {};
  if (node.default !== undefined) return node.default;
  if (node.example !== undefined) return node.example;
  if (Array.isArray(node.enum)) return node.enum[node.enum.length > 1 ? 1 : 0];
  if (depth > 6) return null;
  const parts = [node, ...(node.allOf ?? []).map((part) => follow(root, part))];
  const properties = Object.assign({}, ...parts.map((part) => part.properties));
  if (Object.keys(properties).length > 0) {
    const writable = Object.entries(properties).filter(([, p]) => follow(root, p)?.readOnly !== true);
    return Object.fromEntries(writable.map(([key, p]) => [key, valueOf(root, p, key, depth + 1)]));
  }

  switch (node.type) {
    case 'integer': return node.minimum ?? 1;
    case 'number': return node.minimum ?? 1.5;
    case 'boolean': return true;
    case 'array': return [valueOf(root, node.items, name, depth + 1)];
    case 'object': return {};
    default: return { date: '2012-01-01', 'date-time': '2012-01-01T01:01:01Z', 'date-time-rfc1123': 'Sun, 01 Jan 2012 01:01:01 GMT', uuid: 'f8d4b2a0-0000-4000-8000-000000000001', byte: 'AQID', duration: 'P1D' }[node.format] ?? (/subscriptionid/i.test(name) ? '1234-5678-9012-3456' : 'string');
  }
}
