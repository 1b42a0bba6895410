using Distribution.Operations.SignIn;

namespace Distribution.Server;

/// <summary>
/// <c>sign-in-link ADDRESS</c> as the first words of the command line: prints a link by which that user signs in, for when mail is down.
/// </summary>
internal static class SignInLinkCommand
{
    private const string Word = "sign-in-link";

    /// <summary>Reads it; answers what is left for the server.</summary>
    public static (string? Address, string[] Remaining) Read(string[] arguments) => arguments switch
    {
        [Word, var address, .. var rest] => (address, rest),
        [Word] => throw new ServerFailure($"{Word} needs the mail address of a user."),
        _ => (null, arguments),
    };

    /// <exception cref="ServerFailure">No user has the address.</exception>
    public static async Task RunAsync(IServiceProvider services, string address, CancellationToken cancellationToken)
    {
        var link = await services.GetRequiredService<CreateSignInLink>().RunAsync(address, cancellationToken)
            ?? throw new ServerFailure(
                $"No user has the address {address}. Make the first one with SignIn:FirstAdministrator={address}.");
        await Console.Out.WriteLineAsync(link.AbsoluteUri);
    }
}
