namespace Distribution.Audiences.Selection;

/// <summary>An audience somebody asks about, before it is looked at.</summary>
public record AddressingInput
{
    public required AudienceInput Audience { get; init; }

    /// <summary>Languages the release is ready in; the organisation's when left out.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>The language it was written in; the first of the others when left out.</summary>
    public string? OriginalLanguage { get; init; }
}
