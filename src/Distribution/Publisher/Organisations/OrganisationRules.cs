using Distribution.Platform.Validation;

namespace Distribution.Publisher.Organisations;

/// <summary>Validates the organisation; pure.</summary>
public static class OrganisationRules
{
    private const int LongestBoilerplate = 4000;
    private const int LongestFooterNote = 1000;
    private const int LongestPostalAddress = 500;

    /// <summary>The organisation in the form that is kept.</summary>
    public static Organisation Check(Organisation organisation, FieldErrors errors)
    {
        errors.Require(organisation.Languages.Count > 0, "languages", "has at least one language.");
        return organisation with
        {
            Names = errors.Names("names", organisation.Names),
            Languages = errors.Languages("languages", organisation.Languages),
            Boilerplate = errors.MarkdownTexts("boilerplate", organisation.Boilerplate, LongestBoilerplate),
            FooterNote = errors.MarkdownTexts("footerNote", organisation.FooterNote, LongestFooterNote),
            PostalAddress = errors.Text("postalAddress", organisation.PostalAddress, LongestPostalAddress),
            Website = errors.Website("website", organisation.Website),
            SenderAddress = errors.Address("senderAddress", organisation.SenderAddress),
            PrivacyAddress = organisation.PrivacyAddress is { Length: > 0 } privacy ? errors.Address("privacyAddress", privacy) : null,
            Look = LookRules.Check(organisation.Look, errors),
            LanguageByCountry = Fallbacks(organisation.LanguageByCountry, errors),
        };
    }

    private static Dictionary<string, string> Fallbacks(IReadOnlyDictionary<string, string> languages, FieldErrors errors) =>
        languages.ToDictionary(
            pair => errors.Country($"languageByCountry.{pair.Key}", pair.Key),
            pair => errors.Language($"languageByCountry.{pair.Key}", pair.Value));
}
