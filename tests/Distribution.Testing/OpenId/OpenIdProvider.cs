using System.Diagnostics;
using Distribution.Testing.Checkers;

namespace Distribution.Testing.OpenId;

/// <summary>A real provider of accounts (OpenID Connect), as a process; an account is named by its address.</summary>
public sealed class OpenIdProvider : IAsyncDisposable
{
    private const string Folder = "tests/Distribution.Testing/Checkers";

    private readonly Process process;

    private OpenIdProvider(Process process, string issuer) => (this.process, Issuer) = (process, issuer);

    public string Issuer { get; }

    /// <summary>The settings by which the program trusts it.</summary>
    public IEnumerable<(string Key, string? Value)> Settings =>
        [
            ("OpenId:Authority", Issuer),
            ("OpenId:ClientId", "distribution"),
            ("OpenId:ClientSecret", "a-secret-for-tests"),
            ("OpenId:Name", "Harbour")
        ];

    /// <param name="site">The program's public address.</param>
    public static async Task<OpenIdProvider> StartAsync(Uri site, CancellationToken cancellationToken)
    {
        var modules = Path.Combine(Repository.Root, Folder, "node_modules");
        if (!Directory.Exists(Path.Combine(modules, "oidc-provider")))
            NeededTool.Missing($"oidc-provider is not installed: run 'npm ci' in {Folder}.");
        ProcessStartInfo start = new(
            "node",
            [
                Path.Combine(Repository.Root, "tests/Distribution.Testing/OpenId/provider.mjs"),
                modules,
                new Uri(site, "/console/sign-in/openid/callback").AbsoluteUri
            ])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var process = Process.Start(start)!;
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync(cancellationToken) is { } line)
            if (line.StartsWith("http://", StringComparison.Ordinal)) return new(process, line);
        throw new InvalidOperationException("The provider of accounts ended before it listened.");
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }
}
