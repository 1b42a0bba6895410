using Distribution.Testing;

namespace Distribution.Web.Tests.Wiring;

/// <summary>An area may use those below it. <c>upward.txt</c> lists what is left of the other direction; it may only shrink.</summary>
public sealed class AreaTests
{
    private static readonly IReadOnlyList<Reference> All =
        [.. CompiledReferences.Of(typeof(DistributionServices).Assembly), .. CompiledReferences.Of(typeof(DistributionWeb).Assembly)];

    private static readonly IReadOnlyList<string> Upward =
        [.. All.Where(reference => reference.IsUpward).Select(reference => $"{reference}").Order(StringComparer.Ordinal)];

    private static readonly string[] Known = Repository.Read("tests/Distribution.Web.Tests/Wiring/upward.txt")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [Fact]
    public void No_area_uses_one_above_it() => Assert.Empty(Upward.Except(Known));

    [Fact]
    public void What_is_no_longer_used_is_no_longer_listed() => Assert.Empty(Known.Except(Upward));

    [Fact]
    public void The_list_is_short_and_sorted()
    {
        Assert.Equal(Known.Distinct().Order(StringComparer.Ordinal), Known);
        Assert.InRange(Known.Length, 0, 30);
    }

    [Fact]
    public void No_two_features_need_each_other_through_a_reference_upwards()
    {
        var uses = All.Select(reference => (reference.FromFeature, reference.ToFeature)).ToHashSet();

        Assert.DoesNotContain(All, reference => reference.IsUpward && uses.Contains((reference.ToFeature, reference.FromFeature)));
    }

    /// <summary>An async method, a lambda, a generic argument, an interface and an attribute: all are seen.</summary>
    [Theory]
    [InlineData("Operations.Housekeeping.RunHousekeeping -> Operations.Retention.RetentionMetrics")]
    [InlineData("Dispatches.Records.ReadUsualAudience -> Dispatches.Ledger.DispatchKind")]
    [InlineData("Dispatches.Ledger.DispatchServices -> Dispatches.Planning.PlanDispatch")]
    [InlineData("Audiences.Subscriptions.SyncSubscriptions -> Contacts.Contacts.IContactProjection")]
    [InlineData("Web.Publisher.Offices.OfficeEndpoints -> Publisher.Users.Role")]
    public void References_in_bodies_and_declarations_are_seen(string reference) => Assert.Contains(reference, All.Select(found => $"{found}"));
}
