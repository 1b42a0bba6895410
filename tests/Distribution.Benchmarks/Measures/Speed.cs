using System.Text.Json.Serialization;

namespace Distribution.Benchmarks.Measures;

/// <summary>The speed of one dispatch on this machine, beside what the machine can do at all.</summary>
internal sealed record Speed
{
    public required double MailsPerSecond { get; init; }

    /// <summary>Mean of the physical limit before and after.</summary>
    public required double LimitMailsPerSecond { get; init; }

    public double Ratio => MailsPerSecond / LimitMailsPerSecond;

    [JsonPropertyName("storage_operations_per_100")]
    public required double StorageOperationsPer100 { get; init; }

    public required double CpuMicrosecondsPerMail { get; init; }

    public required double PeakRssMb { get; init; }

    public IEnumerable<Measured> Lines() =>
    [
        Measured.Fact("smtp-source, mails/s (the limit)", LimitMailsPerSecond),
        Measured.Fact("dispatch, mails/s", MailsPerSecond),
        Measured.AtLeast("dispatch ÷ limit", Ratio, 0.4),
        Measured.AtMost("storage operations per 100 recipients", StorageOperationsPer100, 10, "0.0"),
        Measured.AtMost("processor, µs per mail", CpuMicrosecondsPerMail, 320),
        Measured.AtMost("peak memory, MB", PeakRssMb, 250),
    ];
}
