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
        ApiKeyRules.Check(Key(role, office), Person(Role.Author, place), Offices, errors);
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
