using Distribution.Audiences.Selection;
using Distribution.Platform.Languages;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Previews;

/// <summary>Checks who is to get a test, and of what.</summary>
public sealed class CheckTest(OfficerStore officers, PersonStore people, FindReader findReader)
{
    private const int MostReceivers = 20;

    /// <summary>Who gets it, once each by address.</summary>
    public async Task<IReadOnlyList<TestReceiver>> ReceiversAsync(TestInput input, FieldErrors errors, CancellationToken cancellationToken)
    {
        var count = input.Officers.Count + input.People.Count;
        errors.Require(count > 0, "officers", "is required, or else people: a test goes to the organisation's own people only.");
        errors.Require(count <= MostReceivers, "officers", $"and people are {MostReceivers} at most.");
        if (count > MostReceivers) return [];
        List<TestReceiver> found = [];
        foreach (var (index, id) in input.Officers.Index())
        {
            if (await officers.FindAsync(id, cancellationToken) is { Value: var officer }) found.Add(new($"officers.{index}", id, officer.Name, officer.Email));
            else errors.Add($"officers.{index}", "is not the id of a press officer.");
        }

        foreach (var (index, id) in input.People.Index())
        {
            if (await people.FindAsync(id, cancellationToken) is { Value: var person }) found.Add(new($"people.{index}", id, person.Name, person.Email));
            else errors.Add($"people.{index}", "is not the id of a person.");
        }

        return [.. found.DistinctBy(receiver => receiver.Address, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>In which languages they get it; <c>as</c> is checked already.</summary>
    public async Task<IReadOnlyList<string>> LanguagesAsync(
        TestInput input, ReleaseDocument document, Organisation organisation, FieldErrors errors, CancellationToken cancellationToken)
    {
        if (input.As is null) return Languages(input, document, errors);
        errors.Require(input.Languages.Count == 0, "languages", "is left out where as says whose mail it is.");
        if (errors.Any) return [];
        if (await findReader.RunAsync(Addressing.Of(document, organisation), input.As, cancellationToken) is { } found) return [found.Language];
        errors.Add("as.contact", "is not the id of a contact.");
        return [];
    }

    private static IReadOnlyList<string> Languages(TestInput input, ReleaseDocument document, FieldErrors errors)
    {
        IReadOnlyList<string> ready = [.. document.Sendable.Select(text => text.Language)];
        if (input.Languages.Count == 0) return ready;
        foreach (var (index, language) in input.Languages.Index())
        {
            errors.Require(
                LanguageTag.IsValid(language) && ready.Contains(LanguageTag.Normalize(language)),
                $"languages.{index}",
                $"is none of the languages that are ready, which are {string.Join(", ", ready)}.");
        }

        return [.. input.Languages.Select(LanguageTag.Normalize).Distinct()];
    }
}
