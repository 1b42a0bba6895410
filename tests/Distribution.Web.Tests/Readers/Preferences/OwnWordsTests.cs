using System.Text.RegularExpressions;
using Distribution.Audiences.Subscriptions;
using Distribution.Platform.Audit;
using Distribution.Readers.Preferences;
using Distribution.Readers.Signups;
using Distribution.Testing;
using Distribution.Web.Readers.Preferences;

namespace Distribution.Web.Tests.Readers.Preferences;

public sealed partial class OwnWordsTests
{
    public static TheoryData<string> Languages => [.. PreferencesPhrases.Book.All.Select(phrases => phrases.Language)];

    /// <summary>By the reference of the audit, which a test keeps true.</summary>
    [Theory, MemberData(nameof(Languages))]
    public void Every_action_on_a_contact_has_words_in_every_language(string language)
    {
        var words = PreferencesPhrases.Book.In(language);
        var actions = File.ReadLines(Path.Combine(Repository.Root, "docs", "reference", "audit.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Where(line => line.Split('|')[2].Contains("the contact", StringComparison.Ordinal))
            .SelectMany(line => Name().Matches(line.Split('|')[1]).Select(match => match.Groups[1].Value))
            .Concat(["contacts.created", "contacts.replaced", "contacts.deleted"])
            .ToList();

        Assert.InRange(actions.Count, 8, 100);
        Assert.All(actions, action => Assert.NotEqual(words["action_other"], OwnWords.Action(Entry(action), words)));
        Assert.Equal(words["action_other"], OwnWords.Action(Entry("contacts.unheardOf"), words));
    }

    [Theory, MemberData(nameof(Languages))]
    public void The_programs_own_words_are_in_the_readers_language_and_those_of_people_stay(string language)
    {
        var words = PreferencesPhrases.Book.In(language);

        foreach (var source in new[] { SaveOwnDetails.Source, SignupMergeRule.Source })
            Assert.NotEqual(source, OwnWords.Source(source, words));
        Assert.Equal("visiting card", OwnWords.Source("visiting card", words));
        foreach (var basis in new[] { "consent", "rule", "import" })
            Assert.NotEqual(basis, OwnWords.Basis(Given(basis, ""), words));
        Assert.Equal("her letter", OwnWords.Basis(Given("her letter", ""), words));
        Assert.Equal(words["evidence_confirmed"], OwnWords.Evidence(Given("consent", $"{ConfirmSignup.EvidenceStart}x"), words));
        Assert.Equal(words["evidence_chosen"], OwnWords.Evidence(Given("consent", $"{ChangePreferences.EvidenceStart}x"), words));
        Assert.Null(OwnWords.Evidence(Given("consent", "Her mail of 3 May."), words));
    }

    private static Consent Given(string basis, string evidence) => new(basis, evidence, DateTimeOffset.UnixEpoch);

    private static AuditEntry Entry(string action) =>
        new() { Id = "1", At = DateTimeOffset.UnixEpoch, Action = action, By = "2", Subject = "contact:3" };

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();
}
