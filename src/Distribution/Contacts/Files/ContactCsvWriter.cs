using Distribution.Contacts.Files.Values;
using Distribution.Platform.Text;

namespace Distribution.Contacts.Files;

/// <summary>
/// Contacts as CSV (RFC 4180), safe to open in a spreadsheet program; <see cref="ContactFile"/> reads it back. Columns are only added, at
/// the end.
/// </summary>
public static class ContactCsvWriter
{
    private static readonly (ContactField Field, Func<ContactRow, string?> Cell)[] Columns =
    [
        (ContactField.Address, row => ValueList.Join([row.Address])),
        (ContactField.OtherAddresses, row => ValueList.Join(row.OtherAddresses)),
        (ContactField.Name, row => row.Name),
        (ContactField.GivenName, row => row.GivenName),
        (ContactField.FamilyName, row => row.FamilyName),
        (ContactField.Phones, row =>
            ValueList.Join(row.Phones.Select(phone => phone.Kind is null ? phone.Number : $"{phone.Kind}: {phone.Number}"))),
        (ContactField.Handles, row => ValueList.Join(row.Handles.Select(handle => $"{handle.Network}: {handle.Name}"))),
        (ContactField.Outlet, row => row.Outlet),
        (ContactField.Role, row => row.Role),
        (ContactField.OutletType, row => row.OutletType),
        (ContactField.Topics, row => ValueList.Join(row.Topics)),
        (ContactField.Countries, row => ValueList.Join(row.Countries)),
        (ContactField.Languages, row => ValueList.Join(row.Languages)),
        (ContactField.TimeZone, row => row.TimeZone),
        (ContactField.Notes, row => row.Notes),
        (ContactField.Tags, row => ValueList.Join(row.Tags)),
        (ContactField.Source, row => row.Source),
        (ContactField.MailStatus, row => row.Statuses is [var status, ..] ? status.Value : null),
        (ContactField.Subscriptions, row => ValueList.Join(row.Subscriptions.Select(Subscription))),
    ];

    /// <summary>The columns, each named after its field.</summary>
    public static IReadOnlyList<string> Header { get; } = [.. Columns.Select(column => ColumnTarget.NameOf(column.Field))];

    /// <summary>A subscription as a cell or card has it: <c>caribbean-press: subscribed</c>.</summary>
    internal static string Subscription(RowSubscription subscription) =>
        $"{subscription.List}: {subscription.Status.ToString().ToLowerInvariant()}";

    /// <summary>Writes a header row, then the rows as they come.</summary>
    /// <param name="rows">The rows; their problems are not written.</param>
    /// <param name="separator">Stands between the cells.</param>
    /// <param name="output">Takes the text. Whether a byte order mark stands first is for its encoding to say; spreadsheet programs like
    /// one.</param>
    public static async Task WriteAsync(
        IAsyncEnumerable<ContactRow> rows, CsvSeparator separator, TextWriter output, CancellationToken cancellationToken)
    {
        await output.WriteAsync(CsvRow.Get(Header, separator).AsMemory(), cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await output.WriteAsync(CsvRow.Get(Columns.Select(column => column.Cell(row)), separator).AsMemory(), cancellationToken);
        }
    }
}
