using Distribution.Web.Console.Releases;

namespace Distribution.Web.Console.Write;

/// <summary>The addresses of what belongs to writing a release.</summary>
internal static class WriteAddresses
{
    public static string Beside(string id, string language, string beside) => $"{ReleaseAddresses.Write(id, language)}?beside={beside}";

    public static string Add(string id) => $"{ReleaseAddresses.Release(id)}/texts";

    public static string Paste(string id, string language) => $"{ReleaseAddresses.Write(id, language)}/paste";

    public static string Delete(string id, string language) => $"{ReleaseAddresses.Write(id, language)}/delete";

    public static string Presence(string id, string language) => $"{ReleaseAddresses.Write(id, language)}/presence";

    public static string Details(string id) => $"{ReleaseAddresses.Release(id)}/details";

    public static string DetailsPart(string id) => $"{Details(id)}/part";
}
