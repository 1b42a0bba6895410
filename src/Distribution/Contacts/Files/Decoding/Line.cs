using System.Globalization;

namespace Distribution.Contacts.Files.Decoding;

/// <summary>A line without its end, and without what was at fault in it.</summary>
internal sealed record Line(string Text, LineFaults Faults)
{
    private const string Strays = "Some characters are not in the encoding of the file and were taken for Windows-1252; look at them.";

    private static readonly string TooLong =
        string.Create(CultureInfo.InvariantCulture, $"A line over {ContactFileLimits.LongestLine:N0} characters was cut.");

    /// <summary>The faults in a sentence for users.</summary>
    public static IEnumerable<RowProblem> Problems(LineFaults faults)
    {
        if (faults.HasFlag(LineFaults.StrayBytes)) yield return Get(Strays);
        if (faults.HasFlag(LineFaults.Nul)) yield return Get("NUL characters were left out.");
        if (faults.HasFlag(LineFaults.TooLong)) yield return Get(TooLong);
    }

    private static RowProblem Get(string message) => new(RowProblem.Row, "", message);
}
