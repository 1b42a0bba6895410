using Azure.Data.Tables;
using Distribution.Platform.Storage;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;

namespace Distribution.Tests.Releases.Workflow;

public sealed class EditRuleTests
{
    private static readonly Release Approved = new()
    {
        Id = "r",
        Office = "port-of-spain",
        PressOfficers = ["ana"],
        Audience = new() { Lists = ["press"] },
        OriginalLanguage = "en",
        State = ReleaseState.Approved,
        Approvals = [new() { By = "bo", At = default, Version = 1, Languages = ["en"] }],
        CreatedBy = "ana",
        CreatedAt = default,
    };

    private static readonly Translation English = new() { Language = "en", Headline = "Reefs", Body = "In Kingston." };
    private static readonly Translation Spanish = new() { Language = "es", Headline = "Arrecifes", Body = "En Kingston." };

    [Fact]
    public void What_is_the_same_is_no_change() => Assert.Empty(EditRule.Changes(Document(English), Approved, [English]));

    [Fact]
    public void Every_field_that_differs_is_named_and_ids_are_told()
    {
        var changes = EditRule.Changes(
            Document(English),
            Approved with
            {
                PressOfficers = ["ana", "cleo"],
                Topics = ["reefs"],
                WaitHours = 3,
                TranslationPolicy = TranslationPolicy.SendReady
            },
            [English with { Headline = "Reefs die", Dateline = "Kingston" }]);

        Assert.Equal(
            ["pressOfficers", "topics", "translationPolicy", "waitHours", "translations.en.headline", "translations.en.dateline"],
            changes.Select(change => change.Field));
        Assert.Equal(("ana", "ana, cleo"), (changes[0].Before, changes[0].After));
        Assert.Equal((null, null), (changes[4].Before, changes[4].After));
    }

    [Fact]
    public void A_text_that_is_added_or_gone_is_named_as_a_whole()
    {
        Assert.Equal(["translations.es"], EditRule.Changes(Document(English), Approved, [English, Spanish]).Select(change => change.Field));
        Assert.Equal(["translations.es"], EditRule.Changes(Document(English, Spanish), Approved, [English]).Select(change => change.Field));
    }

    [Theory]
    [InlineData(ReleaseAction.Translate, "translations.es")]
    [InlineData(ReleaseAction.Translate, "translations.es.body", "translations.pt")]
    [InlineData(ReleaseAction.Replace, "translations.en.body")]
    [InlineData(ReleaseAction.Replace, "translations.en")]
    [InlineData(ReleaseAction.Replace, "translations.es", "audience")]
    [InlineData(ReleaseAction.Replace, "sendAt")]
    public void Only_texts_that_nobody_answers_for_leave_the_approval(ReleaseAction action, params string[] fields)
    {
        Assert.Equal(action, EditRule.Action(Approved, [.. fields.Select(field => new Distribution.Platform.Audit.AuditChange(field))]));
        Assert.Equal(ReleaseAction.Replace, EditRule.Action(
            Approved with { Approvals = [] }, [.. fields.Select(field => new Distribution.Platform.Audit.AuditChange(field))]));
    }

    private static ReleaseDocument Document(params Translation[] texts) =>
        new(new(Approved, new TableEntity()), [.. texts.Select(text => new Stored<Translation>(text, new TableEntity()))]);
}
