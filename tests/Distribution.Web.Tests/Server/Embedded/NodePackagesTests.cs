using Distribution.Server;
using Distribution.Server.Embedded;

namespace Distribution.Web.Tests.Server.Embedded;

/// <summary>The installation with the machine's own Node and a stand-in for npm that notes each of its runs.</summary>
public sealed class NodePackagesTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("distribution-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Packages_are_installed_once()
    {
        var node = await NodeWithNpmAsync("mkdir node_modules");

        var first = await InstallAsync(node);
        var second = await InstallAsync(node);

        Assert.True(Directory.Exists(first));
        Assert.Equal(first, second);
        Assert.Equal(1, Runs());
    }

    [Fact]
    public async Task Two_servers_that_start_at_once_install_once()
    {
        var node = await NodeWithNpmAsync("mkdir node_modules");

        var both = await Task.WhenAll(InstallAsync(node), InstallAsync(node));

        Assert.Equal(both[0], both[1]);
        Assert.Equal(1, Runs());
    }

    [Fact]
    public async Task An_installation_that_broke_off_does_not_count()
    {
        var broken = await NodeWithNpmAsync("mkdir node_modules; echo 'npm error code ENOSPC' >&2; exit 1");
        var failure = await Assert.ThrowsAsync<ServerFailure>(() => InstallAsync(broken));
        Assert.Contains("ENOSPC", failure.Message, StringComparison.Ordinal);

        var whole = await NodeWithNpmAsync("mkdir node_modules");
        var modules = await InstallAsync(whole);

        Assert.True(Directory.Exists(modules));
        Assert.Single(Directory.GetDirectories(Path.Combine(folder.FullName, "packages")));
    }

    [Theory]
    [InlineData("v18.20.4", true)]
    [InlineData("v20.0.0", false)]
    [InlineData("v24.1.0\n", false)]
    [InlineData("", true)]
    public void Node_is_new_enough_from_20_on(string version, bool tooOld) =>
        Assert.Equal(tooOld, NodeProgram.IsTooOld(version));

    public void Dispose() => folder.Delete(recursive: true);

    private Task<string> InstallAsync(NodeProgram node) =>
        new NodePackages(node, folder.FullName, TimeProvider.System).InstallAsync(Cancellation);

    private int Runs() => File.ReadAllLines(Path.Combine(folder.FullName, "runs")).Length;

    private async Task<NodeProgram> NodeWithNpmAsync(string script)
    {
        var npm = Path.Combine(folder.FullName, "npm");
        await File.WriteAllTextAsync(npm, $"#!/bin/sh\necho run >> {folder.FullName}/runs\n{script}\n", Cancellation);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(npm, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return (await NodeProgram.FindAsync(Cancellation)) with { Npm = npm };
    }
}
