// Values that break what is almost right: each is valid for its type or format, none is what an example shows.

export const STRINGS = [
  '', ' ', 'null', '0', 'true', '"quoted" \\ back/slash', 'tab\tnew\nline\r\u0000\u001f\u007f', 'é', 'e\u0301', 'Ünïcödé ß ſ İ ı',
  'שלום עולם', '日本語テキスト', '👩‍👩‍👧‍👦 🇺🇳', '\u2028\u2029\ufeff', '\uffff', '𝒳', '<script>&amp;\'', '+1', '1e3', '2024-02-30', 'x'.repeat(300),
];

export const NAMES = ['', ' ', 'a b', 'ключ', 'e\u0301', '👍', '"', '\\', '$ref', 'a.b/c~d', 'toString', 'Value', 'x'.repeat(200), '0', 'null'];

export const FORMATS = {
  'date-time': [
    '2024-02-29T23:59:59Z', '2024-02-29T23:59:59.9999999Z', '1985-04-12T23:20:50.52Z', '1996-12-19T16:39:57-08:00', '1937-01-01T12:00:27.87+00:20',
    '0001-01-02T00:00:00Z', '9999-12-30T23:59:59.999999Z', '2020-06-01T00:00:00+14:00', '2020-06-01T12:30:15.123456-11:30', '1969-12-31T23:59:59.999+05:30',
    '2024-01-01T00:00:00.000000Z', '2024-07-01T10:11:12.1+00:00', '1985-04-12t23:20:50z',
  ],
  date: ['2024-02-29', '0001-01-01', '9999-12-31', '1969-12-31', '2000-01-01'],
  time: ['00:00:00Z', '23:59:59.999999Z', '10:20:30+05:30', '10:20:30.5-08:00'],
  uuid: ['00000000-0000-0000-0000-000000000000', 'ffffffff-ffff-ffff-ffff-ffffffffffff', '123e4567-e89b-12d3-a456-426614174000', 'F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6', '0193e5c8-7a3b-7c55-9d8e-3f6a1b2c4d5e'],
  byte: ['', 'AA==', '/+8=', 'aGVsbG8gd29ybGQ=', 'AAECAwQFBgcICQoLDA0ODw=='],
  duration: ['P1D', 'PT36H', 'P1Y2M3DT4H5M6S', 'P3W'],
  uri: ['https://example.com/a?b=c&d=%20#e', 'urn:isbn:0451450523', 'mailto:a@example.com'],
  email: ['a@example.com', 'first.last+tag@sub.example.org', "o'neil@example.co"],
  url: ['https://example.com/a?b=c&d=%20#e', 'http://example.org:8080/'],
  int32: [0, 1, -1, 2147483647, -2147483648],
  int64: [0, 1, -1, 2147483648, -2147483649, 9007199254740991, -9007199254740991],
  uint32: [0, 1, 4294967295],
  uint64: [0, 1, 9007199254740991],
};

/** A schema without a format promises any integer; the type for it is 64 bits wide, and so is what is drawn. */
export const INTEGERS = FORMATS.int64;

export const NUMBERS = [0, 1, -1, 0.1, -0.5, 1e-7, 1.5e10, 123456789.123456789, 1e21, 1.7976931348623157e308, 5e-324, 9007199254740993, 2.2250738585072014e-308];

/** What a decimal holds. */
export const DECIMALS = [0, 1, -1, 0.1, -12345.6789, 1e-7, 79228162514264, 0.30000000000000004];

/** Stands in an instance for a number that JavaScript cannot hold, until the instance is text. */
export const RAW_NUMBERS = ['123456789012345678901234567890', '1E+2', '1.10', '-0.0', '0.1234567890123456789', '1e400'];

export function rawMark(index) {
  return `\u0001raw${index}\u0001`;
}

export function withRawNumbers(json) {
  return json.replace(/"\\u0001raw(\d+)\\u0001"/g, (_, index) => RAW_NUMBERS[Number(index)]);
}

/** Any JSON, for what no schema describes. */
export function anyJson(random, depth = 0) {
  switch (random.below(depth > 2 ? 5 : 7)) {
    case 0: return null;
    case 1: return random.chance(0.5);
    case 2: return random.pick(STRINGS);
    case 3: return random.pick(NUMBERS);
    case 4: return rawMark(random.below(RAW_NUMBERS.length));
    case 5: return Array.from({ length: random.below(3) }, () => anyJson(random, depth + 1));
    default: {
      const entries = Array.from({ length: random.below(3) }, () => [random.pick(NAMES), anyJson(random, depth + 1)]);
      return Object.fromEntries(entries);
    }
  }
}
