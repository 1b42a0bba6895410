using System.Diagnostics;
using System.Globalization;
using Azure.Core;
using Azure.Data.Tables;
using Distribution.Benchmarks.Parts;
using Distribution.Contacts.Search;
using Distribution.Platform.Storage;
using Microsoft.Extensions.Options;

namespace Distribution.Benchmarks.Measures;

/// <summary>Measures a page of a search: requests to the storage, and the rows that come back, among few contacts and among many.</summary>
internal static class SearchMeasure
{
    /// <summary>Among how many times fewer the same is measured.</summary>
    private const int Fewer = 10;

    private const int PerPage = 25;
    private const int AtOnce = 2_000;

    private const int MostOperations = 2;
    private const int MostRows = 50;

    private static readonly (string Name, ContactQuery Query)[] Searches =
    [
        ("all", new()),
        ("prefix 'mar'", new() { Text = "mar" }),
        ("words 'mar bap'", new() { Text = "mar bap" }),
        ("country", new() { Country = "TT" }),
        ("topic + country", new() { Topic = "reefs", Country = "JM" }),
        ("list", new() { List = "press" }),
        ("list + language + tag", new() { List = "press", Language = "en", Tag = "vip" }),
        ("prefix + list + country", new() { Text = "mar", List = "press", Country = "TT" }),
        ("no hits: prefix + topic + tag", new() { Text = "zoe", Topic = "reefs", Tag = "nobody" }),
        ("no hits: country + outlet type", new() { Country = "XK", OutletType = Distribution.Contacts.Outlets.OutletType.Radio }),
        ("no hits: list + topic that nobody has", new() { List = "press", Topic = "nothing" }),
    ];

    public static async Task<IEnumerable<Measured>> RunAsync(ContactArguments arguments, CancellationToken cancellationToken)
    {
        List<Measured> lines = [];
        foreach (var contacts in new[] { Math.Max(1, arguments.Contacts / Fewer), arguments.Contacts })
        {
            await using var storage = await BenchmarkStorage.StartAsync(cancellationToken);
            await using var room = await PressRoom.OpenAsync(storage, cancellationToken);
            lines.AddRange(await FillAsync(room, contacts, cancellationToken));
            lines.AddRange(await SearchAsync(room, contacts, cancellationToken));
        }

        return lines;
    }

    private static async Task<IEnumerable<Measured>> FillAsync(PressRoom room, int contacts, CancellationToken cancellationToken)
    {
        var (index, now, rows) = (room.Get<ContactIndexStore>(), TimeProvider.System.GetUtcNow(), 0L);
        var crowd = Enumerable.Range(0, contacts).Select(number => (Number: number, Contact: InventedContacts.Contact(number))).OrderBy(person => person.Contact.Id, StringComparer.Ordinal);
        using StorageOperations operations = new();
        var started = Stopwatch.GetTimestamp();
        foreach (var part in crowd.Chunk(AtOnce))
        {
            List<IndexChange> changes = [.. part.Select(person => IndexChange.Compare(
                person.Contact.Id, null, IndexRows.Create(person.Contact, InventedContacts.Outlets, InventedContacts.Lists(person.Number), now), now))];
            rows += changes.Sum(change => change.Rows.Count);
            if (await index.WriteAsync(changes, cancellationToken) is not []) throw new BenchmarkFailure("Somebody else has written to the benchmark's index.");
        }

        var (time, size) = (Stopwatch.GetElapsedTime(started), Text(contacts));
        return
        [
            Measured.Fact($"{size} contacts: index rows a contact", (double)rows / contacts, "0.0"),
            Measured.Fact($"{size} contacts: operations a contact, written {Text(AtOnce)} at once", (double)operations.Count / contacts, "0.00"),
            Measured.Fact($"{size} contacts: writing the index, s", time.TotalSeconds),
        ];
    }

    private static async Task<IEnumerable<Measured>> SearchAsync(PressRoom room, int contacts, CancellationToken cancellationToken)
    {
        RowCounter counter = new();
        TableClientOptions client = new();
        client.AddPolicy(counter, HttpPipelinePosition.PerRetry);
        TableServiceClient service = new(room.Settings["Storage:ConnectionString"], client);
        SearchContacts search = new(new ContactIndexStore(new Tables(service, Options.Create(room.Get<IOptions<StorageOptions>>().Value))));
        List<Measured> lines = [];
        foreach (var (name, query) in Searches)
        {
            var (mostOperations, mostRows, found, pages, time) = (0, 0, 0, 0, TimeSpan.Zero);
            for (string? after = null; pages == 0 || (after is not null && pages < 3); pages++)
            {
                counter.CountAnew();
                var started = Stopwatch.GetTimestamp();
                var page = await search.RunAsync(query, PerPage, after, cancellationToken) ?? throw new BenchmarkFailure("A search did not know its own place.");
                time += Stopwatch.GetElapsedTime(started);
                (after, found) = (page.After, found + page.Items.Count);
                (mostOperations, mostRows) = (Math.Max(mostOperations, counter.Operations), Math.Max(mostRows, counter.Rows));
            }

            var what = $"{Text(contacts)} contacts, {name} ({found} on {pages} {(pages == 1 ? "page" : "pages")}, {(time / pages).TotalMilliseconds:0} ms each)";
            lines.Add(Measured.AtMost($"{what}: operations a page", mostOperations, MostOperations));
            lines.Add(Measured.AtMost($"{what}: rows a page", mostRows, MostRows));
        }

        return lines;
    }

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
