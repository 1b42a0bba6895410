using Distribution.Platform.Addresses;
using Distribution.Platform.Security;

namespace Distribution.Operations.SignIn;

/// <summary>Makes a sign-in link without a mail, for an operator at the machine.</summary>
public sealed class CreateSignInLink(
    SignInRequestStore requests, SignInSecrets secrets, FindSignInUser findUser, PublicLinks links, AddressHash hash, TimeProvider clock)
{
    /// <returns>A link that works once within <see cref="RequestSignIn.Lifetime"/>; null when no user has the address.</returns>
    public async Task<Uri?> RunAsync(string address, CancellationToken cancellationToken)
    {
        if (MailAddress.Parse(address) is not { } parsed) return null;
        var request = RequestSignIn.Create(hash.Compute(parsed), clock.GetUtcNow());
        if (!await findUser.MaySignInAsync(request.Address, cancellationToken)) return null;
        await requests.AddAsync(request, cancellationToken);
        return links.SignIn(request.Id, secrets.Token(request.Id));
    }
}
