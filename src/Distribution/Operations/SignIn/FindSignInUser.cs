using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Publisher.Users;
using Microsoft.Extensions.Options;

namespace Distribution.Operations.SignIn;

/// <summary>Finds the user of an address. The first administrator is created when they have proven that the address is theirs.</summary>
public sealed class FindSignInUser(UserStore users, AddressHash hash, IOptions<SignInOptions> options)
{
    private const string FirstId = "first-administrator";

    /// <summary>Whether an address may sign in. Changes nothing, since anyone may type it.</summary>
    /// <param name="address">HMAC of the address.</param>
    public async Task<bool> MaySignInAsync(string address, CancellationToken cancellationToken)
    {
        var (known, first) = await FindAsync(address, cancellationToken);
        return known is not null || first is not null;
    }

    /// <summary>The user of an address that is proven to be theirs.</summary>
    /// <param name="address">HMAC of the address.</param>
    public async Task<User?> RunAsync(string address, CancellationToken cancellationToken)
    {
        var (known, first) = await FindAsync(address, cancellationToken);
        if (known is not null || first is null) return known;
        await users.AddAsync(first.Id, first, cancellationToken);
        return (await users.FindAsync(first.Id, cancellationToken))?.Value;
    }

    /// <summary>The user who stands in the store, or the first administrator who does not yet.</summary>
    private async Task<(User? Known, User? First)> FindAsync(string address, CancellationToken cancellationToken)
    {
        var all = await users.AllAsync(cancellationToken).Select(row => row.Value).ToListAsync(cancellationToken);
        if (all.FirstOrDefault(user => HashOf(user.Email) == address) is { } known) return (known, null);
        if (options.Value.FirstAdministrator is not { } first || HashOf(first) != address || all.Any(IsAdministrator)) return default;
        return (null, new()
        {
            Id = FirstId,
            Name = first.Split('@')[0],
            Email = first,
            Grants = [new Grant(Role.Administrator)],
        });
    }

    private static bool IsAdministrator(User user) => user.Grants.Any(grant => grant is { Role: Role.Administrator, Office: null });

    private string? HashOf(string address) => MailAddress.Parse(address) is { } parsed ? hash.Compute(parsed) : null;
}
