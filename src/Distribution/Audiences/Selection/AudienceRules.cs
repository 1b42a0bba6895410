using System.Text.RegularExpressions;
using Distribution.Platform.Languages;
using Distribution.Platform.Validation;

namespace Distribution.Audiences.Selection;

/// <summary>Validates filters and exclusions of an audience; pure. Its lists are a matter of <see cref="ReferenceRules"/>.</summary>
public static partial class AudienceRules
{
    /// <summary>The audience in the form that is kept.</summary>
    public static Audience Check(AudienceInput input, ReleaseReferences references, FieldErrors errors) => new()
    {
        Lists = [.. input.Lists.Distinct()],
        Languages = [.. errors.Languages("audience.languages", input.Languages).Select(LanguageTag.Primary).Distinct()],
        Countries = errors.Countries("audience.countries", input.Countries),
        Topics = references.Topics.Check("audience.topics", input.Topics, errors),
        OutletTypes = [.. input.OutletTypes.Distinct()],
        ExcludedLists = [.. input.ExcludedLists.Distinct()],
        ExcludedOutlets = errors.Known("audience.excludedOutlets", input.ExcludedOutlets, references.Outlets, "an outlet"),
        ExcludedContacts = errors.Each("audience.excludedContacts", input.ExcludedContacts, (field, id) => CheckContact(field, id, errors)),
    };

    /// <summary>The form alone: a contact may be gone and is then left out all the more.</summary>
    private static string CheckContact(string field, string id, FieldErrors errors)
    {
        errors.Require(id is not null && ContactForm().IsMatch(id), field, "is not the id of a contact.");
        return id!;
    }

    [GeneratedRegex(@"^[0-9a-f]{32}\z")]
    private static partial Regex ContactForm();
}
