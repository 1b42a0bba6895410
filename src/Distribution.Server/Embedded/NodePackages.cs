using System.Security.Cryptography;

namespace Distribution.Server.Embedded;

/// <summary>
/// Azurite and the inbox as npm packages, installed once for each version of the lock file.
/// A folder gets its final name when it is complete, so whatever has that name is whole.
/// </summary>
internal sealed class NodePackages(NodeProgram node, string dataFolder, TimeProvider time)
{
    private readonly string packages = Path.Combine(dataFolder, "packages");

    /// <summary>Answers the <c>node_modules</c> folder.</summary>
    public async Task<string> InstallAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(packages, Stamp());
        if (!Directory.Exists(folder))
        {
            Directory.CreateDirectory(packages);
            await using var taken = await FolderLock.TakeAsync(Path.Combine(packages, "lock"), time, cancellationToken);
            if (!Directory.Exists(folder))
                await InstallAsync(folder, cancellationToken);
        }
        return Path.Combine(folder, "node_modules");
    }

    private async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        await Console.Out.WriteLineAsync($"Installing Azurite and the inbox into {folder}. This happens once and takes about half a minute.");
        DeleteHalves();
        var half = Directory.CreateDirectory($"{folder}.{Guid.NewGuid():N}.half").FullName;
        foreach (var name in (string[])["package.json", "package-lock.json"])
            File.Copy(EmbeddedFile.Path(name), Path.Combine(half, name));
        await RunNpmAsync(half, cancellationToken);
        Directory.Move(half, folder);
    }

    private async Task RunNpmAsync(string folder, CancellationToken cancellationToken)
    {
        string[] command = [node.Npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        await using var npm = KeptProcess.Start(node, Path.Combine(folder, "npm.pid"), folder, command);
        var said = "";
        while (await npm.NextLineAsync(cancellationToken) is { } line)
            said = line.Contains("npm error", StringComparison.Ordinal) && said.Length == 0 ? line : said;
        if (await npm.Ended != 0)
            throw new ServerFailure($"npm could not install Azurite and the inbox into {folder} ({said}): run 'npm ci' there to see why, then start again.");
    }

    // Their maker is dead: this process holds the lock.
    private void DeleteHalves()
    {
        foreach (var half in Directory.EnumerateDirectories(packages, "*.half"))
            Directory.Delete(half, recursive: true);
    }

    private static string Stamp() =>
        Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(EmbeddedFile.Path("package-lock.json"))))[..16];
}
