using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Publisher.Users;
using Microsoft.Extensions.Options;

namespace Distribution.Operations.SignIn;

/// <summary>Finds the user of an address. The first administrator becomes one here.</summary>
public sealed class FindSignInUser(UserStore users, AddressHash hash, IOptions<SignInOptions> options)
{
    private const string FirstId = "first-administrator";

    /// <param name="address">HMAC of the address.</param>
    public async Task<User?> RunAsync(string address, CancellationToken cancellationToken)
    {
        var all = await users.AllAsync(cancellationToken).Select(row => row.Value).ToListAsync(cancellationToken);
        if (all.FirstOrDefault(user => HashOf(user.Email) == address) is { } known) return known;
        if (options.Value.FirstAdministrator is not { } first || HashOf(first) != address || all.Any(IsAdministrator)) return null;
        User created = new()
        {
            Id = FirstId,
            Name = first.Split('@')[0],
            Email = first,
            Grants = [new Grant(Role.Administrator)],
        };
        await users.AddAsync(created.Id, created, cancellationToken);
        return (await users.FindAsync(created.Id, cancellationToken))?.Value;
    }

    private static bool IsAdministrator(User user) => user.Grants.Any(grant => grant is { Role: Role.Administrator, Office: null });

    private string? HashOf(string address) => MailAddress.Parse(address) is { } parsed ? hash.Compute(parsed) : null;
}
