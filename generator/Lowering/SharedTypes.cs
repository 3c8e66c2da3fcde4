using System.Collections.Generic;
using System.Linq;
using System.Text;
using System.Text.Json.Nodes;
using OpenApiGen.Generator.Lowering.Shapes;
using OpenApiGen.Generator.Naming;

namespace OpenApiGen.Generator.Lowering;

/// <summary>
/// Makes one type of inline schemas that have the same role (the same member name) and are copies of each other, word for word:
/// descriptions that
/// were put together by a tool repeat an object hundreds of times. Schemas that merely have the same members are different types. The copy
/// whose
/// place comes first by its letters gives the name, so that the order of the document decides nothing. Branches of one choice that say the
/// same
/// are one type, whatever their words.
/// </summary>
internal sealed class SharedTypes(LoweringContext context)
{
    private readonly Dictionary<TypeDeclaration, string> _keys = [];
    private readonly Dictionary<string, List<TypeDeclaration>> _known = new(System.StringComparer.Ordinal);

    /// <summary>So far types within types are compared; how deep they go is up to the document.</summary>
    private const int MostNested = 64;

    /// <summary>With so many that are alike and not the same a type is compared: a document says how many there are.</summary>
    private const int MostCompared = 16;

    private int _depth;

    public static void Share(LoweringContext context)
    {
        SharedTypes types = new(context);
        List<(string Place, TypeDeclaration Type)> inline =
        [
            .. context.Declarations.Where(IsInline).Select(static d => (d.Place.ToString(), d)),
        ];
        inline.Sort(static (a, b) => string.CompareOrdinal(a.Place, b.Place) is var order && order != 0 ? order : a.Type.Id - b.Type.Id);
        foreach ((_, TypeDeclaration declaration) in inline)
            types.Visit(declaration);
        context.Declarations.RemoveAll(static d => d.Canonical != d);
        foreach (TypeDeclaration declaration in context.Declarations)
        {
            if (declaration is UnionDeclaration union)
                Distinct(union);
        }
    }

    private static bool IsInline(TypeDeclaration declaration) => declaration.Hint is { Kind: NameKind.Inline, Owner: not null };

    /// <summary>Whether both say the same in the same words, or belong to one place of one owner.</summary>
    private bool IsCopy(TypeDeclaration first, TypeDeclaration other) =>
        first.Hint.Owner!.Canonical == other.Hint.Owner!.Canonical
        || JsonNode.DeepEquals(context.Raw(first.Place), context.Raw(other.Place));

    /// <summary>Branches whose types have become one are one case.</summary>
    private static void Distinct(UnionDeclaration union)
    {
        Dictionary<string, UnionBranch> firsts = new(System.StringComparer.Ordinal);
        union.Branches.RemoveAll(branch =>
        {
            string key = ShapeKey.Erased(branch.Use);
            if (!firsts.TryGetValue(key, out UnionBranch? first))
            {
                firsts.Add(key, branch);
                return false;
            }

            first.Widen(branch.Use);
            if (union.DefaultBranch == branch)
                union.DefaultBranch = first;
            foreach (string value in branch.DiscriminatorValues)
            {
                if (!first.DiscriminatorValues.Contains(value))
                    first.DiscriminatorValues.Add(value);
            }

            first.Components.AddRange(branch.Components.Where(c => !first.Components.Contains(c)));

            return true;
        });
    }

    /// <summary>The text that is the same for types that are alike.</summary>
    private string Visit(TypeDeclaration declaration)
    {
        if (_keys.TryGetValue(declaration, out string? key))
            return key;
        string own = "#" + declaration.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        _keys.Add(declaration, own);
        if (!IsInline(declaration) || _depth == MostNested)
            return own;
        _depth++;
        string structure = declaration.Hint.Text + "|" + Structure(declaration);
        _depth--;
        if (!_known.TryGetValue(structure, out List<TypeDeclaration>? known))
            _known.Add(structure, known = []);
        if (known.Find(k => IsCopy(k, declaration)) is not { } first)
        {
            if (known.Count < MostCompared)
                known.Add(declaration);
            return own;
        }

        declaration.Canonical = first;
        return _keys[declaration] = _keys[first];
    }

    private string Structure(TypeDeclaration declaration)
    {
        StringBuilder text = new();
        switch (declaration)
        {
            case RecordDeclaration record:
                text.Append("record");
                foreach (MemberDeclaration member in record.Members)
                {
                    Part(text, member.WireName);
                    Use(text, member.Use);
                    text.Append(member.IsRequired ? '!' : '.');
                    Part(text, member.Default?.ToJsonString());
                    Part(text, member.Constant);
                    Part(text, member.ConstantNode?.ToJsonString());
                    if (member.IsSetByItself)
                        text.Append('=');
                    Part(text, member.AskedName);
                    Part(text, member.ObsoleteMessage);
                }

                if (record.Extra is { } extra)
                    Use(text.Append('+'), extra);
                break;
            case TupleDeclaration tuple:
                text.Append("tuple");
                foreach (MemberDeclaration item in tuple.Items)
                {
                    Use(text, item.Use);
                    text.Append(item.IsRequired ? '!' : '.');
                    Part(text, item.AskedName);
                    Part(text, item.ObsoleteMessage);
                }

                Use(text.Append('+'), tuple.Rest);
                break;
            case EnumDeclaration enumeration:
                text.Append(enumeration.Underlying).Append(enumeration.IsClosed ? '!' : '.');
                foreach (EnumValueDeclaration value in enumeration.Values)
                {
                    Part(text, value.Wire);
                    Part(text, value.AskedName);
                    Part(text, value.ObsoleteMessage);
                }

                break;
            case UnionDeclaration union:
                Part(text.Append(union.MayBeUnknown ? "union?" : "union"), union.Discriminator);
                foreach (UnionBranch branch in union.Branches)
                {
                    Use(text, branch.Use);
                    foreach (string value in branch.DiscriminatorValues)
                        Part(text, value);
                    text.Append('/');
                    foreach (string name in branch.Components)
                        Part(text, name);
                }

                break;
        }

        return text.ToString();
    }

    private void Use(StringBuilder text, SchemaUse use)
    {
        switch (use.Shape)
        {
            case PrimitiveShape primitive:
                text.Append(primitive.Primitive.Reader);
                break;
            case ListShape list:
                Use(text.Append('['), list.Item);
                break;
            case MapShape map:
                text.Append('{');
                if (map.Key is { } key)
                    Use(text, new SchemaUse(key, false));
                Use(text.Append(':'), map.Value);
                break;
            case DeclaredShape declared:
                text.Append(Visit(declared.Declaration));
                break;
            default:
                text.Append('*');
                break;
        }

        text.Append(use.Nullable ? "?;" : ";");
    }

    /// <summary>With its length in front, so that no text can look like another's structure.</summary>
    private static void Part(StringBuilder text, string? part)
    {
        if (part is null)
            text.Append('-');
        else
            text.Append(part.Length).Append(':').Append(part);
    }
}
