namespace Distribution.Publisher.Users;

/// <summary>Says what a person is needed for.</summary>
public sealed class FindUserUse(ApiKeyStore keys)
{
    /// <summary>
    /// A sentence; null when nothing needs them. A key left behind would come to life with the next person of the same id.
    /// </summary>
    public async Task<string?> RunAsync(string person, CancellationToken cancellationToken) =>
        await keys.AllAsync(cancellationToken).AnyAsync(key => key.Value.User == person, cancellationToken)
            ? "An API key acts for this person; revoke it first."
            : null;
}
