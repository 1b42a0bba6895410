using Distribution.Platform.Addresses;
using Distribution.Platform.Audit;
using Distribution.Platform.Security;
using Distribution.Publisher.Sessions;
using Distribution.Publisher.Users;

namespace Distribution.Operations.SignIn;

/// <summary>Begins a session for the user of an address that a provider of accounts vouches for.</summary>
public sealed class SignInByAccount(
    FindSignInUser findUser, UserStore users, SessionStore sessions, AuditStore audit, AddressHash hash)
{
    /// <param name="address">The account's address, verified.</param>
    /// <param name="name">The account's name.</param>
    /// <param name="createsUser">Whether an account without a user gets one, who may read.</param>
    /// <param name="device">The browser as it names itself.</param>
    /// <returns>The secret for the cookie; null where no user has the address.</returns>
    public async Task<string?> RunAsync(
        string address, string? name, bool createsUser, string device, CancellationToken cancellationToken)
    {
        if (MailAddress.Parse(address) is not { } parsed) return null;
        var user = await findUser.RunAsync(hash.Compute(parsed), cancellationToken)
            ?? (createsUser ? await CreateAsync(parsed, name, cancellationToken) : null);
        if (user is null) return null;
        var secret = await sessions.AddAsync(user.Id, device, cancellationToken);
        await audit.AddAsync(
            "user.signedIn", new(user.Id, null), $"user:{user.Id}", new Dictionary<string, string>(), cancellationToken);
        return secret;
    }

    /// <summary>The id follows from the address, so that two first sign-ins at once make one user.</summary>
    private async Task<User?> CreateAsync(MailAddress address, string? name, CancellationToken cancellationToken)
    {
        User created = new()
        {
            Id = hash.Compute(address),
            Name = string.IsNullOrWhiteSpace(name) ? address.ToString() : name.Trim(),
            Email = address.ToString(),
            Grants = [new Grant(Role.Viewer)],
        };
        await users.AddAsync(created.Id, created, cancellationToken);
        return (await users.FindAsync(created.Id, cancellationToken))?.Value;
    }
}
