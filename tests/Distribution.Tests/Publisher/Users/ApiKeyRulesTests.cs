using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;

namespace Distribution.Tests.Publisher.Users;

public sealed class ApiKeyRulesTests
{
    private static readonly OfficeTree Offices = new(
    [
        Office("region", null), Office("kingston", "region"), Office("nassau", null),
    ]);

    [Theory]
    [InlineData("everywhere", "author", "", true)]
    [InlineData("region", "author", "kingston", true)]
    [InlineData("region", "author", "nassau", false)]
    [InlineData("kingston", "author", "region", false)]
    [InlineData("kingston", "author", "", true)]
    [InlineData("kingston", "approver", "", false)]
    [InlineData("kingston", "approver", "kingston", false)]
    public void A_users_key_holds_no_more_than_the_user(string place, string role, string office, bool right)
    {
        var errors = new FieldErrors();
        ApiKeyRules.Check(Key(role, office), Person(Role.Author, place), until: null, Offices, errors);
        Assert.Equal(right, !errors.Any);
    }

    [Theory]
    [InlineData("everywhere", "kingston", "", true)]
    [InlineData("kingston", "kingston", "", true)]
    [InlineData("kingston", "everywhere", "", false)]
    [InlineData("kingston", "everywhere", "kingston", true)]
    [InlineData("kingston", "everywhere", "nassau", false)]
    [InlineData("region", "kingston", "", true)]
    public void A_maker_covers_all_that_the_key_can_do(string maker, string holder, string office, bool covers)
    {
        var access = new Access(Person(Role.Administrator, maker).Grants, Role.Administrator, []);
        Assert.Equal(covers, ApiKeyRules.Covers(access, Key("author", office), Person(Role.Author, holder), Offices));
    }

    [Fact]
    public void A_maker_s_own_key_limits_the_keys_made_with_it()
    {
        var access = new Access([new Grant(Role.Administrator)], Role.Administrator, ["kingston"]);
        Assert.False(ApiKeyRules.Covers(access, Key("author", ""), Person(Role.Author, "everywhere"), Offices));
        Assert.True(ApiKeyRules.Covers(access, Key("author", "kingston"), Person(Role.Author, "everywhere"), Offices));
    }

    [Theory]
    [InlineData("everywhere", "author", "everywhere", "", true)]
    [InlineData("kingston", "author", "kingston", "", true)]
    [InlineData("kingston", "author", "region", "kingston", false)]
    [InlineData("kingston", "author", "everywhere", "kingston", false)]
    [InlineData("nassau", "viewer", "kingston", "", false)]
    [InlineData("kingston", "approver", "kingston", "", false)]
    [InlineData("kingston", "administrator", "kingston", "", false)]
    [InlineData("region", "approver", "kingston", "", true)]
    [InlineData("region", "approver", "region", "", false)]
    [InlineData("everywhere", "approver", "region", "", true)]
    [InlineData("everywhere", "approver", "everywhere", "", true)]
    public void A_key_for_another_is_made_by_who_administers_them_and_for_an_approver_by_who_is_above(
        string maker, string role, string holder, string office, bool may)
    {
        Caller caller = new("ana", null, new Access(Person(Role.Administrator, maker).Grants, Role.Administrator, []));
        var user = Person(Enum.Parse<Role>(role, ignoreCase: true), holder);

        Assert.Equal(may, ApiKeyRules.Objection(caller, Key("viewer", office), user, Offices) is null);
    }

    [Theory]
    [InlineData(Role.Viewer, "viewer", true)]
    [InlineData(Role.Approver, "approver", true)]
    [InlineData(Role.Author, "approver", false)]
    public void Everybody_makes_keys_for_themselves_within_the_limits_of_the_key_they_come_with(Role most, string role, bool may)
    {
        var rosa = Person(Role.Approver, "kingston");

        Assert.Equal(may, ApiKeyRules.Objection(new("rosa", "k", new Access(rosa.Grants, most, [])), Key(role, ""), rosa, Offices) is null);
    }

    [Fact]
    public void A_user_who_administers_nothing_makes_no_key_even_for_one_who_holds_nothing()
    {
        Caller caller = new("ana", null, new Access([new Grant(Role.Approver)], Role.Administrator, []));

        Assert.NotNull(ApiKeyRules.Objection(caller, Key("viewer", ""), Person(Role.Viewer, "everywhere") with { Grants = [] }, Offices));
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData(1, null, true)]
    [InlineData(null, 2, false)]
    [InlineData(3, 2, false)]
    [InlineData(2, 2, true)]
    public void A_key_does_not_outlive_the_one_that_made_it(int? days, int? until, bool right)
    {
        FieldErrors errors = new();
        var key = Key("viewer", "") with { ExpiresAt = days is { } count ? DateTimeOffset.UnixEpoch.AddDays(count) : null };
        ApiKeyRules.Check(
            key, Person(Role.Viewer, "everywhere"), until is { } end ? DateTimeOffset.UnixEpoch.AddDays(end) : null, Offices, errors);

        Assert.Equal(right ? [] : ["expiresAt"], errors.ToDictionary().Keys);
    }

    [Theory]
    [InlineData("rosa", Role.Viewer, "nassau", true)]
    [InlineData("ana", Role.Administrator, "kingston", true)]
    [InlineData("ana", Role.Administrator, "nassau", false)]
    [InlineData("ana", Role.Approver, "kingston", false)]
    public void A_key_is_revoked_by_its_user_and_by_who_administers_them(string caller, Role role, string place, bool may)
    {
        var rosa = Person(Role.Approver, "kingston");
        Access access = new(caller == "rosa" ? rosa.Grants : Person(role, place).Grants, Role.Administrator, []);

        Assert.Equal(may, ApiKeyRules.MayRevoke(new(caller, null, access), Key("approver", ""), rosa, Offices));
    }

    private static User Person(Role role, string place) =>
        new() { Id = "rosa", Name = "Rosa", Email = "rosa@example.org", Grants = [new Grant(role, place == "everywhere" ? null : place)] };

    private static ApiKey Key(string role, string office) => new()
    {
        Id = "0123456789abcdef",
        Name = "cms",
        User = "rosa",
        Role = Enum.Parse<Role>(role, ignoreCase: true),
        Offices = office.Length == 0 ? [] : [office],
        SecretHash = "",
        CreatedBy = "ana",
        CreatedAt = DateTimeOffset.UnixEpoch,
    };

    private static Office Office(string id, string? parent) => new()
    {
        Id = id,
        Names = new([new("en", id)]),
        Country = "JM",
        TimeZone = "America/Jamaica",
        ReplyAddress = "o@example.org",
        Parent = parent,
    };
}
