namespace OpenApiGen.AspNetCore;

/// <summary>
/// What the text of a parameter or a form field can be as JSON. Text alone does not say whether <c>5</c> is a number; the schema does,
/// and this is as much of it as that takes.
/// </summary>
public sealed class WireShape
{
    private static readonly (string Name, WireShape Shape)[] s_none = [];
    private static readonly object s_finding = new();

    private readonly (string Name, WireShape Shape)[] _members = s_none;
    private readonly WireShape? _item;
    private readonly WireShape? _additional;
    private readonly WireKinds _kinds;
    private readonly Func<WireShape>? _later;
    private WireShape? _target;
    private bool _isFinding;

    private WireShape(
        WireKinds kinds,
        WireShape? item = null,
        WireShape? additional = null,
        (string Name, WireShape Shape)[]? members = null
    )
    {
        _kinds = kinds;
        _item = item;
        _additional = additional;
        _members = members ?? s_none;
    }

    private WireShape(Func<WireShape> later) => _later = later;

    /// <summary>A string.</summary>
    public static WireShape Text { get; } = new(WireKinds.Text);

    /// <summary>A number.</summary>
    public static WireShape Number { get; } = new(WireKinds.Number);

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static WireShape Boolean { get; } = new(WireKinds.Boolean);

    /// <summary>A file; in what is no multipart form, a string.</summary>
    public static WireShape File { get; } = new(WireKinds.Text | WireKinds.File);

    /// <summary>Anything: what reads as a number or a boolean is one.</summary>
    public static WireShape Any { get; } = new(WireKinds.Text | WireKinds.Number | WireKinds.Boolean | WireKinds.List | WireKinds.Object);

    internal WireKinds Kinds => Target._kinds;

    /// <summary>What members that are not declared hold; null where there are none.</summary>
    internal WireShape? Additional => Target._additional;

    internal IReadOnlyList<(string Name, WireShape Shape)> Members => Target._members;

    internal WireShape Item => Target._item ?? Any;

    // What stands for another is that only when it is asked for: types refer to each other in circles.
    private WireShape Target => _later is null ? this : _target ?? Find();

    internal bool IsStructured => (Kinds & (WireKinds.List | WireKinds.Object)) != 0;

    internal bool IsScalar => (Kinds & (WireKinds.Text | WireKinds.Number | WireKinds.Boolean)) != 0;

    /// <summary>An array.</summary>
    /// <param name="item">What its items are.</param>
    public static WireShape List(WireShape item) => new(WireKinds.List, item);

    /// <summary>An object with any members.</summary>
    /// <param name="value">What they hold.</param>
    public static WireShape Map(WireShape value) => new(WireKinds.Object, additional: value);

    /// <summary>An object.</summary>
    /// <param name="additional">What members that are not declared hold; null where there are none.</param>
    /// <param name="members">The declared ones, by their names on the wire.</param>
    public static WireShape Object(WireShape? additional, params (string Name, WireShape Shape)[] members) =>
        new(WireKinds.Object, additional: additional, members: members);

    /// <summary>One that may not be there yet.</summary>
    /// <param name="shape">Gives it.</param>
    public static WireShape Later(Func<WireShape> shape) => new(shape);

    /// <summary>One of several.</summary>
    /// <param name="shapes">Those.</param>
    public static WireShape Either(params WireShape[] shapes)
    {
        ArgumentNullException.ThrowIfNull(shapes);
        return new WireShape(() => Merge(shapes));
    }

    private WireShape Find()
    {
        lock (s_finding)
        {
            if (_target is not null)
                return _target;
            if (_isFinding)
                return Any; // a type that is one of itself
            _isFinding = true;
            return _target = _later!().Target;
        }
    }

    private static WireShape Merge(WireShape[] shapes)
    {
        WireKinds kinds = 0;
        WireShape? item = null,
            additional = null;
        List<(string Name, WireShape Shape)> members = [];
        foreach (WireShape shape in shapes)
        {
            WireShape one = shape.Target;
            kinds |= one._kinds;
            item = item is null || one._item is null ? item ?? one._item : Either(item, one._item);
            additional ??= one._additional;
            foreach ((string name, WireShape member) in one._members)
            {
                int known = members.FindIndex(m => m.Name == name);
                if (known < 0)
                    members.Add((name, member));
                else if (members[known].Shape != member)
                    members[known] = (name, Either(members[known].Shape, member));
            }
        }

        return new WireShape(kinds, item, additional, [.. members]);
    }

    internal bool Has(WireKinds kind) => (Kinds & kind) != 0;

    /// <summary>What a member holds.</summary>
    internal WireShape Of(string name)
    {
        foreach ((string Name, WireShape Shape) member in Target._members)
            if (member.Name == name)
                return member.Shape;
        return Additional ?? Any;
    }

    internal bool Declares(string name) => Array.Exists(Target._members, member => member.Name == name);
}

/// <summary>The JSON tokens that a value can begin with.</summary>
[Flags]
internal enum WireKinds
{
    Text = 1,
    Number = 2,
    Boolean = 4,
    List = 8,
    Object = 16,
    File = 32,
}
