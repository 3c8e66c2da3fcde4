using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using OpenApiGen.Json;

namespace OpenApiGen.Runtime.Tests.Json;

// Types as the generator emits them, by hand. CS8618: the constructor that reads sets fields, which the compiler does not connect with
// properties.
#pragma warning disable CS8618
[JsonConverter(typeof(Converter))]
internal sealed record Page : IApiRecord
{
    public required IReadOnlyList<User> Data
    {
        get => _extra.Use(_data.Items, 0);
        init => _data = new(_extra.Set(value, 0));
    }

    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties
    {
        get => _extra.Items;
        init => _extra.Items = value;
    }

    IReadOnlyList<ApiFault> IApiRecord.Faults => _extra.Faults;

    private readonly ValueList<User> _data;
    private ExtraMembers _extra;

    public Page() { }

    [SetsRequiredMembers]
    private Page(ref Utf8JsonReader reader)
    {
        JsonMembers members = Converter.Members;
        int next = members.Start(ref reader);
        ulong seen = 0;
        while (members.Next(ref reader, ref next, ref seen, out int member))
            try
            {
                switch (member)
                {
                    case 0:
                        _data = new(JsonRead.List(ref reader, User.Converter.Read));
                        break;
                    default:
                        _extra.Read(ref reader);
                        break;
                }
            }
            catch (Exception e) when (members.Keep(ref reader, e)) { }

        members.End(ref reader, next, ref seen, 1, ref _extra);
    }

    private bool PrintMembers(System.Text.StringBuilder builder) => JsonWrite.Print(builder, this, Converter.Write);

    public sealed class Converter : ModelConverter<Page>
    {
        internal static readonly JsonMembers Members = new("Page", "data");

        public Converter()
            : base(Read, Write) { }

        public static Page Read(ref Utf8JsonReader reader) => new(ref reader);

        public static void Write(Utf8JsonWriter writer, Page value)
        {
            MemberBits set = value._extra.Written(1);
            writer.WriteStartObject();
            if (set[0])
                JsonWrite.List(writer, Members[0], value._data, User.Converter.Write);
            value._extra.Write(writer, Members);
            writer.WriteEndObject();
        }
    }
}

[JsonConverter(typeof(Converter))]
internal sealed record User : IApiRecord
{
    public required Guid UserId
    {
        get => _extra.Use(_userId, 0);
        init => _userId = _extra.Set(value, 0);
    }

    public string? Note
    {
        get => _note;
        init => _note = _extra.SetOrNull(value, ref _set, 1);
    }

    public required IReadOnlyDictionary<Color, int> Counts
    {
        get => _extra.Use(_counts.Items, 2);
        init => _counts = new(_extra.Set(value, 2));
    }

    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties
    {
        get => _extra.Items;
        init => _extra.Items = value;
    }

    IReadOnlyList<ApiFault> IApiRecord.Faults => _extra.Faults;

    private readonly Guid _userId;
    private readonly string? _note;
    private readonly uint _set;
    private readonly ValueMap<Color, int> _counts;
    private ExtraMembers _extra;

    public User() { }

    [SetsRequiredMembers]
    private User(ref Utf8JsonReader reader)
    {
        JsonMembers members = Converter.Members;
        int next = members.Start(ref reader);
        ulong seen = 0;
        while (members.Next(ref reader, ref next, ref seen, out int member))
            try
            {
                switch (member)
                {
                    case 0:
                        _userId = JsonRead.Guid(ref reader);
                        break;
                    case 1:
                        _note = JsonRead.StringOrNull(ref reader);
                        break;
                    case 2:
                        _counts = new(JsonRead.Map(ref reader, Color.Converter.Read, JsonRead.Int32));
                        break;
                    default:
                        _extra.Read(ref reader);
                        break;
                }
            }
            catch (Exception e) when (members.Keep(ref reader, e)) { }

        members.End(ref reader, next, ref seen, 5, ref _extra);
        _set = (uint)seen & 2;
    }

    private bool PrintMembers(System.Text.StringBuilder builder) => JsonWrite.Print(builder, this, Converter.Write);

    public sealed class Converter : ModelConverter<User>
    {
        internal static readonly JsonMembers Members = new("User", "user_id", "a.b", "counts");

        public Converter()
            : base(Read, Write) { }

        public static User Read(ref Utf8JsonReader reader) => new(ref reader);

        public static void Write(Utf8JsonWriter writer, User value)
        {
            MemberBits set = value._extra.Written(value._set | 5);
            writer.WriteStartObject();
            if (set[0])
                JsonWrite.Guid(writer, Members[0], value._userId);
            if (set[1])
                JsonWrite.String(writer, Members[1], value._note);
            if (set[2])
                JsonWrite.Map(writer, Members[2], value._counts, static key => key.Value, JsonWrite.Int32);
            value._extra.Write(writer, Members);
            writer.WriteEndObject();
        }
    }
}

[JsonConverter(typeof(Converter))]
internal readonly struct Color(string value) : IOpenEnum<Color>
{
    private readonly string? _value = value;

    public string Value => _value ?? "";

    public bool IsKnown => Converter.Values.IsKnown(Value);

    public bool Equals(Color other) => Value == other.Value;

    public override bool Equals(object? obj) => obj is Color other && Equals(other);

    public override int GetHashCode() => Value.GetHashCode(StringComparison.Ordinal);

    public override string ToString() => Value;

    public sealed class Converter : EnumConverter<Color>
    {
        internal static readonly EnumValues Values = new("red", "green", "blue", "red");

        public Converter()
            : base(Read, Write, static color => color.Value) { }

        public static Color Read(ref Utf8JsonReader reader) => new(Values.Read(ref reader));

        public static void Write(Utf8JsonWriter writer, Color value) => JsonWrite.String(writer, value.Value);
    }
}
