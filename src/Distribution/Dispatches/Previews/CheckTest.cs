using Distribution.Platform.Languages;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Previews;

/// <summary>Checks who is to get a test, and of what.</summary>
public sealed class CheckTest(PressOfficerStore officers, UserStore people, FindPreviewRecipient findPreviewRecipient)
{
    private const int MostReceivers = 20;

    /// <summary>The receivers, once each by address.</summary>
    public async Task<IReadOnlyList<TestReceiver>> ReceiversAsync(TestInput input, FieldErrors errors, CancellationToken cancellationToken)
    {
        var count = input.PressOfficers.Count + input.Users.Count;
        errors.Require(
            count > 0, "pressOfficers", "is required, or else users: a test goes only to press officers and users of the organisation.");
        errors.Require(count <= MostReceivers, "pressOfficers", $"and users are {MostReceivers} at most.");
        if (count > MostReceivers) return [];
        List<TestReceiver> found = [];
        foreach (var (index, id) in input.PressOfficers.Index())
        {
            if (await officers.FindAsync(id, cancellationToken) is { Value: var officer })
                found.Add(new($"pressOfficers.{index}", id, officer.Name, officer.Email));
            else errors.Add($"pressOfficers.{index}", "is not the id of a press officer.");
        }

        foreach (var (index, id) in input.Users.Index())
        {
            if (await people.FindAsync(id, cancellationToken) is { Value: var person })
                found.Add(new($"users.{index}", id, person.Name, person.Email));
            else errors.Add($"users.{index}", "is not the id of a user.");
        }

        return [.. found.DistinctBy(receiver => receiver.Address, StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>In which languages they get it; <c>as</c> is checked already.</summary>
    public async Task<IReadOnlyList<string>> LanguagesAsync(
        TestInput input, ReleaseDocument document, Organisation organisation, FieldErrors errors, CancellationToken cancellationToken)
    {
        if (input.As is null) return Languages(input, document, errors);
        errors.Require(input.Languages.Count == 0, "languages", "must be left out where as is given: the recipient decides the language.");
        if (errors.Any) return [];
        if (await findPreviewRecipient.RunAsync(document.AddressingBy(organisation), input.As, cancellationToken) is { } found)
            return [found.Language];
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
