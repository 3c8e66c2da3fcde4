using System.Buffers;
using System.Text;
using System.Text.Json;

namespace OpenApiGen.Json;

public static partial class JsonUnion
{
    private const int MostShapes = 64;

    /// <summary>All branches, one bit each: what <see cref="Best"/> begins with.</summary>
    /// <param name="shapes">The branches; from the 65th on they are not looked at: see <see cref="Ranked"/>.</param>
    public static ulong All(UnionShape[] shapes)
    {
        if (shapes is null)
            throw new ArgumentNullException(nameof(shapes));
        return shapes.Length >= MostShapes ? ulong.MaxValue : (1UL << shapes.Length) - 1;
    }

    /// <summary>
    /// The branch that fits an object best: all that it requires is there, and it declares most of what is there; of several
    /// such, the one that declares least besides, then the first.
    /// </summary>
    /// <param name="reader">A copy, on the start of the object.</param>
    /// <param name="shapes">The branches.</param>
    /// <param name="left">Bits of the branches still to be considered; that of the result is taken out.</param>
    /// <param name="best">Its index.</param>
    /// <returns><see langword="false"/> when none is left that fits.</returns>
    public static bool Best(Utf8JsonReader reader, UnionShape[] shapes, ref ulong left, out int best)
    {
        if (shapes is null)
            throw new ArgumentNullException(nameof(shapes));
        best = -1;
        int declared = -1;
        for (int i = 0; i < shapes.Length && i < MostShapes; i++)
        {
            if ((left & (1UL << i)) == 0)
                continue;
            if (!Fits(reader, shapes[i], out int count))
            {
                left &= ~(1UL << i);
                continue;
            }

            if (count < declared || (count == declared && shapes[i].Members.Count >= shapes[best].Members.Count))
                continue;
            best = i;
            declared = count;
        }

        if (best < 0)
            return false;
        left &= ~(1UL << best);
        return true;
    }

    /// <summary>The branches that fit an object, of however many, in the order in which <see cref="Best"/> gives them.</summary>
    /// <param name="reader">A copy, on the start of the object.</param>
    /// <param name="shapes">The branches.</param>
    /// <returns>Their indexes.</returns>
    public static IReadOnlyList<int> Ranked(Utf8JsonReader reader, UnionShape[] shapes)
    {
        if (shapes is null)
            throw new ArgumentNullException(nameof(shapes));
        var fitting = new List<(int Declared, int Index)>();
        for (int i = 0; i < shapes.Length; i++)
        {
            if (Fits(reader, shapes[i], out int count))
                fitting.Add((count, i));
        }

        fitting.Sort(
            (left, right) =>
                left.Declared != right.Declared ? right.Declared.CompareTo(left.Declared)
                : shapes[left.Index].Members.Count != shapes[right.Index].Members.Count
                    ? shapes[left.Index].Members.Count.CompareTo(shapes[right.Index].Members.Count)
                : left.Index.CompareTo(right.Index)
        );
        return fitting.ConvertAll(static f => f.Index);
    }

    /// <summary>
    /// What <see cref="Best"/> begins with where a discriminator says what no branch claims: the one branch that fits better than all
    /// others, since a
    /// kind of a later version may look like any; all branches where there is no discriminator.
    /// </summary>
    /// <param name="reader">A copy, on the start of the object.</param>
    /// <param name="member">The discriminator, UTF-8.</param>
    /// <param name="shapes">The branches.</param>
    public static ulong Sole(Utf8JsonReader reader, ReadOnlySpan<byte> member, UnionShape[] shapes)
    {
        ulong all = All(shapes);
        if (PeekString(reader, member) is null)
            return all;
        ulong sole = 0;
        int most = -1;
        for (int i = 0; i < shapes.Length && i < MostShapes; i++)
        {
            if (!Fits(reader, shapes[i], out int count) || count < most)
                continue;
            sole = count == most ? 0 : 1UL << i;
            most = count;
        }

        return sole;
    }

    /// <summary>
    /// The text of a member of the object the reader stands on, wherever in the object it is: a string, or a number or a boolean as JSON
    /// has it; null
    /// when there is none.
    /// </summary>
    /// <param name="reader">A copy; on anything.</param>
    /// <param name="member">The name, UTF-8.</param>
    public static string? PeekString(Utf8JsonReader reader, ReadOnlySpan<byte> member)
    {
        if (!Seek(ref reader, member))
            return null;
        return reader.TokenType switch
        {
            JsonTokenType.String => reader.GetString(),
            JsonTokenType.True => "true",
            JsonTokenType.False => "false",
            JsonTokenType.Number => JsonText(ref reader),
            _ => null,
        };
    }

    private static string JsonText(ref Utf8JsonReader reader)
    {
        byte[] text = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan.ToArray();
        return Encoding.UTF8.GetString(text, 0, text.Length);
    }

    private static bool Fits(Utf8JsonReader reader, in UnionShape shape, out int count)
    {
        ulong there = Known(reader, shape, out count);
        return count >= 0 && (there & shape.Required) == shape.Required;
    }
}
