using System.Security.Cryptography;
using System.Text.Json;

namespace Distribution.Server.Embedded;

/// <summary>The secrets of a server that keeps its own storage: made once, kept beside it, readable by its user only.</summary>
internal static class EmbeddedSecrets
{
    private const int Bytes = 32;

    /// <summary>Answers the settings that hold the secrets.</summary>
    public static IReadOnlyDictionary<string, string?> Open(string folder)
    {
        var file = Path.Combine(folder, "secrets.json");
        if (!File.Exists(file))
            Make(file);
        try
        {
            return JsonSerializer.Deserialize<Dictionary<string, string?>>(File.ReadAllBytes(file))!;
        }
        catch (JsonException)
        {
            throw new ServerFailure($"{file} is damaged: restore it, or delete the whole folder {folder} to start over.");
        }
    }

    private static void Make(string file)
    {
        var half = $"{file}.half";
        File.Delete(half);
        using (var stream = new FileStream(half, OwnerOnly()))
            JsonSerializer.Serialize(stream, New());
        File.Move(half, file);
    }

    private static Dictionary<string, string> New() => new()
    {
        ["Security:ContactSecret"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)),
        ["Security:LinkSecrets:0"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)),
    };

    private static FileStreamOptions OwnerOnly()
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return options;
    }
}
