using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Distribution.Contacts.Contacts;
using Distribution.Mail.Outcomes;

namespace Distribution.Dispatches.Ledger;

/// <summary>
/// The two columns of a batch, as compact JSON that a person can read:
/// <c>{"f":1,"r":[[contact,address,name,outlet,language,[languages],[lists],[releases],[source,date,basis]],…]}</c>
/// and <c>{"f":1,"o":[[state,attempts,at,retryAt,code,enhanced,words,connection,maybeTwice],…]}</c>, where a recipient not yet tried is 0.
/// Each stays under 32,000 characters; a table's column holds 32 K.
/// </summary>
public static class BatchJson
{
    public const int LongestColumn = 32_000;

    private const int Format = 1;

    /// <summary>Where a thread writes its columns, again and again.</summary>
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? Column;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>How many characters a recipient adds to its column, the comma included.</summary>
    public static int Length(Recipient recipient) => Encoding.UTF8.GetCharCount(Bytes(writer => Write(writer, recipient))) + 1;

    public static string Write(IEnumerable<Recipient> recipients) => WriteAll("r", recipients, Write);

    public static string Write(IEnumerable<Outcome> outcomes) => WriteAll("o", outcomes, Write);

    public static IReadOnlyList<Recipient> ReadRecipients(string json) => ReadAll(json, "r", ReadRecipient);

    public static IReadOnlyList<Outcome> ReadOutcomes(string json) => ReadAll(json, "o", ReadOutcome);

    /// <summary>The outcomes' states as they are written, by number.</summary>
    private static readonly JsonEncodedText[] Words =
        [.. Enum.GetNames<OutcomeState>().Select(name => JsonEncodedText.Encode(name.ToLowerInvariant()))];

    private static void Write(Utf8JsonWriter writer, Recipient recipient)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(recipient.Contact);
        writer.WriteStringValue(recipient.Address);
        writer.WriteStringValue(recipient.Name);
        writer.WriteStringValue(recipient.Outlet ?? "");
        writer.WriteStringValue(recipient.Language);
        writer.WriteStartArray();
        foreach (var language in recipient.Languages) writer.WriteStringValue(language);
        writer.WriteEndArray();
        writer.WriteStartArray();
        foreach (var list in recipient.Lists) writer.WriteNumberValue(list);
        writer.WriteEndArray();
        if (recipient.Releases.Count > 0 || recipient.Notice is not null) WriteReleases(writer, recipient.Releases);
        if (recipient.Notice is { } notice) WriteNotice(writer, notice);
        writer.WriteEndArray();
    }

    /// <summary>Only digests have them.</summary>
    private static void WriteReleases(Utf8JsonWriter writer, IReadOnlyList<int> releases)
    {
        writer.WriteStartArray();
        foreach (var release in releases) writer.WriteNumberValue(release);
        writer.WriteEndArray();
    }

    /// <summary>Only in somebody's first mail.</summary>
    private static void WriteNotice(Utf8JsonWriter writer, FirstNotice notice)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(notice.Source);
        WriteInstant(writer, notice.Date);
        writer.WriteStringValue(JsonNamingPolicy.CamelCase.ConvertName(notice.Basis.ToString()));
        writer.WriteEndArray();
    }

    private static FirstNotice ReadNotice(JsonElement item) =>
        new(item[0].GetString()!, item[1].GetDateTimeOffset(), Enum.Parse<LawfulBasis>(item[2].GetString()!, ignoreCase: true));

    private static void Write(Utf8JsonWriter writer, Outcome outcome)
    {
        if (outcome == Outcome.Planned)
        {
            writer.WriteNumberValue(0);
            return;
        }

        writer.WriteStartArray();
        writer.WriteStringValue(Words[(int)outcome.State]);
        writer.WriteNumberValue(outcome.Attempts);
        WriteInstant(writer, outcome.At);
        WriteInstant(writer, outcome.RetryAt);
        writer.WriteNumberValue(outcome.Code);
        writer.WriteStringValue(outcome.Enhanced);
        writer.WriteStringValue(outcome.Words);
        writer.WriteStringValue(outcome.Connection);
        writer.WriteNumberValue(outcome.MaybeTwice ? 1 : 0);
        writer.WriteEndArray();
    }

    private static void WriteInstant(Utf8JsonWriter writer, DateTimeOffset? instant)
    {
        if (instant is null) writer.WriteNullValue();
        else writer.WriteStringValue(LedgerTime.Write(instant.Value));
    }

    private static Recipient ReadRecipient(JsonElement item) => new(
        item[0].GetString()!,
        item[1].GetString()!,
        item[2].GetString()!,
        item[4].GetString()!,
        [.. item[5].EnumerateArray().Select(language => language.GetString()!)],
        [.. item[6].EnumerateArray().Select(list => list.GetInt32())])
    {
        Outlet = item[3].GetString() is { Length: > 0 } outlet ? outlet : null,
        Releases = item.GetArrayLength() > 7 ? [.. item[7].EnumerateArray().Select(release => release.GetInt32())] : [],
        Notice = item.GetArrayLength() > 8 ? ReadNotice(item[8]) : null,
    };

    private static Outcome ReadOutcome(JsonElement item) => item.ValueKind == JsonValueKind.Number
        ? Outcome.Planned
        : new()
        {
            State = Enum.Parse<OutcomeState>(item[0].GetString()!, ignoreCase: true),
            Attempts = item[1].GetInt32(),
            At = ReadInstant(item[2]),
            RetryAt = ReadInstant(item[3]),
            Code = item[4].GetInt32(),
            Enhanced = item[5].GetString(),
            Words = item[6].GetString(),
            Connection = item[7].GetString(),
            MaybeTwice = item[8].GetInt32() == 1,
        };

    private static DateTimeOffset? ReadInstant(JsonElement item) => item.ValueKind == JsonValueKind.Null ? null : item.GetDateTimeOffset();

    private static string WriteAll<T>(string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write) => Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("f", Format);
        writer.WriteStartArray(name);
        foreach (var item in items) write(writer, item);
        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    private static string Write(Action<Utf8JsonWriter> write) => Encoding.UTF8.GetString(Bytes(write));

    private static ReadOnlySpan<byte> Bytes(Action<Utf8JsonWriter> write)
    {
        Column ??= new(2 * LongestColumn);
        Column.ResetWrittenCount();
        using (Utf8JsonWriter writer = new(Column, Compact)) write(writer);
        return Column.WrittenSpan;
    }

    private static IReadOnlyList<T> ReadAll<T>(string json, string name, Func<JsonElement, T> read)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty(name).EnumerateArray().Select(read)];
    }
}
