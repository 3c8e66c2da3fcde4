namespace OpenApiGen.Http;

// Statuses of one operation. There are a handful, so they are looked through in order.
internal sealed class ResponseTable(bool hasResult)
{
    public const int SuccessDefault = 0;
    public const int ErrorDefault = -1;

    private readonly List<KeyValuePair<int, ResponseRule>> _rules = [];
    private volatile bool _used;

    public static int Exact(int status) =>
        status is >= 100 and <= 999 ? status : throw new ArgumentOutOfRangeException(nameof(status), status, "A status has three digits.");

    public static int Range(int hundreds) =>
        hundreds is >= 1 and <= 5
            ? hundreds
            : throw new ArgumentOutOfRangeException(nameof(hundreds), hundreds, "A range is 1XX to 5XX, given as 1 to 5.");

    public static bool IsSuccess(int status) => status is >= 200 and <= 299;

    public void Add(int key, ResponseRule rule)
    {
        if (_used)
            throw new InvalidOperationException("The responses of an operation can not change after their first use.");
        _rules.Add(new(key, rule));
    }

    /// <summary>
    /// The rule for a status, or null. OpenAPI lets <c>default</c> stand for anything; as a success it does not turn a 500 into a
    /// result, and as an error it does not turn a 2xx into one.
    /// </summary>
    public ResponseRule? Find(int status)
    {
        _used = true;
        return Get(status) ?? Get(status / 100) ?? Get(IsSuccess(status) ? SuccessDefault : ErrorDefault);
    }

    /// <summary>Whether a status without a rule is a success nevertheless: any 2xx of an operation without a result.</summary>
    public bool IsBareSuccess(int status) => !hasResult && IsSuccess(status);

    private ResponseRule? Get(int key)
    {
        foreach (var pair in _rules)
            if (pair.Key == key)
                return pair.Value;
        return null;
    }
}
