using Distribution.Platform.Languages;

namespace Distribution.Publisher.Organisations;

/// <summary>The publisher. One per deployment.</summary>
public sealed record Organisation
{
    public required Names Names { get; init; }

    /// <summary>Languages the organisation publishes in, the most usual first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Standing text about the organisation at the end of a release.</summary>
    public Names Boilerplate { get; init; } = Names.None;

    /// <summary>Standing line at the foot of every mail, such as one that the law asks for.</summary>
    public Names FooterNote { get; init; } = Names.None;

    public required string PostalAddress { get; init; }

    public required string Website { get; init; }

    /// <summary>The address that mails come from; the display name is the organisation's and the office's.</summary>
    public required string SenderAddress { get; init; }

    /// <summary>Where the public writes about its data; null for <see cref="SenderAddress"/>.</summary>
    public string? PrivacyAddress { get; init; }

    /// <summary>
    /// Whether every release must be approved by somebody else than its last editor; offices can ask for it by themselves.
    /// </summary>
    public bool NeedsSecondUser { get; init; }

    /// <summary>The look of its mails.</summary>
    public Look Look { get; init; } = new();

    /// <summary>Country (ISO 3166-1 alpha-2) to the language a recipient there gets when none of their own is ready.</summary>
    public IReadOnlyDictionary<string, string> LanguageByCountry { get; init; } = new Dictionary<string, string>();
}
