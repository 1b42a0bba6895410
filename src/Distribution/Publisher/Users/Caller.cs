namespace Distribution.Publisher.Users;

/// <summary>The user behind a request, and their rights.</summary>
/// <param name="User">Id of the user.</param>
/// <param name="Key">Id of the API key that acts for them, if it is one.</param>
/// <param name="Access">Their grants within the key's scope.</param>
/// <param name="ExpiresAt">From when on that key no longer works; null where it works until it is revoked.</param>
public sealed record Caller(string User, string? Key, Access Access, DateTimeOffset? ExpiresAt = null)
{
    /// <summary>The holder of the key from the settings.</summary>
    public static Caller Administrator { get; } =
        new("administrator", null, new Access([new Grant(Role.Administrator)], Role.Administrator, []));
}
