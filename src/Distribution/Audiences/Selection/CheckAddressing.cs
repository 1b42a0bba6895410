using Distribution.Platform.Validation;
using Distribution.Publisher.Organisations;

namespace Distribution.Audiences.Selection;

/// <summary>Checks an audience somebody asks about as that of a release would be, the office aside.</summary>
public sealed class CheckAddressing(ReadReferences readReferences, OrganisationStore organisations)
{
    private const string NoLanguage = "en";

    /// <returns>The audience with the languages to choose from, where there are no errors.</returns>
    public async Task<Addressing> RunAsync(AddressingInput input, FieldErrors errors, CancellationToken cancellationToken)
    {
        var references = await readReferences.RunAsync(cancellationToken);
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        ReferenceRules.CheckLists(input.Audience.Lists, input.Audience.ExcludedLists, references, errors);
        var audience = AudienceRules.Check(input.Audience, references, errors);
        var ready = errors.Languages("languages", input.Languages);
        if (ready.Count == 0) ready = organisation?.Languages ?? [NoLanguage];
        var original = input.OriginalLanguage is null ? ready[0] : errors.Language("originalLanguage", input.OriginalLanguage);
        return new(audience, ready, original, organisation?.LanguageByCountry ?? new Dictionary<string, string>());
    }
}
