using System.Text.Json;

namespace OpenApiGen.Json;

/// <summary>
/// A second reading of a text, which keeps what the first one failed on. While one is under way, the objects that are being read have a
/// frame each,
/// and ask here what to do with an exception; at all other times nothing of this is touched.
/// </summary>
internal sealed class JsonKeeping(byte[] text, int most)
{
    private static int s_active;

    [ThreadStatic]
    private static JsonKeeping? s_current;

    /// <summary>What is marked on this thread.</summary>
    [ThreadStatic]
    public static ReadMarks Marks;

    private readonly List<ApiFault> _faults = [];
    private readonly List<(long At, ApiFault? Fault, KeptMembers? Object)> _places = [];
    private Frame[] _frames = new Frame[8];
    private int _top = -1;
    private bool _isTolerant = true;

    /// <summary>Whether there is one anywhere, on this thread or another.</summary>
    public static bool IsAny => s_active != 0;

    public static JsonKeeping? Current => s_active == 0 ? null : s_current;

    public IReadOnlyList<ApiFault> Faults => _faults;

    /// <summary>Whether there are as many faults as are looked for.</summary>
    public bool IsFull => _faults.Count >= most;

    /// <summary>Marks other things for a reading that begins.</summary>
    /// <returns>What was marked before, to be given back.</returns>
    public static ReadMarks Mark(ReadMarks marks)
    {
        ReadMarks before = Marks;
        Marks = marks;
        return before;
    }

    /// <summary>Notes that a value would be written in another spelling than the one it came in.</summary>
    public static void Unusual() => Marks |= ReadMarks.Unusual;

    // Whether there was such a value since this was asked last.
    private static bool TakeUnusual()
    {
        ReadMarks marks = Marks;
        Marks = marks & ~ReadMarks.Unusual;
        return (marks & ReadMarks.Unusual) != 0;
    }

    /// <summary>Hides the one that is under way from a reading within it.</summary>
    /// <returns>That one, for <see cref="Resume"/>.</returns>
    public static JsonKeeping? Suspend()
    {
        JsonKeeping? outer = Current;
        if (outer is not null)
            s_current = null;
        return outer;
    }

    public static void Resume(JsonKeeping? outer)
    {
        if (outer is not null)
            s_current = outer;
    }

    public void Start()
    {
        Interlocked.Increment(ref s_active);
        s_current = this;
    }

    public static void End()
    {
        s_current = null;
        Interlocked.Decrement(ref s_active);
    }

    /// <summary>Begins an object.</summary>
    /// <returns>What tells <see cref="JsonMembers"/> that it has a frame here; 0 where nothing is kept on this thread.</returns>
    public static int Begin(ref Utf8JsonReader reader, JsonMembers members)
    {
        if (s_current is not { } keeping)
            return 0;
        if (++keeping._top == keeping._frames.Length)
            Array.Resize(ref keeping._frames, keeping._top * 2);
        keeping._frames[keeping._top] = new Frame
        {
            Members = members,
            Depth = reader.CurrentDepth,
            Start = reader.TokenStartIndex,
            FirstFault = keeping._faults.Count,
            WasUnusual = TakeUnusual(),
        };
        return int.MinValue;
    }

    /// <summary>Notes the member that is read next.</summary>
    /// <param name="reader">The reader, on the value of a declared member, on the name of another.</param>
    /// <param name="index">Its position among the declared ones; -1 for another.</param>
    /// <param name="name">Its name.</param>
    /// <param name="isRepeated">Whether it was there before.</param>
    /// <param name="nameStart">Where the name starts; what was read before it is of the member before.</param>
    public void Member(ref Utf8JsonReader reader, int index, string name, bool isRepeated, long nameStart)
    {
        ref Frame frame = ref _frames[_top];
        KeepSpelling(ref frame, nameStart);
        frame.Index = index;
        frame.Name = name;
        frame.IsRepeated = false;
        if (isRepeated)
            Repeat();
        if (index < 0)
            frame.Others?.Remove(name);
        frame.ValueStart = index >= 0 ? reader.TokenStartIndex : reader.BytesConsumed;
    }

    /// <summary>Notes that the member was there before; the last one counts.</summary>
    public void Repeat()
    {
        ref Frame frame = ref _frames[_top];
        int index = frame.Index;
        frame.IsRepeated = true;
        frame.Kept?.RemoveAll(m => m.Index == index);
    }

    /// <summary>
    /// Keeps the member that could not be read, and leaves the reader on the last token of its value. Called while the exception looks for
    /// who handles it.
    /// </summary>
    public bool Keep(ref Utf8JsonReader reader, Exception failure, JsonMembers members)
    {
        // What the reader itself throws has a line: then this is no JSON.
        if (!_isTolerant || _top < 0 || IsFull || failure is JsonException { LineNumber: not null } || !JsonLocation.NeedsPath(failure))
            return false;
        ref Frame frame = ref _frames[_top];
        int depth = frame.Depth + 1;

        // The value before this one, which counts no longer, is in its field already.
        if (
            frame.Members != members
            || frame.IsRepeated
            || (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == depth)
        )
            return false;

        long at = reader.TokenStartIndex;
        var unexpected = failure as JsonUnexpectedException;
        string found = unexpected?.Found ?? JsonFailure.Kind(reader.TokenType);
        if (reader.CurrentDepth > depth)
            while (reader.Read() && reader.CurrentDepth > depth) { }
        else
            reader.Skip();

        byte[] json = Compact(frame.ValueStart, reader.BytesConsumed);
        TakeUnusual();
        Add(ref frame, frame.Index, frame.Name!, json, at, unexpected?.Expected ?? "a value of its type", found, failure.Message);
        return true;
    }

    /// <summary>Keeps in mind which required members are missing, and takes those from what was seen that could not be read.</summary>
    /// <param name="at">Where the object ends.</param>
    /// <param name="seen">The members that were there.</param>
    /// <param name="required">Those that must be there.</param>
    /// <param name="word">Which 64 members.</param>
    public void Require(long at, ref ulong seen, ulong required, int word)
    {
        ref Frame frame = ref _frames[_top];
        JsonMembers members = frame.Members!;
        ulong missing = required & ~seen;
        if (missing != 0 && (!_isTolerant || IsFull))
            members.ThrowMissing(missing, word);
        foreach (KeptMember kept in frame.Kept ?? [])
            if (kept.Fault is not null && kept.Index / 64 == word)
                seen &= ~(1UL << (kept.Index % 64));
        for (int index = word * 64; missing != 0; index++, missing >>= 1)
        {
            if ((missing & 1) == 0)
                continue;
            string name = members.Name(index);
            Add(ref frame, index, name, null, at, "the member", "nothing", $"{members.TypeName}: the required member '{name}' is missing");
        }
    }

    /// <summary>Ends the object that was begun last.</summary>
    /// <param name="at">Where it ends.</param>
    /// <param name="items">Its members that are not declared.</param>
    /// <returns>What its field keeps: those, or more.</returns>
    public object? Complete(long at, object? items)
    {
        KeepSpelling(ref _frames[_top], at);
        Frame frame = _frames[_top];
        _frames[_top--] = default;
        if (frame.WasUnusual)
            Unusual();
        int count = _faults.Count - frame.FirstFault;
        if (count == 0 && frame.Kept is null && frame.Others is not { Count: > 0 })
            return items;
        var kept = new KeptMembers(
            frame.Members!,
            items,
            frame.Kept?.ToArray() ?? [],
            frame.Others,
            count == 0 ? [] : new Slice(_faults, frame.FirstFault, count)
        );
        if (count > 0)
            _places.Add((frame.Start, null, kept));
        return kept;
    }

    /// <summary>Begins to try a branch of a union, which is read strictly.</summary>
    /// <returns>For <see cref="EndTrial"/>.</returns>
    public (bool IsTolerant, int Top) BeginTrial()
    {
        (bool, int) state = (_isTolerant, _top);
        _isTolerant = false;
        return state;
    }

    public void EndTrial((bool IsTolerant, int Top) state)
    {
        _isTolerant = state.IsTolerant;
        _top = state.Top;
    }

    /// <summary>Gives all faults their paths, in one walk through the text.</summary>
    public void Locate()
    {
        if (_places.Count == 0)
            return;
        _places.Sort(static (left, right) => left.At.CompareTo(right.At));
        string[] paths = JsonLocation.Paths(text, _places.ConvertAll(static p => p.At));
        for (int i = 0; i < paths.Length; i++)
        {
            (_, ApiFault? fault, KeptMembers? kept) = _places[i];
            if (kept is not null)
                kept.Path = paths[i];
            else
                fault!.Path = fault.Json is null ? paths[i] + JsonLocation.Segment(fault.Member) : paths[i];
        }
    }

    /// <summary>Keeps the text of the member that was read last, if it would be written in another spelling.</summary>
    private void KeepSpelling(ref Frame frame, long end)
    {
        if (!TakeUnusual())
            return;

        // To the comma before the name, or to the end of the object.
        byte[] json = Compact(frame.ValueStart, end);
        if (json.Length > 0 && json[json.Length - 1] == ',')
            Array.Resize(ref json, json.Length - 1);
        Add(ref frame, new KeptMember(frame.Index, frame.Name!, json, null));
    }

    private static void Add(ref Frame frame, KeptMember member)
    {
        if (member.Index >= 0)
            (frame.Kept ??= []).Add(member);
        else
            (frame.Others ??= new(StringComparer.Ordinal))[member.Name] = member;
    }

    private void Add(ref Frame frame, int index, string name, byte[]? json, long at, string expected, string found, string message)
    {
        if (message.Length == 0 || message[message.Length - 1] != '.')
            message += ".";
        ApiFault fault = new(frame.Members!.TypeName, name, expected, found, json is null ? null : Utf8Text.Utf8(json), message);
        _faults.Add(fault);
        _places.Add((at, fault, null));
        Add(ref frame, new KeptMember(index, name, json, fault));
    }

    // A part of the text without the white space between its tokens: lines of JSON must not get line ends inside.
    private byte[] Compact(long start, long end)
    {
        var json = new byte[end - start];
        int length = 0;
        bool isString = false;
        for (long i = start; i < end; i++)
        {
            byte b = text[i];
            if (isString)
            {
                if (b == '\\')
                    json[length++] = text[i++];
                else if (b == '"')
                    isString = false;
            }
            else if (b == '"')
                isString = true;
            else if (b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
                continue;

            json[length++] = text[i];
        }

        Array.Resize(ref json, length);
        return json;
    }

    private struct Frame
    {
        public JsonMembers? Members;
        public int Depth;
        public long Start;
        public int FirstFault;
        public int Index;
        public string? Name;
        public bool IsRepeated;
        public long ValueStart;
        public List<KeptMember>? Kept;
        public Dictionary<string, KeptMember>? Others;
        public bool WasUnusual;
    }

    // Some of the faults of a text; each object has those within it.
    private sealed class Slice(List<ApiFault> all, int start, int count) : IReadOnlyList<ApiFault>
    {
        public int Count => count;

        public ApiFault this[int index] =>
            (uint)index < (uint)count ? all[start + index] : throw new ArgumentOutOfRangeException(nameof(index));

        public IEnumerator<ApiFault> GetEnumerator()
        {
            for (int i = 0; i < count; i++)
                yield return all[start + i];
        }

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
