using System.Globalization;
using Microsoft.CodeAnalysis.Text;
using YamlDotNet.Core.Events;

namespace OpenApiGen.Generator.Text;

/// <summary>
/// Fills a <see cref="PointerTree"/> with the places its pointers have in a YAML text. What an alias or a merge key
/// repeats has no place of its own: a pointer into it gets the place of the alias, or of the mapping that merges.
/// </summary>
internal readonly struct YamlPointerScan
{
    private readonly YamlEvents _events;

    private YamlPointerScan(YamlEvents events) => _events = events;

    public static void Fill(PointerTree tree, SourceText text)
    {
        try
        {
            YamlEvents events = new(text);
            if (!events.MoveToFirstNode()) return;

            tree.Root.FoundKey(events.ItemSpan);
            new YamlPointerScan(events).Visit(tree.Root);
        }
        catch (SpecReadException)
        {
            // A text that breaks off has no places after the break; what was found before it stands.
        }
    }

    private void Visit(PointerTree.Node node)
    {
        switch (_events.Current)
        {
            case MappingStart when node.HasChildren:
                VisitMembers(node);
                break;
            case SequenceStart when node.HasChildren:
                VisitItems(node);
                break;
            case Scalar or AnchorAlias:
                node.FoundValue(_events.Span);
                break;
            default:
                _events.SkipNode();
                break;
        }
    }

    private void VisitMembers(PointerTree.Node node)
    {
        while (_events.Move() && _events.Current is not MappingEnd)
        {
            PointerTree.Node? child = _events.Current is Scalar key ? node.Child(key.Value) : null;
            child?.FoundKey(_events.Span);
            _events.SkipNode();
            _events.Move();
            if (child is null) _events.SkipNode();
            else Visit(child);
        }
    }

    private void VisitItems(PointerTree.Node node)
    {
        for (int index = 0; _events.Move() && _events.Current is not SequenceEnd; index++)
        {
            PointerTree.Node? child = node.Child(index.ToString(CultureInfo.InvariantCulture));
            child?.FoundKey(_events.ItemSpan);
            if (child is null) _events.SkipNode();
            else Visit(child);
        }
    }
}
