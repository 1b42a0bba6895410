namespace Distribution.Dispatches.Ledger;

/// <summary>Where a batch is kept; as text it is the queue's message.</summary>
public sealed record BatchKey(string Dispatch, string Plan, string Row)
{
    /// <summary>Recipients that are all due at once; groups with a time of their own sort after it.</summary>
    private const string FirstGroup = "0";

    public string Partition => $"{Dispatch}.{Plan}";

    /// <summary>Recipients of a group are due at the same time; the row key is <c>{group}.{contact}</c>.</summary>
    public string Group => Row[..Math.Max(0, Row.IndexOf('.', StringComparison.Ordinal))];

    /// <summary>The row whose last recipient this contact is; the first row from there on is the one that they are in.</summary>
    public static string RowOf(string contact) => $"{FirstGroup}.{contact}";

    /// <summary>Reads a queue message; null when it is not one.</summary>
    public static BatchKey? Parse(string message) =>
        message.Split('|') is [{ Length: > 0 } dispatch, { Length: > 0 } plan, { Length: > 0 } row] ? new(dispatch, plan, row) : null;

    public override string ToString() => $"{Dispatch}|{Plan}|{Row}";
}
