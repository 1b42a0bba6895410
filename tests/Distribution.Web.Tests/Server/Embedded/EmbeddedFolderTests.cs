using System.Runtime.Versioning;
using Distribution.Server.Embedded;
using Distribution.Testing.Servers;

namespace Distribution.Web.Tests.Server.Embedded;

[UnsupportedOSPlatform("windows")]
public sealed class EmbeddedFolderTests : IAsyncDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private readonly ServerFolder folder = new();

    [Fact]
    public void Nobody_else_looks_into_the_folder_of_secrets_and_data_even_where_it_was_open_before()
    {
        var (made, open) = (Path.Combine(folder.Path, "made"), Path.Combine(folder.Path, "open"));
        Directory.CreateDirectory(open, OwnerOnly | UnixFileMode.OtherRead | UnixFileMode.GroupRead | UnixFileMode.OtherExecute);

        Assert.All([made, open], path => Assert.Equal(OwnerOnly, File.GetUnixFileMode(EmbeddedFolder.Open(path))));
    }

    public ValueTask DisposeAsync() => folder.DisposeAsync();
}
