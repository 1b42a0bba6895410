using System.Globalization;
using System.Text.Json;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Resolutions;
using Distribution.Platform.Text;

namespace Distribution.Dispatches.Records;

/// <summary>
/// A distribution record as CSV: a header row, then a row for each recipient. A person's lists share a cell, separated by spaces.
/// </summary>
public static class RecordCsv
{
    private static readonly string[] Header =
    [
        "contact", "address", "name", "outlet", "language", "headline", "lists", "outcome", "attempts", "at", "code", "enhanced", "words",
        "connection", "messageId", "mayHaveReceivedTwice", "resolved", "resolvedAt", "resolvedBy", "note",
    ];

    /// <summary>Writes the rows as they are read.</summary>
    public static async Task WriteAsync(
        DispatchRecord record, CsvSeparator separator, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(CsvRow.Get(Header, separator).AsMemory(), cancellationToken);
        await foreach (var entry in record.Recipients.WithCancellation(cancellationToken))
        {
            var cells = Cells(entry, record.Headlines?.In(entry.Language));
            await output.WriteAsync(CsvRow.Get(cells, separator).AsMemory(), cancellationToken);
        }
    }

    private static string?[] Cells(RecordEntry entry, string? headline) =>
    [
        entry.Contact,
        entry.Address,
        entry.Name,
        entry.Outlet,
        entry.Language,
        headline,
        string.Join(' ', entry.Lists),
        entry.Outcome.ToString().ToLowerInvariant(),
        entry.Attempts.ToString(CultureInfo.InvariantCulture),
        entry.At,
        entry.Code?.ToString(CultureInfo.InvariantCulture),
        entry.Enhanced,
        entry.Words,
        entry.Connection,
        entry.MessageId,
        entry.MayHaveReceivedTwice ? "true" : "false",
        Word(entry.Resolution?.Resolution),
        entry.Resolution is { } heldResolution ? LedgerTime.Write(heldResolution.At) : null,
        entry.Resolution?.By,
        entry.Resolution?.Note,
    ];

    private static string? Word(Resolution? resolution) =>
        resolution is null ? null : JsonNamingPolicy.CamelCase.ConvertName(resolution.Value.ToString());
}
