using Distribution.Platform.Languages;
using Distribution.Publisher.Organisations;

namespace Distribution.Web.Publisher.Organisations;

/// <summary>The publisher.</summary>
internal sealed record OrganisationRequest
{
    /// <summary>Name by language.</summary>
    public required Names Names { get; init; }

    /// <summary>Languages the organisation publishes in, the most usual first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Standing text about the organisation at the end of a release, by language.</summary>
    public Names Boilerplate { get; init; } = Names.None;

    /// <summary>Standing line at the foot of every mail, by language, in Markdown; up to 1,000 characters.</summary>
    public Names FooterNote { get; init; } = Names.None;

    /// <summary>Stands under every mail.</summary>
    public required string PostalAddress { get; init; }

    /// <summary>Begins with https://.</summary>
    public required string Website { get; init; }

    /// <summary>The address that mails come from.</summary>
    public required string SenderAddress { get; init; }

    /// <summary>Where the public writes about its data, such as your data protection officer; left out, the sender's address.</summary>
    public string? PrivacyAddress { get; init; }

    /// <summary>The look of its mails.</summary>
    public Look Look { get; init; } = new();

    /// <summary>Country (ISO 3166-1 alpha-2) to the language a recipient there gets when none of their own is ready.</summary>
    public IReadOnlyDictionary<string, string> LanguageByCountry { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether every release must be approved by somebody else than its last editor.</summary>
    public bool NeedsSecondUser { get; init; }

    public Organisation ToOrganisation() => new()
    {
        Names = Names,
        Languages = Languages,
        Boilerplate = Boilerplate,
        FooterNote = FooterNote,
        PostalAddress = PostalAddress,
        Website = Website,
        SenderAddress = SenderAddress,
        PrivacyAddress = PrivacyAddress,
        Look = Look,
        LanguageByCountry = LanguageByCountry,
        NeedsSecondUser = NeedsSecondUser,
    };
}
