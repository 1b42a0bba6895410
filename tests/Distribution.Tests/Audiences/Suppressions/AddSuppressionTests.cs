using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Platform.Addresses;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.Suppressions;

public sealed class AddSuppressionTests(Azurite azurite) : CoreHostTests(azurite)
{
    private static readonly SuppressionInput Input =
        new() { Address = "rosa@example.org", Reason = SuppressionReason.Asked, Evidence = "Her letter of 20 November." };

    private AddSuppression AddSuppression => App.Get<AddSuppression>();

    [Fact]
    public async Task A_suppressed_address_is_found_whatever_its_letter_case_and_nowhere_kept()
    {
        var added = Assert.IsType<AddSuppressionResult.Added>(await AddSuppression.RunAsync(Input, Token)).Suppression.Value;

        var found = await App.Get<FindSuppression>().RunAsync(MailAddress.Parse("Rosa@Example.ORG")!, Token);

        Assert.Equal(added, found!.Value);
        Assert.DoesNotContain("rosa@example.org", added.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal(
            (SuppressionReason.Asked, "Her letter of 20 November.", App.Clock.GetUtcNow()), (added.Reason, added.Evidence, added.At));
    }

    [Fact]
    public async Task The_first_suppression_of_an_address_stands()
    {
        await AddSuppression.RunAsync(Input, Token);

        var again = await AddSuppression.RunAsync(Input with { Reason = SuppressionReason.Manual }, Token);

        Assert.IsType<AddSuppressionResult.Known>(again);
        var found = await App.Get<FindSuppression>().RunAsync(MailAddress.Parse("rosa@example.org")!, Token);
        Assert.Equal(SuppressionReason.Asked, found!.Value.Reason);
    }

    [Fact]
    public async Task Batches_that_are_planned_already_are_told_when_the_address_is_a_contact()
    {
        var contact = await AddContactAsync("rosa@example.org");

        await AddSuppression.RunAsync(Input, Token);
        await AddSuppression.RunAsync(Input with { Address = "tariq@example.org" }, Token);

        var sendExclusion = Assert.Single(await SendExclusionsAsync());
        Assert.Equal(contact.Value.Id, sendExclusion.Contact);
        Assert.Null(sendExclusion.Lists);
    }

    [Fact]
    public async Task Batches_that_are_planned_already_forget_a_suppression_that_is_lifted()
    {
        var contact = await AddContactAsync("rosa@example.org");
        await App.Get<SendExclusionStore>()
            .AddAsync(new() { Contact = contact.Value.Id, Lists = ["everyone"], At = App.Clock.GetUtcNow().AddMinutes(-1) }, Token);
        var added = Assert.IsType<AddSuppressionResult.Added>(await AddSuppression.RunAsync(Input, Token)).Suppression;

        await App.Get<LiftSuppression>().RunAsync(added, Token);

        Assert.Equal(["everyone"], Assert.Single(await SendExclusionsAsync()).Lists);
    }

    public static TheoryData<string, SuppressionInput> Wrong => new()
    {
        { "address", Input with { Address = "rosa" } },
        { "evidence", Input with { Evidence = "\n" } },
        { "evidence", Input with { Evidence = "Mail from ROSA@example.org." } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task Bad_input_names_the_field(string field, SuppressionInput input) =>
        Assert.Equal(
            [field], Assert.IsType<AddSuppressionResult.Invalid>(await AddSuppression.RunAsync(input, Token)).Errors.ToDictionary().Keys);
}
