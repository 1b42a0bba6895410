using System.Reflection;
using Azure.Data.Tables;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Planning;
using Distribution.Platform.Storage;
using Distribution.Web;

namespace Distribution.Tests.Docs;

public sealed class TablesPageTests
{
    private static readonly Assembly Application = typeof(Tables).Assembly;
    private static readonly IReadOnlyList<Section> Page = Section.Read("tables.md");
    private static readonly IReadOnlyList<Section> Records = [.. Page.Where(section => section.Level == 3)];

    [Fact]
    public void Every_table_is_described_in_the_order_of_its_name() =>
        Assert.Equal(Tables.All, Page.Where(section => section.Level == 2).Select(section => section.Title));

    [Fact]
    public void Every_record_that_is_stored_is_described() =>
        Assert.Equal(StoredRecords().Select(type => type.Name).Order(), Records.Select(record => record.Title).Order());

    [Fact]
    public void Every_column_of_a_record_is_described() =>
        Assert.All(Records, record => Assert.Equal(Columns(record.Title).Order(), record.Rows.Select(row => row[0]).Order()));

    [Fact]
    public void Every_record_says_where_its_rows_are_and_which_types_write_them() => Assert.All(Records, record =>
    {
        Assert.NotNull(record.After("- Partition:"));
        Assert.NotNull(record.After("- Row:"));
        var writers = Section.Names(record.After("- Written by")!).ToList();
        Assert.NotEmpty(writers);
        Assert.All(writers, writer => Assert.Contains(writer, TypeNames));
    });

    private static HashSet<string> TypeNames { get; } =
        [.. Application.GetTypes().Concat(typeof(DistributionWeb).Assembly.GetTypes()).Select(type => type.Name)];

    /// <summary>The stored records: in rows, in resource stores, and the batches that write their rows themselves.</summary>
    private static IEnumerable<Type> StoredRecords() =>
        Application.GetTypes()
            .Where(type => !type.IsGenericType)
            .SelectMany(type => type.GetFields(BindingFlags.NonPublic | BindingFlags.Instance).Select(field => field.FieldType).Append(type.BaseType))
            .OfType<Type>()
            .Where(type => type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(Rows<>) || type.GetGenericTypeDefinition() == typeof(ResourceStore<>)))
            .Select(type => type.GetGenericArguments()[0])
            .Append(typeof(Batch))
            .Distinct();

    private static IEnumerable<string> Columns(string record)
    {
        var type = StoredRecords().SingleOrDefault(type => type.Name == record) ?? throw new InvalidOperationException($"No record {record} is stored.");
        if (type == typeof(Batch)) return BatchColumns();
        return (IReadOnlyList<string>)typeof(Columns<>).MakeGenericType(type).GetProperty("Names")!.GetValue(null)!;
    }

    private static IEnumerable<string> BatchColumns()
    {
        BatchBuilder builder = new("dispatch", "plan", Batch.MostRecipients, DateTimeOffset.UnixEpoch);
        builder.Add(new("0", "rosa@example.org", "Rosa", "en", ["en"], [0]));
        string[] everywhere = [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey), "Format"];
        return BatchRow.New(builder.Close()!).Keys.Except(everywhere);
    }
}
