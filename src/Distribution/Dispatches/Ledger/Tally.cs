using System.Buffers;
using System.Text;
using System.Text.Json;
using Distribution.Mail.Outcomes;

namespace Distribution.Dispatches.Ledger;

/// <summary>
/// A batch in figures, from which progress is read without its recipients: <c>{"f":1,"t":[[language,[lists],{"accepted":12,…}],…]}</c>.
/// Every write of outcomes computes it again, so it counts in one pass; at its longest it is shorter than the recipients' own column.
/// </summary>
public static class Tally
{
    private const int Format = 1;

    private static readonly JsonEncodedText[] States =
        [.. Enum.GetNames<OutcomeState>().Select(state => JsonEncodedText.Encode(state.ToLowerInvariant()))];

    public static string Write(IReadOnlyList<Recipient> recipients, IReadOnlyList<Outcome> outcomes)
    {
        ArrayBufferWriter<byte> buffer = new(512);
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("f", Format);
            writer.WriteStartArray("t");
            foreach (var (recipient, counts) in Count(recipients, outcomes)) Write(writer, recipient, counts);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static IReadOnlyList<TallyGroup> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement.GetProperty("t").EnumerateArray().Select(Read)];
    }

    /// <summary>The first recipient of each group, and how many of the group have which outcome.</summary>
    private static Dictionary<Recipient, int[]> Count(IReadOnlyList<Recipient> recipients, IReadOnlyList<Outcome> outcomes)
    {
        Dictionary<Recipient, int[]> groups = new(new SameGroup());
        for (var index = 0; index < recipients.Count; index++)
        {
            if (!groups.TryGetValue(recipients[index], out var counts)) groups[recipients[index]] = counts = new int[States.Length];
            counts[(int)outcomes[index].State]++;
        }

        return groups;
    }

    private static void Write(Utf8JsonWriter writer, Recipient recipient, int[] counts)
    {
        writer.WriteStartArray();
        writer.WriteStringValue(recipient.Language);
        writer.WriteStartArray();
        foreach (var list in recipient.Lists) writer.WriteNumberValue(list);
        writer.WriteEndArray();
        writer.WriteStartObject();
        for (var state = 0; state < counts.Length; state++)
        {
            if (counts[state] > 0) writer.WriteNumber(States[state], counts[state]);
        }

        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static TallyGroup Read(JsonElement group) => new(
        group[0].GetString()!,
        [.. group[1].EnumerateArray().Select(list => list.GetInt32())],
        group[2].EnumerateObject().ToDictionary(count => Enum.Parse<OutcomeState>(count.Name, ignoreCase: true), count => count.Value.GetInt32()));

    /// <summary>Recipients with the same language and lists.</summary>
    private sealed class SameGroup : IEqualityComparer<Recipient>
    {
        public bool Equals(Recipient? one, Recipient? other) => one!.Language == other!.Language && one.Lists.SequenceEqual(other.Lists);

        public int GetHashCode(Recipient recipient)
        {
            HashCode hash = default;
            hash.Add(recipient.Language);
            for (var index = 0; index < recipient.Lists.Count; index++) hash.Add(recipient.Lists[index]);
            return hash.ToHashCode();
        }
    }
}
