// One schema that says what two say; what it misses the validator finds.

const TIGHTER = {
  minimum: Math.max, exclusiveMinimum: Math.max, minLength: Math.max, minItems: Math.max, minProperties: Math.max,
  maximum: Math.min, exclusiveMaximum: Math.min, maxLength: Math.min, maxItems: Math.min, maxProperties: Math.min,
};

/** Both at once; undefined where nothing can be both. */
export function merge(left, right) {
  const result = { ...left };
  for (const [key, value] of Object.entries(right)) {
    if (result[key] === undefined) result[key] = value;
    else if (key in TIGHTER) result[key] = TIGHTER[key](result[key], value);
    else if (key === 'type') result.type = commonTypes([result.type].flat(), [value].flat());
    else if (key === 'enum') result.enum = result.enum.filter((v) => value.some((w) => same(v, w)));
    else if (key === 'required') result.required = [...new Set([...result.required, ...value])];
    else if (key === 'properties' || key === 'patternProperties') result[key] = mergeMembers(result[key], value);
    else if (key === 'items' || key === 'additionalProperties' || key === 'propertyNames') result[key] = both(result[key], value);
    else if (key === 'uniqueItems') result.uniqueItems ||= value;
    else if (key === 'const') {
      if (!same(result.const, value)) return undefined;
    } else result[key] = value;
  }

  // A supposed constant gives way to what the schema itself says.
  if (result.supposed !== undefined && (result.const !== undefined || result.enum)) {
    if (result.enum?.includes(result.supposed)) result.enum = [result.supposed];
    delete result.supposed;
  }

  if (result.const !== undefined && result.enum && !result.enum.some((v) => same(v, result.const))) return undefined;
  return result.type?.length === 0 || result.enum?.length === 0 ? undefined : result;
}

export function same(left, right) {
  return JSON.stringify(left) === JSON.stringify(right);
}

function mergeMembers(left, right) {
  const result = { ...left };
  for (const [name, schema] of Object.entries(right)) result[name] = name in result ? both(result[name], schema) : schema;
  return result;
}

function both(left, right) {
  if (left === false || right === false) return false;
  if (left === true || same(left, right)) return right;
  return right === true ? left : { allOf: [left, right] };
}

function commonTypes(left, right) {
  const result = left.filter((t) => right.includes(t) || (t === 'integer' && right.includes('number')));
  if (left.includes('number') && right.includes('integer') && !result.includes('integer')) result.push('integer');
  return result;
}
