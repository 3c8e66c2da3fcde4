using System.Globalization;
using Microsoft.CodeAnalysis.Text;

namespace OpenApiGen.Generator.Text;

/// <summary>
/// Fills a <see cref="PointerTree"/> with the places its pointers have in a YAML text. What an alias or a merge key
/// repeats has no place of its own: a pointer into it gets the place of the alias, or of the mapping that merges.
/// </summary>
internal readonly struct YamlPointerScan
{
    private readonly YamlParser _events;

    private YamlPointerScan(YamlParser events) => _events = events;

    public static void Fill(PointerTree tree, SourceText text)
    {
        using YamlParser events = new(text);
        try
        {
            if (!events.MoveToFirstNode())
                return;

            tree.Root.FoundKey(events.ItemSpan);
            new YamlPointerScan(events).Visit(tree.Root, 0);
        }
        catch (SpecReadException)
        {
            // A text that breaks off has no places after the break; what was found before it stands.
        }
    }

    private void Visit(PointerTree.Node node, int depth)
    {
        switch (_events.Current.Kind)
        {
            case YamlEventKind.MappingStart when node.HasChildren && depth < SpecLimits.Depth:
                VisitMembers(node, depth);
                break;
            case YamlEventKind.SequenceStart when node.HasChildren && depth < SpecLimits.Depth:
                VisitItems(node, depth);
                break;
            case YamlEventKind.Scalar or YamlEventKind.Alias:
                node.FoundValue(_events.Span);
                break;
            default:
                _events.SkipNode();
                break;
        }
    }

    private void VisitMembers(PointerTree.Node node, int depth)
    {
        while (_events.Move() && _events.Current.Kind != YamlEventKind.MappingEnd)
        {
            PointerTree.Node? child = _events.Current.Kind == YamlEventKind.Scalar ? node.Child(_events.Value) : null;
            child?.FoundKey(_events.Span);
            _events.SkipNode();
            _events.Move();
            if (child is null)
                _events.SkipNode();
            else
                Visit(child, depth + 1);
        }
    }

    private void VisitItems(PointerTree.Node node, int depth)
    {
        for (int index = 0; _events.Move() && _events.Current.Kind != YamlEventKind.SequenceEnd; index++)
        {
            PointerTree.Node? child = node.Child(index.ToString(CultureInfo.InvariantCulture));
            child?.FoundKey(_events.ItemSpan);
            if (child is null)
                _events.SkipNode();
            else
                Visit(child, depth + 1);
        }
    }
}
