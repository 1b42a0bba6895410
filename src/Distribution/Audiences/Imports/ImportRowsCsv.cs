using System.Globalization;
using System.Text.Json;
using Distribution.Platform.Text;

namespace Distribution.Audiences.Imports;

/// <summary>The results of the rows as CSV: a row for each, and one for each further problem of the same row.</summary>
public static class ImportRowsCsv
{
    private static readonly string[] Header =
        ["row", "outcome", "contact", "lists", "suppressed", "ended", "field", "column", "problem", "taken", "value", "reason"];

    public static async Task WriteAsync(
        IAsyncEnumerable<ImportRowResult> results, CsvSeparator separator, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(CsvRow.Get(Header, separator).AsMemory(), cancellationToken);
        await foreach (var result in results.WithCancellation(cancellationToken))
        {
            foreach (var cells in Rows(result)) await output.WriteAsync(CsvRow.Get(cells, separator).AsMemory(), cancellationToken);
        }
    }

    private static IEnumerable<string?[]> Rows(ImportRowResult result)
    {
        string?[] start =
        [
            result.Row.ToString(CultureInfo.InvariantCulture), JsonNamingPolicy.CamelCase.ConvertName(result.Outcome.ToString()),
            result.Contact,
            string.Join(' ', result.Lists), result.Suppressed is { } reason
                ? JsonNamingPolicy.CamelCase.ConvertName(reason.ToString())
                : null,
            string.Join(' ', result.Ended),
        ];
        return result.Problems.Count == 0
            ? [[.. start, null, null, null, null, null, null]]
            : result.Problems.Select(problem => (string?[])
                [.. start, problem.Field, problem.Column, problem.Message, problem.Taken, problem.Value, problem.Reason]);
    }
}
