using System;

namespace OpenApiGen.Generator.Text;

/// <content>Scalars in quotes (YAML 1.2.2, 7.3.1 and 7.3.2).</content>
internal sealed partial class YamlParser
{
    private YamlEvent ReadQuoted()
    {
        byte quote = _bytes[_at];
        int start = _at++;
        int first = _at;
        YamlEvent scalar = new()
        {
            Kind = YamlEventKind.Scalar,
            Style = quote == '"' ? YamlStyle.DoubleQuoted : YamlStyle.SingleQuoted,
            Start = start,
        };
        int length = IndexInQuotes(first, quote);
        if (
            length >= 0
            && _bytes[first + length] == quote
            && (quote == '"' || first + length + 1 >= _end || _bytes[first + length + 1] != quote)
        )
        {
            // The usual case: the value is a part of the text.
            (scalar.ValueStart, scalar.ValueLength) = (first, length);
            _at = first + length + 1;
        }
        else
        {
            _decoded.Length = 0;
            DecodeQuoted(start, quote);
            (scalar.IsDecoded, scalar.ValueLength) = (true, _decoded.Length);
        }

        scalar.End = _at;
        return scalar;
    }

    private int IndexInQuotes(int at, byte quote)
    {
        ReadOnlySpan<byte> stops = quote == '"' ? "\"\\\n\r"u8 : "'\n\r"u8;
        return _bytes.AsSpan(at, _end - at).IndexOfAny(stops);
    }

    /// <summary>Reads to the closing quote, with escapes and line ends as they are meant.</summary>
    private void DecodeQuoted(int start, byte quote)
    {
        // Blanks before a line end are no text, but those that an escape made are.
        int kept = 0;
        while (true)
        {
            int length = IndexInQuotes(_at, quote);
            if (length < 0)
                throw Error(start, EndOfLine(start), "The quote is not closed before the end of the text.");
            _decoded.Append(_bytes.AsSpan(_at, length));
            _at += length;
            byte stop = _bytes[_at];
            if (stop == '\\')
            {
                Unescape(start);
                kept = _decoded.Length;
            }
            else if (stop != quote)
            {
                _decoded.TrimBlanks(kept);
                Fold(PassBreaks(start));
                kept = _decoded.Length;
            }
            else if (quote == '\'' && _at + 1 < _end && _bytes[_at + 1] == quote)
            {
                _decoded.Append(quote);
                _at += 2;
            }
            else
            {
                _at++;
                return;
            }
        }
    }

    /// <summary>Goes over line ends and the blanks after each; says how many line ends.</summary>
    private int PassBreaks(int start)
    {
        int breaks = 0;
        for (; IsBreak(_at); breaks++)
        {
            PassBreak();
            if (IsMarker(_lineStart))
                throw Error(start, EndOfLine(start), "The quote is not closed before the end of the document.");
        }

        return breaks;
    }

    private void Unescape(int start)
    {
        int escape = _at++;
        if (_at >= _end)
            throw Error(start, EndOfLine(start), "The quote is not closed before the end of the text.");
        byte code = _bytes[_at];
        if (IsBreak(_at))
        {
            // A line end that is escaped is nothing, and so are the blanks of the next line.
            int breaks = PassBreaks(start);
            _decoded.Append((byte)'\n', breaks - 1);
            return;
        }

        _at++;
        switch (code)
        {
            case (byte)'x':
                _decoded.AppendRune(ReadHex(escape, 2));
                return;
            case (byte)'u':
                _decoded.AppendRune(ReadUnit(escape));
                return;
            case (byte)'U':
                int rune = ReadHex(escape, 8);
                if (rune is < 0 or > 0x10FFFF or (>= 0xD800 and <= 0xDFFF))
                    throw Error(escape, _at, "There is no such character.");
                _decoded.AppendRune(rune);
                return;
        }

        int index = "0abtnvfre \"/\\N_LP\t"u8.IndexOf(code);
        if (index < 0)
            throw Error(escape, _at, "There is no such escape: a backslash in double quotes is written as '\\\\'.");
        _decoded.AppendRune("\0\a\b\t\n\v\f\r\u001b \"/\\\u0085\u00a0\u2028\u2029\t"[index]);
    }

    /// <summary>A UTF-16 unit, or two that are a pair: JSON writes characters that way, and JSON is YAML.</summary>
    private int ReadUnit(int escape)
    {
        int unit = ReadHex(escape, 4);
        if (unit is < 0xD800 or > 0xDFFF)
            return unit;
        if (unit < 0xDC00 && _at + 1 < _end && _bytes[_at] == '\\' && _bytes[_at + 1] == 'u')
        {
            _at += 2;
            int second = ReadHex(escape, 4);
            if (second is >= 0xDC00 and <= 0xDFFF)
                return 0x10000 + ((unit - 0xD800) << 10) + (second - 0xDC00);
        }

        throw Error(escape, _at, "This is half of a character: a surrogate without the other one of its pair.");
    }

    private int ReadHex(int escape, int digits)
    {
        int value = 0;
        for (; digits > 0; digits--, _at++)
        {
            int digit = _at < _end ? HexDigit(_bytes[_at]) : -1;
            if (digit < 0)
                throw Error(escape, _at + 1, "An escape has hexadecimal digits here.");
            value = unchecked((value << 4) | digit);
        }

        return value;
    }

    private static int HexDigit(byte value) =>
        value switch
        {
            >= (byte)'0' and <= (byte)'9' => value - '0',
            >= (byte)'a' and <= (byte)'f' => value - 'a' + 10,
            >= (byte)'A' and <= (byte)'F' => value - 'A' + 10,
            _ => -1,
        };
}
