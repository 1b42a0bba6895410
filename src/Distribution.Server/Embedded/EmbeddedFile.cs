namespace Distribution.Server.Embedded;

/// <summary>The files of this folder that are copied beside the program.</summary>
internal static class EmbeddedFile
{
    public static string Path(string name) => System.IO.Path.Combine(AppContext.BaseDirectory, "Embedded", name);
}
