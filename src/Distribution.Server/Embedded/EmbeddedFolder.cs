namespace Distribution.Server.Embedded;

/// <summary>Where the embedded services keep their packages, data and secrets: <c>.data</c>, unless a setting says otherwise.</summary>
internal static class EmbeddedFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public static string Open(string? configured)
    {
        var folder = Path.GetFullPath(configured ?? Path.Combine(Repository() ?? Directory.GetCurrentDirectory(), ".data"));
        try
        {
            // Its files hold secrets and personal data: no other user of the machine looks into it.
            var made = OperatingSystem.IsWindows() ? Directory.CreateDirectory(folder) : Directory.CreateDirectory(folder, OwnerOnly);
            if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(made.FullName, OwnerOnly);
            return made.FullName;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ServerFailure(
                $"{folder} cannot be made ({failure.Message.TrimEnd('.')}): set Embedded:Directory to a folder that can.");
        }
    }

    private static string? Repository()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Distribution.sln")))
                return folder.FullName;
        return null;
    }
}
