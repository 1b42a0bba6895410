namespace Distribution.Dispatches;

/// <summary>Where a batch is kept; as text it is the queue's message.</summary>
public sealed record BatchKey(string Dispatch, string Plan, string Row)
{
    public string Partition => $"{Dispatch}.{Plan}";

    /// <summary>Recipients of a group are due at the same time; the row key is <c>{group}.{contact}</c>.</summary>
    public string Group => Row[..Math.Max(0, Row.IndexOf('.', StringComparison.Ordinal))];

    /// <summary>Reads a queue message; null when it is not one.</summary>
    public static BatchKey? Parse(string message) =>
        message.Split('|') is [{ Length: > 0 } dispatch, { Length: > 0 } plan, { Length: > 0 } row] ? new(dispatch, plan, row) : null;

    public override string ToString() => $"{Dispatch}|{Plan}|{Row}";
}
