namespace Distribution.Contacts.Files;

/// <summary>Something in a row that could not be taken as it stands.</summary>
/// <param name="Field">The field it is about, such as <c>countries</c>; <c>row</c> for the row as a whole.</param>
/// <param name="Column">The column as the file names it, or the property of a card; empty for the row as a whole.</param>
/// <param name="Message">The fault, in a sentence.</param>
/// <param name="Taken">The value taken instead; null when there is none.</param>
public sealed record RowProblem(string Field, string Column, string Message, string? Taken = null)
{
    public const string Row = "row";

    /// <summary>The text that was read, up to 200 characters; null for what is about the row as a whole.</summary>
    public string? Value
    {
        get;
        init => field = value is { Length: > LongestValue } ? $"{value[..LongestValue]}…" : value;
    }

    /// <summary>A word by which problems of one kind are counted: the field, or why the row is left out.</summary>
    public string Reason { get; init; } = Field.Split('.')[0];

    private const int LongestValue = 200;
}
